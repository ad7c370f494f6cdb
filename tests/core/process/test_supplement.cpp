// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/paper.h"
#include "core/process/signing.h"
#include "core/process/supplement.h"
#include "tests/core/process/caseoffice.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat;
using base::Fields;
using base::RecordId;
using base::Result;
using base::Value;
using tests::CaseOffice;

namespace {

constexpr const char* kToday = "2026-03-02";

/// An approved programme with two measures, and a supplement to it that is not approved yet.
struct Approved
{
    CaseOffice place { 71 };
    RecordId worker;
    RecordId family;
    RecordId episode;
    RecordId programme;
    RecordId problem;
    RecordId first;
    RecordId second;
    RecordId supplement;

    Approved()
    {
        place.on(kToday);
        worker = place.staff("CURATOR");
        family = place.family("Ивановы");
        episode = place.episode(family, "PROGRAMME_ACTIVE");
        place.office().put(
            "episode", episode, { { "caseManager", worker }, { "regNo", "2026/0001" } });
        programme = place.office().create("programme",
            { { "family", family }, { "episode", episode }, { "kind", "IPR" }, { "first", "first" },
                { "from", "2026-02-01" }, { "to", "2026-08-01" }, { "approvalNo", "3" },
                { "approvalDate", "2026-02-01" }, { "curator", worker },
                { "goal", "Вернуть детей в школу" }, { "familyConsent", "agreed" } });
        problem = place.office().create("problem",
            { { "programme", programme }, { "n", 1 }, { "kind", code("familyProblem") },
                { "severity", code("severity") } });
        first = measure(1, "Помочь с пособием", "2026-03-24");
        second = measure(2, "Занятия с психологом", "2026-04-20");
        const RecordId person = place.office().create(
            "person", { { "surname", "Иванов" }, { "firstName", "Марат" } });
        const RecordId member = place.office().create(
            "member", { { "family", family }, { "person", person }, { "role", "ward" } });
        place.office().create(
            "measureTarget", { { "measure", second }, { "n", 1 }, { "member", member } });
        signed_("programme", programme);
        supplement = draft();
    }

    Value code(const char* classifier)
    {
        return Value(place.office().store().profile().classifier(classifier)->codes.front().code);
    }
    RecordId measure(int n, const char* title, const char* due)
    {
        return place.office().create("measure",
            { { "programme", programme }, { "family", family }, { "n", n },
                { "block", code("measureBlock") }, { "title", Value(title) },
                { "problem", problem }, { "targets", "семья" },
                { "subject", code("preventionSubject") }, { "responsibleStaff", worker },
                { "due", Value(due) }, { "state", "notStarted" } });
    }
    RecordId draft()
    {
        return place.office().create("supplement",
            { { "programme", programme }, { "family", family }, { "date", kToday },
                { "reasons", R"(["situation"])" }, { "approvalNo", "5" },
                { "approvalDate", kToday }, { "familyConsent", "agreed" }, { "author", worker } });
    }
    RecordId line(const char* change, RecordId of, const Fields& more = {})
    {
        Fields fields { { "supplement", supplement }, { "n", 1 }, { "change", change } };
        if (!of.isNull())
            fields["measure"] = of;
        if (std::string_view(change) == "cancelled") {
            fields["reason"] = "отпала надобность";
        } else {
            fields.insert({ { "block", code("measureBlock") }, { "title", "Пособие на двоих" },
                { "problem", problem }, { "targets", "дети" },
                { "subject", code("preventionSubject") }, { "responsibleStaff", worker },
                { "due", "2026-05-20" } });
        }
        for (const auto& [name, value] : more)
            fields[name] = value;
        return place.office().create("supplementLine", fields);
    }
    Result<base::GroupId> sign(const char* type, RecordId id)
    {
        return place.office().store().write(
            { worker, {}, {}, "sign" }, [&](store::WriteTx& tx) -> Result<base::GroupId> {
                PATRONAT_LET(const auto plan, tx.read().signPlan(type, id));
                return process::sign(tx, plan);
            });
    }
    void signed_(const char* type, RecordId id)
    {
        const auto done = sign(type, id);
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
    }
    void annulled()
    {
        const auto done = place.office().store().write(
            { worker, {}, {}, "cancel" }, [&](store::WriteTx& tx) -> Result<base::GroupId> {
                PATRONAT_LET(const auto plan, tx.read().cancelPlan("supplement", supplement));
                return process::cancelSigned(tx, plan);
            });
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
    }
    RecordId reference(std::string_view type, RecordId id, const std::string& field)
    {
        const Value value = place.office().value(type, id, field);
        return value.reference() == nullptr ? RecordId() : *value.reference();
    }
    std::string text(RecordId measure, const char* field)
    {
        return place.text("measure", measure, field);
    }
    /// Days on which measures of the programme are due.
    std::vector<std::string> due()
    {
        std::vector<std::string> out;
        for (const std::string& one : place.deadlines("2026-03-02"))
            if (one.starts_with("measure.due "))
                out.push_back(one.substr(std::string("measure.due ").size()));
        return out;
    }
    std::size_t uncovered()
    {
        const auto all = place.office().store().read([](const store::ReadTx& tx) {
            return Result<std::size_t>(tx.uncoveredChildren().size());
        });
        REQUIRE(all);
        return *all;
    }
};

std::string codeOf(const Result<base::GroupId>& refused)
{
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().args.size() > 1);
    CHECK(refused.error().args[0] == "supplement");
    return refused.error().args[1];
}

} // namespace

