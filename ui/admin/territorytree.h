// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"

#include <QAbstractItemModel>

#include <map>
#include <string>
#include <vector>

namespace patronat::ui {

struct TerritoryLine
{
    base::RecordId id;
    base::RecordId parent; ///< null: on top
    std::string code;
    std::string name;
    std::string kind; ///< code
    std::string validTo;
    bool isShipped = false; ///< came with the profile
};

/// A record that came with the profile, its own or one it extends.
bool isShipped(const profile::Profile& profile, base::RecordId id);

/// All of them, by code. Within a read.
std::vector<TerritoryLine> territoryLines(const store::ReadTx& tx);

/// Territories under what they are part of. What is part of nothing known, or of itself, stands on top.
class TerritoryTree final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Code,
        Kind,
        Source,
        Until,
        ColumnCount
    };
    TerritoryTree(Desk& desk, QObject* parent);

    void setLines(std::vector<TerritoryLine> lines);
    const TerritoryLine* line(const QModelIndex& index) const;
    QModelIndex indexOf(base::RecordId id) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node
    {
        std::size_t parent = 0;
        int row = 0;
        std::vector<std::size_t> children;
    };
    bool isUnder(std::size_t node, std::size_t above) const;
    const std::vector<std::size_t>& childrenOf(const QModelIndex& parent) const;

    Desk& m_desk;
    std::vector<TerritoryLine> m_lines;
    std::vector<Node> m_nodes; ///< 0 is what stands above all; line i is node i + 1
};

} // namespace patronat::ui
