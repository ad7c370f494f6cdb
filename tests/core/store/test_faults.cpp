// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/faultplan.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <utility>

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

/// A write of several kinds and a merge; the first failure ends it.
base::Status script(TestOffice& office, TestOffice& other, RecordId family)
{
    const base::Status written = office.store().write(office.by(), [&](store::WriteTx& tx) -> base::Status {
        PATRONAT_LET(const RecordId made, tx.create("family", { { "note", Value("made") } }));
        PATRONAT_LET(const store::Record record, tx.read().record("family", family));
        PATRONAT_TRY(tx.put("family", family, record.heads, { { "note", Value("put") } }));
        PATRONAT_TRY(tx.create("member", { { "family", Value(made) } }));
        return {};
    });
    return written ? take(office, operationsOf(other)) : written;
}

} // namespace

TEST_CASE("whichever access fails, the state is as before and the next write works")
{
    const auto [native, persistent]
        = GENERATE(std::pair(SQLITE_FULL, true), std::pair(SQLITE_FULL, false), std::pair(SQLITE_IOERR, false));
    TestOffice other(small(), 12);
    other.create("family", { { "note", Value("remote") } });
    TestOffice office(small(), 11);
    const RecordId family = office.create("family", { { "note", Value("first") } });
    bool over = false;
    std::size_t failures = 0;
    for (std::uint64_t n = 1; !over; ++n) {
        INFO("access " << n << " native " << native << " persistent " << persistent);
        office.close();
        db::FaultPlan counting;
        store::OpenOptions options;
        options.writer = store::WriterMode::Inline;
        options.faults = &counting;
        REQUIRE(office.open(options));
        const std::uint64_t opened = counting.count();
        office.close();
        const std::string before = [&] {
            office.reopen();
            std::string dump = office.dump();
            office.close();
            return dump;
        }();
        db::FaultPlan faults(opened + n, native, persistent);
        options.faults = &faults;
        REQUIRE(office.open(options));
        const base::Status status = script(office, other, family);
        over = status.ok();
        failures += status ? 0 : 1;
        if (!status && office.count("SELECT count(*) FROM family WHERE note = 'made'") == 0)
            REQUIRE(office.dump() == before);
        if (!persistent && !status)
            office.create("person", { { "surname", Value("after") } });
        options.faults = nullptr;
        office.reopen();
        office.create("person", { { "surname", Value("later") } });
        REQUIRE(office.problems() == "");
        REQUIRE(n < 2000);
    }
    CHECK(failures > 40);
}

TEST_CASE("after an error that may have cost what was written, nothing is written until the file was opened anew")
{
    const int native = GENERATE(SQLITE_IOERR_FSYNC, SQLITE_CORRUPT, SQLITE_IOERR_DATA);
    INFO("native " << native);
    TestOffice office(small(), 11);
    office.create("family", { { "note", Value("first") } });
    office.close();
    db::FaultPlan counting;
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.faults = &counting;
    REQUIRE(office.open(options));
    const std::uint64_t opened = counting.count();
    office.close();
    db::FaultPlan faults(opened + 8, native, false);
    options.faults = &faults;
    REQUIRE(office.open(options));
    const auto refusal = [](const base::Status& status) {
        return status ? std::string("written") : status.error().code == ErrorCode::DatabaseDamaged
                && status.error().args.size() == 2 ? status.error().args[1] : describe(status.error());
    };
    const auto write = [&] {
        return office.store().write(office.by(), [&](store::WriteTx& tx) -> base::Status {
            PATRONAT_TRY(tx.create("family", { { "note", Value("lost") } }));
            return {};
        });
    };
    CHECK(refusal(write()) == "reopen");
    const std::uint64_t accesses = faults.count();
    CHECK(refusal(write()) == "reopen");
    CHECK(refusal(take(office, {})) == "reopen");
    office.store().checkpoint();
    CHECK(faults.count() == accesses);
    CHECK(office.all("family").size() == 1);
    CHECK(std::filesystem::exists(office.path().string() + ".check"));

    office.close();
    options.faults = nullptr;
    office.reopen();
    CHECK_FALSE(std::filesystem::exists(office.path().string() + ".check"));
    office.create("family", { { "note", Value("later") } });
    CHECK(office.problems() == "");
}

TEST_CASE("a file that failed and is not whole any more is not opened for writing")
{
    TestOffice office(small(), 11);
    for (int i = 0; i < 40; ++i)
        office.create("family", { { "note", Value("Ясная Поляна") } });
    office.close();
    {
        constexpr std::size_t kPage = 4096;
        std::fstream file(office.path(), std::ios::in | std::ios::out | std::ios::binary);
        const auto pages = std::filesystem::file_size(office.path()) / kPage;
        file.seekp(static_cast<std::streamoff>(pages / 2 * kPage));
        file << std::string(kPage, '\xA5');
    }
    std::ofstream(office.path().string() + ".check") << "x";

    const base::Status opened = office.open();

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::DatabaseDamaged);
    CHECK(std::filesystem::exists(office.path().string() + ".check"));
}

} // namespace patronat::tests
