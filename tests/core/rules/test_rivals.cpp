// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/findings.h"
#include "core/store/keptreasons.h"
#include "core/store/rebuild.h"
#include "tests/core/rules/ruleworld.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat;
using namespace patronat::tests;
using base::Fields;
using base::RecordId;

namespace {

/// An office of the shipped profile that looks, as a merge does, for what arrivals leave.
class Site
{
public:
    explicit Site(std::uint64_t seed)
        : office(shippedProfile("ru-ta"), seed)
    {
        std::int64_t noon = 0;
        REQUIRE(base::parseIsoDate("2026-03-20", noon));
        office.clock().set(noon + 43'200'000 + static_cast<std::int64_t>(seed));
        office.store().onChanged([this](const store::Changes& changes) {
            m_touched.insert(m_touched.end(), changes.begin(), changes.end());
        });
    }

    void hear(Site& other)
    {
        deliver(other.office, office);
        judge();
    }
    void hearShuffled(Site& other, std::uint64_t seed)
    {
        base::SeededRandom random(seed);
        deliverShuffled(other.office, office, random);
        judge();
    }
    /// "rival BR-01 episode" of each, sorted, with the records behind.
    std::vector<std::string> rivals()
    {
        std::vector<std::string> out;
        const auto read = office.store().read([&](const store::ReadTx& tx) -> base::Result<int> {
            for (const store::Finding& finding : store::findings(tx))
                if (finding.kind == "rival")
                    out.push_back(finding.argument.substr(0, finding.argument.find(':')) + ' '
                        + finding.type + ' ' + finding.field + ' ' + finding.record.hex());
            return 0;
        });
        REQUIRE(read);
        std::sort(out.begin(), out.end());
        return out;
    }
    /// The rules of severity W that are findings.
    std::vector<std::string> warnings()
    {
        std::vector<std::string> out;
        const auto read = office.store().read([&](const store::ReadTx& tx) -> base::Result<int> {
            for (const store::Finding& finding : store::findings(tx))
                if (finding.kind == "brokenRule"
                    && finding.severity == profile::Severity::Warning)
                    out.push_back(finding.argument);
            return 0;
        });
        REQUIRE(read);
        return out;
    }
    TestOffice office;

private:
    void judge()
    {
        const store::Changes changes = std::exchange(m_touched, {});
        REQUIRE(office.store().bulk([&](store::Store::Inner& inner) {
            return inner.judge.update(changes, office.clock().today());
        }));
        m_touched.clear();
    }
    store::Changes m_touched;
};

struct TwoDistricts
{
    Site a { 1 };
    Site b { 2 };
    RecordId here = a.office.create("territory",
        { { "code", "16-91" }, { "name", "Учебный район" }, { "kind", "district" } });
    RecordId there = a.office.create("territory",
        { { "code", "16-92" }, { "name", "Соседний район" }, { "kind", "district" } });
    RecordId ours = a.office.create("organisation",
        { { "code", "К91" }, { "name", "КЦСОН" }, { "kind", "KCSON" }, { "territory", here } });
    RecordId theirs = a.office.create("organisation",
        { { "code", "К92" }, { "name", "КЦСОН-2" }, { "kind", "KCSON" }, { "territory", there } });
    RecordId family = a.office.create("family", { { "name", "Сафины" }, { "territory", here } });

