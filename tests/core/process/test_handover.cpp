// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/paper.h"
#include "core/process/caseholders.h"
#include "core/process/handover.h"
#include "tests/core/process/caseoffice.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat;
using base::Fields;
using base::RecordId;
using base::Result;
using base::Value;
using process::HandedCase;
using process::HandOverAsked;
using tests::CaseOffice;

namespace {

constexpr const char* kToday = "2026-03-02";

RecordId worker(CaseOffice& place, const char* surname)
{
    return place.office().create("staff",
        { { "surname", Value(surname) }, { "firstName", "Анна" }, { "patronymic", "Ильинична" },
            { "post", "специалист" }, { "role", "CURATOR" } });
}

/// An office with one curator and her case: a signed programme with a measure of hers that is due,
/// and a contract that is not signed yet.
struct Desk
{
    CaseOffice place { 41 };
    RecordId old;
    RecordId next;
    RecordId family;
    RecordId episode;
    RecordId programme;
    RecordId measure;
    RecordId contract;

    Desk()
    {
        place.on(kToday);
        old = worker(place, "Старова");
        next = worker(place, "Новикова");
        family = place.family("Ивановы");
        episode = place.episode(family, "PROGRAMME_ACTIVE");
        place.office().put("episode", episode, { { "caseManager", old }, { "regNo", "2026/0001" } });
        programme = place.office().create("programme",
            { { "family", family }, { "episode", episode }, { "kind", "IPR" }, { "first", "first" },
                { "from", "2026-02-01" }, { "to", "2026-08-01" }, { "approvalNo", "3" },
                { "approvalDate", "2026-02-01" }, { "curator", old },
                { "goal", "Вернуть детей в школу" }, { "familyConsent", "agreed" } });
        measure = place.office().create("measure",
            { { "programme", programme }, { "family", family }, { "n", 1 }, { "block", "1" },
                { "title", "Помочь с пособием" }, { "responsibleStaff", old },
                { "due", "2026-03-20" }, { "state", "notStarted" } });
        place.signAlone("programme", programme);
        signMeasure();
        contract = place.office().create(
            "contract", { { "family", family }, { "episode", episode }, { "curator", old } });
    }

    void signMeasure()
    {
        place.office().put("measure", measure,
            { { "subject", "1" }, { "targets", "семья" },
                { "problem",
                    place.office().create("problem",
                        { { "programme", programme }, { "n", 1 } }) } });
        place.signAlone("measure", measure);
    }

    Result<process::HandedOver> hand(const HandOverAsked& asked)
    {
        return place.office().store().write({ old, {}, {}, "handOver", true },
            [&](store::WriteTx& tx) { return process::handOver(tx, asked); });
    }

    process::HandedOver handed(const HandOverAsked& asked)
    {
        auto done = hand(asked);
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
        return std::move(*done);
    }

    HandOverAsked asked(std::string until = {}) const
    {
        return { old, next, { family }, false, std::move(until), "отпуск", "№ 12-к" };
    }

    /// Whose the dates of one kind are on a day.
    RecordId whoseOn(const std::string& today, std::string_view deadline)
    {
        const auto all = place.office().store().read(
            [&](const store::ReadTx& tx) { return process::deadlines(tx, today); });
        REQUIRE(all);
        for (const process::OpenDeadline& one : *all)
            if (one.deadline->id == deadline)
                return one.who;
        return {};
    }

    std::set<RecordId> familiesOn(const std::string& today, RecordId who)
    {
        auto all = place.office().store().read(
            [&](const store::ReadTx& tx) -> Result<std::set<RecordId>> {
                return process::familiesOf(tx, who, today);
            });
        REQUIRE(all);
        return std::move(*all);
    }

    RecordId referenceIn(std::string_view type, RecordId id, const std::string& field)
    {
        const Value value = place.office().value(type, id, field);
        return value.reference() == nullptr ? RecordId() : *value.reference();
    }
};

std::string codeOf(const Result<process::HandedOver>& refused)
{
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::InvalidArgument);
    REQUIRE(refused.error().args.size() > 1);
    CHECK(refused.error().args[0] == "handOver");
    return refused.error().args[1];
}

} // namespace

