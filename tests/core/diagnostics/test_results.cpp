// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/results.h"

#include "tests/core/diagnostics/shipped.h"
#include "tests/support/office.h"

using namespace patronat;
using namespace patronat::tests;
using base::Fields;
using base::RecordId;
using diagnostics::NewResult;
using diagnostics::Recorded;

namespace {

/// A family with a mother and a child of eight, and its first diagnostics.
struct Family
{
    TestOffice office { shippedBase(), 7 };
    RecordId family;
    RecordId mother;
    RecordId child;
    RecordId session;

    Family()
    {
        family = office.create("family", { { "name", "Ивановы" } });
        mother = member("1990-05-02", "2");
        child = member("2015-08-20", "1");
        session = sessionOn("2023-11-01");
    }
    RecordId member(const char* birth, const char* n)
    {
        const RecordId person
            = office.create("person", { { "surname", "Иванов" }, { "firstName", n }, { "birthDate", birth } });
        return office.create("member", { { "family", family }, { "person", person } });
    }
    RecordId sessionOn(const char* date)
    {
        return office.create("diagnostics", { { "family", family }, { "date", date } });
    }
    NewResult result(const diagnostics::Sheet& sheet)
    {
        NewResult out;
        out.diagnostics = session;
        out.date = "2023-11-02";
        out.respondentKind = "specialist";
        out.sheet = sheet;
        return out;
    }
    base::Result<Recorded> keep(const char* instrument, const NewResult& result)
    {
        return office.store().write(office.by("instrument"),
            [&](store::WriteTx& tx) { return diagnostics::record(tx, shipped(instrument), result); });
    }
    std::vector<diagnostics::KeptResult> kept(const char* instrument)
    {
        const auto out = office.store().read([&](const store::ReadTx& tx) {
            return base::Result<std::vector<diagnostics::KeptResult>>(
                diagnostics::resultsOf(tx, shipped(instrument), family));
        });
        REQUIRE(out.ok());
        return *out;
    }
};

} // namespace

TEST_CASE("a sheet is kept with its answers apart, the levels in words and the edition it was counted by")
{
    Family at;
    NewResult audit = at.result(allBut(10, 1, { { 9, 4 }, { 10, 0 } }));
    audit.respondentKind = "mother";
    audit.respondent = at.mother;
    const auto done = at.keep("AUDIT", audit);
    REQUIRE(done.ok());
    CHECK(done->type == "instrumentResult");
    CHECK(done->fitness.code.empty());
    const auto record = at.office.get("instrumentResult", done->record);
    CHECK(record.values.at("total").numberOr(0) == 1200); // 8 + 4, two decimals
    CHECK(record.values.at("band").textOr({}) == "hazardous");
    CHECK(record.values.at("bandLabel").textOr({}) == "опасное употребление");
    CHECK(record.values.at("instrumentVersion").textOr({}) == shipped("AUDIT").version);
    CHECK(record.values.at("answered").numberOr(0) == 10);
    CHECK(record.values.at("valid").numberOr(0) == 1);
    REQUIRE(at.office.all("scaleValue").size() == 1);
    REQUIRE(at.office.all("answerSheet").size() == 1);
    const auto sheet = at.office.get("answerSheet", at.office.all("answerSheet").front());
    CHECK(*diagnostics::answersFromJson(std::string(sheet.values.at("answers").textOr({}))) == audit.sheet.answers);
}

TEST_CASE("what was kept does not change when the norms do")
{
    Family at;
    NewResult audit = at.result(allOf(10, 1));
    audit.sheet = allBut(10, 1, { { 9, 0 }, { 10, 0 } });
    audit.respondentKind = "mother";
    audit.respondent = at.mother;
    REQUIRE(at.keep("AUDIT", audit).ok());
    profile::Instrument changed = shipped("AUDIT");
    changed.version = "2030.1";
    changed.scales[0].bands = { { "all", 0, 40 * profile::kPoint, { { "ru", "иначе" } }, "good" } };
    const auto kept = at.office.store().read([&](const store::ReadTx& tx) {
        return base::Result<std::vector<diagnostics::KeptResult>>(diagnostics::resultsOf(tx, changed, at.family));
    });
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().bandLabel == "опасное употребление");
    CHECK(kept->front().version == shipped("AUDIT").version);
}

TEST_CASE("one yes of the safety sheet is kept as unsafe although the rest is open")
{
    Family at;
    NewResult safe = at.result({});
    safe.sheet.answers["8"] = points(1);
    CHECK(at.keep("SAFE", safe).error().args == std::vector<std::string> { "child", "missing" });
    safe.child = at.child;
    const auto done = at.keep("SAFE", safe);
    REQUIRE(done.ok());
    const auto record = at.office.get("instrumentResult", done->record);
    CHECK(record.values.at("band").textOr({}) == "unsafe");
    CHECK(record.values.at("valid").numberOr(1) == 0);
    CHECK(record.values.at("answered").numberOr(0) == 1);
}

TEST_CASE("the need map stands on its diagnostics; its outcome is proposed, and decided by a person")
{
    Family at;
    const auto done = at.keep("NEED", at.result(allBut(12, 0, { { 9, 3 }, { 10, 2 } })));
    REQUIRE(done.ok());
    CHECK(done->type == "diagnostics");
    CHECK(done->proposedField == "needOutcome");
    CHECK(done->proposed == "tzs");
    const auto record = at.office.get("diagnostics", at.session);
    CHECK(record.values.at("need9").textOr({}) == "3");
    CHECK(record.values.count("needOutcome") == 0);
    CHECK(at.office.all("answerSheet").empty());
}

TEST_CASE("first and last need map of a family are compared domain by domain")
{
    Family at;
    REQUIRE(at.keep("NEED", at.result(allBut(12, 1, { { 9, 3 } }))).ok());
    at.session = at.sessionOn("2023-11-10");
    REQUIRE(at.keep("NEED", at.result(allBut(12, 0, { { 9, 1 }, { 10, 2 } }))).ok());
    const auto found = diagnostics::compare(shipped("NEED"), at.kept("NEED"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].change == -11 * profile::kPoint); // 14 -> 3
    CHECK(found[0].trend == diagnostics::Trend::Better);
    CHECK(found[0].first.bandLabel == "ТЖС: сопровождение");
    CHECK(found[0].last.bandLabel == "не нуждается");
    REQUIRE(found[0].rose.size() == 1);
    CHECK(found[0].rose[0].label == "Доход и занятость");
    CHECK(found[0].fell.size() == 11);
}

TEST_CASE("who is too young is told, who may not answer at all is refused, and nothing is kept then")
{
    Family at;
    NewResult faces = at.result(allOf(20, 3));
    faces.respondentKind = "child";
    faces.respondent = at.child;
    const auto young = at.keep("FACES3", faces);
    REQUIRE(young.ok());
    CHECK(young->fitness == diagnostics::Fitness { "ageBelow", 12 });
    faces.respondentKind = "specialist";
    const auto refused = at.keep("FACES3", faces);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().args == std::vector<std::string> { "respondent", "respondentKind" });
    faces.respondentKind = "mother";
    faces.sheet.answers["4"] = points(9);
    CHECK(at.keep("FACES3", faces).error().args[1] == "notAnOption");
    faces.sheet.answers.clear();
    CHECK(at.keep("FACES3", faces).error().args == std::vector<std::string> { "answers", "none" });
    CHECK(at.office.all("instrumentResult").size() == 1);
}
