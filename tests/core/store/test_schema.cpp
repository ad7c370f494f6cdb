// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/base/hash.h"
#include "core/db/migrator.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

#include <array>

namespace patronat::tests {

using base::ErrorCode;
using db::MigrationOutcome;

namespace {

/// BLAKE2b of each released step. A step that was released is never changed: another one is added, here too.
constexpr std::array kReleased {
    std::string_view("a52caa146158c6a6204c7de5c40a902c0f00e667e7d7dce03eb55b00efd8c1bc"),
};

std::shared_ptr<const profile::Profile> small()
{
    static const auto loaded = OfficeProfile().load();
    return loaded;
}

std::string hashOf(std::string_view script)
{
    return base::hex(base::blake2b(script));
}

std::int64_t numberOf(db::Connection& connection, std::string_view sql)
{
    auto select = connection.prepareOnce(sql);
    REQUIRE(select.step());
    return select.integer(0);
}

std::string schemaOf(db::Connection& connection)
{
    std::string out;
    auto select = connection.prepareOnce("SELECT name, sql FROM sqlite_schema ORDER BY name");
    while (select.step())
        out += std::string(select.text(0)) + ' ' + (select.isNull(1) ? "" : std::string(select.text(1))) + '\n';
    return out;
}

base::Result<MigrationOutcome> bringUp(db::Connection& connection)
{
    return db::migrate(connection, store::kApplicationId, store::journalMigrations());
}

} // namespace

TEST_CASE("every released step of the schema is what it was when it was released")
{
    const auto& steps = store::journalMigrations();
    REQUIRE(steps.size() == kReleased.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        INFO("step " << i + 1);
        CHECK(steps[i].version == static_cast<int>(i + 1));
        CHECK(hashOf(steps[i].script) == kReleased[i]);
    }
}

TEST_CASE("a fresh database has the newest schema, and bringing it up again changes nothing")
{
    const TemporaryFolder folder;
    const auto file = folder.file("a.db");
    db::Connection connection(file, db::Access::Writer);
    const auto created = bringUp(connection);
    REQUIRE(created);
    CHECK(*created == MigrationOutcome::Created);
    CHECK(numberOf(connection, "PRAGMA user_version") == store::journalMigrations().back().version);
    CHECK(numberOf(connection, "PRAGMA application_id") == store::kApplicationId);
    CHECK(numberOf(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                               "('setting', 'origin', 'frame', 'op', 'conflict', 'beside', 'name_words', 'text_words')")
        == 8);
    connection.execute("INSERT INTO setting(name, value) VALUES('kept', 'yes')");
    const std::string before = schemaOf(connection);
    const auto again = bringUp(connection);
    REQUIRE(again);
    CHECK(*again == MigrationOutcome::Current);
    CHECK(schemaOf(connection) == before);
    CHECK(numberOf(connection, "SELECT count(*) FROM setting WHERE name = 'kept'") == 1);
    CHECK_FALSE(std::filesystem::exists(folder.file("a.db.v1")));
}

TEST_CASE("a file of a newer program is refused, by readers and writers alike, and stays as it is")
{
    TestOffice office(small(), 1);
    const base::RecordId family = office.create("family", {});
    const std::int64_t newer = store::journalMigrations().back().version + 1;
    const auto setVersion = [&](std::int64_t version) {
        db::Connection connection(office.path(), db::Access::Writer);
        connection.execute("PRAGMA user_version = " + std::to_string(version));
    };
    office.close();
    setVersion(newer);
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.readOnly = GENERATE(true, false);
    const auto opened = office.open(options);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::DatabaseTooNew);
    setVersion(newer - 1);
    options.readOnly = false;
    REQUIRE(office.open(options));
    CHECK(office.holds("family", family));
    CHECK(office.problems() == "");
}

} // namespace patronat::tests
