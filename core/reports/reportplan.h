// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"
#include "core/reports/cell.h"

#include <map>
#include <string>
#include <vector>

namespace patronat::reports {

enum class RowFormat { Number, Percent };

struct ReportColumn {
    std::string id; ///< "start", "end", a year
    profile::Label label;
};

struct ReportRow {
    std::string number; ///< "1.1."
    profile::Label label;
    profile::Label measure;
    RowFormat format = RowFormat::Number;
    std::string sql; ///< empty: the program holds nothing for it yet, a dash
    std::string culprits; ///< SQL: ids of the records to look at when the sum fails
    std::vector<std::string> sumOf; ///< numbers of rows that add up to this one
    std::vector<std::string> except; ///< columns in which the row has no fact
    std::map<std::string, Cell, std::less<>> plan; ///< column id -> as stored
};

/// "stock at the end = stock at the start + entered - left", printed below the table.
struct ControlLine {
    std::string row; ///< number of the stock's row; empty: the report has no such line
    profile::Label label;
    std::string enteredSql;
    std::string leftSql;
};

/// reports/ID.json, read.
struct ReportPlan {
    std::string id;
    profile::Label title;
    std::string from; ///< first day of the programme
    std::string to; ///< its last
    std::string startDay; ///< the day the column "start" is counted on
    std::vector<ReportColumn> columns;
    std::vector<ReportRow> rows;
    ControlLine control;
    std::vector<profile::Label> notes;

    const ReportRow* row(std::string_view number) const;
    const ReportColumn* column(std::string_view columnId) const;
};

/// NotFound(report, id), FileNotReadable or ProfileBroken.
base::Result<ReportPlan> readReportPlan(const profile::Profile& profile, std::string_view id);

} // namespace patronat::reports
