// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/plantable.h"

#include "core/reports/csvtext.h"
#include "ui/common/text.h"
#include "ui/intake/intakewords.h"

namespace patronat::ui {

PlanModel::PlanModel(Desk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    connect(&desk.privacy, &Privacy::changed, this, &PlanModel::words);
}

void PlanModel::setPlan(std::shared_ptr<const intake::ImportPlan> plan)
{
    beginResetModel();
    m_plan = std::move(plan);
    gather();
    endResetModel();
}

void PlanModel::show(std::optional<intake::RowState> state)
{
    beginResetModel();
    m_state = state;
    gather();
    endResetModel();
}

void PlanModel::words()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void PlanModel::gather()
{
    m_lines.clear();
    if (!m_plan)
        return;
    for (std::size_t i = 0; i < m_plan->rows.size(); ++i) {
        const intake::PlannedRow& row = m_plan->rows[i];
        if (m_state && row.state != *m_state)
            continue;
        for (std::size_t problem = 0; problem < std::max<std::size_t>(1, row.problems.size());
             ++problem)
            m_lines.push_back({ i, problem });
    }
}

QString PlanModel::text(const Shown& line, int column) const
{
    const intake::PlannedRow& row = m_plan->rows[line.row];
    const IntakeWords words(m_desk);
    if (column == Line)
        return QString::number(row.line);
    if (column == State)
        return words.state(row.state);
    if (line.problem >= row.problems.size())
        return column == Hint && row.sameAs != 0 ? tr("See row %1").arg(row.sameAs) : QString();
    const intake::RowProblem& problem = row.problems[line.problem];
    switch (column) {
    case Heading:
        return words.column(problem);
    case Why:
        return words.reason(problem);
    case Cell:
        return m_desk.privacy.isMasking() && !problem.cell.empty() ? Privacy::nothingShown()
                                                                   : shown(problem.cell);
    default:
        return words.hint(problem);
    }
}

std::string PlanModel::csv() const
{
    std::vector<std::string> cells;
    for (int column = 0; column < kColumns; ++column)
        cells.push_back(typed(heading(column)));
    std::string out = "\xEF\xBB\xBF" + reports::csvLine(cells);
    for (const Shown& line : m_lines) {
        cells.clear();
        for (int column = 0; column < kColumns; ++column)
            cells.push_back(typed(text(line, column)));
        out += reports::csvLine(cells);
    }
    return out;
}

int PlanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int PlanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QVariant PlanModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return text(m_lines[static_cast<std::size_t>(index.row())], index.column());
}

QString PlanModel::heading(int column) const
{
    switch (column) {
    case Line:
        return tr("Row");
    case State:
        return tr("What becomes of it");
    case Heading:
        return tr("Column");
    case Why:
        return tr("Why");
    case Cell:
        return tr("In the cell");
    default:
        return tr("Hint");
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(heading(section))
                                                                    : QVariant();
}

} // namespace patronat::ui
