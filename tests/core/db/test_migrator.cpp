// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "core/db/faultplan.h"
#include "core/db/migrator.h"
#include "core/db/settings.h"
#include "tests/core/db/dbexpectations.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::db;
using namespace patronat::tests;
using base::ErrorCode;

namespace {

constexpr int kOurs = 0x50545254;

const std::vector<Migration> kFirst { { 1,
    "CREATE TABLE t(x INTEGER PRIMARY KEY)\n--\n"
    "CREATE TABLE u(t NOT NULL REFERENCES t(x))" } };

std::vector<Migration> withSecond(std::string_view script)
{
    auto steps = kFirst;
    steps.push_back({ 2, script });
    return steps;
}

void createFirst(const std::filesystem::path& file)
{
    Connection connection(file, Access::Writer);
    REQUIRE(migrate(connection, kOurs, kFirst).ok());
    connection.execute("INSERT INTO t VALUES(1), (2)");
    connection.execute("INSERT INTO u VALUES(1)");
}

std::string schemaOf(Connection& connection)
{
    Statement statement = connection.prepareOnce(
        "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)");
    statement.step();
    return std::string(statement.text(0));
}

} // namespace

TEST_CASE("a new file gets every step and its mark", "[db]")
{
    const TemporaryFolder folder;
    Connection connection(folder.file("a.db"), Access::Writer);

    const auto outcome = migrate(connection, kOurs, withSecond("ALTER TABLE t ADD COLUMN y"));

    REQUIRE(outcome.ok());
    CHECK(*outcome == MigrationOutcome::Created);
    CHECK(numberOf(connection, "PRAGMA user_version") == 2);
    CHECK(numberOf(connection, "PRAGMA application_id") == kOurs);
    CHECK(numberOf(connection, "SELECT count(y) FROM t") == 0);
    CHECK_FALSE(std::filesystem::exists(folder.file("a.db.v0")));
    CHECK(wrongSettings(connection).empty());
}

TEST_CASE("a file of the newest version stays as it is", "[db]")
{
    const TemporaryFolder folder;
    createFirst(folder.file("a.db"));
    Connection connection(folder.file("a.db"), Access::Writer);

    CHECK(migrate(connection, kOurs, kFirst).value() == MigrationOutcome::Current);

    CHECK(numberOf(connection, "SELECT count(*) FROM t") == 2);
    CHECK_FALSE(std::filesystem::exists(folder.file("a.db.v1")));
}

TEST_CASE("an older file is copied beside itself and brought forward", "[db]")
{
    const TemporaryFolder folder;
    createFirst(folder.file("офис.db"));
    Connection connection(folder.file("офис.db"), Access::Writer);

    const auto outcome = migrate(connection, kOurs, withSecond("ALTER TABLE t ADD COLUMN y"));

    REQUIRE(outcome.ok());
    CHECK(*outcome == MigrationOutcome::Migrated);
    CHECK(numberOf(connection, "PRAGMA user_version") == 2);
    CHECK(numberOf(connection, "SELECT count(*) FROM t WHERE y IS NULL") == 2);
    Connection copy(folder.file("офис.db.v1"), Access::Writer);
    CHECK(numberOf(copy, "PRAGMA user_version") == 1);
    CHECK(numberOf(copy, "PRAGMA application_id") == kOurs);
    CHECK(numberOf(copy, "SELECT count(*) FROM t") == 2);
    CHECK_FALSE(std::filesystem::exists(folder.file("офис.db.v1.new")));
}

TEST_CASE("a table can be rebuilt while others refer to it", "[db]")
{
    const TemporaryFolder folder;
    createFirst(folder.file("a.db"));
    Connection connection(folder.file("a.db"), Access::Writer);

    const auto outcome = migrate(connection, kOurs,
        withSecond("CREATE TABLE new(x INTEGER PRIMARY KEY, y)\n--\n"
                   "INSERT INTO new SELECT x, x * 10 FROM t\n--\nDROP TABLE t\n--\n"
                   "ALTER TABLE new RENAME TO t"));

    REQUIRE(outcome.ok());
    CHECK(numberOf(connection, "SELECT sum(y) FROM t") == 30);
    CHECK(numberOf(connection, "SELECT count(*) FROM u") == 1);
    CHECK(wrongSettings(connection).empty());
    CHECK(errorOf([&] { connection.execute("INSERT INTO u VALUES(99)"); }));
}

