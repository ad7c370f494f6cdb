// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/faultplan.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

#include <sqlite3.h>

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

} // namespace patronat::tests
