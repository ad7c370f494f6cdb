// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/term.h"

#include <algorithm>
#include <array>
#include <utility>

namespace patronat::process {

namespace {

using std::chrono::days;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::int64_t kHourMs = 3'600'000;

Day dayIn(year_month month, std::chrono::day wanted)
{
    return Day(month / std::min(wanted, (month / std::chrono::last).day()));
}

year_month monthAfter(Day day, int months)
{
    const year_month_day date(day);
    return date.year() / date.month() + std::chrono::months(months);
}

Day endOf(Day since, const Term& term, const WorkDays& workDays)
{
    switch (term.unit) {
    case Term::Unit::CalendarDays:
        return since + days(term.value);
    case Term::Unit::WorkingDays:
        return workDays.after(since, term.value);
    case Term::Unit::Months:
        return dayIn(monthAfter(since, term.value), year_month_day(since).day());
    case Term::Unit::DayOfMonth:
        return dayIn(
            monthAfter(since, term.months), std::chrono::day(static_cast<unsigned>(term.value)));
    case Term::Unit::Hours:
        return since + std::chrono::ceil<days>(std::chrono::hours(term.value));
    }
    return since;
}

/// Working days are counted through every year on the way; other terms ask only whether their last
/// day is off.
std::optional<int> unlisted(Day since, Day due, Term::Unit unit, const WorkDays& workDays)
{
    if (unit == Term::Unit::Hours)
        return std::nullopt;
    const std::chrono::year last = year_month_day(due).year();
    for (std::chrono::year year
         = unit == Term::Unit::WorkingDays ? year_month_day(since).year() : last;
         year <= last; ++year)
        if (!workDays.knows(year))
            return static_cast<int>(year);
    return std::nullopt;
}

} // namespace

std::optional<Term::Unit> termUnit(std::string_view name)
{
    using Named = std::pair<std::string_view, Term::Unit>;
    static constexpr std::array<Named, 5> kNames { Named { "H", Term::Unit::Hours },
        Named { "CD", Term::Unit::CalendarDays }, Named { "WD", Term::Unit::WorkingDays },
        Named { "M", Term::Unit::Months }, Named { "DM", Term::Unit::DayOfMonth } };
    const auto* const found = std::find_if(
        kNames.begin(), kNames.end(), [&](const Named& n) { return n.first == name; });
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

Due dueOf(const Since& since, const Term& term, const WorkDays& workDays, std::int64_t zoneOffsetMs)
{
    Due due;
    if (term.unit == Term::Unit::Hours && since.ms) {
        due.ms = *since.ms + term.value * kHourMs;
        due.day = std::chrono::floor<days>(std::chrono::sys_time<std::chrono::milliseconds>(
            std::chrono::milliseconds(*due.ms + zoneOffsetMs)));
    } else {
        due.day = endOf(since.day, term, workDays);
    }
    due.unlistedYear = unlisted(since.day, due.day, term.unit, workDays);
    due.onDayOff = term.unit != Term::Unit::Hours && term.unit != Term::Unit::WorkingDays
        && workDays.isOff(due.day);
    return due;
}

Standing standingOf(Day due, Day today, int patience)
{
    if (due < today)
        return (today - due).count() > patience ? Standing::LongOverdue : Standing::Overdue;
    if (due == today)
        return Standing::Today;
    const days untilSunday(7 - static_cast<int>(std::chrono::weekday(today).iso_encoding()));
    return due <= today + untilSunday ? Standing::ThisWeek : Standing::Later;
}

} // namespace patronat::process
