// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/deadlines.h"

#include <nlohmann/json.hpp>

#include "core/process/caseholders.h"
#include "core/process/workcalendar.h"
#include "core/store/civildate.h"
#include "core/store/processsql.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace patronat::process {

using base::RecordId;
using base::Result;

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::size_t kTimeAt = 11; // of 2027-03-12T09:30
constexpr const char* kOnTheDay = "ON";

std::string zoneOf(const profile::Profile& profile)
{
    const auto settings = nlohmann::json::parse(profile.settingsJson, nullptr, false);
    const auto zone = settings.is_object() ? settings.find("timeZone") : settings.end();
    return settings.is_object() && zone != settings.end() && zone->is_string()
        ? zone->get<std::string>()
        : std::string();
}

int twoDigits(std::string_view text, std::size_t at)
{
    int number = 0;
    if (at + 2 <= text.size())
        std::from_chars(text.data() + at, text.data() + at + 2, number);
    return number;
}

/// A day, or a moment in UTC as the day of the region it was.
std::optional<Since> sinceOf(std::string_view iso, const std::string& zone)
{
    const auto day = dayOf(iso);
    if (!day)
        return std::nullopt;
    if (iso.size() < kTimeAt)
        return Since { *day, std::nullopt };
    const std::int64_t ms = day->time_since_epoch().count() * kDayMs
        + (twoDigits(iso, kTimeAt) * 60 + twoDigits(iso, kTimeAt + 3)) * kMinuteMs;
    const std::int64_t local = ms + store::zoneOffsetMs(zone, ms);
    return Since { std::chrono::floor<std::chrono::days>(
                       std::chrono::sys_time<std::chrono::milliseconds>(
                           std::chrono::milliseconds(local))),
        ms };
}

/// Reads the open rows of each declared deadline and reckons their days.
class Reckoning
{
public:
    Reckoning(const store::ReadTx& tx, Day today, WorkDays workDays, const DeadlineScope& scope)
        : m_tx(tx)
        , m_today(today)
        , m_isoToday(isoOf(today))
        , m_workDays(std::move(workDays))
        , m_zone(zoneOf(tx.profile()))
        , m_scope(scope)
        , m_holders(tx, m_isoToday, scope.family)
    {
    }

    void add(const profile::Process& process, const profile::Deadline& deadline,
        std::vector<OpenDeadline>& out)
    {
        const bool onTheDay = deadline.unit == kOnTheDay;
        auto select = m_tx.connection().prepare(store::processWith(m_tx.profile(), process)
            + "SELECT record, " + (onTheDay ? "due" : "since") + ", family, who, title FROM ("
            + deadline.sql + "\n)" + asked());
        if (!m_scope.family.isNull())
            select.bind(*select.parameter(":family"), m_scope.family);
        if (const auto parameter = select.parameter(":today"))
            select.bind(*parameter, std::string_view(m_isoToday));
        while (select.step()) {
            const auto since = sinceOf(select.text(1), m_zone);
            if (!since)
                continue;
            OpenDeadline open { &process, &deadline, select.id<RecordId>(0), select.id<RecordId>(2),
                select.id<RecordId>(3), std::string(select.text(4)), dueOn(*since, deadline) };
            open.who = m_holders.now(open.family, open.who);
            if (isAskedFor(open))
                out.push_back(judged(std::move(open)));
        }
    }

private:
    /// Told to the query: one family's dates must not cost those of all.
    std::string asked() const
    {
        return m_scope.family.isNull() ? std::string() : std::string(" WHERE family = :family");
    }

    Due dueOn(const Since& since, const profile::Deadline& deadline) const
    {
        if (deadline.unit == kOnTheDay)
            return { since.day, std::nullopt, m_workDays.isOff(since.day), std::nullopt };
        const Term term { deadline.value,
            termUnit(deadline.unit).value_or(Term::Unit::CalendarDays), deadline.months };
        return dueOf(
            since, term, m_workDays, since.ms ? store::zoneOffsetMs(m_zone, *since.ms) : 0);
    }

    bool isAskedFor(const OpenDeadline& open) const
    {
        return (m_scope.who.isNull() || m_scope.who == open.who)
            && (!m_scope.onlyReminding || reminds(open));
    }

    bool reminds(const OpenDeadline& open) const
    {
        return open.due.day - std::chrono::days(open.deadline->remindDays) <= m_today;
    }

    OpenDeadline judged(OpenDeadline open) const
    {
        open.standing = standingOf(open.due.day, m_today);
        open.reminds = reminds(open);
        return open;
    }

    const store::ReadTx& m_tx;
    Day m_today;
    std::string m_isoToday;
    WorkDays m_workDays;
    std::string m_zone;
    const DeadlineScope& m_scope;
    CaseHolders m_holders;
};

} // namespace

Result<std::vector<OpenDeadline>> deadlines(
    const store::ReadTx& tx, const std::string& today, const DeadlineScope& scope)
{
    const auto day = dayOf(today);
    if (!day)
        return { base::ErrorCode::InvalidArgument, { "date", today } };
    PATRONAT_LET(WorkDays days, workDays(tx));
    Reckoning reckoning(tx, *day, std::move(days), scope);
    std::vector<OpenDeadline> out;
    for (const profile::Process& process : tx.profile().processes)
        for (const profile::Deadline& deadline : process.deadlines)
            reckoning.add(process, deadline, out);
    std::sort(out.begin(), out.end(), [](const OpenDeadline& a, const OpenDeadline& b) {
        return std::tie(a.due.day, a.deadline->id, a.record)
            < std::tie(b.due.day, b.deadline->id, b.record);
    });
    return out;
}

} // namespace patronat::process