TEST_CASE("a newer file is refused and not touched", "[db]")
{
    const TemporaryFolder folder;
    createFirst(folder.file("a.db"));
    Connection connection(folder.file("a.db"), Access::Writer);
    REQUIRE(migrate(connection, kOurs, withSecond("ALTER TABLE t ADD COLUMN y")).ok());
    const std::string schema = schemaOf(connection);

    const auto outcome = migrate(connection, kOurs, kFirst);

    REQUIRE_FALSE(outcome.ok());
    CHECK(outcome.error().code == ErrorCode::DatabaseTooNew);
    CHECK(outcome.error().args
        == std::vector<std::string> { folder.file("a.db").string(), "2", "1" });
    CHECK(schemaOf(connection) == schema);
}

TEST_CASE("the file of another program is refused and not touched", "[db]")
{
    const TemporaryFolder folder;
    Connection connection(folder.file("a.db"), Access::Writer);
    const std::string how = GENERATE(values<std::string>(
        { "PRAGMA application_id=7", "PRAGMA user_version=1", "CREATE TABLE theirs(x)" }));
    CAPTURE(how);
    connection.execute(how);
    const std::string schema = schemaOf(connection);

    const auto outcome = migrate(connection, kOurs, kFirst);

    REQUIRE_FALSE(outcome.ok());
    CHECK(outcome.error().code == ErrorCode::NotADatabase);
    CHECK(schemaOf(connection) == schema);
    CHECK(numberOf(connection, "PRAGMA application_id") != kOurs);
}

TEST_CASE("a step that fails leaves the file as it was, and the copy beside it", "[db]")
{
    const TemporaryFolder folder;
    createFirst(folder.file("a.db"));
    Connection connection(folder.file("a.db"), Access::Writer);
    const std::string schema = schemaOf(connection);
    const std::string script = GENERATE(values<std::string>({
        "ALTER TABLE t ADD COLUMN y\n--\nINSERT INTO nowhere VALUES(1)",
        "ALTER TABLE t ADD COLUMN y\n--\nDELETE FROM t WHERE x = 1", // u refers to it
    }));

    const auto outcome = migrate(connection, kOurs, withSecond(script));

    REQUIRE_FALSE(outcome.ok());
    CHECK(outcome.error().code == ErrorCode::DatabaseFailed);
    CHECK(schemaOf(connection) == schema);
    CHECK(numberOf(connection, "PRAGMA user_version") == 1);
    CHECK(numberOf(connection, "SELECT count(*) FROM t") == 2);
    CHECK(wrongSettings(connection).empty());
    Connection copy(folder.file("a.db.v1"), Access::Writer);
    CHECK(numberOf(copy, "SELECT count(*) FROM t") == 2);
}

TEST_CASE("a migration that failed anywhere is done at the next try", "[db]")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    const auto steps = withSecond("ALTER TABLE t ADD COLUMN y\n--\nUPDATE t SET y = 3");
    createFirst(file);
    std::filesystem::copy_file(file, folder.file("b.db"));
    FaultPlan count;
    std::uint64_t opening = 0;
    {
        Connection connection(folder.file("b.db"), Access::Writer, &count);
        opening = count.count();
        REQUIRE(migrate(connection, kOurs, steps).ok());
    }
    const std::uint64_t all = count.count();
    for (std::uint64_t n = opening + 1; n <= all; ++n) {
        CAPTURE(n, all);
        const auto attempt = folder.file("attempt" + std::to_string(n) + ".db");
        std::filesystem::copy_file(file, attempt);
        bool failed = false;
        {
            FaultPlan plan(n, SQLITE_FULL, false);
            Connection connection(attempt, Access::Writer, &plan);
            failed = !migrate(connection, kOurs, steps).ok();
            REQUIRE(wrongSettings(connection).empty());
            REQUIRE(numberOf(connection, "SELECT count(*) FROM pragma_database_list") == 1);
        }
        REQUIRE_FALSE(std::filesystem::exists(attempt.string() + ".v1.new"));
        Connection connection(attempt, Access::Writer);
        const auto version = numberOf(connection, "PRAGMA user_version");
        REQUIRE(version == (failed ? 1 : 2));
        REQUIRE(migrate(connection, kOurs, steps).ok());
        REQUIRE(numberOf(connection, "SELECT count(*) FROM t WHERE y = 3") == 2);
    }
}
