// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/importplan.h"

#include "core/intake/planner.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace patronat::intake {

using base::Result;

namespace {

int yearOf(const std::string& today)
{
    int year = 0;
    std::from_chars(today.data(), today.data() + std::min<std::size_t>(today.size(), 4), year);
    return year;
}

} // namespace

std::string_view stateName(RowState state)
{
    static constexpr std::array<std::string_view, 5> kNames { "new", "changed", "same", "duplicate",
        "problem" };
    return kNames[static_cast<std::size_t>(state)];
}

std::size_t ImportPlan::count(RowState state) const
{
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&](const PlannedRow& row) { return row.state == state; }));
}

std::size_t ImportPlan::writes() const
{
    return static_cast<std::size_t>(std::count_if(records.begin(), records.end(),
        [](const PlannedRecord& record) { return record.state != RowState::Same; }));
}

std::size_t ImportPlan::writes(std::string_view type, RowState state) const
{
    return static_cast<std::size_t>(std::count_if(records.begin(), records.end(),
        [&](const PlannedRecord& record) { return record.type == type && record.state == state; }));
}

Result<ImportPlan> planImport(const store::ReadTx& read, const ListTable& table,
    const Mapping& mapping, const std::string& today, base::Job& job)
{
    RowReader rows(read, mapping, { mapping.dates, table.countsFrom1904, yearOf(today) });
    PATRONAT_TRY(rows.bind(table));
    ImportPlan plan;
    Planner planner(read, mapping, rows, plan);
    for (const ListRow& row : table.rows) {
        PATRONAT_TRY(job.checkpoint());
        PATRONAT_TRY(planner.take(row));
        constexpr std::size_t kTellEvery = 64;
        if (plan.rows.size() % kTellEvery == 0)
            job.report(plan.rows.size(), table.rows.size());
    }
    plan.guessedCenturies = rows.guessedCenturies();
    job.report(plan.rows.size(), table.rows.size());
    return plan;
}

} // namespace patronat::intake
