// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain.h"
#include "core/store/schema.h"
#include "core/store/writerthread.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

#include <sqlite3.h>

#include <fstream>
#include <future>
#include <stdexcept>

namespace patronat::tests {

using base::ErrorCode;
using base::Fields;
using base::OperationId;
using base::RecordId;
using base::Value;

namespace {

std::shared_ptr<const profile::Profile> small()
{
    static const auto loaded = OfficeProfile().load();
    return loaded;
}

int countCommit(void* counter)
{
    ++*static_cast<int*>(counter);
    return 0;
}

} // namespace

TEST_CASE("one saved edit is one transaction")
{
    TestOffice office(small(), 1);
    const RecordId family = office.create("family", {});
    const auto heads = office.heads("family", family);
    int commits = 0;
    sqlite3* handle = nullptr;
    REQUIRE(office.store().bulk([&](store::Store::Inner& inner) -> base::Status {
        handle = inner.connection.handle();
        return {};
    }));
    sqlite3_commit_hook(handle, countCommit, &commits);
    REQUIRE(office.put("family", family, heads, { { "note", Value("x") } }));
    CHECK(commits == 1);
    sqlite3_commit_hook(handle, nullptr, nullptr);
}

TEST_CASE("a new database is its owner's alone, with all that lies beside it")
{
    TestOffice office(small(), 1);
    office.create("family", {});
    constexpr auto kOthers = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    for (const char* ending : { "", "-wal", "-shm" }) {
        std::filesystem::path file = office.path();
        file += ending;
        INFO(file.string());
        REQUIRE(std::filesystem::exists(file));
        CHECK((std::filesystem::status(file).permissions() & kOthers) == std::filesystem::perms::none);
    }
}

TEST_CASE("a draft saved twice is saved once")
{
    TestOffice office(small(), 1);
    store::WriteOptions options = office.by();
    options.draft = { 9, 9 };
    int runs = 0;
    const auto save = [&] {
        return office.store().write(options, [&](store::WriteTx& tx) {
            ++runs;
            return tx.create("family", { { "note", Value("typed") } });
        });
    };
    CHECK_FALSE(office.store().savedDraft(options.draft));
    const auto first = save();
    REQUIRE(first);
    CHECK(office.store().savedDraft(options.draft) == base::idCast<OperationId>(*first));
    office.reopen();
    const auto second = save();
    REQUIRE(second);
    CHECK(*second == *first);
    CHECK(runs == 1);
    CHECK(office.all("family").size() == 1);
}

TEST_CASE("a file that has a writer is busy for a second one and readable beside it")
{
    TestOffice office(small(), 1);
    const RecordId family = office.create("family", { { "note", Value("x") } });
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    const auto second = store::Store::open(office.path(), office.environment(), options);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::DatabaseBusy);
    options.readOnly = true;
    const auto reader = store::Store::open(office.path(), office.environment(), options);
    REQUIRE(reader);
    CHECK((*reader)->read([&](const store::ReadTx& tx) { return tx.record("family", family); }));
    const auto refused = (*reader)->write({}, [](store::WriteTx& tx) { return tx.create("family", {}); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::DatabaseBusy);
}

TEST_CASE("a file of a newer program or of another one is opened neither to write nor to read")
{
    TestOffice office(small(), 1);
    office.tamper("INSERT INTO setting VALUES('x', 1)");
    const auto change = [&](const std::string& pragma) {
        REQUIRE(office.store().bulk([&](store::Store::Inner& inner) -> base::Status {
            inner.connection.execute(pragma);
            return {};
        }));
        office.close();
    };
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    ErrorCode expected = ErrorCode::DatabaseTooNew;
    SECTION("newer") { change("PRAGMA user_version = 900"); }
    SECTION("foreign")
    {
        change("PRAGMA application_id = 77");
        expected = ErrorCode::NotADatabase;
    }
    for (const bool readOnly : { false, true }) {
        options.readOnly = readOnly;
        const auto opened = office.open(options);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == expected);
    }
}

