// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/workdays.h"

namespace patronat::process {

bool WorkDays::isOff(Day day) const
{
    if (const auto found = m_marked.find(day); found != m_marked.end())
        return found->second == Kind::Off;
    const std::chrono::year_month_day date(day);
    if (m_yearly.contains({ unsigned(date.month()), unsigned(date.day()) }))
        return true;
    const std::chrono::weekday weekday(day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

Day WorkDays::after(Day day, int n) const
{
    while (n > 0) {
        day += std::chrono::days(1);
        if (!isOff(day))
            --n;
    }
    return day;
}

} // namespace patronat::process
