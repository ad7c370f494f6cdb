// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/attendanceview.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/rowtable.h"
#include "ui/common/theme.h"
#include "ui/consilium/meetingwriting.h"
#include "ui/forms/recorddialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

namespace {

constexpr std::array kLetters { 32, 18, 20, 27, 38 };

} // namespace

AttendanceView::AttendanceView(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new AttendanceModel(desk, this))
    , m_quorum(makeLabel(TextRole::Group))
    , m_hint(makeLabel(TextRole::Muted))
    , m_table(new QTableView)
    , m_rest(new QPushButton)
    , m_invite(new QPushButton)
    , m_open(new QPushButton)
    , m_turn(new WriteTurn(desk, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    m_quorum->setObjectName(QStringLiteral("quorum"));
    m_quorum->setWordWrap(true);
    head->addWidget(m_quorum, 1);
    head->addWidget(m_rest);
    head->addWidget(m_invite);
    head->addWidget(m_open);
    layout->addLayout(head);
    buildTable();
    layout->addWidget(m_table, 1);
    layout->addWidget(m_hint);
    m_rest->setProperty("primary", true);
    m_rest->setObjectName(QStringLiteral("markRest"));
    m_invite->setIcon(icon(QStringLiteral("add")));
    m_open->setIcon(icon(QStringLiteral("open")));
    connect(m_turn, &WriteTurn::written, this, &AttendanceView::written);
    connect(m_turn, &WriteTurn::failed, this, &AttendanceView::failed);
    connect(m_rest, &QPushButton::clicked, this, &AttendanceView::markRest);
    connect(m_invite, &QPushButton::clicked, this, &AttendanceView::invite);
    connect(m_open, &QPushButton::clicked, this, &AttendanceView::openCurrent);
    connect(&desk.languages, &LanguageSwitch::switched, this, &AttendanceView::words);
    connect(
        &desk.privacy, &Privacy::changed, this, [this] { m_model->show(m_meeting.attendance); });
    setFocusProxy(m_table);
    // From the tabs Tab leads to the members, not to the button that marks all of them.
    setTabOrder(m_table, m_rest);
    setTabOrder(m_rest, m_invite);
    setTabOrder(m_invite, m_open);
    words();
}

void AttendanceView::buildTable()
{
    m_table->setModel(m_model);
    makeRowTable(m_table);
    setColumnLetters(m_table, kLetters);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &AttendanceView::toggle);
}

void AttendanceView::words()
{
    m_rest->setText(tr("Mark the others present"));
    m_rest->setToolTip(tr("Everybody who is not marked yet"));
    m_invite->setText(tr("Somebody invited"));
    m_open->setText(tr("Whole form"));
    m_open->setToolTip(tr("Substitute, why absent (Enter)"));
    m_hint->setText(tr("Space: present or absent. Enter: substitute, why absent."));
    m_table->setAccessibleName(tr("Who attends"));
    m_quorum->setText(quorumWords(m_meeting));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, AttendanceModel::ColumnCount - 1);
    m_model->show(m_meeting.attendance);
}

void AttendanceView::show(const MeetingSummary& meeting)
{
    m_meeting = meeting;
    m_turn->shown();
    const int row = m_table->currentIndex().row();
    m_model->show(m_meeting.attendance);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
    m_quorum->setText(quorumWords(m_meeting));
    setRole(m_quorum, m_meeting.quorum.value_or(true) ? TextRole::Group : TextRole::Error);
    const bool isOpen = m_meeting.isOpen();
    m_rest->setEnabled(isOpen && m_model->rowCount() > 0);
    m_invite->setEnabled(isOpen);
    m_open->setEnabled(m_model->rowCount() > 0);
    m_hint->setVisible(isOpen);
    toggleNext();
}

void AttendanceView::mark(std::vector<AttendanceLine> lines, Presence presence)
{
    if (lines.empty() || !m_turn->isFree() || !m_meeting.isOpen())
        return;
    m_turn->write("attendance",
        [lines = std::move(lines), presence, meeting = m_meeting.meeting.id](
            store::WriteTx& tx) { return markPresence(tx, meeting, lines, presence); });
}

void AttendanceView::toggle()
{
    if (m_table->currentIndex().row() >= 0)
        m_toToggle.push_back(m_table->currentIndex().row());
    toggleNext();
}

void AttendanceView::toggleNext()
{
    if (m_toToggle.empty() || !m_turn->isFree())
        return;
    const auto row = static_cast<std::size_t>(m_toToggle.front());
    m_toToggle.erase(m_toToggle.begin());
    if (row >= m_model->lines().size())
        return;
    const AttendanceLine& line = m_model->lines()[row];
    mark({ line }, line.presence == Presence::Present ? Presence::Absent : Presence::Present);
}

void AttendanceView::markRest()
{
    std::vector<AttendanceLine> rest;
    for (const AttendanceLine& line : m_model->lines())
        if (line.presence == Presence::NotMarked)
            rest.push_back(line);
    mark(std::move(rest), Presence::Present);
    m_table->setFocus();
}

void AttendanceView::openCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return;
    const AttendanceLine& line = m_model->lines()[static_cast<std::size_t>(row)];
    if (!line.record && !m_meeting.isOpen())
        return;
    auto* dialog = new RecordDialog(m_desk, "attendance", window());
    if (line.record) {
        dialog->openRecord(line.record->id);
    } else {
        base::Fields fields = line.person;
        fields["meeting"] = base::Value(m_meeting.meeting.id);
        fields["bodyMember"] = base::Value(line.member);
        fields["kind"] = base::Value(line.kind);
        fields["present"] = base::Value(0);
        fields["n"] = base::Value(row + 1);
        dialog->openNew(std::move(fields));
    }
    dialog->open();
}

void AttendanceView::invite()
{
    auto* dialog = new RecordDialog(m_desk, "attendance", window());
    dialog->openNew(
        { { "meeting", base::Value(m_meeting.meeting.id) }, { "kind", base::Value("invited") },
            { "present", base::Value(1) }, { "n", base::Value(m_model->rowCount() + 1) } });
    dialog->open();
}

bool AttendanceView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Space) {
        toggle();
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        openCurrent();
        return true;
    }
    if (key->key() == Qt::Key_Insert && m_meeting.isOpen()) {
        invite();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace patronat::ui