TEST_CASE("An approved programme cannot be written over; a draft supplement changes nothing",
    "[process][supplement]")
{
    Approved one;
    const auto written = one.place.office().put("measure", one.first,
        one.place.office().heads("measure", one.first), { { "due", "2026-09-01" } });
    REQUIRE_FALSE(written);
    CHECK(written.error().code == base::ErrorCode::RecordSigned);
    one.line("changed", one.first);
    CHECK(one.text(one.first, "state") == "notStarted");
    CHECK(one.due() == std::vector<std::string> { "2026-03-24", "2026-04-20" });
}

TEST_CASE("A signed supplement replaces a measure that stays visible, and dates follow the new one",
    "[process][supplement]")
{
    Approved one;
    const RecordId line = one.line("changed", one.first);
    one.signed_("supplement", one.supplement);
    const RecordId after = one.reference("supplementLine", line, "newMeasure");
    REQUIRE_FALSE(after.isNull());
    CHECK(one.text(one.first, "title") == "Помочь с пособием"); // as it was approved
    CHECK(one.text(one.first, "due") == "2026-03-24");
    CHECK(one.place.office().get("measure", one.first).life == "signed");
    CHECK(one.text(one.first, "state") == "cancelled");
    CHECK(one.reference("measure", one.first, "cancelledBy") == one.supplement);
    CHECK(one.text(one.first, "supplementNote")
        == "Заменено дополнением № 1 от 02.03.2026, см. п. 3");
    CHECK(one.place.office().get("measure", after).life == "signed");
    CHECK(one.text(after, "title") == "Пособие на двоих");
    CHECK(one.reference("measure", after, "replaces") == one.first);
    CHECK(one.reference("measure", after, "supplement") == one.supplement);
    CHECK(one.text(after, "supplementNote") == "Внесено дополнением № 1 от 02.03.2026 взамен п. 1");
    CHECK(one.due() == std::vector<std::string> { "2026-04-20", "2026-05-20" });
    CHECK(one.uncovered() == 0);
    CHECK(one.place.office().problems().empty());

    SECTION("the printed programme shows both, and the supplement what it changed")
    {
        const auto printed = [&](const char* paper, RecordId id) {
            const auto done = one.place.office().store().read(
                [&](const store::ReadTx& tx) -> Result<documents::Rendered> {
                    return documents::renderPaper(
                        tx.connection(), tx.profile(), paper, id, { "ru", kToday, false });
                });
            INFO((done ? std::string() : describe(done.error())));
            REQUIRE(done);
            return done->html;
        };
        const std::string programme = printed("programme", one.programme);
        CHECK(programme.find("<s>Помочь с пособием</s>") != std::string::npos);
        CHECK(programme.find("<td>Пособие на двоих</td>") != std::string::npos);
        CHECK(programme.find("Заменено дополнением № 1 от 02.03.2026, см. п. 3")
            != std::string::npos);
        const std::string paper = printed("supplement", one.supplement);
        CHECK(paper.find("п. 1. Помочь с пособием, 24.03.2026") != std::string::npos);
        CHECK(paper.find("Пособие на двоих") != std::string::npos);
    }
    SECTION("annulled, everything is as before")
    {
        one.annulled();
        CHECK(one.text(one.first, "state") == "notStarted");
        CHECK(one.reference("measure", one.first, "cancelledBy").isNull());
        CHECK(one.place.office().value("measure", one.first, "supplementNote").isNull());
        CHECK(one.place.office().get("measure", after).life == "cancelled");
        CHECK(one.due() == std::vector<std::string> { "2026-03-24", "2026-04-20" });
        CHECK(one.place.office().problems().empty());

        one.signed_("supplement", one.supplement);
        CHECK(one.text(one.first, "state") == "cancelled");
        CHECK(one.due() == std::vector<std::string> { "2026-04-20", "2026-05-20" });
    }
    SECTION("one undo takes the signing back with all that it did")
    {
        const auto undone
            = one.place.office().store().undo(one.place.office().lastGroup(), one.worker);
        REQUIRE(undone);
        CHECK(undone->impossible.empty());
        CHECK(one.text(one.first, "state") == "notStarted");
        CHECK(one.place.office().get("measure", after).life == "removed");
        CHECK(one.due() == std::vector<std::string> { "2026-03-24", "2026-04-20" });
    }
    SECTION("a second one cannot change what was replaced, and may change the new one")
    {
        one.supplement = one.draft();
        const RecordId again = one.line("changed", one.first);
        CHECK(codeOf(one.sign("supplement", one.supplement)) == "measureEnded");
        CHECK(one.place.office().get("supplement", one.supplement).life == "draft");
        one.place.office().put("supplementLine", again, { { "measure", after } });
        one.signed_("supplement", one.supplement);
        CHECK(one.text(after, "supplementNote")
            == "Заменено дополнением № 2 от 02.03.2026, см. п. 4");
        CHECK(one.uncovered() == 0);
    }
}

