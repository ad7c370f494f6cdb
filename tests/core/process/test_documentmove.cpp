// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/documentmove.h"
#include "tests/core/process/caseoffice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>

using namespace patronat;
using base::Fields;
using base::RecordId;
using base::Result;
using base::Value;
using process::MoveAsked;
using tests::CaseOffice;

namespace {

/// A visit to the Петровы that stands in the case of the Ивановы, with the child that was seen.
struct Wrong
{
    CaseOffice place { 51 };
    RecordId worker;
    RecordId ivanovy;
    RecordId petrovy;
    RecordId wrongCard;
    RecordId rightCard;
    RecordId child; ///< member of the Ивановы
    RecordId visit;
    RecordId line; ///< who was seen

    Wrong()
    {
        place.on("2026-03-02");
        worker = place.staff("CURATOR");
        ivanovy = place.family("Ивановы");
        petrovy = place.family("Петровы");
        wrongCard = place.episode(ivanovy, "SURVEY");
        rightCard = place.episode(petrovy, "SURVEY");
        place.office().put("episode", wrongCard, { { "regNo", "2026/0001" } });
        for (const RecordId id : place.office().all("member"))
            if (reference("member", id, "family") == ivanovy
                && place.office().value("member", id, "role") == Value("son"))
                child = id;
        visit = place.office().create("visit",
            { { "family", ivanovy }, { "episode", wrongCard }, { "date", "2026-03-01" },
                { "kind", place.office().store().profile().classifier("visitKind")->codes[0].code },
                { "visitor", worker }, { "purpose", "Проверить, дома ли дети" },
                { "result", "held" }, { "observed", "Дети дома, накормлены" }, { "danger", 0 },
                { "agreed", "Записать детей в школу" }, { "nextVisit", "2026-03-15" } });
        line = place.office().create("visitPerson", { { "visit", visit }, { "member", child } });
    }

    RecordId reference(std::string_view type, RecordId id, const std::string& field)
    {
        const Value value = place.office().value(type, id, field);
        return value.reference() == nullptr ? RecordId() : *value.reference();
    }
    std::string key() const { return "visitPerson.member/" + line.hex(); }
    MoveAsked asked() const { return { visit, petrovy, "открыта не та карта", { { key(), {} } } }; }

    static Result<process::Moved> moveAt(CaseOffice& where, RecordId who, const MoveAsked& asked)
    {
        return where.office().store().write({ who, {}, {}, "moveDocument" },
            [&](store::WriteTx& tx) { return process::moveDocument(tx, asked); });
    }
    process::Moved moved(const MoveAsked& asked)
    {
        auto done = moveAt(place, worker, asked);
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
        return std::move(*done);
    }
    process::MovePlan plan(const MoveAsked& asked)
    {
        auto plan = place.office().store().read(
            [&](const store::ReadTx& tx) { return process::planMove(tx, asked); });
        REQUIRE(plan);
        return std::move(*plan);
    }
    /// "0 title" and "1 title" of what the two cases tell.
    std::vector<std::string> told(RecordId family)
    {
        std::vector<std::string> out;
        for (const RecordId id : place.office().all("documentMove"))
            if (reference("documentMove", id, "family") == family
                && place.office().get("documentMove", id).life != "removed")
                out.push_back(place.office().store().rules().title(
                    "documentMove", place.office().get("documentMove", id).values));
        return out;
    }
};

std::string codeOf(const Result<process::Moved>& refused)
{
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().args.size() > 1);
    CHECK(refused.error().args[0] == "move");
    return refused.error().args[1];
}

} // namespace

