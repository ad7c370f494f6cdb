// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/report.h"
#include "tests/core/process/caseoffice.h"

#include <catch2/catch.hpp>

#include <array>

using namespace patronat;
using base::Fields;
using base::RecordId;
using base::Value;
using tests::CaseOffice;

namespace {

constexpr int kFamilies = 36;
constexpr const char* kToday = "2017-03-13";

/// What stands on the paper card of the n-th family: half of them long on the register, some
/// reviewed late.
Fields cardOf(int n, RecordId family, RecordId worker, RecordId organisation)
{
    static constexpr std::array kStates { "PROGRAMME_ACTIVE", "REVIEW", "REGISTERED", "TO_REMOVAL",
        "DIAGNOSTICS", "PROGRAMME_DRAFT" };
    const std::string state = kStates[static_cast<std::size_t>(n) % kStates.size()];
    Fields card { { "family", family }, { "enteredAt", kToday }, { "enteredBy", worker },
        { "state", Value(state) }, { "kind", "SUPPORT" }, { "organisation", organisation },
        { "legalStatus", "TZS" }, { "curator", worker },
        { "primaryCategory", Value("C" + std::to_string(1 + n % 9)) } };
    if (state != "DIAGNOSTICS") {
        card.emplace("regDate", Value("2016-0" + std::to_string(1 + n % 9) + "-15"));
        card.emplace("decisionNo", Value(std::to_string(n + 1)));
        card.emplace("decisionDate", Value("2016-0" + std::to_string(1 + n % 9) + "-15"));
    }
    if (state == "PROGRAMME_ACTIVE" || state == "REVIEW" || state == "TO_REMOVAL") {
        card.emplace("programmeNo", Value(std::to_string(n)));
        card.emplace("programmeKind", "IPR");
        card.emplace("programmeFrom", "2016-10-01");
        card.emplace("programmeTo", Value(n % 2 == 0 ? "2017-02-28" : "2017-04-01"));
        card.emplace("lastVisit", "2016-11-20");
        card.emplace("lastReview", "2016-10-01");
        card.emplace("nextReview", Value("2017-03-" + std::to_string(20 + n % 10)));
    }
    return card;
}

std::string rowOf(const reports::Table& table, std::string_view number, std::string_view column)
{
    for (const reports::TableRow& row : table.rows)
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (row.number == number && table.columns[i].id == column)
                return reports::printed(row.cells[i], ',');
    return "no such figure";
}

reports::Table tableVii(CaseOffice& place)
{
    base::Job job;
    const auto counted
        = place.office().store().read([&](const store::ReadTx& tx) -> base::Result<reports::Table> {
              return reports::countReport(tx.connection(), tx.profile(), "table-vii",
                  reports::yearPeriod("2017"), { "ru", kToday, false, {} }, job);
          });
    INFO((counted ? std::string() : describe(counted.error())));
    REQUIRE(counted);
    return *counted;
}

} // namespace

TEST_CASE("Thirty-six families come from paper in their present state, with nothing of their past "
          "overdue",
    "[process][papercase]")
{
    CaseOffice place(36);
    place.on(kToday);
    const RecordId worker = place.staff("DISTRICT");
    const RecordId organisation
        = place.office().create("organisation", { { "code", "16-К" }, { "name", "КЦСОН" } });
    std::vector<RecordId> cases;
    for (int n = 0; n < kFamilies; ++n) {
        const RecordId card = place.office().create("paperCase",
            cardOf(n, place.family("Семья " + std::to_string(n)), worker, organisation));
        const process::Applied entered = place.moved("paperCase", card, "enter", worker);
        CHECK(place.state("episode", entered.opened) == place.text("paperCase", card, "state"));
        CHECK(place.office().value("episode", entered.opened, "onPaper") == Value(1));
        cases.push_back(entered.opened);
    }
    CHECK(place.office().count("SELECT count(*) FROM meeting") == 0);
    CHECK(place.office().count(
              "SELECT count(*) FROM caseEvent WHERE \"from\" IS NULL AND episode IS NOT NULL")
        == kFamilies);

    const std::vector<std::string> open = place.deadlines(kToday);
    CHECK(open.size() > kFamilies / 2);
    for (const std::string& one : open) {
        INFO(one);
        CHECK(one.substr(one.find(' ') + 1, 10) >= kToday);
    }

    // Thirty of them were registered by a decision of 2016; six are not yet.
    const reports::Table table = tableVii(place);
    CHECK(rowOf(table, "1.", "2017") == "30");
    for (const reports::Control& control : table.controls)
        CHECK(control.difference == 0);
}

TEST_CASE(
    "A case is entered from paper once, complete, and in an open state", "[process][papercase]")
{
    CaseOffice place(37);
    place.on(kToday);
    const RecordId worker = place.staff("DISTRICT");
    const RecordId organisation
        = place.office().create("organisation", { { "code", "16-К" }, { "name", "КЦСОН" } });
    const RecordId family = place.family("Ивановы");
    const auto refusal = [&](const Fields& changes) {
        Fields card = cardOf(0, family, worker, organisation);
        for (const auto& [field, value] : changes)
            card[field] = value;
        const auto moved
            = place.move("paperCase", place.office().create("paperCase", card), "enter", worker);
        return moved ? std::string() : moved.error().args[3];
    };
    CHECK(refusal({ { "nextReview", Value() } }) == "required:nextReview");
    CHECK(refusal({ { "nextReview", "2017-01-01" } }) == "rule:paper-next");
    CHECK(refusal({ { "state", "ARCHIVED" }, { "nextReview", Value() } }) == "need:paper-open");
    CHECK(refusal({}).empty());
    CHECK(refusal({}) == "need:BR-01");
}

TEST_CASE("After its first review a case from paper has the deadlines of any other",
    "[process][papercase]")
{
    CaseOffice place(38);
    place.on(kToday);
    const RecordId worker = place.staff("DISTRICT");
    const RecordId organisation
        = place.office().create("organisation", { { "code", "16-К" }, { "name", "КЦСОН" } });
    const RecordId card = place.office().create(
        "paperCase", cardOf(0, place.family("Ивановы"), worker, organisation));
    const RecordId episode = place.moved("paperCase", card, "enter", worker).opened;
    CHECK(place.deadlines(kToday)
        == std::vector<std::string> {
            "paper.term 2017-03-13", "reg.card 2017-03-16", "paper.review 2017-03-20" });
    place.on("2017-03-20");
    place.moved("episode", episode, "review", worker);
    place.on("2017-03-21");
    place.moved("episode", episode, "goOn", worker);
    CHECK(place.deadlines("2017-03-21")
        == std::vector<std::string> {
            "paper.term 2017-03-13", "reg.card 2017-03-16", "ipr.review 2017-06-21" });
}
