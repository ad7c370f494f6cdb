// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/term.h"
#include "core/process/workcalendar.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace patronat::process;

namespace {

/// Russia's days off of 2024 to 2026 as the government moved them, Tatarstan's beside them; 2027
/// has no list.
WorkDays tatarstan()
{
    WorkDays days;
    for (const int year : { 2024, 2025, 2026 })
        days.listed(std::chrono::year(year));
    for (const char* day : { "2013-01-01", "2013-01-02", "2013-01-03", "2013-01-04", "2013-01-05",
             "2013-01-06", "2013-01-07", "2013-01-08", "2013-02-23", "2013-03-08", "2013-05-01",
             "2013-05-09", "2013-06-12", "2013-08-30", "2013-11-04" }) {
        const std::chrono::year_month_day date(*dayOf(day));
        days.markYearly(date.month() / date.day());
    }
    for (const char* off : { "2024-04-29", "2024-04-30", "2024-05-10", "2024-12-30", "2024-12-31",
             "2025-05-02", "2025-05-08", "2025-06-13", "2025-11-03", "2025-12-31", "2026-01-09",
             "2026-03-09", "2026-05-11", "2026-12-31", "2025-06-06", "2026-03-20", "2026-05-27" })
        days.mark(*dayOf(off), WorkDays::Kind::Off);
    for (const char* worked : { "2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01" })
        days.mark(*dayOf(worked), WorkDays::Kind::Worked);
    return days;
}

struct Dated
{
    const char* key; ///< of the deadline in domain.md 2.3
    const char* since;
    int value;
    const char* unit;
    int months;
    const char* due;
    const char*
        remark; ///< "", "off": falls on a day off, "2027": provisional, that year has no list
};

// What each should be was counted by hand on the calendars of those years.
const std::vector<Dated> kDated {
    { "sig.danger", "2026-03-05", 0, "WD", 0, "2026-03-05", "" },
    { "sig.danger", "2026-03-08", 0, "WD", 0, "2026-03-08", "" },
    { "sig.register", "2026-11-20", 1, "WD", 0, "2026-11-23", "" },
    { "sig.register", "2026-03-06", 1, "WD", 0, "2026-03-10", "" },
    { "sig.register", "2024-04-26", 1, "WD", 0, "2024-04-27", "" },
    { "sig.register", "2024-04-27", 1, "WD", 0, "2024-05-02", "" },
    { "sig.register", "2025-10-31", 1, "WD", 0, "2025-11-01", "" },
    { "sig.register", "2024-12-28", 1, "WD", 0, "2025-01-09", "" },
    { "sig.survey", "2026-11-20", 3, "WD", 0, "2026-11-25", "" },
    { "sig.survey", "2025-12-29", 3, "WD", 0, "2026-01-13", "" },
    { "sig.survey", "2025-12-31", 3, "WD", 0, "2026-01-14", "" },
    { "sig.survey", "2026-01-09", 3, "WD", 0, "2026-01-14", "" },
    { "sig.survey", "2024-05-08", 3, "WD", 0, "2024-05-15", "" },
    { "sig.survey", "2026-02-20", 3, "WD", 0, "2026-02-26", "" },
    { "sig.survey", "2026-05-08", 3, "WD", 0, "2026-05-14", "" },
    { "sig.survey", "2025-06-04", 3, "WD", 0, "2025-06-10", "" },
    { "sig.survey", "2026-12-29", 3, "WD", 0, "2027-01-12", "2027" },
    { "sig.survey", "2026-12-28", 2, "WD", 0, "2026-12-30", "" },
    { "sig.survey", "2027-03-05", 3, "WD", 0, "2027-03-11", "2027" },
    { "survey.act", "2026-11-20", 3, "CD", 0, "2026-11-23", "" },
    { "survey.act", "2026-11-19", 3, "CD", 0, "2026-11-22", "off" },
    { "survey.act", "2024-02-27", 3, "CD", 0, "2024-03-01", "" },
    { "survey.act", "2025-02-26", 3, "CD", 0, "2025-03-01", "off" },
    { "survey.act", "2026-12-30", 3, "CD", 0, "2027-01-02", "off 2027" },
    { "req.answer", "2026-04-28", 5, "WD", 0, "2026-05-06", "" },
    { "req.answer", "2025-04-30", 5, "WD", 0, "2025-05-13", "" },
    { "req.answer", "2024-10-31", 5, "WD", 0, "2024-11-07", "" },
    { "req.answer", "2026-06-10", 5, "WD", 0, "2026-06-18", "" },
    { "to.meeting", "2026-02-14", 15, "CD", 0, "2026-03-01", "off" },
    { "to.meeting", "2024-02-14", 15, "CD", 0, "2024-02-29", "" },
    { "to.meeting", "2026-12-20", 15, "CD", 0, "2027-01-04", "off 2027" },
    { "reg.card", "2025-11-01", 3, "WD", 0, "2025-11-07", "" },
    { "reg.card", "2024-10-31", 3, "WD", 0, "2024-11-05", "" },
    { "ipr.draft", "2026-08-15", 15, "CD", 0, "2026-08-30", "off" },
    { "ipr.term", "2024-02-29", 6, "M", 0, "2024-08-29", "" },
    { "ipr.term", "2024-02-29", 12, "M", 0, "2025-02-28", "" },
    { "ipr.term", "2024-08-31", 6, "M", 0, "2025-02-28", "" },
    { "ipr.term", "2023-08-31", 6, "M", 0, "2024-02-29", "" },
    { "ipr.term", "2026-07-01", 6, "M", 0, "2027-01-01", "off 2027" },
    { "ipr.review", "2025-11-30", 3, "M", 0, "2026-02-28", "off" },
    { "ipr.review", "2026-03-31", 3, "M", 0, "2026-06-30", "" },
    { "visit.sop", "2026-01-31", 1, "M", 0, "2026-02-28", "off" },
    { "visit.sop", "2024-01-31", 1, "M", 0, "2024-02-29", "" },
    { "ipr.exec", "2026-02-10", 30, "DM", 0, "2026-02-28", "off" },
    { "ipr.exec", "2026-03-10", 30, "DM", 0, "2026-03-30", "" },
    { "rep.quarter", "2026-09-30", 10, "DM", 1, "2026-10-10", "off" },
    { "rep.quarter", "2026-03-31", 10, "DM", 1, "2026-04-10", "" },
    { "rep.quarter", "2024-12-31", 10, "DM", 1, "2025-01-10", "" },
    { "rep.consol", "2026-09-30", 15, "DM", 1, "2026-10-15", "" },
    { "rep.consol", "2026-12-31", 15, "DM", 1, "2027-01-15", "2027" },
    { "bank.push", "2025-09-30", 5, "DM", 1, "2025-10-05", "off" },
    { "rem.inform", "2024-04-25", 5, "CD", 0, "2024-04-30", "off" },
    { "ippsu.review", "2024-02-29", 36, "M", 0, "2027-02-28", "off 2027" },
};

std::string remarkOf(const Due& due)
{
    std::string remark = due.onDayOff ? "off" : "";
    if (due.unlistedYear)
        remark += (remark.empty() ? "" : " ") + std::to_string(*due.unlistedYear);
    return remark;
}

Due due(const char* since, int value, const char* unit, int months = 0)
{
    return dueOf(
        { *dayOf(since), std::nullopt }, { value, *termUnit(unit), months }, tatarstan(), 0);
}

} // namespace

