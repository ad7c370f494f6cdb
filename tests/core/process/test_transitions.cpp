// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/caseoffice.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat;
using base::ErrorCode;
using base::RecordId;
using process::Step;
using tests::CaseOffice;

namespace {

std::vector<std::string> missingOf(const base::Result<process::Applied>& result)
{
    REQUIRE_FALSE(result);
    REQUIRE(result.error().code == ErrorCode::TransitionRefused);
    return { result.error().args.begin() + 3, result.error().args.end() };
}

Step because(std::string reason)
{
    Step step;
    step.reason = std::move(reason);
    return step;
}

struct Opened
{
    CaseOffice place { 7 };
    RecordId worker;
    RecordId supervisor;
    RecordId family;
    RecordId episode;

    explicit Opened(std::string_view state = "SURVEY")
    {
        place.on("2026-03-02");
        worker = place.staff("DISTRICT");
        supervisor = place.staff("SUPERVISOR");
        family = place.family("Ивановы");
        episode = place.episode(family, state);
    }
};

} // namespace

TEST_CASE("A state is written by transitions alone", "[process][transitions]")
{
    Opened opened;
    tests::TestOffice& office = opened.place.office();
    const auto put = office.put("episode", opened.episode, office.heads("episode", opened.episode),
        { { "workStatus", "ARCHIVED" }, { "onPaper", 1 } });
    REQUIRE_FALSE(put);
    CHECK(put.error().code == ErrorCode::OfProcess);
    CHECK(put.error().args.back() == "workStatus");
    const auto created = office.store().write(office.by(), [&](store::WriteTx& tx) {
        return tx.create("episode", { { "family", opened.family }, { "workStatus", "ARCHIVED" } });
    });
    REQUIRE_FALSE(created);
    CHECK(created.error().code == ErrorCode::OfProcess);

    const process::Applied applied
        = opened.place.moved("episode", opened.episode, "surveyed", opened.worker);
    const auto event
        = office.remove("caseEvent", applied.event, office.heads("caseEvent", applied.event));
    REQUIRE_FALSE(event);
    CHECK(event.error().code == ErrorCode::OfProcess);
    CHECK_FALSE(office.put("caseEvent", applied.event, office.heads("caseEvent", applied.event),
        { { "to", "SURVEY" } }));
}

TEST_CASE("A transition is one action: state, event and who; undo takes all of it",
    "[process][transitions]")
{
    Opened opened;
    tests::TestOffice& office = opened.place.office();
    const process::Applied applied
        = opened.place.moved("episode", opened.episode, "surveyed", opened.worker);
    CHECK(applied.from == "SURVEY");
    CHECK(applied.to == "DIAGNOSTICS");
    CHECK(opened.place.text("caseEvent", applied.event, "from") == "SURVEY");
    CHECK(opened.place.text("caseEvent", applied.event, "to") == "DIAGNOSTICS");
    CHECK(opened.place.text("caseEvent", applied.event, "happenedOn") == "2026-03-02");
    CHECK(office.value("caseEvent", applied.event, "who") == base::Value(opened.worker));
    CHECK(
        office.get("caseEvent", applied.event).unit == office.get("episode", opened.episode).unit);

    const auto undone = office.store().undo(office.lastGroup(), opened.worker);
    REQUIRE(undone);
    CHECK(undone->impossible.empty());
    CHECK(opened.place.state("episode", opened.episode) == "SURVEY");
    CHECK(office.get("caseEvent", applied.event).life == "removed");
    CHECK(office.problems().empty());
}

