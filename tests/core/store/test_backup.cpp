// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "core/db/connection.h"
#include "core/db/faultplan.h"
#include "core/store/backup.h"
#include "tests/core/store/smallstore.h"

#include <fstream>
#include <set>

using namespace patronat;
using namespace patronat::tests;
using base::ErrorCode;
using store::ReadTx;

namespace {

/// An office with numbered families, and a folder for its backups.
struct BackupCase : SmallStore
{
    BackupCase()
    {
        const base::RecordId republic
            = create("territory", { { "code", "16" }, { "name", "Татарстан" } });
        district = create(
            "territory", { { "code", "16-01" }, { "name", "Агрыз" }, { "parent", republic } });
    }
    base::RecordId family(store::Store& in) const
    {
        return need(in.write({}, [&](store::WriteTx& tx) {
            return tx.create(
                "family", { { "district", district }, { "opened", "2027-02-01T00:00:00Z" } });
        }));
    }
    static std::string number(const store::Store& in, base::RecordId id)
    {
        const auto record
            = need(in.read([&](const ReadTx& tx) { return tx.record("family", id); }));
        return std::string(record.values.at("regNo").textOr(""));
    }
    static std::size_t families(const store::Store& in)
    {
        return need(in.read([](const ReadTx& tx) { return tx.list("family"); })).size();
    }
    base::Result<store::BackupFacts> backup(
        const std::string& name, db::FaultPlan* faults = nullptr)
    {
        base::Job job;
        return store::makeBackup(*db, folder.file(name), job, faults);
    }
    base::Result<store::Restored> restore(const std::string& from, const std::string& to)
    {
        base::Job job;
        return store::restoreBackup(folder.file(from), folder.file(to), { clock, random }, {}, job);
    }
    std::unique_ptr<store::Store> opened(const std::string& name)
    {
        store::OpenOptions options;
        options.writer = store::WriterMode::Inline;
        return need(store::Store::open(folder.file(name), { clock, random }, options));
    }
    /// The names of what lies in the folder.
    std::set<std::string> names() const
    {
        std::set<std::string> out;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            out.insert(entry.path().filename().string());
        return out;
    }
    std::string bytes(const std::string& name) const
    {
        std::ifstream in(folder.file(name), std::ios::binary);
        return { std::istreambuf_iterator<char>(in), {} };
    }
    void write(const std::string& name, const std::string& content) const
    {
        std::ofstream(folder.file(name), std::ios::binary) << content;
    }
    base::RecordId district;
};

ErrorCode codeOf(const base::Error& error)
{
    return error.code;
}

} // namespace

