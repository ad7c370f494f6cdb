// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/caseoffice.h"

#include <catch2/catch.hpp>

#include <set>

using namespace patronat;
using base::Fields;
using base::RecordId;
using process::Step;
using tests::CaseOffice;

namespace {

using Lines = std::vector<std::string>;

Step with(RecordId document, std::string reason = {}, Fields fields = {})
{
    Step step;
    step.document = document;
    step.reason = std::move(reason);
    step.fields = std::move(fields);
    return step;
}

} // namespace

TEST_CASE("A case goes from the signal to the archive by transitions, every deadline on its day",
    "[process][caseway]")
{
    // Days off: 31.12.2025–11.01.2026, 23.02, 08.–09.03, 01.–03.05, 09.–11.05; 2027 has no list
    // yet.
    CaseOffice place(1);
    place.on("2025-12-29");
    const RecordId worker = place.staff("DISTRICT");
    const RecordId supervisor = place.staff("SUPERVISOR");
    const RecordId secretary = place.staff("SECRETARY");
    const RecordId family = place.family("Сафины");
    const RecordId signal = place.signal(family);
    CHECK(place.state("signal", signal) == "SIGNAL_NEW");
    CHECK(place.deadlines("2025-12-29")
        == Lines { "sig.open 2025-12-30", "sig.register 2025-12-30", "sig.survey 2026-01-13" });

    place.on("2025-12-30");
    place.signAlone("signal", signal);
    place.moved("signal", signal, "take", worker);
    CHECK(place.deadlines("2025-12-30") == Lines { "sig.survey 2026-01-13" });

    place.on("2026-01-12");
    const process::Applied accepted = place.moved("signal", signal, "accept", worker);
    CHECK(accepted.to == "SURVEY");
    CHECK_FALSE(accepted.joined);
    const RecordId episode = accepted.opened;
    CHECK(place.state("episode", episode) == "SURVEY");
    CHECK(place.text("signal", signal, "decision") == "accepted");
    CHECK(place.deadlines("2026-01-12") == Lines { "sig.survey 2026-01-13" });

    place.on("2026-01-13");
    place.moved("episode", episode, "surveyed", worker);
    CHECK(place.deadlines("2026-01-13").empty());

    place.on("2026-01-20");
    const auto notOnAgenda = place.move("episode", episode, "toConsilium", worker);
    REQUIRE_FALSE(notOnAgenda);
    CHECK(notOnAgenda.error().code == base::ErrorCode::TransitionRefused);
    CHECK(notOnAgenda.error().args.back() == "need:on-agenda");
    const RecordId registration = place.decision(
        episode, { { "kind", "recogniseSop" }, { "legalStatus", "SOP" }, { "curator", worker } });
    place.moved("episode", episode, "toConsilium", worker);
    CHECK(place.deadlines("2026-01-20") == Lines { "to.meeting 2026-02-04" });

    place.on("2026-01-30");
    place.moved("episode", episode, "register", secretary, with(registration));
    CHECK(place.text("episode", episode, "regDate") == "2026-01-30");
    CHECK(place.text("episode", episode, "legalStatus") == "SOP");
    CHECK(place.deadlines("2026-01-30")
        == Lines { "reg.card 2026-02-04", "ipr.draft 2026-02-14 off" });

    place.on("2026-02-04");
    Fields card = tests::registrationCard(
        place.office().create("organisation", { { "code", "16-К" }, { "name", "КЦСОН" } }), worker);
    card.emplace("legalBasis", "kdn");
    place.office().put("episode", episode, card);
    place.signAlone("episode", episode);
    CHECK(place.deadlines("2026-02-04") == Lines { "ipr.draft 2026-02-14 off" });

    place.on("2026-02-05");
    place.moved("episode", episode, "draft", worker);
    CHECK(place.deadlines("2026-02-05") == Lines { "ipr.draft 2026-02-14 off" });

    place.on("2026-02-27");
    const RecordId programme = place.programme(episode, "2026-02-27", "2026-08-27");
    place.moved("episode", episode, "activate", worker, with(programme));
    place.office().create("measure",
        { { "programme", programme }, { "family", family }, { "n", 1 }, { "title", "Занятия" },
            { "due", "2026-03-09" }, { "state", "notStarted" } });
    CHECK(place.deadlines("2026-02-27")
        == Lines {
            "measure.due 2026-03-09 off", "ipr.review 2026-05-27 off", "ipr.term 2026-08-27" });

    place.on("2026-05-25");
    place.moved("episode", episode, "review", worker);
    place.on("2026-05-29");
    place.moved("episode", episode, "goOn", worker);
    CHECK(place.deadlines("2026-05-29")
        == Lines {
            "measure.due 2026-03-09 off", "ipr.term 2026-08-27", "ipr.review 2026-08-29 off" });

    place.on("2026-08-20");
    const auto unexplained = place.move("episode", episode, "toRemoval", worker);
    REQUIRE_FALSE(unexplained);
    place.moved(
        "episode", episode, "toRemoval", worker, with({}, "Дети посещают школу, мать работает"));
    CHECK(place.deadlines("2026-08-20") == Lines { "measure.due 2026-03-09 off" });

    place.on("2026-08-27");
    const RecordId removal = place.decision(
        episode, { { "kind", "remove" }, { "removalGround", "R1" }, { "outcome", "POSITIVE" } });
    place.moved("episode", episode, "remove", secretary, with(removal));
    CHECK(place.text("episode", episode, "endDate") == "2026-08-27");
    CHECK(place.text("episode", episode, "removalGround") == "R1");
    CHECK(place.deadlines("2026-08-27")
        == Lines { "rem.inform 2026-09-01", "file.retention 2031-08-27" });

    place.on("2026-09-01");
    place.moved("episode", episode, "aftercare", worker);
    CHECK(place.deadlines("2026-09-01") == Lines { "post.end 2027-03-01 2027?" });

    place.on("2027-03-01");
    place.moved("episode", episode, "archive", worker);
    CHECK(place.state("episode", episode) == "ARCHIVED");
    CHECK(place.deadlines("2027-03-01") == Lines { "file.retention 2031-08-27" });
    CHECK(place.possible("episode", episode, supervisor).empty());
    CHECK(place.office().problems().empty());
    CHECK(place.office().count("SELECT count(*) FROM caseEvent WHERE signal IS NOT NULL") == 2);
    CHECK(place.office().count("SELECT count(*) FROM caseEvent WHERE episode IS NOT NULL") == 12);
}