TEST_CASE("What is missing is told before and refused after", "[process][transitions]")
{
    Opened opened;
    CaseOffice& place = opened.place;
    CHECK(missingOf(place.move("episode", opened.episode, "archive", opened.worker))
        == std::vector<std::string> { "state:SURVEY" });
    CHECK(missingOf(place.move("episode", opened.episode, "nonsense", opened.worker))
        == std::vector<std::string> { "unknown" });
    CHECK(missingOf(place.move("episode", opened.episode, "reject", opened.worker))
        == std::vector<std::string> { "role:SUPERVISOR", "reason" });
    CHECK(missingOf(place.move("episode", opened.episode, "surveyed", {}))
        == std::vector<std::string> { "role:DISTRICT CURATOR SUPERVISOR" });
    Step tomorrow;
    tomorrow.date = "2026-03-03";
    CHECK(missingOf(place.move("episode", opened.episode, "surveyed", opened.worker, tomorrow))
        == std::vector<std::string> { "dateInFuture:2026-03-03" });

    const auto possible = place.possible("episode", opened.episode, opened.supervisor);
    REQUIRE(possible.size() == 4);
    CHECK(possible[0].transition->id == "surveyed");
    CHECK(possible[0].mayHappen);
    CHECK(possible[1].transition->id == "reject");
    CHECK_FALSE(possible[1].mayHappen);
    CHECK(possible[1].missing.front().code == "reason");

    place.moved("episode", opened.episode, "surveyed", opened.worker);
    Step yesterday;
    yesterday.date = "2026-03-01";
    yesterday.reason = "не нуждается";
    CHECK(missingOf(place.move("episode", opened.episode, "reject", opened.supervisor, yesterday))
        == std::vector<std::string> { "dateBefore:2026-03-02" });
}

TEST_CASE("A document is there, of its type, signed and of this case", "[process][transitions]")
{
    Opened opened("TO_CONSILIUM");
    CaseOffice& place = opened.place;
    const RecordId secretary = place.staff("SECRETARY");
    const auto asks = [&](RecordId document) {
        Step step;
        step.document = document;
        return missingOf(place.move("episode", opened.episode, "register", secretary, step));
    };
    CHECK(asks({}) == std::vector<std::string> { "document:decision" });
    CHECK(asks(opened.family)
        == std::vector<std::string> { "documentMissing:" + opened.family.hex() });
    const RecordId draft = place.office().create("decision",
        { { "agendaItem",
              place.office().create(
                  "agendaItem", { { "kind", "1" }, { "family", opened.family } }) },
            { "n", 1 }, { "kind", "register" }, { "text", "Поставить на учёт" } });
    CHECK(asks(draft) == std::vector<std::string> { "documentDraft:" + draft.hex() });
    const RecordId foreign = place.decision(
        place.episode(place.family("Петровы"), "TO_CONSILIUM"), { { "kind", "register" } });
    CHECK(asks(foreign)
        == std::vector<std::string> { "documentForeign:" + foreign.hex(), "need:decision-family" });
    const RecordId other = place.decision(opened.episode, { { "kind", "note" } });
    CHECK(asks(other) == std::vector<std::string> { "need:decision-kind" });
}

TEST_CASE("A warning is answered by a reason, and the event keeps which", "[process][transitions]")
{
    Opened opened("PROGRAMME_ACTIVE");
    CaseOffice& place = opened.place;
    place.office().put("episode", opened.episode, { { "regDate", "2026-02-01" } });
    const process::Applied applied = place.moved(
        "episode", opened.episode, "toRemoval", opened.worker, because("Семья выезжает"));
    CHECK(place.text("caseEvent", applied.event, "warnings") == "BR-28-months");
    CHECK(place.text("caseEvent", applied.event, "reason") == "Семья выезжает");
}

TEST_CASE("A suspended case goes on where it was", "[process][transitions]")
{
    Opened opened("DIAGNOSTICS");
    CaseOffice& place = opened.place;
    const auto nothingBefore = place.episode(place.family("Петровы"), "SUSPENDED");
    CHECK(missingOf(
              place.move("episode", nothingBefore, "back", opened.supervisor, because("нашлись")))
        == std::vector<std::string> { "noStateBefore" });
    place.moved(
        "episode", opened.episode, "suspend", opened.supervisor, because("семья не найдена"));
    CHECK(place.state("episode", opened.episode) == "SUSPENDED");
    CHECK(place.moved("episode", opened.episode, "back", opened.supervisor, because("нашлись")).to
        == "DIAGNOSTICS");
}

