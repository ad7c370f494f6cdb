// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/dayround.h"

#include <nlohmann/json.hpp>

#include "core/process/deadlines.h"
#include "core/process/workcalendar.h"
#include "core/profile/worksettings.h"

#include <algorithm>
#include <map>
#include <set>

namespace patronat::process {

using base::RecordId;
using base::Result;

namespace {

/// The families of a territory and of those below it; empty when all are meant.
std::set<RecordId> familiesIn(const store::ReadTx& tx, RecordId territory)
{
    std::set<RecordId> families;
    auto select
        = tx.connection().prepare("WITH RECURSIVE below(id) AS (SELECT ?1 UNION SELECT t.id FROM "
                                  "territory AS t JOIN below AS b ON t.parent = b.id) "
                                  "SELECT f.id FROM family AS f JOIN below AS b ON f.territory = "
                                  "b.id WHERE f.life NOT IN ('removed', 'erased')");
    select.bind(1, territory);
    while (select.step())
        families.insert(select.id<RecordId>(0));
    return families;
}

bool isOfTheDay(const OpenDeadline& one, Day on)
{
    return one.reminds || one.due.day <= on;
}

} // namespace

Result<std::vector<RoundVisit>> dayRound(
    const store::ReadTx& tx, const std::string& on, const RoundScope& scope)
{
    const auto day = dayOf(on);
    if (!day)
        return { base::ErrorCode::InvalidArgument, { "date", on } };
    const std::vector<std::string> visits = profile::workSettings(tx.profile()).visits;
    const bool isEverywhere = scope.territory.isNull();
    const std::set<RecordId> there
        = isEverywhere ? std::set<RecordId>() : familiesIn(tx, scope.territory);
    DeadlineScope asked;
    asked.who = scope.who;
    PATRONAT_LET(const std::vector<OpenDeadline> open, deadlines(tx, on, asked)); // by their days
    std::vector<RoundVisit> round;
    std::map<RecordId, std::size_t> places;
    for (const OpenDeadline& one : open) {
        const bool isVisit
            = std::find(visits.begin(), visits.end(), one.deadline->id) != visits.end();
        if (!isVisit || one.family.isNull() || !isOfTheDay(one, *day)
            || (!isEverywhere && !there.contains(one.family)))
            continue;
        const auto [at, isNew] = places.emplace(one.family, round.size());
        if (isNew)
            round.push_back({ one.family, one.who, {} });
        round[at->second].reasons.push_back(
            { one.deadline->id, one.deadline->label, isoOf(one.due.day) });
    }
    return round;
}

Result<base::Fields> dayRoundFields(const store::ReadTx& tx, const std::string& on,
    const RoundScope& scope, const std::string& language)
{
    PATRONAT_LET(const std::vector<RoundVisit> round, dayRound(tx, on, scope));
    auto visits = nlohmann::json::array();
    for (const RoundVisit& one : round) {
        const RoundVisit::Reason& first = one.reasons.front();
        visits.push_back({ { "family", one.family.hex() }, { "due", first.due },
            { "late", first.due < on ? 1 : 0 },
            { "what", std::string(profile::labelIn(first.label, language)) } });
    }
    std::string territory;
    if (!scope.territory.isNull()) {
        auto select = tx.connection().prepare("SELECT name FROM territory WHERE id = ?1");
        select.bind(1, scope.territory);
        if (select.step())
            territory = select.text(0);
    }
    return base::Fields { { "visits", base::Value(visits.dump()) }, { "on", base::Value(on) },
        { "territory", territory.empty() ? base::Value() : base::Value(territory) } };
}

} // namespace patronat::process
