// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reporttable.h"

#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QFont>

#include <algorithm>

namespace patronat::ui {

using reports::Cell;
using reports::ColumnRole;
using reports::TableRow;

namespace {

/// "1." adds up what "1.1." to "1.9." say.
bool isTotal(const TableRow& row)
{
    return std::count(row.number.begin(), row.number.end(), '.') < 2;
}

} // namespace

void ReportTable::setTable(reports::Table table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int ReportTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ReportTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstFigure + static_cast<int>(m_table.columns.size());
}

QString ReportTable::text(const TableRow& row, int column) const
{
    switch (column) {
    case Number:
        return shown(row.number);
    case Name:
        return shown(row.label);
    case Measure:
        return shown(row.measure);
    default:
        break;
    }
    const char point = m_table.language == "en" ? '.' : ',';
    return shown(reports::printed(row.cells[static_cast<std::size_t>(column - FirstFigure)], point));
}

QString ReportTable::whyMissing(const Cell& cell) const
{
    if (cell.reason == "notAsked")
        return tr("This figure is not asked for here");
    if (cell.reason == "noPlan")
        return tr("The order sets no plan for it");
    if (cell.reason == "zeroDenominator")
        return tr("There is nothing to take a share of");
    return tr("The program has no records yet to count this from");
}

QVariant ReportTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TableRow& row = m_table.rows[static_cast<std::size_t>(index.row())];
    const bool isFigure = index.column() >= FirstFigure;
    const auto column = static_cast<std::size_t>(std::max(0, index.column() - FirstFigure));
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            (index.column() == Name ? Qt::AlignLeft : isFigure ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setBold(isTotal(row));
        return font;
    }
    case Qt::ForegroundRole:
        // What was planned stands back behind what is.
        return isFigure && m_table.columns[column].role != ColumnRole::Fact ? QVariant(currentColours().muted) : QVariant();
    case Qt::ToolTipRole:
        if (isFigure && row.cells[column].kind == Cell::Kind::Missing)
            return whyMissing(row.cells[column]);
        return {};
    case Qt::AccessibleTextRole:
        // Who hears the table is told what the figure is of.
        return isFigure ? tr("%1 %2, %3: %4")
                              .arg(shown(row.number), shown(row.label), shown(m_table.columns[column].label),
                                  text(row, index.column()))
                        : text(row, index.column());
    default:
        return {};
    }
}

QVariant ReportTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount())
        return {};
    if (section < FirstFigure)
        return shown(m_table.heads[section]);
    return shown(m_table.columns[static_cast<std::size_t>(section - FirstFigure)].label);
}

} // namespace patronat::ui
