// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace patronat::base {

namespace {

using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

// Stamps come from other computers too: outside the four-digit years they are shown as the bound.
constexpr std::int64_t kFirstMs = -62'167'219'200'000; // 0000-01-01T00:00:00Z
constexpr std::int64_t kLastMs = 253'402'300'799'999; // 9999-12-31T23:59:59.999Z

Milliseconds moment(std::int64_t ms)
{
    return Milliseconds(std::chrono::milliseconds(std::clamp(ms, kFirstMs, kLastMs)));
}

std::string formatDate(int year, unsigned month, unsigned day)
{
    char text[32];
    const int size = std::snprintf(text, sizeof text, "%04d-%02u-%02u", year, month, day);
    return { text, static_cast<std::size_t>(size) };
}

/// The digits at [from, from+count) as a number, or -1.
int digits(const std::string& text, std::size_t from, std::size_t count)
{
    int number = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

} // namespace

std::int64_t SystemClock::nowMs() const
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::string SystemClock::today() const
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local {};
#ifdef _WIN32
    localtime_s(&local, &now);
#else
    localtime_r(&now, &local);
#endif
    return formatDate(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1),
        static_cast<unsigned>(local.tm_mday));
}

std::string ManualClock::today() const
{
    return isoDate(m_ms);
}

std::string isoTime(std::int64_t ms)
{
    const auto inDay = moment(ms) - std::chrono::floor<std::chrono::days>(moment(ms));
    const auto seconds = static_cast<int>(std::chrono::floor<std::chrono::seconds>(inDay).count());
    char text[32];
    const int size = std::snprintf(
        text, sizeof text, "T%02d:%02d:%02dZ", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return isoDate(ms).append(text, static_cast<std::size_t>(size));
}

std::string isoDate(std::int64_t ms)
{
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(moment(ms)));
    return formatDate(static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()));
}

bool parseIsoDate(const std::string& text, std::int64_t& ms)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    if (year < 0 || month < 0 || day < 0)
        return false;
    const std::chrono::year_month_day date { std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day)) };
    if (!date.ok())
        return false;
    ms = Milliseconds(std::chrono::sys_days(date)).time_since_epoch().count();
    return true;
}

} // namespace patronat::base
