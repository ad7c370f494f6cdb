// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/previewtable.h"

#include "core/intake/importplan.h"
#include "ui/common/text.h"

namespace patronat::ui {

PreviewModel::PreviewModel(Privacy& privacy, QObject* parent)
    : QAbstractTableModel(parent)
    , m_privacy(privacy)
{
    connect(&privacy, &Privacy::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

void PreviewModel::setTable(const intake::ListTable& table)
{
    beginResetModel();
    m_headings = intake::headingsOf(table);
    const std::size_t rows = std::min(table.rows.size(), static_cast<std::size_t>(kRows));
    m_rows.assign(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(rows));
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const auto& cells = m_rows[static_cast<std::size_t>(index.row())].cells;
    const auto column = static_cast<std::size_t>(index.column());
    return column < cells.size() ? m_privacy.veiled(shown(cells[column]).simplified()) : QString();
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return m_rows[static_cast<std::size_t>(section)].line;
    return shown(m_headings[static_cast<std::size_t>(section)]);
}

} // namespace patronat::ui
