// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/userlist.h"

#include "core/access/users.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

namespace patronat::ui {

using base::RecordId;

std::vector<UserLine> userLines(const store::ReadTx& tx, const std::string& today)
{
    const std::vector<RecordId> users = access::users(tx);
    const std::set<RecordId> named(users.begin(), users.end());
    std::vector<UserLine> out;
    auto select = tx.connection().prepare("SELECT coalesce(surname, ''), coalesce(firstName, ''), coalesce(patronymic, ''), "
                                          "coalesce(post, ''), coalesce(role, '') FROM staff WHERE id = ?1");
    for (const RecordId id : access::employed(tx, today)) {
        select.bind(1, id);
        if (select.step()) {
            std::string name(select.text(0));
            for (const int part : { 1, 2 })
                if (!select.text(part).empty())
                    name += ' ' + std::string(select.text(part));
            out.push_back({ id, std::move(name), std::string(select.text(3)), std::string(select.text(4)), named.contains(id) });
        }
        select.reset();
    }
    return out;
}

UserList::UserList(Desk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    connect(&desk.privacy, &Privacy::changed, this, [this] {
        if (!m_lines.empty())
            Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name));
    });
}

void UserList::setLines(std::vector<UserLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int UserList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int UserList::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UserList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const UserLine& line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Name)
        return static_cast<int>(line.isNamed ? Qt::Checked : Qt::Unchecked);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Name: {
        const QString name = m_desk.privacy.veiled(shown(line.name));
        if (role == Qt::DisplayRole)
            return name;
        return line.isNamed ? tr("%1, may work here").arg(name) : tr("%1, not named").arg(name);
    }
    case Post:
        return shown(line.post);
    default:
        return ValueWriter(m_desk.profile(), typed(m_desk.languages.language())).label("userRole", line.role);
    }
}

bool UserList::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Name)
        return false;
    m_lines[static_cast<std::size_t>(index.row())].isNamed = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index);
    Q_EMIT ticked();
    return true;
}

QVariant UserList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("May work here");
    case Post:
        return tr("Post");
    default:
        return tr("Role");
    }
}

Qt::ItemFlags UserList::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace patronat::ui
