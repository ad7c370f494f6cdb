// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>

namespace patronat::demo {

using Day = std::int64_t; ///< days since 1970-01-01
inline constexpr std::int64_t kMinute = 60'000;
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr std::int64_t kDay = 24 * kHour;

inline Day dayOf(int year, unsigned month, unsigned day)
{
    const std::chrono::year_month_day date { std::chrono::year { year }, std::chrono::month { month },
        std::chrono::day { day } };
    return std::chrono::sys_days(date).time_since_epoch().count();
}

inline std::chrono::year_month_day civil(Day day)
{
    return std::chrono::sys_days { std::chrono::days { day } };
}

inline int yearOf(Day day)
{
    return static_cast<int>(civil(day).year());
}

/// The same day so many months later, or the month's last when it has no such day.
inline Day addMonths(Day day, int months)
{
    const auto date = civil(day);
    const std::chrono::year_month moved = date.year() / date.month() + std::chrono::months { months };
    const auto last = (moved / std::chrono::last).day();
    return std::chrono::sys_days(moved / std::min(date.day(), last)).time_since_epoch().count();
}

/// 0 Sunday … 6 Saturday.
inline unsigned weekday(Day day)
{
    return std::chrono::weekday { std::chrono::sys_days { std::chrono::days { day } } }.c_encoding();
}

inline std::string iso(Day day)
{
    return base::isoDate(day * kDay);
}

/// "12.03.2016", for texts.
inline std::string dotted(Day day)
{
    const std::string text = iso(day);
    return text.substr(8, 2) + "." + text.substr(5, 2) + "." + text.substr(0, 4);
}

/// The cohort of table VII is enrolled on this day.
inline const Day kEnrolment = dayOf(2016, 1, 1);

} // namespace patronat::demo
