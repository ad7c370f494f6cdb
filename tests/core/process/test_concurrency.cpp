// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/caseoffice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>

using namespace patronat;
using base::RecordId;
using process::Step;
using tests::CaseOffice;

namespace {

Step because(std::string reason)
{
    Step step;
    step.reason = std::move(reason);
    return step;
}

/// Two offices that know one case in SURVEY; each moves it by itself.
struct TwoOffices
{
    CaseOffice a { 11 };
    CaseOffice b { 12 };
    RecordId worker;
    RecordId supervisor;
    RecordId episode;

    TwoOffices()
    {
        a.on("2026-03-02");
        b.on("2026-03-02", 13);
        worker = a.staff("DISTRICT");
        supervisor = a.staff("SUPERVISOR");
        episode = a.episode(a.family("Ивановы"), "SURVEY");
        tests::deliver(a.office(), b.office());
    }
    void meet()
    {
        tests::deliver(a.office(), b.office());
        tests::deliver(b.office(), a.office());
        a.judge();
        b.judge();
    }
};

/// An office that hears of both, in whatever order.
std::unique_ptr<CaseOffice> third(TwoOffices& two, std::uint64_t seed)
{
    auto place = std::make_unique<CaseOffice>(seed);
    place->on("2026-03-03");
    base::SeededRandom random(seed);
    tests::deliverShuffled(two.b.office(), place->office(), random);
    tests::deliverShuffled(two.a.office(), place->office(), random);
    place->judge();
    return place;
}

} // namespace

TEST_CASE("Two transitions that knew nothing of each other meet as one state and a finding, in "
          "every order",
    "[process][concurrency]")
{
    TwoOffices two;
    const process::Applied surveyed = two.a.moved("episode", two.episode, "surveyed", two.worker);
    const process::Applied rejected
        = two.b.moved("episode", two.episode, "reject", two.supervisor, because("нужды нет"));
    two.meet();
    const std::string state = two.a.state("episode", two.episode);
    CHECK(state == "SIGNAL_REJECTED"); // the later one shows
    CHECK(two.b.state("episode", two.episode) == state);
    CHECK(two.a.office().digest() == two.b.office().digest());
    const std::vector<std::string> found = two.a.concurrencies();
    CHECK(found.size() == 2);
    CHECK(two.b.concurrencies() == found);
    for (const std::uint64_t seed : { 21U, 22U, 23U, 24U }) {
        CAPTURE(seed);
        const auto place = third(two, seed);
        CHECK(place->state("episode", two.episode) == state);
        CHECK(place->concurrencies() == found);
        CHECK(place->office().conflicts().size() == 1);
    }

    SECTION("and nobody moves it on before a person has decided")
    {
        const auto on
            = two.a.move("episode", two.episode, "transfer", two.supervisor, because("переезд"));
        REQUIRE_FALSE(on);
        const auto possible = two.a.possible("episode", two.episode, two.supervisor);
        CHECK(possible.empty()); // rejected is closed
    }
    SECTION("taking the wrong one back answers both the conflict and the finding, in every order")
    {
        REQUIRE(two.a.reverse(
            "episode", two.episode, rejected.event, two.supervisor, "решено в другом отделении"));
        two.meet();
        for (CaseOffice* place : { &two.a, &two.b }) {
            CHECK(place->state("episode", two.episode) == "DIAGNOSTICS");
            CHECK(place->concurrencies().empty());
            CHECK(place->office().conflicts().empty());
        }
        for (const std::uint64_t seed : { 31U, 32U, 33U, 34U }) {
            CAPTURE(seed);
            const auto place = third(two, seed);
            CHECK(place->state("episode", two.episode) == "DIAGNOSTICS");
            CHECK(place->concurrencies().empty());
        }
    }
    SECTION("taking the other one back leaves the state that shows")
    {
        REQUIRE(two.b.reverse(
            "episode", two.episode, surveyed.event, two.supervisor, "обследования не было"));
        two.meet();
        CHECK(two.a.state("episode", two.episode) == "SIGNAL_REJECTED");
        CHECK(two.a.concurrencies().empty());
        CHECK(two.a.office().conflicts().empty());
    }
    SECTION(
        "a conflict of states may be settled by hand with one of the two, and with nothing else")
    {
        tests::TestOffice& office = two.a.office();
        const auto heads = office.heads("episode", two.episode);
        CHECK_FALSE(office.put(
            "episode", two.episode, heads, { { "workStatus", "ARCHIVED" } }, { "workStatus" }));
        CHECK(office.put(
            "episode", two.episode, heads, { { "workStatus", "DIAGNOSTICS" } }, { "workStatus" }));
        CHECK(two.a.state("episode", two.episode) == "DIAGNOSTICS");
    }
}

TEST_CASE(
    "The same step in two places is a finding without a conflict; taking one back keeps the state",
    "[process][concurrency]")
{
    TwoOffices two;
    two.a.moved("episode", two.episode, "surveyed", two.worker);
    const process::Applied again = two.b.moved("episode", two.episode, "surveyed", two.worker);
    two.meet();
    CHECK(two.a.office().conflicts().empty());
    CHECK(two.a.concurrencies().size() == 2);
    const auto reversed
        = two.a.reverse("episode", two.episode, again.event, two.worker, "внесено дважды");
    REQUIRE(reversed);
    CHECK(reversed->kept == std::vector<std::string> { "workStatus" });
    two.meet();
    CHECK(two.b.state("episode", two.episode) == "DIAGNOSTICS");
    CHECK(two.b.concurrencies().empty());
    CHECK(two.a.office().digest() == two.b.office().digest());
}
