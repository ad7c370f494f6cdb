// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "tests/core/db/dbexpectations.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::db;
using namespace patronat::tests;

TEST_CASE("a transaction not committed leaves nothing", "[db]")
{
    const TemporaryFolder folder;
    Connection connection(folder.file("a.db"), Access::Writer);
    connection.execute("CREATE TABLE t(x)");
    {
        const Transaction transaction(connection);
        connection.execute("INSERT INTO t VALUES(1)");
        CHECK(connection.inTransaction());
    }
    CHECK_FALSE(connection.inTransaction());
    CHECK(numberOf(connection, "SELECT count(*) FROM t") == 0);
    {
        Transaction transaction(connection);
        connection.execute("INSERT INTO t VALUES(1)");
        transaction.commit();
    }
    CHECK(numberOf(connection, "SELECT count(*) FROM t") == 1);
}

TEST_CASE("a transaction rolls back under a half-read SELECT", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    connection.execute("CREATE TABLE t(x)");
    connection.execute("INSERT INTO t VALUES(1), (2)");
    Statement half = connection.prepare("SELECT x FROM t");
    {
        const Transaction transaction(connection);
        REQUIRE(half.step());
        connection.execute("DELETE FROM t");
    }
    half.reset();
    CHECK_FALSE(connection.inTransaction());
    CHECK(numberOf(connection, "SELECT count(*) FROM t") == 2);
}

TEST_CASE("a writer holds the file from the beginning of its transaction", "[db]")
{
    const TemporaryFolder folder;
    Connection first(folder.file("a.db"), Access::Writer);
    first.execute("CREATE TABLE t(x)");
    Connection second(folder.file("a.db"), Access::Writer);
    sqlite3_busy_timeout(second.handle(), 0); // five seconds of waiting prove no more
    const Transaction transaction(first);

    const auto error = errorOf([&] { const Transaction refused(second); });

    REQUIRE(error);
    CHECK(error->error().code == base::ErrorCode::DatabaseBusy);
    CHECK(error->error().args == std::vector<std::string> { folder.file("a.db").string(), "" });
    CHECK_FALSE(error->isFatal());
}

TEST_CASE("a reader's transaction sees one state and stops no writer", "[db]")
{
    const TemporaryFolder folder;
    Connection writer(folder.file("a.db"), Access::Writer);
    writer.execute("CREATE TABLE t(x)");
    Connection reader(folder.file("a.db"), Access::Reader);
    {
        const Transaction transaction(reader);
        CHECK(numberOf(reader, "SELECT count(*) FROM t") == 0);
        writer.execute("INSERT INTO t VALUES(1)");
        CHECK(numberOf(reader, "SELECT count(*) FROM t") == 0);
    }
    CHECK(numberOf(reader, "SELECT count(*) FROM t") == 1);
}

TEST_CASE("a transaction within a transaction is a mistake and hurts neither", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    connection.execute("CREATE TABLE t(x)");
    Transaction outer(connection);
    connection.execute("INSERT INTO t VALUES(1)");

    CHECK(errorOf([&] { const Transaction inner(connection); })->error().code
        == base::ErrorCode::Internal);

    outer.commit();
    CHECK(numberOf(connection, "SELECT count(*) FROM t") == 1);
}
