// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <utility>

namespace patronat::process {

using Day = std::chrono::sys_days;

/// Which days of one country are worked (domain.md 2.3, calendar service): Monday to Friday, save
/// the listed days off, and the listed working Saturdays and Sundays. The lists are known year by
/// year, as governments publish them; a year without a list is reckoned by its weekends and by the
/// holidays of every year alone, and who asks is told so. A value; shared freely between threads.
class WorkDays
{
public:
    enum class Kind
    {
        Off,
        Worked
    };

    /// `day` is off, or worked although it is a weekend.
    void mark(Day day, Kind kind) { m_marked[day] = kind; }
    /// A holiday of every year by law (Трудовой кодекс, ст. 112).
    void markYearly(std::chrono::month_day day)
    {
        m_yearly.insert({ unsigned(day.month()), unsigned(day.day()) });
    }
    /// The days off of `year` are known.
    void listed(std::chrono::year year) { m_years.insert(static_cast<int>(year)); }

    bool isOff(Day day) const;
    bool knows(std::chrono::year year) const { return m_years.contains(static_cast<int>(year)); }

    /// The n-th working day after `day`; `day` itself for 0 (domain.md 2.3: «в тот же день»). n is
    /// not negative.
    Day after(Day day, int n) const;

private:
    std::map<Day, Kind> m_marked;
    std::set<std::pair<unsigned, unsigned>> m_yearly;
    std::set<int> m_years;
};

} // namespace patronat::process