TEST_CASE("a backup holds what was saved when it was made, says whose it is, and leaves nothing "
          "beside it")
{
    BackupCase office;
    office.family(*office.db);
    const auto before = office.names();

    const auto made = office.backup("monday.backup");

    REQUIRE(made);
    CHECK(made->site.officeCode == "К05");
    CHECK(made->made == office.clock.nowMs());
#ifndef _WIN32
    // It holds the site's keys.
    CHECK(std::filesystem::status(office.folder.file("monday.backup")).permissions()
        == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
#endif
    office.family(*office.db);
    auto expected = before;
    expected.insert("monday.backup");
    CHECK(office.names() == expected);
    const auto read = store::readBackup(office.folder.file("monday.backup"));
    REQUIRE(read);
    CHECK(read->operations == made->operations);
    CHECK(read->made == made->made);
    CHECK(office.names() == expected);

    REQUIRE(office.restore("monday.backup", "restored.db"));
    const auto restored = office.opened("restored.db");
    CHECK(BackupCase::families(*restored) == 1);
    CHECK(BackupCase::families(*office.db) == 2);
}

TEST_CASE("a backup is one moment, also when somebody saves while it is made")
{
    BackupCase office;
    for (int i = 0; i < 40; ++i)
        office.family(*office.db);
    std::uint64_t reports = 0;
    base::Job job([&](std::uint64_t, std::uint64_t) {
        if (reports++ == 0)
            office.family(*office.db);
    });

    REQUIRE(store::makeBackup(*office.db, office.folder.file("b.backup"), job));

    REQUIRE(reports > 0);
    REQUIRE(office.restore("b.backup", "restored.db"));
    CHECK(BackupCase::families(*office.opened("restored.db")) == 40);
    CHECK(BackupCase::families(*office.db) == 41);
}

TEST_CASE("a restored copy issues neither the numbers nor the operations that the lost one issued")
{
    BackupCase office;
    office.family(*office.db);
    REQUIRE(office.backup("b.backup"));
    const base::RecordId lost = office.family(*office.db);
    const std::string lostNumber = BackupCase::number(*office.db, lost);
    REQUIRE(lostNumber == "16-01/2027/0002");
    std::set<base::OperationId> lostOperations;
    SmallStore::need(office.db->read([&](const ReadTx& tx) -> base::Status {
        tx.journal().forEach(
            [&](base::OperationId id, std::string_view) { lostOperations.insert(id); });
        return {};
    }));

    const auto restored = office.restore("b.backup", "restored.db");

    REQUIRE(restored);
    REQUIRE(restored->series.size() == 1);
    CHECK_FALSE(restored->series[0].confirmed);
    CHECK(restored->series[0].last == 1);
    const auto anew = office.opened("restored.db");
    CHECK(anew->site().id == office.db->site().id);
    const auto waits = anew->write({}, [&](store::WriteTx& tx) {
        return tx.create(
            "family", { { "district", office.district }, { "opened", "2027-02-01T00:00:00Z" } });
    });
    REQUIRE_FALSE(waits);
    CHECK(codeOf(waits.error()) == ErrorCode::NumberingWaits);

    SmallStore::need(anew->bulk([&](store::Store::Inner& inner) {
        return store::confirmSeries(inner.connection, restored->series[0].series, 2);
    }));
    const base::RecordId fresh = office.family(*anew);
    CHECK(BackupCase::number(*anew, fresh) == "16-01/2027/0003");
    SmallStore::need(anew->read([&](const ReadTx& tx) -> base::Status {
        const auto record = tx.record("family", fresh);
        for (const auto& head : record->heads)
            CHECK(lostOperations.count(head.id) == 0);
        return {};
    }));
}

TEST_CASE(
    "whichever access of a backup fails, what stood there stays and nothing half made is left")
{
    const auto [native, code] = GENERATE(std::pair(SQLITE_FULL, ErrorCode::DiskFull),
        std::pair(SQLITE_IOERR_WRITE, ErrorCode::DatabaseFailed));
    BackupCase office;
    office.family(*office.db);
    REQUIRE(office.backup("b.backup"));
    const std::string before = office.bytes("b.backup");
    office.family(*office.db);
    const auto names = office.names();
    std::uint64_t failures = 0;
    for (std::uint64_t n = 1;; ++n) {
        INFO("access " << n << " native " << native);
        REQUIRE(n < 500);
        db::FaultPlan faults(n, native, true);
        const auto made = office.backup("b.backup", &faults);
        if (made)
            break;
        ++failures;
        CHECK(codeOf(made.error()) == code);
        CHECK(made.error().args.front().find("b.backup") != std::string::npos);
        CHECK(made.error().args.front().find(".part") == std::string::npos);
        REQUIRE(office.bytes("b.backup") == before);
        REQUIRE(office.names() == names);
    }
    CHECK(failures > 5);
    CHECK(store::readBackup(office.folder.file("b.backup"))->operations > 0);
    CHECK(office.bytes("b.backup") != before);
}

TEST_CASE("whichever access of a restore fails, no database is there afterwards")
{
    BackupCase office;
    office.family(*office.db);
    REQUIRE(office.backup("b.backup"));
    const auto names = office.names();
    std::uint64_t failures = 0;
    for (std::uint64_t n = 1;; ++n) {
        INFO("access " << n);
        REQUIRE(n < 2000);
        db::FaultPlan faults(n, SQLITE_FULL, true);
        store::OpenOptions options;
        options.faults = &faults;
        base::Job job;
        const auto restored = store::restoreBackup(office.folder.file("b.backup"),
            office.folder.file("restored.db"), { office.clock, office.random }, options, job);
        if (restored)
            break;
        ++failures;
        CHECK(codeOf(restored.error()) == ErrorCode::DiskFull);
        CHECK(restored.error().args.front().find("restored.db") != std::string::npos);
        CHECK(restored.error().args.front().find(".part") == std::string::npos);
        REQUIRE(office.names() == names);
    }
    CHECK(failures > 5);
    CHECK(BackupCase::families(*office.opened("restored.db")) == 1);
}

TEST_CASE("a backup that is stopped leaves nothing")
{
    BackupCase office;
    const auto names = office.names();
    base::Job job;
    job.cancel();

    const auto made = store::makeBackup(*office.db, office.folder.file("b.backup"), job);

    REQUIRE_FALSE(made);
    CHECK(codeOf(made.error()) == ErrorCode::Cancelled);
    CHECK(office.names() == names);
}

TEST_CASE("a backup never takes the place of something else")
{
    BackupCase office;
    BackupCase other;
    REQUIRE(office.backup("mine.backup"));
    office.write("letter.txt", "not a backup");
    REQUIRE(other.db->site().id == office.db->site().id); // the same number: give it another
    SmallStore::need(other.db->bulk([](store::Store::Inner& inner) -> base::Status {
        inner.connection.execute("UPDATE setting SET value = '" + SmallStore::site(7).hex()
            + "' WHERE name = 'site.id'");
        return {};
    }));
    REQUIRE(other.backup("theirs.backup"));
    std::filesystem::copy_file(
        other.folder.file("theirs.backup"), office.folder.file("theirs.backup"));
    std::filesystem::copy_file(office.folder.file("mine.backup"), office.folder.file("older.db"));

    for (const char* name : { "letter.txt", "theirs.backup", "patronat.db" }) {
        INFO(name);
        const std::string before = office.bytes(name);
        const auto made = office.backup(name);
        REQUIRE_FALSE(made);
        CHECK(codeOf(made.error()) == ErrorCode::FileNotWritable);
        CHECK(office.bytes(name) == before);
    }
    office.family(*office.db);
    CHECK(office.backup("mine.backup"));
    CHECK(office.backup("older.db"));
}

TEST_CASE("a backup with more in it than the database has is not replaced")
{
    BackupCase office;
    REQUIRE(office.backup("early.backup"));
    office.family(*office.db);
    REQUIRE(office.backup("late.backup"));
    REQUIRE(office.restore("early.backup", "restored.db"));
    const auto restored = office.opened("restored.db");
    base::Job job;

    const auto made = store::makeBackup(*restored, office.folder.file("late.backup"), job);

    REQUIRE_FALSE(made);
    CHECK(codeOf(made.error()) == ErrorCode::FileNotWritable);
}

TEST_CASE("what cannot be restored is refused by its own name, and leaves nothing")
{
    BackupCase office;
    for (int i = 0; i < 30; ++i)
        office.family(*office.db);
    REQUIRE(office.backup("b.backup"));
    const std::string whole = office.bytes("b.backup");
    office.write("torn.backup", whole.substr(0, whole.size() * 2 / 3));
    office.write("empty.backup", "");
    office.write("letter.txt", std::string(5000, 'x'));
    std::filesystem::copy_file(office.folder.file("b.backup"), office.folder.file("newer.backup"));
    {
        db::Connection connection(office.folder.file("newer.backup"), db::Access::Writer);
        connection.execute("PRAGMA user_version = 99");
        connection.checkpoint(true);
    }
    {
        db::Connection connection(office.folder.file("foreign.backup"), db::Access::Writer);
        connection.execute("CREATE TABLE setting(name TEXT, value TEXT)");
        connection.checkpoint(true);
    }
    const auto names = office.names();
    const std::vector<std::pair<std::string, ErrorCode>> expected {
        { "torn.backup", ErrorCode::DatabaseDamaged }, { "empty.backup", ErrorCode::NotADatabase },
        { "letter.txt", ErrorCode::NotADatabase }, { "newer.backup", ErrorCode::DatabaseTooNew },
        { "foreign.backup", ErrorCode::NotADatabase },
        { "nothing.backup", ErrorCode::FileNotReadable }
    };
    for (const auto& [name, code] : expected) {
        INFO(name);
        const auto restored = office.restore(name, "restored.db");
        REQUIRE_FALSE(restored);
        CHECK(codeOf(restored.error()) == code);
        CHECK(restored.error().args.front().find(name) != std::string::npos);
        CHECK(office.names() == names);
    }
}

TEST_CASE("a changed byte in what a person wrote is found before the copy is used")
{
    BackupCase office;
    office.create("territory", { { "code", "16-90" }, { "name", "Верхнеуслонский" } });
    REQUIRE(office.backup("b.backup"));
    const std::string bytes = office.bytes("b.backup");
    const std::string words = "Верхнеуслонский";
    std::size_t found = 0;
    for (std::size_t at = bytes.find(words); at != std::string::npos;
         at = bytes.find(words, at + 1)) {
        std::string changed = bytes;
        changed[at + 1] = static_cast<char>(changed[at + 1] ^ 1);
        office.write("changed.backup", changed);
        const auto restored = office.restore("changed.backup", "restored.db");
        INFO("at " << at);
        REQUIRE_FALSE(restored);
        CHECK(codeOf(restored.error()) == ErrorCode::DatabaseDamaged);
        CHECK_FALSE(std::filesystem::exists(office.folder.file("restored.db")));
        ++found;
    }
    CHECK(found >= 2); // in the journal and in the row
}

TEST_CASE("a database whose computer went off is restored with its log")
{
    BackupCase office;
    office.db->checkpoint();
    office.family(*office.db);
    for (const char* suffix : { "", "-wal" })
        std::filesystem::copy_file(office.folder.file(std::string("patronat.db") + suffix),
            office.folder.file(std::string("dead.db") + suffix));
    REQUIRE(std::filesystem::file_size(office.folder.file("dead.db-wal")) > 0);

    REQUIRE(office.restore("dead.db", "restored.db"));

    CHECK(BackupCase::families(*office.opened("restored.db")) == 1);
}

TEST_CASE("what a restore keeps of an older format goes with the rest of what it leaves")
{
    BackupCase office;
    office.family(*office.db);
    REQUIRE(office.backup("monday.backup"));
    // As opening keeps it before the copy is brought up to today's format.
    office.write("new.db.part.v1", "the copy as it was");

    REQUIRE(office.restore("monday.backup", "new.db"));

    CHECK(office.names().count("new.db.part.v1") == 0);
    CHECK(office.names().count("new.db") == 1);
}

TEST_CASE("a database is never restored over another")
{
    BackupCase office;
    REQUIRE(office.backup("b.backup"));

    const auto restored = office.restore("b.backup", "patronat.db");

    REQUIRE_FALSE(restored);
    CHECK(codeOf(restored.error()) == ErrorCode::FileNotWritable);
}

TEST_CASE("the database remembers when its last backup was made")
{
    BackupCase office;
    const auto last = [&] {
        return SmallStore::need(office.db->read(
            [](const ReadTx& tx) -> base::Result<std::int64_t> { return store::lastBackup(tx); }));
    };
    CHECK(last() == 0);
    const auto made = office.backup("b.backup");
    REQUIRE(made);

    SmallStore::need(store::noteBackup(*office.db, made->made));

    CHECK(last() == office.clock.nowMs());
}
