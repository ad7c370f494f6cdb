// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/territorytree.h"

#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <algorithm>

namespace patronat::ui {

using base::RecordId;

bool isShipped(const profile::Profile& profile, RecordId id)
{
    return std::any_of(profile.seeds.begin(), profile.seeds.end(),
        [id](const profile::SeedLog& log) { return log.origin == id.origin; });
}

std::vector<TerritoryLine> territoryLines(const store::ReadTx& tx)
{
    std::vector<TerritoryLine> out;
    auto select = tx.connection().prepare("SELECT id, parent, coalesce(code, ''), coalesce(name, ''), coalesce(kind, ''), "
                                          "coalesce(validTo, '') FROM territory WHERE life NOT IN ('removed', 'erased') "
                                          "ORDER BY code, id");
    while (select.step()) {
        const RecordId id = select.id<RecordId>(0);
        out.push_back({ id, select.isNull(1) ? RecordId {} : select.id<RecordId>(1), std::string(select.text(2)),
            std::string(select.text(3)), std::string(select.text(4)), std::string(select.text(5)),
            isShipped(tx.profile(), id) });
    }
    return out;
}

TerritoryTree::TerritoryTree(Desk& desk, QObject* parent)
    : QAbstractItemModel(parent)
    , m_desk(desk)
    , m_nodes(1)
{
}

bool TerritoryTree::isUnder(std::size_t node, std::size_t above) const
{
    for (; node != 0; node = m_nodes[node].parent)
        if (node == above)
            return true;
    return false;
}

void TerritoryTree::setLines(std::vector<TerritoryLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    std::map<RecordId, std::size_t> nodeOf;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        nodeOf[m_lines[i].id] = i + 1;
    m_nodes.assign(m_lines.size() + 1, {});
    for (std::size_t node = 1; node < m_nodes.size(); ++node) {
        const auto parent = nodeOf.find(m_lines[node - 1].parent);
        // A merge may have made two of them part of each other: neither may vanish from the screen.
        if (parent != nodeOf.end() && !isUnder(parent->second, node))
            m_nodes[node].parent = parent->second;
    }
    for (std::size_t node = 1; node < m_nodes.size(); ++node) {
        auto& siblings = m_nodes[m_nodes[node].parent].children;
        m_nodes[node].row = static_cast<int>(siblings.size());
        siblings.push_back(node);
    }
    endResetModel();
}

const TerritoryLine* TerritoryTree::line(const QModelIndex& index) const
{
    return index.isValid() ? &m_lines[index.internalId() - 1] : nullptr;
}

QModelIndex TerritoryTree::indexOf(RecordId id) const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (m_lines[i].id == id)
            return createIndex(m_nodes[i + 1].row, Name, i + 1);
    return {};
}

const std::vector<std::size_t>& TerritoryTree::childrenOf(const QModelIndex& parent) const
{
    return m_nodes[parent.isValid() ? parent.internalId() : 0].children;
}

QModelIndex TerritoryTree::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, childrenOf(parent)[static_cast<std::size_t>(row)]);
}

QModelIndex TerritoryTree::parent(const QModelIndex& index) const
{
    const std::size_t node = index.isValid() ? m_nodes[index.internalId()].parent : 0;
    return node == 0 ? QModelIndex() : createIndex(m_nodes[node].row, Name, node);
}

int TerritoryTree::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(childrenOf(parent).size());
}

int TerritoryTree::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant TerritoryTree::data(const QModelIndex& index, int role) const
{
    const TerritoryLine* one = line(index);
    if (one == nullptr || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (index.column()) {
    case Name:
        return shown(one->name);
    case Code:
        return shown(one->code);
    case Kind:
        return ValueWriter(m_desk.profile(), typed(m_desk.languages.language())).label("territoryKind", one->kind);
    case Source:
        return one->isShipped ? tr("shipped") : tr("added");
    default:
        return dateText(one->validTo);
    }
}

QVariant TerritoryTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Code:
        return tr("Code");
    case Kind:
        return tr("Kind");
    case Source:
        return tr("Comes from");
    default:
        return tr("Valid until");
    }
}

} // namespace patronat::ui
