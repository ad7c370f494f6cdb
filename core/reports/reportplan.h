// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"
#include "core/reports/cell.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace patronat::reports {

enum class RowFormat { Number, Percent, Flag };

struct ReportColumn {
    std::string id; ///< "start", "end", a year
    profile::Label label;
    std::string from; ///< what it counts, when not by its id
    std::string to;
};

struct ReportRow {
    std::string number; ///< "1.1."
    profile::Label label;
    profile::Label measure;
    RowFormat format = RowFormat::Number;
    std::string sql; ///< empty: the program holds nothing for it yet, a dash
    std::string reason; ///< why there is no SQL yet: "noRecords"
    std::vector<std::string> sumOf; ///< numbers of rows that add up to this one
    std::vector<std::string> notFor; ///< columns in which the row has no fact
    std::map<std::string, Cell, std::less<>> plan; ///< column id -> as stored
};

struct ControlTerm {
    std::string id;
    profile::Label label;
    std::string sql;
};

/// "end = start + entered - left", counted for every column but the start and printed below the table.
struct ControlLine {
    profile::Label label;
    std::string equation; ///< of ids of terms, "=", "+" and "-", apart by spaces
    std::vector<ControlTerm> terms;
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
    std::vector<ControlLine> controls;
    std::string culprits; ///< SQL: ids of the records that make a sum fail ("withoutCategory" in the file)
    std::map<std::string, profile::Label, std::less<>> heads; ///< of the fixed columns: no, label, measure
    std::vector<profile::Label> notes;

    const ReportRow* row(std::string_view number) const;
    const ReportColumn* column(std::string_view columnId) const;
};

/// NotFound(report, id), FileNotReadable or ProfileBroken.
base::Result<ReportPlan> readReportPlan(
    const profile::Profile& profile, std::string_view id);

} // namespace patronat::reports
