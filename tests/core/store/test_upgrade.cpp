// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/seeds.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

namespace patronat::tests {

using base::Fields;
using base::RecordId;
using base::Value;

namespace {

struct Versions {
    OfficeProfile files;
    std::shared_ptr<const profile::Profile> old = files.load();
    std::shared_ptr<const profile::Profile> now = [this] {
        files.advance();
        return files.load();
    }();
};

RecordId seedOf(const profile::Profile& profile, const std::string& key)
{
    for (const profile::SeedLog& log : profile.seeds)
        for (const profile::SeedEntry& entry : log.entries)
            if (entry.type == "territory" && entry.key == key)
                return { log.origin, entry.record };
    FAIL("no seed " << key);
    return {};
}

} // namespace

TEST_CASE("every database has one copy of every shipped record, under the same id")
{
    Versions versions;
    TestOffice a(versions.old, 1);
    TestOffice b(versions.old, 2);
    CHECK(a.digest() == b.digest());
    const auto before = a.count("SELECT count(*) FROM territory");
    CHECK(before == 2);
    deliver(b, a);
    CHECK(a.count("SELECT count(*) FROM territory") == before);
    CHECK(a.value("territory", seedOf(*versions.old, "16"), "name") == Value("Татарстан"));
    CHECK(a.problems() == "");
}

TEST_CASE("a database of the older profile holds a prefix of the seeds and gets the rest")
{
    Versions versions;
    TestOffice old(versions.old, 1);
    TestOffice now(versions.now, 2);
    const RecordId agryz = seedOf(*versions.now, "16-01");
    CHECK(old.value("territory", agryz, "name") == Value("Агрызский"));
    const auto before = operationsOf(old);
    REQUIRE(old.store().upgrade(versions.now));
    CHECK(old.value("territory", agryz, "name") == Value("Агрызский район"));
    CHECK(old.digest() == now.digest());
    const auto operations = store::seedOperations(*versions.now).value();
    CHECK(operations.size() == before.size() + 1);
    CHECK(old.problems() == "");
}

TEST_CASE("fields and types that an older profile does not know wait and take effect after the upgrade")
{
    Versions versions;
    TestOffice now(versions.now, 1);
    const RecordId family = now.create("family", { { "water", Value("well") }, { "note", Value("n") } });
    const RecordId member = now.create("member", { { "family", Value(family) } });
    const RecordId visit = now.create("visit", { { "member", Value(member) }, { "note", Value("seen") } });
    now.put("visit", visit, { { "note", Value("seen twice") } });
    now.put("family", family, { { "water", Value("pipe") } });
    TestOffice old(versions.old, 2);
    base::SeededRandom random(3);
    deliverShuffled(now, old, random);
    CHECK(old.digest() == now.digest());
    CHECK(old.problems() == "");
    CHECK(old.store().read([&](const store::ReadTx& tx) { return tx.history("visit", visit); }).value().size() == 2);
    old.put("family", family, { { "note", Value("by the old program") } });
    REQUIRE(old.store().upgrade(versions.now));
    CHECK(old.value("family", family, "water") == Value("pipe"));
    CHECK(old.value("visit", visit, "note") == Value("seen twice"));
    CHECK(old.problems() == "");
    deliver(old, now);
    CHECK(old.digest() == now.digest());
    const std::string dump = old.dump();
    old.rebuildEach();
    CHECK(old.dump() == dump);
    old.reopen();
    CHECK(old.store().profile().hash == versions.now->hash);
}

TEST_CASE("a computed field that is computed otherwise, and names that are read otherwise")
{
    OfficeProfile files;
    TestOffice office(files.load(), 1);
    const RecordId family = office.create("family", { { "income", Value(100) }, { "rooms", Value(4) },
                                                        { "regNo", Value("Seven") }, { "note", Value("N") } });
    REQUIRE(office.sign("family", family));
    CHECK(office.count("SELECT perRoom FROM family") == 25);
    files.files().replace("base/profile.json", "2026.1", "2026.2");
    files.files().replace("base/records/family.json", "income / rooms", "income * rooms");
    files.files().replace("base/records/family.json", R"("names": ["regNo", "note"])", R"("names": ["regNo"])");
    const auto upgraded = office.store().upgrade(files.load());
    if (!upgraded)
        FAIL(describe(upgraded.error()));
    CHECK(office.count("SELECT perRoom FROM family") == 400);
    CHECK(office.count("SELECT count(*) FROM name WHERE folded = 'seven'") == 1);
    CHECK(office.problems() == "");
    const std::string dump = office.dump();
    office.rebuildEach();
    CHECK(office.dump() == dump);
}

TEST_CASE("what lies outside signatures stays outside, and what lies inside stays inside")
{
    const bool inside = GENERATE(true, false);
    OfficeProfile files;
    TestOffice office(files.load(), 1);
    files.files().replace("base/profile.json", "2026.1", "2026.2");
    if (inside)
        files.files().replace("base/records/family.json", R"("id": "note", "type": "note",)",
            R"("id": "note", "type": "note", "afterSigning": true,)");
    else
        files.files().replace("base/records/family.json", R"("id": "paid", "type": "money", "afterSigning": true,)",
            R"("id": "paid", "type": "money",)");
    const auto upgraded = office.store().upgrade(files.load());
    REQUIRE_FALSE(upgraded);
    CHECK(upgraded.error().code == base::ErrorCode::ProfileBroken);
    CHECK(upgraded.error().args.back() == "afterSigningChanged");
}

TEST_CASE("a profile that is no successor is refused and changes nothing")
{
    Versions versions;
    TestOffice office(versions.now, 1);
    const std::string dump = office.dump();
    const auto upgraded = office.store().upgrade(versions.old);
    REQUIRE_FALSE(upgraded);
    CHECK(upgraded.error().code == base::ErrorCode::ProfileBroken);
    CHECK(office.dump() == dump);
    office.create("family", { { "water", Value("well") } });
    CHECK(office.problems() == "");
}

} // namespace patronat::tests
