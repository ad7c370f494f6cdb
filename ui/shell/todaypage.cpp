// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/todaypage.h"

#include "ui/common/cardgrid.h"
#include "ui/common/labels.h"
#include "ui/common/linkbutton.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QDate>
#include <QFrame>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
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

QWidget* TodayPage::line(const WorkLine& one, bool isLate)
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

QWidget* TodayPage::measures(const QString& title, const std::vector<WorkLine>& lines,
    std::int64_t all, bool isLate, const QString& none)
{
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(title, all > 0 ? QString::number(all) : QString(), body);
    std::size_t count = 0;
    for (const WorkLine& one : lines)
        if (count++ < kLines)
            body->addWidget(line(one, isLate));
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
    std::size_t count = 0;
    for (const store::Draft& draft : drafts) {
        if (count++ == kLines)
            break;
        auto* row = new QHBoxLayout;
        auto* link = new LinkButton(draftTitle(draft));
        connect(link, &QPushButton::clicked, this, [this, draft] { Q_EMIT draftOpened(draft); });
        row->addWidget(link, 1);
        row->addWidget(makeLabel(TextRole::Muted, momentText(draft.stamp)));
        body->addLayout(row);
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
        body->addWidget(line(one, false));
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
        connect(link, &QPushButton::clicked, this,
            [this, one] { Q_EMIT opened(one.type, one.id, one.family); });
        body->addWidget(link);
    }
    if (work.conflicts.empty())
        body->addWidget(makeLabel(TextRole::Muted, tr("No differences")));
    body->addStretch(1);
    return frame;
}

void TodayPage::show(const WorkSummary& work, const std::vector<store::Draft>& drafts)
{
    auto* page = new CardGrid;
    const QDate today = QDate::fromString(shown(m_desk.today()), Qt::ISODate);
    auto* title = makeLabel(
        TextRole::Title, QLocale().toString(today, QStringLiteral("dddd, d MMMM yyyy")));
    QString text = title->text();
    text[0] = text[0].toUpper();
    title->setText(text);
    page->addWide(title);
    page->addCard(
        measures(tr("Overdue"), work.overdue, work.overdueCount, true, tr("Nothing is overdue")));
    page->addCard(measures(tr("Due in two weeks"), work.soon,
        static_cast<std::int64_t>(work.soon.size()), false, tr("Nothing is due in two weeks")));
    page->addCard(unfinished(drafts));
    page->addCard(toLookAt(work));
    page->addWide(meetings(work));
    setWidget(page);
}

} // namespace patronat::ui
