// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/consilium/meetingsummary.h"

#include <QAbstractTableModel>

#include <vector>

namespace patronat::ui {

/// The questions of one meeting in order, each with how it stands in words.
class AgendaModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Number,
        Family,
        State,
        Topic,
        ColumnCount
    };

    AgendaModel(Desk& desk, QObject* parent);

    void show(std::vector<AgendaLine> lines);
    const std::vector<AgendaLine>& lines() const { return m_lines; }
    int rowOf(base::RecordId id) const; ///< -1: not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const AgendaLine& line, int row, int column) const;
    QString state(const AgendaLine& line) const;
    Desk& m_desk;
    std::vector<AgendaLine> m_lines;
};

} // namespace patronat::ui
