// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/todaypage.h"

#include "ui/common/cardgrid.h"
#include "ui/common/flowlayout.h"
#include "ui/common/keptfocus.h"
#include "ui/common/labels.h"
#include "ui/common/linkbutton.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QDate>
#include <QFrame>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr std::size_t kLines = 9;

} // namespace

TodayPage::TodayPage(Desk& desk, QWidget* parent)
    : QScrollArea(parent)
    , m_desk(desk)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

QWidget* TodayPage::card(const QString& title, const QString& count, QVBoxLayout*& body)
{
    auto* frame = new QFrame;
    frame->setProperty("role", QStringLiteral("card"));
    body = new QVBoxLayout(frame);
    body->setContentsMargins(14, 10, 14, 12);
    body->setSpacing(3);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(TextRole::Group, title));
    head->addWidget(makeLabel(TextRole::Muted, count));
    head->addStretch(1);
    body->addLayout(head);
    return frame;
}

QWidget* TodayPage::line(const QString& card, const WorkLine& one, bool isLate)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 1, 0, 1);
    layout->setSpacing(10);
    auto* date = makeLabel(isLate ? TextRole::Error : TextRole::Muted, dateText(one.date));
    date->setMinimumWidth(date->fontMetrics().horizontalAdvance(QStringLiteral("00.00.0000 ")));
    layout->addWidget(date, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* link = new LinkButton(shown(one.title));
    link->setObjectName(card + shown(one.id.hex()));
    connect(link, &QPushButton::clicked, this,
        [this, one] { Q_EMIT opened(one.type, one.id, one.family); });
    texts->addWidget(link);
    if (!one.whose.empty()) {
        auto* whose = makeLabel(TextRole::Muted, m_desk.privacy.veiled(shown(one.whose)));
        whose->setWordWrap(true);
        whose->setContentsMargins(2, 0, 0, 0); // below the letters of the link
        texts->addWidget(whose);
    }
    layout->addLayout(texts, 1);
    return row;
}

QWidget* TodayPage::measures(const QString& name, const QString& title,
    const std::vector<WorkLine>& lines, std::int64_t all, bool isLate, const QString& none)
{
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(title, all > 0 ? QString::number(all) : QString(), body);
    std::size_t count = 0;
    for (const WorkLine& one : lines)
        if (count++ < kLines)
            body->addWidget(line(name, one, isLate));
    if (lines.empty())
        body->addWidget(makeLabel(TextRole::Muted, none));
    else if (all > static_cast<std::int64_t>(kLines))
        body->addWidget(makeLabel(
            TextRole::Muted, tr("and %1 more").arg(all - static_cast<std::int64_t>(kLines))));
    body->addStretch(1);
    return frame;
}

QString TodayPage::draftTitle(const store::Draft& draft) const
{
    const profile::RecordType* type = m_desk.profile().type(draft.type);
    QString text = type ? m_desk.languages.text(type->label) : shown(draft.type);
    const std::string title = m_desk.store.rules().title(draft.type, draft.fields);
    if (title.empty())
        return draft.record.isNull() ? tr("%1: new").arg(text) : text;
    text += QStringLiteral(": ") + m_desk.privacy.veiled(shown(title));
    return draft.record.isNull() ? tr("%1 (new)").arg(text) : text;
}

QWidget* TodayPage::unfinished(const std::vector<store::Draft>& drafts)
{
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(tr("Typed and not saved"),
        drafts.empty() ? QString() : QString::number(drafts.size()), body);
    auto* rest = new QWidget;
    auto* restLines = new QVBoxLayout(rest);
    restLines->setContentsMargins(0, 0, 0, 0);
    std::size_t count = 0;
    for (const store::Draft& draft : drafts) {
        auto* row = new QHBoxLayout;
        auto* link = new LinkButton(draftTitle(draft));
        link->setObjectName(QStringLiteral("drafts.") + shown(draft.id.hex()));
        connect(link, &QPushButton::clicked, this, [this, draft] { Q_EMIT draftOpened(draft); });
        row->addWidget(link, 1);
        row->addWidget(makeLabel(TextRole::Muted, momentText(draft.stamp)));
        (count++ < kLines ? body : restLines)->addLayout(row);
    }
    body->addWidget(rest);
    rest->setVisible(m_showsAllDrafts && count > kLines);
    if (count > kLines && !m_showsAllDrafts) {
        auto* more
            = new LinkButton(tr("%1 more: show all").arg(static_cast<qulonglong>(count - kLines)));
        more->setObjectName(QStringLiteral("allDrafts"));
        connect(more, &QPushButton::clicked, this, [this, more, rest] {
            m_showsAllDrafts = true;
            rest->show();
            if (QPushButton* first = rest->findChild<QPushButton*>())
                first->setFocus();
            more->hide();
        });
        body->addWidget(more);
    }
    if (drafts.empty())
        body->addWidget(makeLabel(TextRole::Muted, tr("Everything is saved")));
    body->addStretch(1);
    return frame;
}