TEST_CASE("A second signal about a family joins its open case", "[process][transitions]")
{
    Opened opened;
    CaseOffice& place = opened.place;
    const RecordId signal = place.signal(opened.family);
    place.signAlone("signal", signal);
    place.moved("signal", signal, "take", opened.worker);
    const process::Applied accepted = place.moved("signal", signal, "accept", opened.worker);
    CHECK(accepted.joined);
    CHECK(accepted.opened == opened.episode);
    CHECK(place.text("signal", signal, "decision") == "attached");
    CHECK(place.state("episode", opened.episode) == "SURVEY");
    CHECK(place.office().count(
              "SELECT count(*) FROM caseEvent WHERE episode IS NOT NULL AND \"from\" = \"to\"")
        == 1);
}

TEST_CASE("A mistaken transition is taken back by a new event with a reason", "[process][reversal]")
{
    Opened opened;
    CaseOffice& place = opened.place;
    const process::Applied applied
        = place.moved("episode", opened.episode, "surveyed", opened.worker);
    const auto silent = place.reverse("episode", opened.episode, applied.event, opened.worker, " ");
    REQUIRE_FALSE(silent);
    CHECK(silent.error().args.back() == "reason");
    const auto reversed
        = place.reverse("episode", opened.episode, applied.event, opened.worker, "не та семья");
    REQUIRE(reversed);
    CHECK(reversed->kept.empty());
    CHECK(place.state("episode", opened.episode) == "SURVEY");
    CHECK(place.office().get("caseEvent", applied.event).life == "draft"); // still there
    CHECK(place.office().value("caseEvent", reversed->event, "reverses")
        == base::Value(applied.event));
    const auto again
        = place.reverse("episode", opened.episode, applied.event, opened.worker, "ещё раз");
    REQUIRE_FALSE(again);
    CHECK(again.error().args.back() == "reversed");
    place.moved("episode", opened.episode, "surveyed", opened.worker);
    CHECK(place.concurrencies().empty());
}

TEST_CASE("What others changed since stays, and is named", "[process][reversal]")
{
    Opened opened("TO_CONSILIUM");
    CaseOffice& place = opened.place;
    const RecordId secretary = place.staff("SECRETARY");
    Step step;
    step.document = place.decision(opened.episode,
        { { "kind", "recogniseTzs" }, { "legalStatus", "TZS" }, { "curator", opened.worker } });
    const process::Applied applied
        = place.moved("episode", opened.episode, "register", secretary, step);
    place.office().put("episode", opened.episode, { { "caseManager", opened.supervisor } });
    place.moved("episode", opened.episode, "draft", opened.worker);
    const auto reversed = place.reverse(
        "episode", opened.episode, applied.event, opened.supervisor, "решение другой семьи");
    REQUIRE(reversed);
    CHECK(reversed->kept == std::vector<std::string> { "caseManager", "workStatus" });
    CHECK(place.state("episode", opened.episode) == "PROGRAMME_DRAFT");
    CHECK(place.text("episode", opened.episode, "regDate").empty());
    CHECK(place.text("episode", opened.episode, "legalStatus") == "NONE");
    CHECK(place.office().value("episode", opened.episode, "caseManager")
        == base::Value(opened.supervisor));
}

