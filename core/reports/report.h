// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/base/value.h"
#include "core/profile/profile.h"
#include "core/reports/period.h"
#include "core/reports/table.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patronat::db {
class Connection;
}

namespace patronat::reports {

struct ReportOptions
{
    std::string language;
    std::string today; ///< ISO date
    bool demo = false;
    base::Value territory; ///< the territory's code; null: all
};

/// Counts a report for a period. Columns: "start", then each year of the programme that the period
/// consists of, or the period itself, then "end" when the period reaches it; beside each that has a
/// plan the plan, and beside facts of a period the deviation and the percentage. Where parts do not
/// add up to their row, the report says so by a control line with a difference and, where the
/// profile says how to find them, the records to look at. The connection may be a reader; the
/// functions of lists are registered on it. `job` is told each figure and asked before it:
/// Cancelled.
base::Result<Table> countReport(db::Connection& connection, const profile::Profile& profile,
    std::string_view reportId, const Period& period, const ReportOptions& options, base::Job& job);

/// The records that the figure of a row counts within `span`, as a column of the counted table
/// names it. Only a query that begins with "SELECT count(DISTINCT COLUMN) FROM" says which; nothing
/// for the others: shares, rows without records.
base::Result<std::optional<std::vector<base::RecordId>>> recordsBehind(db::Connection& connection,
    const profile::Profile& profile, std::string_view reportId, std::string_view rowNumber,
    const Period& span, const ReportOptions& options);

/// What of the profile's reports cannot be read or does not prepare over its tables, which the
/// connection holds: each ProfileBroken(file, line, path, why).
std::vector<base::Error> reportProblems(
    db::Connection& connection, const profile::Profile& profile);

/// By the ending of the name: .json .csv .html .xlsx, whole or not at all; else
/// InvalidArgument("format", ending). A PDF is core/documents' printing of htmlOf.
base::Status writeTable(const Table& table, const std::filesystem::path& path);

} // namespace patronat::reports
