// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/table.h"

#include "core/reports/csvtext.h"
#include "core/store/paperwords.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace patronat::reports {

namespace {

using nlohmann::ordered_json;
using store::PaperWord;

ordered_json jsonValue(const Cell& cell)
{
    if (cell.kind == Cell::Kind::Missing)
        return nullptr;
    if (cell.kind == Cell::Kind::Text)
        return cell.text;
    if (cell.decimals == 0)
        return cell.number;
    return static_cast<double>(cell.number) / 10;
}

ordered_json controlJson(const Control& control)
{
    ordered_json out { { "column", control.column } };
    for (const Control::Term& term : control.terms)
        out["terms"][term.id] = term.value;
    out["difference"] = control.difference;
    if (!control.records.empty())
        out["records"] = control.records;
    return out;
}

char decimalPoint(const Table& table) { return table.language == "en" ? '.' : ','; }

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

/// A table of many columns is printed smaller, so that neither names nor heads are broken within words.
constexpr std::size_t kManyColumns = 8;
constexpr int kNameShare = 34; ///< in percent of the width
constexpr int kNarrowNameShare = 18;
constexpr int kNumberShare = 4;
constexpr int kMeasureShare = 6;

bool isWide(const Table& table) { return table.columns.size() > kManyColumns; }

std::string headCell(const std::string& text, int percent)
{
    return "<th width=\"" + std::to_string(percent) + "%\">" + escaped(text) + "</th>";
}

std::string htmlHead(const Table& table)
{
    const int name = isWide(table) ? kNarrowNameShare : kNameShare;
    const int shares[] = { kNumberShare, name, kMeasureShare };
    std::string out = "<thead><tr>";
    for (std::size_t i = 0; i < 3; ++i)
        out += headCell(table.heads[i], shares[i]);
    for (const TableColumn& column : table.columns)
        out += headCell(
            column.label, (100 - name - kNumberShare - kMeasureShare) / static_cast<int>(table.columns.size()));
    return out + "</tr></thead>";
}

std::string htmlRow(const Table& table, const TableRow& row)
{
    std::string out = "<tr><td>" + escaped(row.number) + "</td><td>" + escaped(row.label) + "</td><td>"
        + escaped(row.measure) + "</td>";
    for (const Cell& cell : row.cells)
        out += "<td align=\"center\">" + escaped(printed(cell, decimalPoint(table))) + "</td>";
    return out + "</tr>";
}

} // namespace

const Cell* Table::cell(std::string_view rowNumber, std::string_view columnId) const
{
    const auto row = std::ranges::find(rows, rowNumber, &TableRow::number);
    const auto column = std::ranges::find(columns, columnId, &TableColumn::id);
    if (row == rows.end() || column == columns.end())
        return nullptr;
    return &row->cells[static_cast<std::size_t>(column - columns.begin())];
}

std::string controlText(const Table& table, const Control& control)
{
    std::string text;
    for (const Control::Term& term : control.terms)
        text += (text.empty() ? "" : ", ") + term.label + ' ' + std::to_string(term.value);
    if (control.difference != 0)
        text += "; " + std::string(paperWord(PaperWord::Deviation, table.language)) + ' '
            + std::to_string(control.difference);
    for (const std::string& record : control.records)
        text += ' ' + record;
    return control.label + " (" + control.column + "): " + text;
}

std::string jsonOf(const Table& table)
{
    ordered_json out { { "id", table.id }, { "title", table.title }, { "period", table.period.id },
        { "from", table.period.from }, { "to", table.period.to }, { "demo", !table.mark.empty() } };
    for (const TableColumn& column : table.columns)
        out["columns"].push_back({ { "id", column.id }, { "label", column.label }, { "from", column.span.from },
            { "to", column.span.to } });
    for (const TableRow& row : table.rows) {
        ordered_json values;
        ordered_json reasons = ordered_json::object();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            values[table.columns[i].id] = jsonValue(row.cells[i]);
            if (!row.cells[i].reason.empty())
                reasons[table.columns[i].id] = row.cells[i].reason;
        }
        out["rows"].push_back({ { "no", row.number }, { "label", row.label }, { "measure", row.measure },
            { "values", values }, { "reasons", reasons } });
    }
    out["controls"] = ordered_json::array();
    for (const Control& control : table.controls)
        out["controls"].push_back(controlJson(control));
    out["notes"] = table.notes;
    return out.dump(2) + '\n';
}

std::string csvOf(const Table& table)
{
    std::string out = "\xEF\xBB\xBF";
    std::vector<std::string> cells;
    for (const std::string& head : table.heads)
        cells.push_back(disarmed(head));
    for (const TableColumn& column : table.columns)
        cells.push_back(disarmed(column.label));
    out += csvLine(cells);
    for (const TableRow& row : table.rows) {
        cells = { disarmed(row.number), disarmed(row.label), disarmed(row.measure) };
        for (const Cell& cell : row.cells) {
            const std::string text = printed(cell, decimalPoint(table));
            cells.push_back(cell.isNumber() ? text : disarmed(text));
        }
        out += csvLine(cells);
    }
    for (const Control& control : table.controls)
        out += csvLine({ "", disarmed(controlText(table, control)) });
    for (const std::string& note : table.notes)
        out += csvLine({ "", disarmed(note) });
    if (!table.mark.empty())
        out += csvLine({ "", disarmed(table.mark) });
    return out;
}

std::string htmlOf(const Table& table, MarkLine mark)
{
    std::string out = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + escaped(table.title)
        + "</title><style>body{font-family:'Liberation Serif','DejaVu Serif',serif;font-size:"
        + (isWide(table) ? "7pt" : "10pt")
        + "}table{border-collapse:collapse;border-color:black}</style></head><body>";
    if (mark == MarkLine::Shown && !table.mark.empty())
        out += "<p align=\"right\">" + escaped(table.mark) + "</p>";
    out += "<h3 align=\"center\">" + escaped(table.title) + "</h3><p align=\"center\">"
        + escaped(printed(table.period))
        + "</p><table border=\"1\" cellspacing=\"0\" cellpadding=\""
        + (isWide(table) ? "1" : "3") + "\" width=\"100%\">" + htmlHead(table)
        + "<tbody>";
    for (const TableRow& row : table.rows)
        out += htmlRow(table, row);
    out += "</tbody></table>";
    for (const Control& control : table.controls)
        out += "<p>" + escaped(controlText(table, control)) + "</p>";
    for (const std::string& note : table.notes)
        out += "<p>" + escaped(note) + "</p>";
    return out + "</body></html>\n";
}

} // namespace patronat::reports