TEST_CASE("Whose work a case is follows from its hand-overs and the day", "[process][handover]")
{
    const RecordId a { 1, 1 };
    const RecordId b { 1, 2 };
    const RecordId c { 1, 3 };
    const RecordId family { 1, 9 };
    const HandedCase forGood { family, a, b, false, "2026-02-01", {} };
    const HandedCase leave { family, b, c, true, "2026-03-01", "2026-03-14" };

    CHECK(process::holderOn({}, a, a, "2026-03-02") == a);
    CHECK(process::holderOn({ forGood }, b, a, "2026-01-31") == a); // not yet
    CHECK(process::holderOn({ forGood }, b, a, "2026-02-01") == b);
    CHECK(process::holderOn({ forGood, leave }, b, a, "2026-03-14") == c);
    CHECK(process::holderOn({ forGood, leave }, b, a, "2026-03-15") == b);
    CHECK(process::holderOn({ forGood, leave }, b, RecordId(), "2026-03-14").isNull());

    SECTION("who has got the case back keeps what is hers")
    {
        const HandedCase back { family, b, a, false, "2026-02-20", {} };
        CHECK(process::holderOn({ forGood, back }, a, a, "2026-03-02") == a);
        CHECK(process::holderOn({ forGood, back }, a, b, "2026-03-02") == a);
    }
    SECTION("of two who stand in the newest counts, and two who stand in for each other end it")
    {
        const HandedCase other { family, b, a, true, "2026-03-05", "2026-03-07" };
        CHECK(process::holderOn({ leave, other }, b, b, "2026-03-06") == a);
        CHECK(process::holderOn({ leave, other }, b, b, "2026-03-08") == c);
        const HandedCase circle { family, c, b, true, "2026-03-01", "2026-03-14" };
        CHECK(process::holderOn({ leave, circle }, b, b, "2026-03-06") == c);
    }
}

TEST_CASE("A case handed over for good takes along what is open, and leaves what is signed",
    "[process][handover]")
{
    Desk desk;
    REQUIRE(desk.whoseOn(kToday, "measure.due") == desk.old);
    const process::HandedOver done = desk.handed(desk.asked());
    CHECK(desk.referenceIn("episode", desk.episode, "caseManager") == desk.next);
    CHECK(desk.referenceIn("contract", desk.contract, "curator") == desk.next);
    // Signed: as it was, and its dates are the new one's all the same.
    CHECK(desk.referenceIn("programme", desk.programme, "curator") == desk.old);
    CHECK(desk.referenceIn("measure", desk.measure, "responsibleStaff") == desk.old);
    CHECK(desk.place.office().get("measure", desk.measure).life == "signed");
    CHECK(desk.whoseOn(kToday, "measure.due") == desk.next);
    CHECK(desk.familiesOn(kToday, desk.old).empty());
    CHECK(desk.familiesOn(kToday, desk.next) == std::set { desk.family });
    REQUIRE(done.plan.cases.size() == 1);
    CHECK(done.plan.follows() == 2);
    CHECK(done.plan.stays() == 2);
    CHECK_FALSE(done.number.empty());
    CHECK(desk.place.office().count("SELECT count(*) FROM handedCase") == 1);

    SECTION("and one undo takes all of it back")
    {
        const auto undone
            = desk.place.office().store().undo(desk.place.office().lastGroup(), desk.old);
        REQUIRE(undone);
        CHECK(undone->impossible.empty());
        CHECK(desk.referenceIn("episode", desk.episode, "caseManager") == desk.old);
        CHECK(desk.referenceIn("contract", desk.contract, "curator") == desk.old);
        CHECK(desk.whoseOn(kToday, "measure.due") == desk.old);
        CHECK(desk.place.office().get("caseHandOver", done.act).life == "removed");
        CHECK(desk.place.office().problems().empty());
    }
    SECTION("and its act is printed with the case and both names")
    {
        const auto paper = desk.place.office().store().read(
            [&](const store::ReadTx& tx) -> Result<documents::Rendered> {
                return documents::renderPaper(tx.connection(), tx.profile(), "caseHandOver",
                    done.act, { "ru", kToday, false });
            });
        INFO((paper ? std::string() : describe(paper.error())));
        REQUIRE(paper);
        for (const char* words : { "Ивановы", "Старова А.И.", "Новикова А.И.", "№ 12-к" }) {
            INFO(words);
            CHECK(paper->html.find(words) != std::string::npos);
            CHECK(paper->flatOdt->find(words) != std::string::npos);
        }
        CHECK(paper->html.find("замещения") == std::string::npos);
    }
}

