// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reports/cell.h"
#include "core/reports/period.h"

#include <QByteArray>

#include <map>
#include <string>
#include <vector>

namespace patronat::reports {

enum class ColumnRole { Fact, Plan, Deviation, PercentOfPlan };

struct TableColumn {
    std::string id; ///< "2016", "2016.plan", "2016.deviation", "2016.percentOfPlan"
    std::string label;
    ColumnRole role = ColumnRole::Fact;
    Period span; ///< what was counted
};

struct TableRow {
    std::string number;
    std::string label;
    std::string measure;
    std::vector<Cell> cells; ///< one per column
};

/// An equation such as "end = start + entered - left", counted for one column; or a row that is not the sum of its parts.
struct Control {
    struct Term {
        std::string id;
        std::string label;
        std::int64_t value = 0;
    };
    std::string column;
    std::string label;
    std::vector<Term> terms;
    std::int64_t difference = 0; ///< left side less right side
    std::vector<std::string> records; ///< ids of what to look at when a sum fails
};

/// A report counted: what every output says.
struct Table {
    std::string id;
    std::string title;
    Period period;
    std::string language;
    std::string heads[3]; ///< of the fixed columns: number, name, unit
    std::string mark; ///< «учебные данные» in a demonstration, else empty
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    std::vector<Control> controls;
    std::vector<std::string> notes;

    const Cell* cell(std::string_view rowNumber, std::string_view columnId) const;
};

enum class MarkLine {
    Shown, ///< the mark is part of the text
    OnBands, ///< whoever prints it paints the mark on every page
};

/// One line, as outputs show it below the rows.
std::string controlText(const Table& table, const Control& control);
std::string jsonOf(const Table& table);
/// ";" between the cells, UTF-8 with its mark, texts that a spreadsheet would take for formulas disarmed.
std::string csvOf(const Table& table);
std::string htmlOf(const Table& table, MarkLine mark);
base::Result<QByteArray> xlsxOf(const Table& table);

} // namespace patronat::reports
