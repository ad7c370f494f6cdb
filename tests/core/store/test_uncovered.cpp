// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/office.h"

#include <catch2/catch.hpp>

namespace patronat::tests {

using base::OperationId;
using base::RecordId;
using base::Value;

namespace {

/// A family that is signed with its members, and visits to these as the second level.
std::shared_ptr<const profile::Profile> small()
{
    static const auto loaded = [] {
        OfficeProfile files;
        files.advance();
        files.files().replace(
            "base/records/family.json", R"("signsWith": ["member"])", R"("signsWith": ["member", "visit"])");
        return files.load();
    }();
    return loaded;
}

struct Paper {
    TestOffice a { small(), 1 };
    TestOffice b { small(), 2 };
    RecordId family = a.create("family", { { "note", Value("n") } });
    RecordId member = a.create("member", { { "family", Value(family) } });
    RecordId visit = a.create("visit", { { "member", Value(member) } });
    Paper() { REQUIRE(a.sign("family", family)); }

    static std::vector<store::UncoveredChild> uncovered(TestOffice& office)
    {
        return office.store()
            .read([](const store::ReadTx& tx) -> base::Result<std::vector<store::UncoveredChild>> {
                return tx.uncoveredChildren();
            })
            .value();
    }
};

} // namespace

TEST_CASE("children that a signature covers are not beside it, nor those of what is not signed")
{
    Paper paper;
    const RecordId open = paper.a.create("family", {});
    paper.a.create("member", { { "family", Value(open) } });
    CHECK(paper.a.get("visit", paper.visit).life == "signed");
    CHECK(Paper::uncovered(paper.a).empty());
}

TEST_CASE("a child added under a signed record, here or elsewhere, is shown as having come beside")
{
    Paper paper;
    const RecordId here = paper.a.create("member", { { "family", Value(paper.family) } });
    deliver(paper.a, paper.b);
    const RecordId under = paper.b.create("visit", { { "member", Value(paper.member) } });
    deliver(paper.b, paper.a);
    const auto found = Paper::uncovered(paper.a);
    REQUIRE(found.size() == 2);
    CHECK(found[0].parentType == "family");
    CHECK(found[0].parent == paper.family);
    CHECK(found[0].childType == "member");
    CHECK(found[0].child == here);
    CHECK(found[0].operation.id == base::idCast<OperationId>(here));
    CHECK(found[1].parent == paper.family);
    CHECK(found[1].childType == "visit");
    CHECK(found[1].child == under);
    CHECK(Paper::uncovered(paper.b).size() == 2);
}

TEST_CASE("what lies under a child that came beside came beside, too, signed by itself or not")
{
    Paper paper;
    const RecordId late = paper.a.create("member", { { "family", Value(paper.family) } });
    const RecordId below = paper.a.create("visit", { { "member", Value(late) } });
    REQUIRE(paper.a.sign("member", late));
    const auto found = Paper::uncovered(paper.a);
    REQUIRE(found.size() == 2);
    CHECK(found[0].child == late);
    CHECK(found[1].child == below);
}

TEST_CASE("a child beside a signature goes when it is removed or when the record is signed anew with it")
{
    Paper paper;
    const RecordId removed = paper.a.create("member", { { "family", Value(paper.family) } });
    const RecordId taken = paper.a.create("member", { { "family", Value(paper.family) } });
    REQUIRE(Paper::uncovered(paper.a).size() == 2);
    REQUIRE(paper.a.remove("member", removed, paper.a.heads("member", removed)));
    REQUIRE(Paper::uncovered(paper.a).size() == 1);
    REQUIRE(paper.a.cancel("family", paper.family, paper.a.heads("family", paper.family)));
    CHECK(Paper::uncovered(paper.a).empty());
    // The member keeps its signature: cancelled alone, the family is signed anew and covers it as before.
    REQUIRE(paper.a.sign("family", paper.family));
    CHECK(paper.a.get("member", taken).life == "signed");
    CHECK(Paper::uncovered(paper.a).empty());
}

TEST_CASE("cancelling a record cancels with it what was signed with it, and nothing that was signed by itself")
{
    Paper paper;
    const RecordId own = paper.a.create("member", { { "family", Value(paper.family) } });
    const RecordId below = paper.a.create("visit", { { "member", Value(own) } });
    REQUIRE(paper.a.sign("member", own));
    const auto plan = [&](TestOffice& office) {
        return office.store()
            .read([&](const store::ReadTx& tx) { return tx.cancelPlan("family", paper.family); })
            .value();
    };
    const store::SignPlan falls = plan(paper.a);
    REQUIRE(falls.size() == 3);
    CHECK(falls[0].id == paper.family);
    CHECK(falls[1].id == paper.member);
    CHECK(falls[2].id == paper.visit);
    const auto group = paper.a.store().write(paper.a.by(), [&](store::WriteTx& tx) { return tx.cancel(falls); });
    REQUIRE(group);
    for (const auto& [type, id] : { std::pair("family", paper.family), std::pair("member", paper.member),
             std::pair("visit", paper.visit) }) {
        CHECK(paper.a.get(type, id).life == "cancelled");
        const auto history = paper.a.store().read([&](const store::ReadTx& tx) { return tx.history(type, id); }).value();
        CHECK(history.back().kind == journal::Kind::Cancel);
        CHECK(history.back().group == *group);
    }
    CHECK(paper.a.get("member", own).life == "signed");
    CHECK(paper.a.get("visit", below).life == "draft");

    // A part can be corrected now, elsewhere, too, and the next signature covers all of them again.
    deliver(paper.a, paper.b);
    CHECK(paper.b.get("visit", paper.visit).life == "cancelled");
    const store::SignPlan fallen { falls.front(), { "member", paper.member, paper.a.heads("member", paper.member) } };
    CHECK_FALSE(paper.a.store().write(paper.a.by(), [&](store::WriteTx& tx) { return tx.cancel(fallen); }));
    REQUIRE(paper.a.sign("family", paper.family));
    CHECK(plan(paper.a).size() == 3);
}

TEST_CASE("a part signed anew elsewhere, while its record was cancelled here, keeps that signature")
{
    Paper paper;
    deliver(paper.a, paper.b);
    const auto falls = [&](TestOffice& office) {
        return office.store()
            .read([&](const store::ReadTx& tx) { return tx.cancelPlan("family", paper.family); })
            .value();
    };
    const store::SignPlan before = falls(paper.a);
    REQUIRE(paper.b.cancel("member", paper.member, paper.b.heads("member", paper.member)));
    REQUIRE(paper.b.sign("member", paper.member));
    REQUIRE(paper.a.store().write(paper.a.by(), [&](store::WriteTx& tx) { return tx.cancel(before); }));
    deliver(paper.b, paper.a);
    deliver(paper.a, paper.b);
    for (TestOffice* office : { &paper.a, &paper.b }) {
        CHECK(office->get("family", paper.family).life == "cancelled");
        CHECK(office->get("visit", paper.visit).life == "cancelled");
        CHECK(office->get("member", paper.member).life == "signed");
    }
}

TEST_CASE("a child whose own signature was cancelled lies beside that of its record")
{
    Paper paper;
    REQUIRE(paper.a.cancel("member", paper.member, paper.a.heads("member", paper.member)));
    const auto found = Paper::uncovered(paper.a);
    REQUIRE(found.size() == 1);
    CHECK(found.front().child == paper.member);
}

} // namespace patronat::tests