TEST_CASE("opening again keeps everything and draws another origin")
{
    TestOffice office(small(), 1);
    const RecordId family = office.create("family", { { "note", Value("x") } });
    for (int i = 0; i < 300; ++i)
        office.put("family", family, { { "income", Value(i) } });
    const std::string dump = office.dump();
    office.reopen();
    CHECK(office.dump() == dump);
    CHECK(office.state("family", family).values.at("income") == Value(299));
    const auto history = office.store().read([&](const store::ReadTx& tx) { return tx.history("family", family); });
    CHECK(history.value().size() == 301);
    CHECK(office.count("SELECT count(*) FROM frame") >= 1);
    CHECK(office.count("SELECT count(*) FROM op") < 256);
    CHECK(office.create("family", {}).origin != family.origin);
    CHECK(office.problems() == "");
}

TEST_CASE("what cannot be made leaves no file, and what is there is not touched")
{
    TestOffice office(small(), 1);
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    const auto over = store::Store::create(office.path(), small(), {}, office.environment(), options);
    REQUIRE_FALSE(over);
    CHECK(over.error().code == ErrorCode::FileNotWritable);
    CHECK(office.problems() == "");
}

TEST_CASE("an error of a write takes all of it back, and an exception too")
{
    TestOffice office(small(), 1, GENERATE(store::WriterMode::Inline, store::WriterMode::Thread));
    const RecordId family = office.create("family", { { "note", Value("x") } });
    const std::string dump = office.dump();
    const auto failed = office.store().write(office.by(), [&](store::WriteTx& tx) -> base::Status {
        PATRONAT_TRY(tx.create("family", {}));
        return ErrorCode::Cancelled;
    });
    CHECK_FALSE(failed);
    CHECK_THROWS_AS(office.store().write(office.by(),
                        [&](store::WriteTx& tx) -> base::Status {
                            PATRONAT_TRY(tx.create("family", {}));
                            throw std::runtime_error("of the caller");
                        }),
        std::runtime_error);
    CHECK(office.dump() == dump);
    office.put("family", family, { { "note", Value("y") } });
    CHECK(office.problems() == "");
    CHECK(operationsOf(office).back().id.sequence == 2);
}

TEST_CASE("listeners hear what was committed, and nothing else")
{
    TestOffice office(small(), 1);
    store::Changes heard;
    office.store().onChanged([&](const store::Changes& changes) { heard = changes; });
    const RecordId family = office.create("family", {});
    REQUIRE(heard.size() == 1);
    CHECK(heard.front() == store::Change { "family", family, true, {} });
    office.put("family", family, { { "note", Value("x") } });
    CHECK(heard.front() == store::Change { "family", family, false, { "note" } });
    heard.clear();
    CHECK_FALSE(office.put("family", family, {}, { { "note", Value("y") } }));
    CHECK(heard.empty());
}

TEST_CASE("interactive tasks of the writer thread go before bulk ones")
{
    std::string order;
    {
        store::WriterThread thread;
        std::promise<void> started;
        std::promise<void> go;
        thread.post(false, [&] {
            started.set_value();
            go.get_future().wait();
            CHECK(thread.somebodyWaits());
        });
        started.get_future().wait();
        thread.post(false, [&] { order += "b"; });
        thread.post(true, [&] { order += "i"; });
        go.set_value();
        CHECK_THROWS_AS(thread.run(false, [] { throw std::runtime_error("x"); }), std::runtime_error);
    }
    CHECK(order == "ib");
}

TEST_CASE("a chain's head follows from its operations alone and tells any change")
{
    store::Chain whole;
    store::Chain changed;
    CHECK(whole.head() == base::Digest256 {});
    for (int i = 0; i < 600; ++i) {
        whole.add("operation " + std::to_string(i));
        changed.add("operation " + std::to_string(i == 300 ? 0 : i));
        CHECK((whole.head() == changed.head()) == (i < 300));
    }
    CHECK(whole.length() == 600);
    store::Chain split;
    split.add("ab");
    store::Chain joined;
    joined.add("a");
    joined.add("b");
    CHECK(split.head() != joined.head());
}

TEST_CASE("the shares of a frame's units are what is written")
{
    TestOffice office(small(), 1);
    const RecordId family = office.create("family", {});
    office.create("member", { { "family", Value(family) } });
    std::vector<journal::OperationView> views;
    const auto all = operationsOf(office);
    for (const Carried& carried : all)
        views.push_back(journal::view(carried.id, carried.bytes).value());
    const auto shares = store::unitShares(views);
    CHECK(store::decodeShares(store::encodeShares(shares)) == shares);
    CHECK(shares.size() == 2);
    CHECK(shares.back().operations + shares.front().operations == all.size());
}

} // namespace patronat::tests