TEST_CASE(
    "A document of the wrong case goes to the right one with its lines, and both cases say so",
    "[process][move]")
{
    Wrong wrong;
    const process::Moved done = wrong.moved(wrong.asked());
    CHECK(wrong.reference("visit", done.record, "family") == wrong.petrovy);
    CHECK(wrong.reference("visit", done.record, "episode") == wrong.rightCard);
    CHECK(wrong.place.text("visit", done.record, "purpose") == "Проверить, дома ли дети");
    CHECK(wrong.place.office().get("visit", done.record).unit
        == wrong.place.office().get("family", wrong.petrovy).unit);
    CHECK(wrong.place.office().get("visit", wrong.visit).life == "removed");
    CHECK(wrong.place.office().get("visitPerson", wrong.line).life == "removed");
    CHECK(wrong.place.office().count("SELECT count(*) FROM visitPerson WHERE life NOT IN "
                                     "('removed', 'erased') AND member IS NULL")
        == 1);
    REQUIRE(wrong.told(wrong.ivanovy).size() == 1);
    REQUIRE(wrong.told(wrong.petrovy).size() == 1);
    CHECK(wrong.told(wrong.ivanovy)[0].find("открыта не та карта") != std::string::npos);
    CHECK(wrong.told(wrong.petrovy)[0].find("№ 2026/0001") != std::string::npos);
    CHECK(wrong.told(wrong.petrovy)[0].find("Ивановы") == std::string::npos);
    CHECK(wrong.place.office().problems().empty());

    SECTION("and one undo puts it back")
    {
        const auto undone
            = wrong.place.office().store().undo(wrong.place.office().lastGroup(), wrong.worker);
        REQUIRE(undone);
        CHECK(undone->impossible.empty());
        CHECK(wrong.place.office().get("visit", wrong.visit).life == "draft");
        CHECK(wrong.place.office().get("visitPerson", wrong.line).life == "draft");
        CHECK(wrong.place.office().get("visit", done.record).life == "removed");
        CHECK(wrong.told(wrong.ivanovy).empty());
        CHECK(wrong.place.office().problems().empty());
    }
}

TEST_CASE("Who is not of the right family is asked about before, and chosen or left empty",
    "[process][move]")
{
    Wrong wrong;
    MoveAsked asked = wrong.asked();
    asked.answers.clear();
    const process::MovePlan plan = wrong.plan(asked);
    REQUIRE(plan.questions.size() == 1);
    CHECK(plan.questions[0].key == wrong.key());
    CHECK(plan.questions[0].meant == wrong.child);
    CHECK(plan.questions[0].options.size() == 2);
    CHECK(codeOf(Wrong::moveAt(wrong.place, wrong.worker, asked)) == "choose");
    CHECK(wrong.place.office().get("visit", wrong.visit).life == "draft");

    asked.answers[wrong.key()] = plan.questions[0].options.back();
    const process::Moved done = wrong.moved(asked);
    const auto lines = wrong.place.office().store().read([&](const store::ReadTx& tx) {
        return Result<std::vector<RecordId>>(tx.children("visitPerson", "visit", done.record));
    });
    REQUIRE(lines);
    REQUIRE(lines->size() == 1);
    CHECK(wrong.reference("visitPerson", lines->front(), "member")
        == plan.questions[0].options.back());
}

TEST_CASE("A signed document stays annulled in the wrong case with its number, and its copy is "
          "signed anew",
    "[process][move]")
{
    Wrong wrong;
    const RecordId request = wrong.place.office().create("request",
        { { "family", wrong.ivanovy }, { "date", "2026-03-01" }, { "no", "16-01-2026/7" },
            { "text", "Просим сообщить об успеваемости" } });
    wrong.place.office().put("request", request,
        { { "kind",
            wrong.place.office().store().profile().classifier("requestKind")->codes[0].code } });
    // Signed without the rules of the form, which are not what this is about.
    MoveAsked asked { request, wrong.rightCard, "описка", {} };
    wrong.place.office().put("request", request, { { "contact", wrong.worker } });
    const auto done = wrong.place.office().store().write(
        { wrong.worker, {}, {}, "sign" }, [&](store::WriteTx& tx) -> Result<base::GroupId> {
            PATRONAT_LET(const auto plan, tx.read().signPlan("visit", wrong.visit));
            return tx.sign(plan);
        });
    INFO((done ? std::string() : describe(done.error())));
    REQUIRE(done);
    REQUIRE(wrong.place.office().get("visit", wrong.visit).life == "signed");
    const process::Moved moved = wrong.moved(wrong.asked());
    CHECK(moved.plan.isSigned);
    CHECK(wrong.place.office().get("visit", wrong.visit).life == "cancelled");
    CHECK(wrong.place.office().get("visitPerson", wrong.line).life == "cancelled");
    CHECK(wrong.place.office().get("visit", moved.record).life == "draft");
    CHECK(wrong.place.text("visit", moved.record, "purpose") == "Проверить, дома ли дети");

    const process::Moved letter = wrong.moved(asked);
    CHECK(letter.plan.number == "16-01-2026/7");
    CHECK(wrong.place.office().value("request", letter.record, "no").isNull());
    CHECK(wrong.place.text("request", request, "no") == "16-01-2026/7");

    SECTION("taken back, the original is where it was, to be signed anew")
    {
        const auto undone
            = wrong.place.office().store().undo(wrong.place.office().lastGroup(), wrong.worker);
        REQUIRE(undone);
        CHECK(wrong.place.office().get("request", letter.record).life == "removed");
        CHECK(wrong.place.office().get("request", request).life == "draft");
    }
}