TEST_CASE("A case opened by mistake goes with its transition while nobody has worked on it",
    "[process][reversal]")
{
    CaseOffice place(8);
    place.on("2026-03-02");
    const RecordId worker = place.staff("DISTRICT");
    const auto accept = [&](RecordId signal) {
        place.signAlone("signal", signal);
        place.moved("signal", signal, "take", worker);
        return place.moved("signal", signal, "accept", worker);
    };
    const RecordId first = place.signal(place.family("Ивановы"));
    const process::Applied untouched = accept(first);
    REQUIRE(place.reverse("signal", first, untouched.event, worker, "другая семья"));
    CHECK(place.state("signal", first) == "SIGNAL_CHECK");
    CHECK(place.office().get("episode", untouched.opened).life == "removed");
    CHECK(place.office().value("signal", first, "episode").isNull());

    const RecordId second = place.signal(place.family("Петровы"));
    const process::Applied touched = accept(second);
    place.moved("episode", touched.opened, "surveyed", worker);
    const auto reversed = place.reverse("signal", second, touched.event, worker, "другая семья");
    REQUIRE(reversed);
    CHECK(reversed->kept == std::vector<std::string> { "opened" });
    CHECK(place.office().get("episode", touched.opened).life == "draft");
}

TEST_CASE("A record older than the process has the state that its documents tell",
    "[process][transitions]")
{
    CaseOffice place(9);
    place.on("2026-03-02");
    const RecordId family = place.family("Ивановы");
    const RecordId episode
        = place.office().create("episode", { { "family", family }, { "kind", "SUPPORT" } });
    CHECK(place.state("episode", episode) == "SURVEY");
    place.office().put("episode", episode, { { "regDate", "2026-01-12" } });
    CHECK(place.state("episode", episode) == "REGISTERED");
    // Signed: its number is part of the programme's.
    base::Fields card = tests::registrationCard(
        place.office().create("organisation", { { "code", "16-К" }, { "name", "КЦСОН" } }),
        place.staff("DISTRICT"));
    card.insert({ { "legalStatus", "TZS" }, { "detectedBy", "1" }, { "episodeKind", "first" } });
    place.office().put("episode", episode, card);
    place.signAlone("episode", episode);
    place.programme(episode, "2026-02-01", "2026-08-01");
    CHECK(place.state("episode", episode) == "PROGRAMME_ACTIVE");
    place.moved("episode", episode, "review", place.staff("CURATOR"));
    CHECK(place.state("episode", episode) == "REVIEW");
    CHECK(place.office().count("SELECT count(*) FROM caseEvent WHERE \"from\" = 'PROGRAMME_ACTIVE'")
        == 1);
}

TEST_CASE("A family is to be seen monthly or quarterly from its last visit that took place",
    "[process][deadlines]")
{
    CaseOffice place(17);
    place.on("2026-03-02");
    const RecordId family = place.family("Ивановы");
    const RecordId episode
        = place.office().create("episode", { { "family", family }, { "kind", "SUPPORT" } });
    place.office().put(
        "episode", episode, { { "regDate", "2026-01-12" }, { "legalStatus", "SOP" } });
    const auto next = [&](const char* status) {
        place.office().put("episode", episode, { { "legalStatus", base::Value(status) } });
        return place.visits("2026-03-02");
    };
    using Lines = std::vector<std::string>;
    CHECK(next("SOP") == Lines { "visit.min.sop 2026-02-12" });
    CHECK(next("TZS") == Lines { "visit.min.tzs 2026-04-12 off" });
    CHECK(next("RISK").empty());

    const RecordId worker = place.staff("DISTRICT");
    const auto visit = [&](const char* date, const char* result) {
        place.office().create("visit",
            { { "family", family }, { "date", base::Value(date) }, { "visitor", worker },
                { "result", base::Value(result) } });
    };
    visit("2026-02-20", "nobody"); // the family was not seen
    CHECK(next("SOP") == Lines { "visit.min.sop 2026-02-12" });
    visit("2026-02-16", "held");
    CHECK(next("SOP") == Lines { "visit.min.sop 2026-03-16" });
    CHECK(next("TZS") == Lines { "visit.min.tzs 2026-05-16 off" });
}