TEST_CASE("Every arrow of domain.md is there, and no other but one", "[process][caseway]")
{
    CaseOffice place(5);
    std::set<std::string> arrows;
    for (const profile::Process& process : place.office().store().profile().processes)
        if (process.field == "workStatus")
            for (const profile::Transition& transition : process.transitions)
                for (const std::string& from : transition.from)
                    if (from != transition.to && !transition.to.empty())
                        arrows.insert(from + ' ' + transition.to);
    CHECK(arrows
        == std::set<std::string> { "SIGNAL_NEW SIGNAL_CHECK", "SIGNAL_CHECK SIGNAL_REJECTED",
            "SIGNAL_CHECK SURVEY", "SURVEY DIAGNOSTICS", "SURVEY SIGNAL_REJECTED",
            "DIAGNOSTICS TO_CONSILIUM", "DIAGNOSTICS SIGNAL_REJECTED",
            "DIAGNOSTICS PROGRAMME_ACTIVE", "TO_CONSILIUM REGISTERED",
            "TO_CONSILIUM PROGRAMME_ACTIVE", "TO_CONSILIUM SIGNAL_REJECTED",
            "TO_CONSILIUM DIAGNOSTICS", "REGISTERED PROGRAMME_DRAFT",
            "PROGRAMME_DRAFT PROGRAMME_ACTIVE", "PROGRAMME_ACTIVE REVIEW",
            "REVIEW PROGRAMME_ACTIVE", "PROGRAMME_ACTIVE TO_REMOVAL", "REVIEW TO_REMOVAL",
            "TO_REMOVAL REMOVED", "TO_REMOVAL PROGRAMME_ACTIVE", "REMOVED POST_SUPPORT",
            "POST_SUPPORT ARCHIVED", "REMOVED ARCHIVED" });
    const profile::Process* cases = place.office().store().profile().processOf("episode");
    REQUIRE(cases != nullptr);
    for (const char* anywhere : { "transfer", "suspend" })
        CHECK(cases->transition(anywhere)->from.empty());
    CHECK(cases->transition("back")->to.empty());
}

TEST_CASE("A threat to life is to be told at once, on the day of the region", "[process][caseway]")
{
    CaseOffice place(2);
    place.on("2026-03-05", 22); // 01:00 of the 6th in Moscow
    const RecordId signal = place.signal(place.family("Ивановы"));
    place.office().put("signal", signal, { { "danger", 1 } });
    CHECK(place.deadlines("2026-03-06").front() == "sig.danger 2026-03-06");
    place.office().put("signal", signal, { { "urgentMeasures", "Сообщено в полицию и опеку" } });
    CHECK(place.deadlines("2026-03-06").front() == "sig.open 2026-03-06");
}

TEST_CASE("Tambov decides by its commission, Novgorod without one", "[process][caseway]")
{
    const auto refusal = [](std::string_view profile, bool byCommission) {
        CaseOffice place(3, profile);
        place.on("2026-03-02");
        const RecordId episode = place.episode(place.family("Ивановы"), "TO_CONSILIUM");
        place.office().put("episode", episode, { { "kind", "PATRONAGE" } });
        const RecordId decision = place.decision(episode, { { "kind", "register" } });
        const RecordId item = *place.office().value("decision", decision, "agendaItem").reference();
        if (byCommission)
            place.office().put("agendaItem", item, { { "bodyKind", "KDN" } });
        const auto moved
            = place.move("episode", episode, "register", place.staff("SECRETARY"), with(decision));
        return moved ? std::string() : moved.error().args.back();
    };
    CHECK(refusal("ru-ta", false) == "need:BR-13-kdn");
    CHECK(refusal("ru-nov", false).empty());
    CHECK(refusal("ru-tam", false) == "need:decision-kdn");
    CHECK(refusal("ru-tam", true).empty());

    const auto offers = [](std::string_view profile) {
        CaseOffice place(4, profile);
        place.on("2026-03-02");
        const RecordId episode = place.episode(place.family("Ивановы"), "DIAGNOSTICS");
        std::string out;
        for (const process::Possible& one :
            place.possible("episode", episode, place.staff("SUPERVISOR")))
            out += one.transition->id + ' ';
        return out;
    };
    CHECK(offers("ru-ta") == "reject toConsilium support transfer suspend ");
    CHECK(offers("ru-tam") == "reject toConsilium support transfer suspend ");
    CHECK(offers("ru-nov") == "reject toConsilium transfer suspend ");
}
