// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "tests/core/db/dbexpectations.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace patronat;
using namespace patronat::db;
using namespace patronat::tests;

TEST_CASE("every kind of value comes back as it was bound", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    Statement echo = connection.prepare("SELECT ?1, typeof(?1)");
    const auto [value, type] = GENERATE(table<base::Value, std::string>({
        { base::Value(), "null" },
        { base::Value(0), "integer" },
        { base::Value(std::numeric_limits<std::int64_t>::min()), "integer" },
        { base::Value("Зәйнәп"), "text" },
        { base::Value(""), "text" },
        { base::Value(std::string("a\0b", 3)), "text" },
        { base::Value(base::RecordId { 0xFEDCBA9876543210ULL, 9 }), "blob" },
    }));

    echo.bind(1, value);

    REQUIRE(echo.step());
    CHECK((echo.value(0) == value));
    CHECK(echo.text(1) == type);
}

TEST_CASE("texts, numbers, ids and bytes bind as what they are", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    Statement echo = connection.prepareOnce("SELECT typeof(?1), ?1");
    const auto typeOf = [&] {
        REQUIRE(echo.step());
        const std::string type(echo.text(0));
        echo.reset();
        return type;
    };
    CHECK((echo.bind(1, 0), typeOf()) == "integer");
    CHECK((echo.bind(1, "abc"), typeOf()) == "text");
    CHECK((echo.bind(1, std::string("abc")), typeOf()) == "text");
    CHECK((echo.bind(1, std::string_view()), typeOf()) == "text");
    CHECK((echo.bindBlob(1, std::string_view()), typeOf()) == "blob");
    CHECK((echo.bindStatic(1, "abc"), typeOf()) == "text");
    CHECK((echo.bindStaticBlob(1, "abc"), typeOf()) == "blob");
    CHECK((echo.bindNull(1), typeOf()) == "null");
    const base::UnitId unit { 3, 4 };
    echo.bind(1, unit);
    REQUIRE(echo.step());
    CHECK((echo.id<base::UnitId>(1) == unit));
    CHECK_FALSE(echo.isNull(1));
}

TEST_CASE("what is no value of a field is not read as one", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    Statement statement = connection.prepare("SELECT 1.5 AS half, x'00' AS byte");
    REQUIRE(statement.step());
    CHECK(errorOf([&] { (void)statement.value(0); }));
    CHECK(errorOf([&] { (void)statement.value(1); }));
    CHECK(statement.columnCount() == 2);
    CHECK(statement.columnName(0) == "half");
    CHECK((statement.id<base::UnitId>(1).isNull()));
}

TEST_CASE("parameters are found by name, and others are refused", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    Statement statement = connection.prepare("SELECT :a, :b");
    CHECK(statement.parameter(":a") == 1);
    CHECK(statement.parameter(":b") == 2);
    CHECK_FALSE(statement.parameter(":c"));
    CHECK(errorOf([&] { statement.bind(3, 1); }));
}

TEST_CASE("a statement is compiled once and reused without its old bindings", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    const auto use = [&] {
        Statement statement = connection.prepare("SELECT ?1");
        REQUIRE(statement.step());
        const bool wasNull = statement.isNull(0);
        statement.reset();
        statement.bind(1, 7).step();
        return std::pair(statement.handle(), wasNull);
    };
    const auto [first, firstNull] = use();
    const auto [second, secondNull] = use();
    CHECK(first == second);
    CHECK(firstNull);
    CHECK(secondNull);
}

TEST_CASE("the same text used twice at once is two statements", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    const char* const sql = "SELECT value FROM json_each('[1,2,3]')";
    Statement outer = connection.prepare(sql);
    std::int64_t pairs = 0;
    while (outer.step()) {
        Statement inner = connection.prepare(sql);
        CHECK(inner.handle() != outer.handle());
        while (inner.step())
            ++pairs;
    }
    CHECK(pairs == 9);
}

TEST_CASE("a statement that was moved is given back once", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    sqlite3_stmt* handle = nullptr;
    {
        Statement first = connection.prepare("SELECT 1");
        const Statement second(std::move(first));
        handle = second.handle();
    }
    CHECK(connection.prepare("SELECT 1").handle() == handle);
}

TEST_CASE("a SELECT left half-read keeps no snapshot", "[db]")
{
    const TemporaryFolder folder;
    Connection writer(folder.file("a.db"), Access::Writer);
    writer.execute("CREATE TABLE t(x)");
    writer.execute("INSERT INTO t VALUES(1), (2)");
    Connection reader(folder.file("a.db"), Access::Reader);
    {
        Statement half = reader.prepare("SELECT x FROM t");
        REQUIRE(half.step());
    }

    writer.execute("INSERT INTO t VALUES(3)");
    writer.checkpoint(true); // a snapshot would keep it busy

    CHECK(writer.walBytes() == 0);
    CHECK(numberOf(reader, "SELECT count(*) FROM t") == 3);
    CHECK(sqlite3_next_stmt(reader.handle(), nullptr) != nullptr);
    for (sqlite3_stmt* s = nullptr; (s = sqlite3_next_stmt(reader.handle(), s)) != nullptr;)
        CHECK(sqlite3_stmt_busy(s) == 0);
}

TEST_CASE("running a statement that gives rows is a mistake", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    CHECK(errorOf([&] { connection.prepare("SELECT 1").run(); })->error().code
        == base::ErrorCode::Internal);
}

TEST_CASE("a statement that failed can run again", "[db]")
{
    Connection connection(":memory:", Access::Writer);
    connection.execute("CREATE TABLE t(x UNIQUE)");
    connection.execute("INSERT INTO t VALUES(1)");
    for (int i = 0; i < 2; ++i) {
        const auto error
            = errorOf([&] { connection.prepare("INSERT INTO t VALUES(?)").bind(1, 1).run(); });
        REQUIRE(error);
        CHECK(error->nativeCode() == SQLITE_CONSTRAINT_UNIQUE);
    }
    Statement insert = connection.prepare("INSERT INTO t VALUES(?)");
    insert.bind(1, 2).run();
    insert.bind(1, 3).run();
    CHECK(connection.changes() == 1);
    CHECK(connection.lastInsertRowId() == 3);
}