TEST_CASE("A substitute has the case until the day, and then it is the curator's by itself",
    "[process][handover]")
{
    Desk desk;
    desk.handed(desk.asked("2026-03-14"));
    CHECK(desk.referenceIn("episode", desk.episode, "caseManager") == desk.old);
    CHECK(desk.referenceIn("contract", desk.contract, "curator") == desk.old);
    CHECK(desk.whoseOn("2026-03-14", "measure.due") == desk.next);
    CHECK(desk.familiesOn("2026-03-14", desk.next) == std::set { desk.family });
    CHECK(desk.familiesOn("2026-03-14", desk.old) == std::set { desk.family });
    CHECK(desk.whoseOn("2026-03-15", "measure.due") == desk.old);
    CHECK(desk.familiesOn("2026-03-15", desk.next).empty());
}

TEST_CASE("All cases of one curator go in one action", "[process][handover]")
{
    Desk desk;
    const RecordId second = desk.place.episode(desk.place.family("Петровы"), "SURVEY");
    desk.place.office().put("episode", second, { { "caseManager", desk.old } });
    const RecordId foreign = desk.place.episode(desk.place.family("Чужие"), "SURVEY");
    desk.place.office().put("episode", foreign, { { "caseManager", desk.next } });
    HandOverAsked asked { desk.old, desk.next, {}, true, {}, "увольнение" };
    const process::HandedOver done = desk.handed(asked);
    CHECK(done.plan.cases.size() == 2);
    CHECK(desk.referenceIn("episode", second, "caseManager") == desk.next);
    CHECK(desk.familiesOn(kToday, desk.next).size() == 3);
}

TEST_CASE("A hand-over that cannot be is refused by its reason, and nothing is written",
    "[process][handover]")
{
    Desk desk;
    HandOverAsked asked = desk.asked();
    SECTION("to oneself")
    {
        asked.to = asked.from;
        CHECK(codeOf(desk.hand(asked)) == "sameStaff");
    }
    SECTION("without a reason")
    {
        asked.reason = "  ";
        CHECK(codeOf(desk.hand(asked)) == "reason");
    }
    SECTION("until a day that has passed")
    {
        asked.until = "2026-03-01";
        CHECK(codeOf(desk.hand(asked)) == "until");
    }
    SECTION("of a case that somebody else leads")
    {
        asked.from = desk.next;
        asked.to = desk.old;
        CHECK(codeOf(desk.hand(asked)) == "notTheirs");
    }
    SECTION("of what is no case")
    {
        asked.cases = { desk.contract };
        CHECK(codeOf(desk.hand(asked)) == "notACase");
    }
    SECTION("of a case that is closed")
    {
        desk.place.office().put("episode", desk.episode, { { "endDate", "2026-03-01" } });
        CHECK(codeOf(desk.hand(asked)) == "closedCase");
    }
    SECTION("to somebody who has left")
    {
        desk.place.office().put("staff", desk.next, { { "to", "2026-02-28" } });
        CHECK(codeOf(desk.hand(asked)) == "leftStaff");
    }
    CHECK(desk.place.office().count("SELECT count(*) FROM handedCase") == 0);
    CHECK(desk.place.office().count("SELECT count(*) FROM caseHandOver") == 0);
}

TEST_CASE("Two offices that hand one case to two people show it to a person, in either order",
    "[process][handover]")
{
    Desk desk;
    CaseOffice other(42);
    other.on(kToday, 13);
    tests::deliver(desk.place.office(), other.office());
    const RecordId third = worker(other, "Третьякова");
    desk.handed(desk.asked());
    const auto there = other.office().store().write(
        { desk.old, {}, {}, "handOver", true }, [&](store::WriteTx& tx) {
            return process::handOver(
                tx, { desk.old, third, { desk.family }, false, {}, "перевод" });
        });
    REQUIRE(there);
    tests::deliver(desk.place.office(), other.office());
    tests::deliver(other.office(), desk.place.office());
    CHECK(desk.place.office().digest() == other.office().digest());
    const auto conflicts = desk.place.office().conflicts();
    CHECK(std::any_of(conflicts.begin(), conflicts.end(), [&](const store::OpenConflict& one) {
        return one.record == desk.episode && one.field == "caseManager";
    }));
    HandOverAsked again { desk.referenceIn("episode", desk.episode, "caseManager"), desk.old,
        { desk.family }, false, {}, "ещё раз" };
    CHECK(codeOf(desk.hand(again)) == "conflict"); // a person settles it first
}
