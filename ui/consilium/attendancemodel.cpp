// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/attendancemodel.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/common/valuetext.h"

#include <QFontMetrics>

#include <algorithm>

namespace patronat::ui {

AttendanceModel::AttendanceModel(Desk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
}

void AttendanceModel::show(std::vector<AttendanceLine> lines)
{
    if (lines.size() != m_lines.size()) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    // The same people: the line one stands on stays where it is.
    m_lines = std::move(lines);
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AttendanceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int AttendanceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AttendanceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_lines.size())
        return {};
    const AttendanceLine& line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(line, index.column());
    if (role == Qt::DecorationRole && index.column() == There && line.presence == Presence::Present)
        return icon(QStringLiteral("check"), currentColours().good);
    return {};
}

QVariant AttendanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Post:
        return tr("Post");
    case Role:
        return tr("Role");
    case There:
        return tr("At the meeting");
    case Reason:
        return tr("Why absent");
    default:
        return {};
    }
}

QString AttendanceModel::text(const AttendanceLine& line, int column) const
{
    const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
    const auto post = line.person.find("post");
    switch (column) {
    case Name:
        // A member sits there for an office; who is invited comes for a family.
        return line.kind == "invited" ? m_desk.privacy.veiled(shown(line.name)) : shown(line.name);
    case Post:
        return post == line.person.end() ? QString() : shown(post->second.textOr({}));
    case Role:
        if (line.kind != "member")
            return writer.label("attendanceKind", line.kind);
        return line.votes ? writer.label("bodyRole", line.role)
                          : tr("%1, without a vote").arg(writer.label("bodyRole", line.role));
    case There:
        return line.presence == Presence::Present ? tr("present")
            : line.presence == Presence::Absent   ? tr("absent")
                                                  : tr("not marked");
    default:
        return line.presence == Presence::Absent ? shown(line.reason) : QString();
    }
}

QString widestQuorumWords(const MeetingSummary& meeting, const QFontMetrics& metrics)
{
    MeetingSummary one = meeting;
    QString widest = quorumWords(one);
    if (one.attendance.empty())
        return widest;
    for (AttendanceLine& line : one.attendance)
        line.presence = Presence::Present;
    one.members = one.members.value_or(static_cast<std::int64_t>(one.attendance.size()));
    for (const bool isQuorum : { true, false })
        for (const std::int64_t present : { std::int64_t { 1 }, *one.members }) {
            one.present = present;
            one.quorum = isQuorum;
            const QString words = quorumWords(one);
            if (metrics.horizontalAdvance(words) > metrics.horizontalAdvance(widest))
                widest = words;
        }
    return widest;
}

QString absentLeadersWords(const MeetingSummary& meeting, const Privacy& privacy)
{
    if (!meeting.isOpen())
        return {};
    QStringList missing;
    for (const char* role : { "chair", "secretary" }) {
        const auto field = meeting.meeting.values.find(role);
        const base::RecordId* who
            = field == meeting.meeting.values.end() ? nullptr : field->second.reference();
        if (who == nullptr)
            continue;
        const auto line = std::find_if(meeting.attendance.begin(), meeting.attendance.end(),
            [&](const AttendanceLine& one) { return one.member == *who; });
        if (line != meeting.attendance.end() && line->presence == Presence::Present)
            continue;
        const QString name
            = line == meeting.attendance.end() ? QString() : privacy.veiled(shown(line->name));
        const bool isAbsent
            = line != meeting.attendance.end() && line->presence == Presence::Absent;
        const bool isChair = role == std::string_view("chair");
        missing += isChair ? isAbsent
                ? AttendanceModel::tr("The chair is marked absent: %1.").arg(name)
                : AttendanceModel::tr("The chair is not marked as present: %1.").arg(name)
            : isAbsent
            ? AttendanceModel::tr("The secretary is marked absent: %1.").arg(name)
            : AttendanceModel::tr("The secretary is not marked as present: %1.").arg(name);
    }
    if (missing.isEmpty())
        return {};
    missing += AttendanceModel::tr(
        "Is that so? Mark who was there under \"Attendance\", or choose another one on the card.");
    return missing.join(QLatin1Char(' '));
}

QString quorumWords(const MeetingSummary& meeting)
{
    const bool isMarked = std::any_of(meeting.attendance.begin(), meeting.attendance.end(),
        [](const AttendanceLine& line) { return line.presence != Presence::NotMarked; });
    if (meeting.attendance.empty())
        return AttendanceModel::tr("Choose the body and the date on the card of the meeting");
    if (!isMarked || !meeting.present || !meeting.members)
        return AttendanceModel::tr("Nobody is marked yet");
    const int present = static_cast<int>(*meeting.present);
    const QString members = QString::number(*meeting.members);
    return meeting.quorum.value_or(false)
        ? AttendanceModel::tr("%n of %1 present, there is a quorum", nullptr, present).arg(members)
        : AttendanceModel::tr("%n of %1 present, there is no quorum", nullptr, present)
              .arg(members);
}

} // namespace patronat::ui