TEST_CASE(
    "A move that cannot be is refused by its reason, and nothing is written", "[process][move]")
{
    Wrong wrong;
    MoveAsked asked = wrong.asked();
    SECTION("within one case")
    {
        asked.to = wrong.ivanovy;
        CHECK(codeOf(Wrong::moveAt(wrong.place, wrong.worker, asked)) == "sameCase");
    }
    SECTION("to what is no case")
    {
        asked.to = wrong.child;
        CHECK(codeOf(Wrong::moveAt(wrong.place, wrong.worker, asked)) == "noCase");
    }
    SECTION("without a reason")
    {
        asked.reason = " ";
        CHECK(codeOf(Wrong::moveAt(wrong.place, wrong.worker, asked)) == "reason");
    }
    SECTION("of the registration card")
    {
        asked.record = wrong.wrongCard;
        CHECK(codeOf(Wrong::moveAt(wrong.place, wrong.worker, asked)) == "notMovable");
    }
    SECTION("of what is removed")
    {
        const auto heads = wrong.place.office().heads("visit", wrong.visit);
        REQUIRE(wrong.place.office().remove("visit", wrong.visit, heads));
        CHECK(codeOf(Wrong::moveAt(wrong.place, wrong.worker, asked)) == "removed");
    }
    CHECK(wrong.place.office().count("SELECT count(*) FROM documentMove") == 0);
}

TEST_CASE(
    "What another office writes to the document meanwhile is shown to a person, in every order",
    "[process][move]")
{
    Wrong wrong;
    CaseOffice other(52);
    other.on("2026-03-02", 13);
    tests::deliver(wrong.place.office(), other.office());
    const process::Moved done = wrong.moved(wrong.asked());
    other.office().put("visit", wrong.visit, { { "purpose", "Проверить жильё" } });

    const auto check = [&](CaseOffice& place) {
        const auto conflicts = place.office().conflicts();
        CHECK(std::any_of(conflicts.begin(), conflicts.end(),
            [&](const store::OpenConflict& one) { return one.record == wrong.visit; }));
        const auto seen = place.office().state("visit", wrong.visit);
        bool isKept = false;
        for (const journal::Conflict& conflict : seen.conflicts)
            for (const journal::Candidate& candidate : conflict.candidates)
                isKept = isKept || candidate.value == Value("Проверить жильё");
        CHECK((isKept || seen.values.at("purpose") == Value("Проверить жильё")));
        CHECK(place.text("visit", done.record, "purpose") == "Проверить, дома ли дети");
    };
    for (const std::uint64_t seed : { 61U, 62U, 63U, 64U }) {
        CAPTURE(seed);
        auto third = std::make_unique<CaseOffice>(seed);
        base::SeededRandom random(seed);
        tests::deliverShuffled(
            seed % 2 == 0 ? other.office() : wrong.place.office(), third->office(), random);
        tests::deliverShuffled(
            seed % 2 == 0 ? wrong.place.office() : other.office(), third->office(), random);
        check(*third);
    }
    tests::deliver(wrong.place.office(), other.office());
    tests::deliver(other.office(), wrong.place.office());
    check(wrong.place);
    check(other);
    CHECK(wrong.place.office().digest() == other.office().digest());
}
