// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/importplan.h"
#include "ui/common/desk.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patronat::ui {

/// What will become of the rows of a list: one line for each problem, one for each row without.
class PlanModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Line,
        State,
        Heading,
        Why,
        Cell,
        Hint,
        kColumns
    };

    PlanModel(Desk& desk, QObject* parent);
    void setPlan(std::shared_ptr<const intake::ImportPlan> plan);
    /// Nothing: rows of every state.
    void show(std::optional<intake::RowState> state);
    void words();
    /// The lines shown as a CSV for a spreadsheet, UTF-8 with a mark.
    std::string csv() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Shown
    {
        std::size_t row;
        std::size_t problem; ///< of the row; past its last: none
    };
    void gather();
    QString text(const Shown& line, int column) const;
    QString heading(int column) const;

    Desk& m_desk;
    std::shared_ptr<const intake::ImportPlan> m_plan;
    std::optional<intake::RowState> m_state;
    std::vector<Shown> m_lines;
};

} // namespace patronat::ui
