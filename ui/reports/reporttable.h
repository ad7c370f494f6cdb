// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/table.h"

#include <QAbstractTableModel>

namespace patronat::ui {

/// A counted report as lines and columns; texts are those of its paper.
class ReportTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Number,
        Name,
        Measure,
        FirstFigure
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(reports::Table table);
    const reports::Table& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const reports::TableRow& row, int column) const;
    QString whyMissing(const reports::Cell& cell) const;
    reports::Table m_table;
};

} // namespace patronat::ui
