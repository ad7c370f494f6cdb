// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/common/columnwidths.h"
#include "ui/common/privacy.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QTableView>

#include <string>
#include <vector>

namespace patronat::ui {

/// A line of a report; leads to its record, where that is held here.
struct ExchangeLine
{
    QStringList cells;
    std::string type;
    base::RecordId record; ///< null: leads nowhere
};

/// Lines that are all at hand. Cells of the column of names show first letters only while others
/// are near.
class LineModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    LineModel(Privacy& privacy, QObject* parent);

    void setHeads(QStringList heads);
    void setLines(std::vector<ExchangeLine> lines);
    const ExchangeLine* line(int row) const;
    /// What names people. None: -1.
    void setNameColumn(int column) { m_nameColumn = column; }
    /// From this column to the one before `end` stand numbers.
    void setNumbers(int begin, int end);
    bool isNumber(int column) const { return column >= m_numbersBegin && column < m_numbersEnd; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Privacy& m_privacy;
    QStringList m_heads;
    std::vector<ExchangeLine> m_lines;
    int m_nameColumn = -1;
    int m_numbersBegin = 0;
    int m_numbersEnd = 0;
};

/// Shows them; Enter or a double press opens the record of a line.
class LineTable final : public QTableView
{
    Q_OBJECT
public:
    explicit LineTable(Privacy& privacy, QWidget* parent = nullptr);
    LineModel& lines() { return *m_lines; }
    /// Long texts take several lines, where there are few enough lines to be measured.
    void setWrapping(bool isWrapping) { m_isWrapping = isWrapping; }
    /// As wide as what stands in them; the last one takes what is left where it stretches.
    void fitColumns();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void rowChosen(int row);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    ColumnWish wish(int column) const;
    LineModel* m_lines;
    bool m_isWrapping = false;
};

} // namespace patronat::ui