TEST_CASE("Who a measure is for comes along when the line that replaces it names the same",
    "[process][supplement]")
{
    Approved one;
    const RecordId open = one.line("changed", one.second, { { "targets", "семья" } });
    one.signed_("supplement", one.supplement);
    const auto targets = [&](RecordId measure) {
        return one.place.office().count("SELECT count(*) FROM measureTarget WHERE measure = x'"
            + measure.hex() + "' AND life NOT IN ('removed', 'erased')");
    };
    CHECK(targets(one.reference("supplementLine", open, "newMeasure")) == 1);
    one.supplement = one.draft();
    const RecordId named = one.line("changed", one.reference("supplementLine", open, "newMeasure"));
    one.signed_("supplement", one.supplement);
    CHECK(targets(one.reference("supplementLine", named, "newMeasure")) == 0);
    CHECK(one.uncovered() == 0);
}

TEST_CASE(
    "A supplement adds a measure with a problem of its own, cancels one, and extends the term",
    "[process][supplement]")
{
    Approved one;
    one.line("cancelled", one.second);
    const RecordId added = one.line("added", {},
        { { "problem", Value() }, { "newProblem", one.code("familyProblem") },
            { "newSeverity", one.code("severity") }, { "due", "2026-10-20" } });
    one.place.office().put("supplement", one.supplement, { { "newTo", "2026-11-02" } });
    one.signed_("supplement", one.supplement);
    CHECK(one.text(one.second, "state") == "cancelled");
    CHECK(one.text(one.second, "supplementNote") == "Отменено дополнением № 1 от 02.03.2026");
    const RecordId after = one.reference("supplementLine", added, "newMeasure");
    REQUIRE_FALSE(after.isNull());
    const RecordId found = one.reference("measure", after, "problem");
    CHECK(one.place.office().get("problem", found).life == "signed");
    CHECK(one.text(after, "programmeTo") == "2026-11-02");
    CHECK(one.due() == std::vector<std::string> { "2026-03-24", "2026-10-20" });
    const auto all = one.place.deadlines(kToday);
    CHECK(std::find(all.begin(), all.end(), "ipr.term 2026-11-02") != all.end());
    CHECK(one.uncovered() == 0);
    CHECK(one.place.office().problems().empty());
}

TEST_CASE("A supplement that changes what it may not is not signed, and nothing is written",
    "[process][supplement]")
{
    Approved one;
    SECTION("a measure that is done")
    {
        one.place.office().put("measure", one.first,
            { { "state", "done" }, { "doneAt", kToday }, { "result", "оформлено" } });
        one.line("cancelled", one.first);
        CHECK(codeOf(one.sign("supplement", one.supplement)) == "measureDone");
    }
    SECTION("a measure of another programme")
    {
        const RecordId own = one.programme;
        one.programme = one.place.office().create(
            "programme", { { "family", one.family }, { "episode", one.episode } });
        const RecordId foreign = one.measure(1, "Чужое", "2026-03-24");
        one.programme = own;
        one.line("cancelled", foreign);
        CHECK(codeOf(one.sign("supplement", one.supplement)) == "foreignMeasure");
    }
    CHECK(one.place.office().get("supplement", one.supplement).life == "draft");
    CHECK(one.due().size() <= 2);
    CHECK(one.place.office().count("SELECT count(*) FROM measure WHERE cancelledBy IS NOT NULL")
        == 0);
}

TEST_CASE("Two offices that replace one measure show it to a person, in either order",
    "[process][supplement]")
{
    Approved one;
    CaseOffice other(72);
    other.on(kToday, 13);
    one.line("changed", one.first);
    const RecordId mine = one.supplement;
    one.supplement = one.draft();
    one.line("cancelled", one.first);
    const RecordId theirs = one.supplement;
    tests::deliver(one.place.office(), other.office());
    one.signed_("supplement", mine);
    const auto done = other.office().store().write(
        { one.worker, {}, {}, "sign" }, [&](store::WriteTx& tx) -> Result<base::GroupId> {
            PATRONAT_LET(const auto plan, tx.read().signPlan("supplement", theirs));
            return process::sign(tx, plan);
        });
    REQUIRE(done);
    tests::deliver(one.place.office(), other.office());
    tests::deliver(other.office(), one.place.office());
    CHECK(one.place.office().digest() == other.office().digest());
    for (CaseOffice* place : { &one.place, &other }) {
        const auto conflicts = place->office().conflicts();
        CHECK(std::any_of(conflicts.begin(), conflicts.end(), [&](const auto& conflict) {
            return conflict.record == one.first && conflict.field == "cancelledBy";
        }));
        CHECK(place->text("measure", one.first, "state") == "cancelled");
    }
}
