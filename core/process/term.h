// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/workdays.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace patronat::process {

/// How long something may take, as the profile says it (domain.md 2.3).
struct Term
{
    enum class Unit
    {
        Hours, ///< "H": from the moment, over nights and days off
        CalendarDays, ///< "CD"
        WorkingDays, ///< "WD"
        Months, ///< "M": the same day of the month, or its last (Гражданский кодекс, ст. 192)
        DayOfMonth, ///< "DM": day `value` of the month that comes `months` after the base's, or
                    ///< that month's last day
    };
    int value = 0;
    Unit unit = Unit::CalendarDays;
    int months = 0; ///< of DayOfMonth
    bool operator==(const Term&) const = default;
};
std::optional<Term::Unit> termUnit(std::string_view name);

/// The moment something begins a term: a day of the region, and the moment where the hour was
/// recorded.
struct Since
{
    Day day;
    std::optional<std::int64_t> ms; ///< since 1970, UTC
};

/// When a term ends. A day that is off is told, never moved (domain.md 2.3: «срок выпадает на
/// нерабочий день»).
struct Due
{
    Day day;
    std::optional<std::int64_t> ms; ///< of a term in hours, where the beginning's moment is known
    bool onDayOff = false;
    /// The first year without a list of days off that the reckoning came through: the day is
    /// provisional.
    std::optional<int> unlistedYear;
};

/// `zoneOffsetMs` is what the region's clocks are ahead of UTC, for the day of a term in hours.
Due dueOf(
    const Since& since, const Term& term, const WorkDays& workDays, std::int64_t zoneOffsetMs);

/// What a due day is to whoever looks on `today`.
enum class Standing
{
    Later,
    ThisWeek,
    Today,
    Overdue,
    LongOverdue
};
/// Overdue up to `patience` days is yellow, above it red (domain.md BR-16: 7). This week: until the
/// coming Sunday.
Standing standingOf(Day due, Day today, int patience = 7);

} // namespace patronat::process
