// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/workcalendar.h"
#include "core/store/store.h"
#include "tests/core/store/smallstore.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::process;

namespace {

WorkDays read(const store::Store& db)
{
    return tests::SmallStore::need(db.read([](const store::ReadTx& tx) { return workDays(tx); }));
}

int workedDays(const WorkDays& days, int year)
{
    int worked = 0;
    const Day end = Day(std::chrono::year(year + 1) / 1 / 1);
    for (Day day = Day(std::chrono::year(year) / 1 / 1); day < end; day += std::chrono::days(1))
        worked += days.isOff(day) ? 0 : 1;
    return worked;
}

} // namespace

TEST_CASE(
    "Weekends are off, listed days too, and a listed Saturday is worked", "[process][workdays]")
{
    WorkDays days;
    const Day saturday = *dayOf("2025-11-01");
    CHECK(days.isOff(saturday));
    days.mark(saturday, WorkDays::Kind::Worked);
    days.mark(*dayOf("2025-11-04"), WorkDays::Kind::Off);
    CHECK_FALSE(days.isOff(saturday));
    CHECK(days.isOff(*dayOf("2025-11-04")));
    CHECK(days.after(*dayOf("2025-10-31"), 1) == saturday);
    CHECK_FALSE(days.knows(std::chrono::year(2025)));
}

TEST_CASE("A date before 1970 is its day, and no date is none", "[process][workdays]")
{
    CHECK(isoOf(*dayOf("1969-12-31")) == "1969-12-31");
    CHECK(isoOf(*dayOf("2026-03-05T21:30:00Z")) == "2026-03-05");
    CHECK_FALSE(dayOf("2026-02-30"));
    CHECK_FALSE(dayOf(""));
}

TEST_CASE("A profile without a calendar has weekends and no listed year", "[process][workdays]")
{
    const tests::SmallStore small;
    const WorkDays days = read(*small.db);
    CHECK(days.isOff(*dayOf("2026-11-22")));
    CHECK_FALSE(days.knows(std::chrono::year(2026)));
}

TEST_CASE("The shipped calendars have as many working days as the governments' lists",
    "[process][workdays]")
{
    // Production calendars of a five-day week: 247, 247, 248, 247, 247 days.
    const tests::TemporaryFolder folder;
    const base::ManualClock clock;
    base::SeededRandom random(1);
    const auto db = tests::SmallStore::need(store::Store::create(folder.file("patronat.db"),
        tests::SmallStore::need(
            profile::openProfile(std::filesystem::path(PATRONAT_PROFILES) / "base")),
        { { 1, 1 }, "office", "К05", "Агрыз" }, { clock, random }, {}));
    const WorkDays russia = read(*db);
    for (const auto& [year, count] :
        { std::pair(2016, 247), { 2017, 247 }, { 2024, 248 }, { 2025, 247 }, { 2026, 247 } }) {
        CAPTURE(year);
        CHECK(workedDays(russia, year) == count);
        CHECK(russia.knows(std::chrono::year(year)));
    }
    CHECK_FALSE(russia.knows(std::chrono::year(2018)));
}
