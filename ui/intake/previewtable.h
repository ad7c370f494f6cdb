// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/listtable.h"
#include "ui/common/privacy.h"

#include <QAbstractTableModel>

namespace patronat::ui {

/// The first rows of a list as they were read, below its headings; who stands near sees first
/// letters only.
class PreviewModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int kRows = 20;

    PreviewModel(Privacy& privacy, QObject* parent);
    void setTable(const intake::ListTable& table);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Privacy& m_privacy;
    std::vector<std::string> m_headings;
    std::vector<intake::ListRow> m_rows;
};

} // namespace patronat::ui
