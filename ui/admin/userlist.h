// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"

#include <QAbstractTableModel>

#include <set>
#include <string>
#include <vector>

namespace patronat::ui {

/// A member of the staff, and whether this site lets her say that it is she who works here.
struct UserLine
{
    base::RecordId staff;
    std::string name;
    std::string post;
    std::string role; ///< code
    bool isNamed = false;
};

/// The staff of today for ticking. Within a read.
std::vector<UserLine> userLines(const store::ReadTx& tx, const std::string& today);

/// The lines for a view; a tick is told through ticked() and shown when it has been kept.
class UserList final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Post,
        Role,
        ColumnCount
    };
    UserList(Desk& desk, QObject* parent);

    void setLines(std::vector<UserLine> lines);
    const std::vector<UserLine>& lines() const { return m_lines; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void ticked();

private:
    Desk& m_desk;
    std::vector<UserLine> m_lines;
};

} // namespace patronat::ui
