// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "core/db/faultplan.h"
#include "core/db/settings.h"
#include "tests/core/db/dbexpectations.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::db;
using namespace patronat::tests;

namespace {

/// What a write of the program looks like: a row and a sum that must agree with the rows.
void addRow(Connection& connection)
{
    Transaction transaction(connection);
    connection.prepare("INSERT INTO t VALUES(?)").bind(1, 5).run();
    connection.prepare("UPDATE total SET x = x + ?").bind(1, 5).run();
    Statement sum = connection.prepare("SELECT sum(x) FROM t");
    sum.step();
    transaction.commit();
}

std::int64_t rowsOf(const std::filesystem::path& file)
{
    Connection reader(file, Access::Reader);
    const std::int64_t rows = numberOf(reader, "SELECT count(*) FROM t");
    CHECK(numberOf(reader, "SELECT x FROM total") == rows * 5);
    return rows;
}

void prepareFile(const std::filesystem::path& file)
{
    Connection connection(file, Access::Writer);
    connection.execute("CREATE TABLE t(x)");
    connection.execute("CREATE TABLE total(x)");
    connection.execute("INSERT INTO total VALUES(0)");
}

/// Accesses that opening takes and that opening and one write take.
std::pair<std::uint64_t, std::uint64_t> accessesOf(const std::filesystem::path& file)
{
    FaultPlan count;
    Connection connection(file, Access::Writer, &count);
    const std::uint64_t opening = count.count();
    addRow(connection);
    return { opening, count.count() };
}

} // namespace

TEST_CASE("whichever access fails the file keeps its old state", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    prepareFile(file);
    const auto [opening, all] = accessesOf(file);
    REQUIRE(all - opening == 8); // begin, 3 times prepare and step, commit
    const int native = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_BUSY);
    const bool persistent = GENERATE(false, true);

    const std::int64_t before = rowsOf(file);
    for (std::uint64_t n = opening + 1; n <= all; ++n) {
        CAPTURE(n, native, persistent);
        FaultPlan plan(n, native, persistent);
        Connection connection(file, Access::Writer, &plan);

        const auto error = errorOf([&] { addRow(connection); });

        REQUIRE(error);
        REQUIRE(error->nativeCode() == native);
        REQUIRE_FALSE(connection.inTransaction());
        REQUIRE(rowsOf(file) == before);
        if (!persistent) {
            addRow(connection);
            REQUIRE(rowsOf(file) == before + 1);
            connection.execute("DELETE FROM t WHERE rowid = (SELECT max(rowid) FROM t)");
            connection.execute("UPDATE total SET x = x - 5");
        }
    }
}

TEST_CASE("whichever access fails while opening nothing is left open", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    prepareFile(file);
    const auto [opening, all] = accessesOf(file);
    REQUIRE(opening > 0);
    for (std::uint64_t n = 1; n <= opening; ++n) {
        FaultPlan plan(n, SQLITE_IOERR_READ, false);
        REQUIRE(errorOf([&] { Connection(file, Access::Writer, &plan); }));
    }
    Connection connection(file, Access::Writer);
    CHECK(wrongSettings(connection).empty());
    connection.checkpoint(true);
}

TEST_CASE("a full disk is called so and is no reason to stop", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    prepareFile(file);
    const auto [opening, all] = accessesOf(file);
    FaultPlan plan(all, SQLITE_FULL, false); // the commit
    Connection connection(file, Access::Writer, &plan);

    const auto error = errorOf([&] { addRow(connection); });

    REQUIRE(error);
    CHECK(error->error().code == base::ErrorCode::DiskFull);
    CHECK(error->error().args == std::vector<std::string> { file.string() });
    CHECK_FALSE(error->isFatal());
    addRow(connection);
    CHECK(rowsOf(file) == 2);
}

TEST_CASE("a file that really cannot grow is a full disk, and its old state stays", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    prepareFile(file);
    Connection connection(file, Access::Writer);
    numberOf(connection, "PRAGMA max_page_count=4");

    const auto error = errorOf([&] {
        Transaction transaction(connection);
        connection.execute("INSERT INTO t VALUES(randomblob(100000))");
        transaction.commit();
    });

    REQUIRE(error);
    CHECK(error->error().code == base::ErrorCode::DiskFull);
    CHECK_FALSE(connection.inTransaction());
    CHECK(rowsOf(file) == 0);
}

TEST_CASE("a plan without a fault only counts", "[db]")
{
    FaultPlan none;
    FaultPlan once(2, SQLITE_FULL, false);
    FaultPlan always(2, SQLITE_FULL, true);
    CHECK(none.next() == 0);
    CHECK(none.count() == 1);
    CHECK(
        std::vector { once.next(), once.next(), once.next() } == std::vector { 0, SQLITE_FULL, 0 });
    CHECK(std::vector { always.next(), always.next(), always.next() }
        == std::vector { 0, SQLITE_FULL, SQLITE_FULL });
}
