// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/processsql.h"

#include "core/profile/required.h"
#include "core/store/tables.h"

namespace patronat::store {

namespace {

constexpr const char* kAlive = " NOT IN ('removed', 'erased')";

std::string stateSql(const profile::Process& process)
{
    std::string sql = "coalesce(r." + sqlName(process.field);
    if (!process.initialExpression.empty())
        sql += ", (" + process.initialExpression + "\n)";
    return sql + ", '" + process.initial + "')";
}

} // namespace

std::string processWith(const profile::Profile& profile, const profile::Process& process)
{
    std::string sql = "WITH subject AS NOT MATERIALIZED (SELECT r.*, " + stateSql(process)
        + " AS stateNow FROM " + sqlName(process.type) + " AS r WHERE r.life" + kAlive + ")";
    const profile::RecordType* event = profile.type(profile::kEventType);
    const profile::Field* field = event != nullptr ? process.eventField(*event) : nullptr;
    if (field == nullptr)
        return sql + " ";
    const std::string record = "v." + sqlName(field->id);
    sql += ", standing AS NOT MATERIALIZED (SELECT v.*, " + record
        + " AS record FROM caseEvent AS v WHERE " + record + " IS NOT NULL AND v.life" + kAlive
        + " AND v.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM caseEvent AS later"
          " WHERE later.reverses = v.id AND later.life"
        + kAlive + "))";
    return sql
        + ", entered AS NOT MATERIALIZED (SELECT v.record AS record, v.\"to\" AS state, "
          "v.happenedOn AS day FROM standing AS v WHERE v.\"from\" IS NOT v.\"to\") ";
}

} // namespace patronat::store