TEST_CASE("Fifty dated terms end on the day an official would count", "[process][term]")
{
    REQUIRE(kDated.size() >= 50);
    for (const Dated& dated : kDated) {
        CAPTURE(dated.key, dated.since, dated.value, dated.unit);
        const Due found = due(dated.since, dated.value, dated.unit, dated.months);
        CHECK(isoOf(found.day) == dated.due);
        CHECK(remarkOf(found) == dated.remark);
    }
}

TEST_CASE("A term in hours runs from its moment, over night and day off", "[process][term]")
{
    constexpr std::int64_t kMoscow = 3 * 3'600'000;
    // 31 December 2025, 22:30 in Moscow.
    const std::int64_t since = 1'767'209'400'000;
    const Due found = dueOf(
        { *dayOf("2025-12-31"), since }, { 24, Term::Unit::Hours, 0 }, tatarstan(), kMoscow);
    CHECK(found.ms == since + 24LL * 3'600'000);
    CHECK(isoOf(found.day) == "2026-01-01");
    CHECK(remarkOf(found).empty());
    // Without a moment the whole day counts.
    CHECK(isoOf(due("2026-03-02", 24, "H").day) == "2026-03-03");
}

TEST_CASE("A due day is later, of this week, today, overdue or long overdue", "[process][term]")
{
    const Day wednesday = *dayOf("2026-11-25");
    const auto standing = [&](const char* day) { return standingOf(*dayOf(day), wednesday); };
    CHECK(standing("2026-11-30") == Standing::Later);
    CHECK(standing("2026-11-29") == Standing::ThisWeek);
    CHECK(standing("2026-11-26") == Standing::ThisWeek);
    CHECK(standing("2026-11-25") == Standing::Today);
    CHECK(standing("2026-11-24") == Standing::Overdue);
    CHECK(standing("2026-11-18") == Standing::Overdue);
    CHECK(standing("2026-11-17") == Standing::LongOverdue);
}

TEST_CASE("A unit that nobody knows is none", "[process][term]")
{
    CHECK_FALSE(termUnit("W"));
    CHECK(termUnit("DM") == Term::Unit::DayOfMonth);
}
