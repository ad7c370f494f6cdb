// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/agendamodel.h"

#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <algorithm>

namespace patronat::ui {

AgendaModel::AgendaModel(Desk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
}

void AgendaModel::show(std::vector<AgendaLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int AgendaModel::rowOf(base::RecordId id) const
{
    const auto at
        = std::find_if(m_lines.begin(), m_lines.end(), [&](const AgendaLine& line) { return line.record.id == id; });
    return at == m_lines.end() ? -1 : static_cast<int>(at - m_lines.begin());
}

int AgendaModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int AgendaModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AgendaModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_lines.size())
        return {};
    const AgendaLine& line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(line, index.row(), index.column());
    if (role == Qt::TextAlignmentRole && index.column() == Number)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant AgendaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No");
    case Family:
        return tr("Family");
    case Topic:
        return tr("Question");
    default:
        return tr("How it stands");
    }
}

QString AgendaModel::text(const AgendaLine& line, int row, int column) const
{
    switch (column) {
    case Number:
        return QString::number(row + 1);
    case Family:
        return m_desk.privacy.veiled(shown(line.family));
    case Topic: {
        // The wording of a question names the family.
        const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
        const QString topic = shown(line.text("topic"));
        const bool isKind = m_desk.privacy.isMasking() || topic.isEmpty();
        return isKind ? writer.label("agendaKind", line.text("kind")) : topic;
    }
    default:
        return state(line);
    }
}

QString AgendaModel::state(const AgendaLine& line) const
{
    if (!line.isVoted())
        return line.decisions.empty() ? tr("not heard yet") : tr("not voted yet");
    if (!line.isAdopted())
        return tr("not adopted");
    const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
    QStringList words;
    for (const std::string& kind : line.decisions)
        if (!kind.empty())
            words += writer.label("decisionKind", kind);
    return words.isEmpty() ? tr("adopted, without a text") : tr("adopted: %1").arg(words.join(QStringLiteral("; ")));
}

} // namespace patronat::ui