QWidget* TodayPage::meetings(const WorkSummary& work)
{
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(tr("Meetings"), {}, body);
    for (const WorkLine& one : work.meetings)
        body->addWidget(line(QStringLiteral("meetings."), one, false));
    if (work.meetings.empty())
        body->addWidget(makeLabel(TextRole::Muted, tr("No meeting is being prepared")));
    body->addStretch(1);
    return frame;
}

QWidget* TodayPage::toLookAt(const WorkSummary& work)
{
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(tr("Filled differently in two places"),
        work.conflictCount > 0 ? QString::number(work.conflictCount) : QString(), body);
    for (const WorkLine& one : work.conflicts) {
        const profile::RecordType* type = m_desk.profile().type(one.type);
        WorkLine named = one;
        named.title = typed(m_desk.privacy.veiled(shown(one.title)));
        auto* link = new LinkButton((type ? m_desk.languages.text(type->label) : shown(one.type))
            + QStringLiteral(": ") + shown(named.title));
        link->setObjectName(QStringLiteral("differences.") + shown(one.id.hex()));
        connect(link, &QPushButton::clicked, this,
            [this, one] { Q_EMIT opened(one.type, one.id, one.family); });
        body->addWidget(link);
    }
    if (work.conflicts.empty())
        body->addWidget(makeLabel(TextRole::Muted, tr("No differences")));
    body->addStretch(1);
    return frame;
}

/// The day, and whose work is shown.
QWidget* TodayPage::head(const WorkSummary& work)
{
    auto* head = new QWidget;
    auto* line = new FlowLayout(14); // beside what is to be tried it has little room
    head->setLayout(line);
    line->setContentsMargins(0, 0, 0, 0);
    const QDate today = QDate::fromString(shown(m_desk.today()), Qt::ISODate);
    QString day = QLocale().toString(today, QStringLiteral("dddd, d MMMM yyyy"));
    day[0] = day[0].toUpper();
    line->addWidget(makeLabel(TextRole::Title, day));
    if (!work.hasOwn)
        return head;
    auto* scopes = new QWidget;
    auto* choice = new QHBoxLayout(scopes);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(14);
    line->addWidget(scopes);
    const auto add = [&](const char* name, const QString& words, bool isOn, WorkScope scope) {
        auto* button = new QRadioButton(words);
        button->setObjectName(QLatin1String(name));
        button->setChecked(isOn);
        connect(button, &QRadioButton::toggled, this, [this, scope](bool on) {
            if (on)
                Q_EMIT scopeChosen(scope);
        });
        choice->addWidget(button);
    };
    add("scope.own", tr("My families"), work.isOwn, WorkScope::Own);
    add("scope.all", tr("All families"), !work.isOwn, WorkScope::All);
    return head;
}

void TodayPage::show(const WorkSummary& work, const std::vector<store::Draft>& drafts)
{
    auto* page = new CardGrid;
    page->addWide(head(work));
    page->addCard(measures(QStringLiteral("overdue."), tr("Overdue"), work.overdue,
        work.overdueCount, true, tr("Nothing is overdue")));
    page->addCard(measures(QStringLiteral("soon."), tr("Due in two weeks"), work.soon,
        static_cast<std::int64_t>(work.soon.size()), false, tr("Nothing is due in two weeks")));
    page->addCard(unfinished(drafts));
    page->addCard(toLookAt(work));
    page->addWide(meetings(work));
    const KeptFocus focus(*this);
    setWidget(page);
    focus.giveBack();
}

} // namespace patronat::ui