    TwoDistricts() { b.hear(a); }
    void meet()
    {
        a.hear(b);
        b.hear(a);
    }
    static RecordId card(Site& site, RecordId family, RecordId organisation,
        const char* kind = "SUPPORT")
    {
        return site.office.create("episode",
            { { "family", family }, { "organisation", organisation }, { "kind", kind },
                { "regDate", "2026-03-02" } });
    }
};

std::vector<std::string> both(const std::string& what, RecordId one, RecordId other)
{
    std::vector<std::string> out { what + ' ' + one.hex(), what + ' ' + other.hex() };
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<std::string> together(std::vector<std::string> one, const std::vector<std::string>& other)
{
    one.insert(one.end(), other.begin(), other.end());
    std::sort(one.begin(), one.end());
    return one;
}

} // namespace

TEST_CASE("Two open registrations of one family are a finding at every site, until one of them ends")
{
    TwoDistricts two;
    const RecordId first = TwoDistricts::card(two.a, two.family, two.ours);
    const RecordId second = TwoDistricts::card(two.b, two.family, two.ours);
    two.meet();
    const auto expected = both("BR-01 episode family", first, second);
    CHECK(two.a.rivals() == expected);
    CHECK(two.b.rivals() == expected);
    Site third(3);
    third.hearShuffled(two.b, 7);
    CHECK(third.rivals() == expected);
    // A supervisor closes the mistaken one; everybody hears of it.
    two.b.office.put("episode", second, { { "endDate", "2026-03-10" } });
    two.meet();
    CHECK(two.a.rivals().empty());
    CHECK(two.b.rivals().empty());
}

TEST_CASE("A family open in two districts is a finding whatever the kind of work, solved by removal too")
{
    TwoDistricts two;
    const RecordId first = TwoDistricts::card(two.a, two.family, two.ours);
    const RecordId second = TwoDistricts::card(two.b, two.family, two.theirs, "PATRONAGE");
    two.meet();
    const auto expected = both("BR-43 episode family", first, second);
    CHECK(two.a.rivals() == expected);
    CHECK(two.b.rivals() == expected);
    REQUIRE(two.a.office.remove("episode", first, two.a.office.heads("episode", first)));
    two.meet();
    CHECK(two.a.rivals().empty());
    CHECK(two.b.rivals().empty());
    REQUIRE(two.b.office.restore("episode", first, two.b.office.heads("episode", first)));
    two.meet();
    CHECK(two.a.rivals() == expected);
    CHECK(two.b.rivals() == expected);
}

TEST_CASE("Of three registrations each pair is told of, and what is left over stays told")
{
    TwoDistricts two;
    const RecordId first = TwoDistricts::card(two.a, two.family, two.ours);
    const RecordId second = TwoDistricts::card(two.b, two.family, two.ours);
    const RecordId third = TwoDistricts::card(two.b, two.family, two.theirs);
    two.meet();
    const auto openTwice = together(both("BR-01 episode family", first, second),
        { "BR-01 episode family " + third.hex() });
    const auto inTwo = together(both("BR-43 episode family", first, second),
        { "BR-43 episode family " + third.hex() });
    CHECK(two.a.rivals() == together(openTwice, inTwo));
    CHECK(two.b.rivals() == two.a.rivals());
    two.a.office.put("episode", third, { { "endDate", "2026-03-10" } });
    two.meet();
    CHECK(two.a.rivals() == both("BR-01 episode family", first, second));
    CHECK(two.b.rivals() == two.a.rivals());
}

TEST_CASE("A child that two offices put into two families is a finding of both memberships")
{
    TwoDistricts two;
    const RecordId child = two.a.office.create(
        "person", { { "surname", "Сафин" }, { "firstName", "Тимур" }, { "sex", "m" } });
    const RecordId other
        = two.a.office.create("family", { { "name", "Каримовы" }, { "territory", two.there } });
    two.b.hear(two.a);
    const RecordId here = two.a.office.create(
        "member", { { "family", two.family }, { "person", child }, { "role", "son" } });
    const RecordId there = two.b.office.create(
        "member", { { "family", other }, { "person", child }, { "role", "grandson" } });
    two.meet();
    CHECK(two.a.rivals() == both("BR-02 member person", here, there));
    CHECK(two.b.rivals() == two.a.rivals());
    two.b.office.put("member", here, { { "to", "2026-03-15" } });
    two.meet();
    CHECK(two.a.rivals().empty());
    CHECK(two.b.rivals().empty());
}

TEST_CASE("Two programmes signed apart are a finding, the one that corrects the other is none")
{
    TwoDistricts two;
    const RecordId card = TwoDistricts::card(two.a, two.family, two.ours);
    two.b.hear(two.a);
    const auto signedAt = [&](Site& site, const Fields& more) {
        Fields fields { { "family", two.family }, { "episode", card }, { "kind", "IPR" },
            { "no", "1-2026" }, { "first", "first" }, { "from", "2026-03-10" }, { "to", "2026-09-10" },
            { "approvalNo", "3" }, { "approvalDate", "2026-03-10" },
            { "curator",
                site.office.create("staff", { { "surname", "Галиева" }, { "firstName", "А" } }) },
            { "goal", "Вернуть детей в школу" }, { "familyConsent", "agreed" } };
        for (const auto& [field, value] : more)
            fields[field] = value;
        const RecordId made = site.office.create("programme", fields);
        const auto done = site.office.sign("programme", made);
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
        return made;
    };
    const RecordId first = signedAt(two.a, {});
    const RecordId second = signedAt(two.b, {});
    two.meet();
    CHECK(two.a.rivals() == both("BR-11 programme family", first, second));
    CHECK(two.b.rivals() == two.a.rivals());
    two.a.office.put("programme", second, { { "endedAt", "2026-03-18" }, { "result", "finish" } });
    two.meet();
    CHECK(two.a.rivals().empty());
    signedAt(two.a, { { "revises", first }, { "revisionReason", "Ошибка в сроке" } });
    two.meet();
    CHECK(two.a.rivals().empty());
    CHECK(two.b.rivals().empty());
}

TEST_CASE("A warning that somebody explained is no finding anywhere, until the explanation is taken back")
{
    Site a(1);
    Site b(2);
    TestOffice& office = a.office;
    const RecordId body = office.create("body",
        { { "name", "Консилиум" }, { "kind", "CONSILIUM" },
            { "territory", office.create("territory",
                               { { "code", "16-91" }, { "name", "Район" }, { "kind", "district" } }) } });
    const auto member = [&](int n, const char* role) {
        return office.create("bodyMember",
            { { "body", body }, { "n", n }, { "surname", "Член" }, { "firstName", "А" },
                { "post", "член" }, { "subject", "2" }, { "role", role }, { "voting", 1 },
                { "from", "2025-01-01" } });
    };
    const RecordId meeting = office.create("meeting",
        { { "body", body }, { "date", "2026-04-20" }, { "timeStart", "2026-04-20T07:00:00Z" },
            { "place", "Арск" }, { "form", "working" }, { "chair", member(1, "chair") },
            { "secretary", member(2, "secretary") } });
    REQUIRE(office.sign("meeting", meeting)); // as an older program did, without a word
    b.hear(a);
    const std::vector<std::string> open { "meeting-future" };
    CHECK(a.warnings() == open);
    CHECK(b.warnings() == open);

    const auto explained = b.office.store().write(b.office.by(), [&](store::WriteTx& tx) {
        return store::keepReason(
            tx, { "meeting-future", "Протокол готовится заранее", {}, "meeting", meeting });
    });
    REQUIRE(explained);
    a.hear(b);
    CHECK(b.warnings().empty());
    CHECK(a.warnings().empty());
    Site third(3);
    third.hearShuffled(b, 5);
    CHECK(third.warnings().empty());

    REQUIRE(a.office.remove(
        "warningReason", *explained, a.office.heads("warningReason", *explained)));
    b.hear(a);
    CHECK(a.warnings() == open);
    CHECK(b.warnings() == open);
}

TEST_CASE("A rebuild finds again what stands twice")
{
    TwoDistricts two;
    TwoDistricts::card(two.a, two.family, two.ours);
    TwoDistricts::card(two.b, two.family, two.theirs);
    two.meet();
    const auto before = two.a.rivals();
    REQUIRE(before.size() == 4);
    base::Job job;
    REQUIRE(store::rebuildAll(two.a.office.store(), job));
    CHECK(two.a.rivals() == before);
}
