// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/memberlist.h"

#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <algorithm>

namespace patronat::ui {

using base::RecordId;

BodyMembers bodyMembers(const store::ReadTx& tx, RecordId body, const std::string& day)
{
    BodyMembers out;
    // A member who is on the staff is named there.
    auto select = tx.connection().prepare(R"sql(
SELECT m.id, coalesce(m.n, 0),
    trim(coalesce(m.surname, s.surname, '') || ' ' || coalesce(m.firstName, s.firstName, '') || ' '
        || coalesce(m.patronymic, s.patronymic, '')),
    coalesce(m.post, ''), coalesce(m.role, ''), coalesce(m.voting, 0), coalesce(m."from", ''), coalesce(m."to", '')
FROM bodyMember AS m LEFT JOIN staff AS s ON s.id = m.staff
WHERE m.body = ?1 AND m.life NOT IN ('removed', 'erased')
ORDER BY m.n, m.id)sql");
    select.bind(1, body);
    while (select.step()) {
        MemberLine line { select.id<RecordId>(0), select.integer(1), std::string(select.text(2)),
            std::string(select.text(3)), std::string(select.text(4)), select.integer(5) != 0, std::string(select.text(6)),
            std::string(select.text(7)) };
        out.next = std::max(out.next, line.number + 1);
        const bool isMember
            = day.empty() || ((line.from.empty() || line.from <= day) && (line.to.empty() || line.to >= day));
        if (isMember)
            out.lines.push_back(std::move(line));
    }
    return out;
}

MemberList::MemberList(Desk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    connect(&desk.privacy, &Privacy::changed, this, [this] {
        if (!m_lines.empty())
            Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name));
    });
}

void MemberList::setLines(std::vector<MemberLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

const MemberLine* MemberList::line(int row) const
{
    return row >= 0 && row < rowCount() ? &m_lines[static_cast<std::size_t>(row)] : nullptr;
}

int MemberList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int MemberList::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MemberList::data(const QModelIndex& index, int role) const
{
    const MemberLine* one = line(index.row());
    if (one == nullptr || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (index.column()) {
    case Number:
        return one->number == 0 ? QString() : QString::number(one->number);
    case Name:
        return m_desk.privacy.veiled(shown(one->name));
    case Post:
        return shown(one->post);
    case Role:
        return ValueWriter(m_desk.profile(), typed(m_desk.languages.language())).label("bodyRole", one->role);
    case Votes:
        return one->votes ? tr("votes") : tr("no vote");
    default:
        break;
    }
    if (one->from.empty() && one->to.empty())
        return {};
    if (one->to.empty())
        return tr("since %1").arg(dateText(one->from));
    return one->from.empty() ? tr("until %1").arg(dateText(one->to))
                             : tr("%1–%2").arg(dateText(one->from), dateText(one->to));
}

QVariant MemberList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No");
    case Name:
        return tr("Name");
    case Post:
        return tr("Post");
    case Role:
        return tr("Role");
    case Votes:
        return tr("Vote");
    default:
        return tr("Term");
    }
}

} // namespace patronat::ui
