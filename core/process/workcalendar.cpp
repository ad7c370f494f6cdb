// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/workcalendar.h"

#include <nlohmann/json.hpp>

#include "core/base/clock.h"
#include "core/store/readtx.h"

#include <vector>

namespace patronat::process {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::size_t kDateLength = 10;

std::vector<std::string> calendarsOf(const profile::Profile& profile)
{
    const auto settings = nlohmann::json::parse(profile.settingsJson, nullptr, false);
    std::vector<std::string> calendars;
    if (settings.is_object() && settings.contains("calendars") && settings["calendars"].is_array())
        for (const auto& calendar : settings["calendars"])
            if (calendar.is_string())
                calendars.push_back(calendar.get<std::string>());
    return calendars;
}

void mark(WorkDays& days, std::string_view date, std::string_view kind, bool listsYear)
{
    const auto day = dayOf(date);
    if (!day)
        return;
    const std::chrono::year_month_day parts(*day);
    if (kind == "yearly")
        return days.markYearly(parts.month() / parts.day());
    days.mark(*day, kind == "worked" ? WorkDays::Kind::Worked : WorkDays::Kind::Off);
    if (listsYear)
        days.listed(parts.year());
}

} // namespace

std::optional<Day> dayOf(std::string_view iso)
{
    std::int64_t ms = 0;
    if (!base::parseIsoDate(std::string(iso.substr(0, kDateLength)), ms))
        return std::nullopt;
    return Day(std::chrono::days(ms / kDayMs - (ms % kDayMs < 0 ? 1 : 0)));
}

std::string isoOf(Day day)
{
    return base::isoDate(day.time_since_epoch().count() * kDayMs);
}

base::Result<WorkDays> workDays(const store::ReadTx& tx)
{
    WorkDays days;
    if (tx.profile().type("calendarDay") == nullptr)
        return days;
    bool ofCountry
        = true; // the first calendar says which years are listed; a region only adds its own days
    for (const std::string& calendar : calendarsOf(tx.profile())) {
        auto select
            = tx.connection().prepare("SELECT date, kind FROM calendarDay WHERE calendar = ?1"
                                      " AND life NOT IN ('removed', 'erased') ORDER BY date, id");
        select.bind(1, calendar);
        while (select.step())
            mark(days, select.text(0), select.text(1), ofCountry);
        ofCountry = false;
    }
    return days;
}

} // namespace patronat::process
