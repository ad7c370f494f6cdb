// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/drafts.h"

#include "tests/core/store/smallstore.h"

#include <filesystem>
#include <fstream>
#include <thread>

using namespace patronat;
using namespace patronat::tests;
using store::Draft;
using store::Drafts;

namespace {

Draft draft(std::uint64_t number, std::int64_t stamp = 5)
{
    return { { 0xD4AF, number }, "person", { 7, 8 }, "0000000000000007000000000000000800.1234",
        { { "surname", "Ива" }, { "birthDate", base::Value() }, { "n", 3 }, { "family", base::RecordId { 1, 2 } } }, stamp };
}

} // namespace

TEST_CASE("Drafts lie beside the database itself, by whatever link it is opened")
{
    TemporaryFolder folder;
    std::filesystem::create_symlink("patronat.db", folder.file("link.db"));
    {
        const auto drafts = SmallStore::need(Drafts::open(folder.file("patronat.db")));
        CHECK(drafts->save(draft(1)));
    }
    const auto drafts = SmallStore::need(Drafts::open(folder.file("link.db")));
    CHECK(SmallStore::need(drafts->all()).size() == 1);
}

TEST_CASE("A draft comes back as it was, also after the program was gone")
{
    TemporaryFolder folder;
    const auto database = folder.file("patronat.db");
    {
        const auto drafts = SmallStore::need(Drafts::open(database));
        CHECK(drafts->save(draft(1)));
        CHECK(drafts->save(draft(2, 9)));
        Draft later = draft(1, 7);
        later.fields["surname"] = "Иванова";
        CHECK(drafts->save(later));
        CHECK_FALSE(drafts->save(Draft {}));
    }
    const auto drafts = SmallStore::need(Drafts::open(database));
    const auto all = SmallStore::need(drafts->all());
    REQUIRE(all.size() == 2);
    CHECK(all[0] == draft(2, 9));
    CHECK(all[1].fields.at("surname") == base::Value("Иванова"));
    CHECK(all[1].fields.at("birthDate").isNull());
    CHECK(SmallStore::need(drafts->find({ 0xD4AF, 2 })) == draft(2, 9));
    CHECK(SmallStore::need(drafts->find({ 0xD4AF, 3 })) == std::nullopt);
}

TEST_CASE("A saved draft is on the disk before anything is closed")
{
    TemporaryFolder folder;
    const auto database = folder.file("patronat.db");
    const auto drafts = SmallStore::need(Drafts::open(database));
    REQUIRE(drafts->save(draft(1)));
    // What a killed process leaves: the files as they are now.
    const auto copy = folder.file("copy.db");
    for (const char* suffix : { "", "-wal" }) {
        auto from = Drafts::pathOf(database);
        auto to = Drafts::pathOf(copy);
        from += suffix;
        to += suffix;
        std::filesystem::copy_file(from, to);
    }
    const auto reopened = SmallStore::need(Drafts::open(copy));
    CHECK(SmallStore::need(reopened->all()) == std::vector<Draft> { draft(1) });
}

TEST_CASE("At start the drafts whose write was committed are dropped, the others stay")
{
    SmallStore s;
    const auto drafts = SmallStore::need(Drafts::open(s.db->path()));
    REQUIRE(drafts->save(draft(1)));
    REQUIRE(drafts->save(draft(2)));
    store::WriteOptions options;
    options.draft = { 0xD4AF, 1 };
    REQUIRE(s.db->write(options, [](store::WriteTx& tx) { return tx.create("person", { { "surname", "Иванова" } }); }));
    CHECK(SmallStore::need(drafts->removeSaved(*s.db)) == 1);
    CHECK(SmallStore::need(drafts->all()) == std::vector<Draft> { draft(2) });
    CHECK(SmallStore::need(drafts->removeSaved(*s.db)) == 0);
    CHECK(drafts->remove({ 0xD4AF, 2 }));
    CHECK(SmallStore::need(drafts->all()).empty());
}

TEST_CASE("Several threads save drafts at once")
{
    TemporaryFolder folder;
    const auto drafts = SmallStore::need(Drafts::open(folder.file("patronat.db")));
    std::vector<std::thread> threads;
    for (std::uint64_t i = 1; i <= 4; ++i)
        threads.emplace_back([&, i] {
            for (std::int64_t n = 0; n < 5; ++n)
                static_cast<void>(drafts->save(draft(i, n)));
        });
    for (std::thread& thread : threads)
        thread.join();
    const auto all = SmallStore::need(drafts->all());
    REQUIRE(all.size() == 4);
    for (const Draft& one : all)
        CHECK(one.stamp == 4);
}

TEST_CASE("A file that is no drafts database is refused")
{
    TemporaryFolder folder;
    const auto database = folder.file("patronat.db");
    std::ofstream(Drafts::pathOf(database)) << "This is a letter, not a database, and longer than a header of one hundred bytes would be, by far.";
    CHECK_FALSE(Drafts::open(database));
}
