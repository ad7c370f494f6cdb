// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/todaypage.h"

#include "ui/cases/daysheetdialog.h"
#include "ui/common/cardgrid.h"
#include "ui/common/choicebox.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/keptfocus.h"
#include "ui/common/labels.h"
#include "ui/common/linkbutton.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/common/valuetext.h"

#include <QDate>
#include <QFrame>
#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <utility>

namespace patronat::ui {

namespace {

constexpr std::size_t kLines = 9; ///< of drafts
constexpr std::size_t kDatesAtFirst = 20;
constexpr std::size_t kMostLines = 300; ///< more is read in a list, not on a page
constexpr const char* kByCurator = "curator";
constexpr const char* kByPlace = "territory";

QString groupingKey()
{
    return QStringLiteral("today/grouping");
}

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
    if (!one.family.isNull())
        link->setProperty(kFamilyOfLine, shown(one.family.hex()));
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

DueBy TodayPage::grouping() const
{
    const QString said = m_desk.settings.value(groupingKey()).toString();
    return said == QLatin1String(kByCurator) ? DueBy::Curator
        : said == QLatin1String(kByPlace)    ? DueBy::Territory
                                             : DueBy::Kind;
}

QString TodayPage::groupTitle(const DueLine& first) const
{
    switch (grouping()) {
    case DueBy::Curator:
        return first.who.isNull() ? tr("nobody yet") : shown(first.whoName);
    case DueBy::Territory:
        return first.place.isNull() ? tr("no territory") : shown(first.placeName);
    case DueBy::Kind:
        break;
    }
    return m_desk.languages.text(first.label);
}

QString TodayPage::besides(const DueLine& one) const
{
    QStringList parts;
    if (one.lateDays > 0)
        parts << tr("late by %n day(s)", nullptr, one.lateDays);
    if (!one.familyName.empty() && one.familyName != one.title)
        parts << m_desk.privacy.veiled(shown(one.familyName));
    if (!m_work.isOwn && grouping() != DueBy::Curator && !one.who.isNull())
        parts << shown(one.whoName);
    if (one.onDayOff)
        parts << tr("the day falls on a day off");
    if (one.unlistedYear)
        parts << tr("provisional: there is no list of days off for %1").arg(*one.unlistedYear);
    return parts.join(QStringLiteral(" · "));
}

QWidget* TodayPage::dueLine(const QString& card, const DueLine& one)
{
    const bool isLong = one.standing == process::Standing::LongOverdue;
    const QString title = m_desk.privacy.veiled(shown(one.title));
    WorkLine plain { one.type, one.id, one.family, one.date, {}, typed(besides(one)) };
    plain.title = typed(grouping() == DueBy::Kind
            ? title
            : tr("%1: %2").arg(m_desk.languages.text(one.label), title));
    QWidget* row = line(card + shown(one.kind) + QLatin1Char('.'), plain, isLong);
    if (isLong) // by words and a sign, not by colour alone
        row->findChild<QPushButton*>()->setIcon(
            icon(QStringLiteral("warning"), currentColours().danger));
    return row;
}

QWidget* TodayPage::due(DueSection section, std::size_t share)
{
    struct Heads
    {
        QString card;
        QString title;
        QString none;
    };
    const std::array<Heads, kDueSections> words { {
        { QStringLiteral("overdue."), tr("Overdue"), tr("Nothing is overdue") },
        { QStringLiteral("week."), tr("Today and this week"), tr("Nothing is due this week") },
        { QStringLiteral("later."), tr("Coming"), tr("Nothing else is near") },
    } };
    const auto at = static_cast<std::size_t>(section);
    const auto groups = groupsOf(m_work.due, section, grouping());
    std::size_t all = 0;
    for (const DueGroup& group : groups)
        all += group.lines.size();
    const std::size_t most = m_showsAll[at] ? kMostLines : share;
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(words[at].title, all > 0 ? QString::number(all) : QString(), body);
    std::size_t count = 0;
    for (const DueGroup& group : groups) {
        if (count >= most)
            break;
        body->addWidget(makeLabel(TextRole::Label,
            tr("%1 · %2").arg(groupTitle(*group.lines.front())).arg(group.lines.size())));
        for (const DueLine* one : group.lines)
            if (count < most) {
                body->addWidget(dueLine(words[at].card, *one));
                ++count;
            }
    }
    if (all == 0)
        body->addWidget(makeLabel(TextRole::Muted, words[at].none));
    if (count < all && !m_showsAll[at]) {
        auto* more
            = new LinkButton(tr("%1 more: show all").arg(static_cast<qulonglong>(all - count)));
        more->setObjectName(words[at].card + QStringLiteral("all"));
        connect(more, &QPushButton::clicked, this, [this, at] {
            m_showsAll[at] = true;
            build();
        });
        body->addWidget(more);
    } else if (count < all) {
        body->addWidget(makeLabel(
            TextRole::Muted, tr("and %1 more").arg(static_cast<qulonglong>(all - count))));
    }
    body->addStretch(1);
    return frame;
}

QString TodayPage::draftTitle(const store::Draft& draft) const
{
    const profile::RecordType* type = m_desk.profile().type(draft.type);
    QString text = type ? m_desk.languages.text(type->label) : shown(draft.type);
    const std::string title = type == nullptr
        ? std::string()
        : valuesTitle(m_desk.profile(), m_desk.store.rules(), *type, draft.fields,
            typed(m_desk.languages.language()));
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
    addGroupings(line);
    auto* sheet = new QPushButton(tr("Sheet of visits…"));
    sheet->setObjectName(QStringLiteral("today.daySheet"));
    sheet->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+P")));
    sheet->setToolTip(tr("The visits of a day by village, with room to write (Ctrl+Shift+P)"));
    connect(sheet, &QPushButton::clicked, this,
        [this, isOwn = work.isOwn] { (new DaySheetDialog(m_desk, isOwn, window()))->open(); });
    line->addWidget(sheet);
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

/// By what is to be done, by whom, or where.
void TodayPage::addGroupings(QLayout* line)
{
    auto* choice = new ChoiceBox;
    choice->setObjectName(QStringLiteral("grouping"));
    choice->setAccessibleName(tr("Grouped"));
    choice->addItem(tr("by what is to be done"), QString());
    choice->addItem(tr("by case manager"), QLatin1String(kByCurator));
    choice->addItem(tr("by territory"), QLatin1String(kByPlace));
    choice->setCurrentIndex(static_cast<int>(grouping()));
    // Afterwards: the page is made anew, and this box with it, while the box still tells of it.
    connect(
        choice, &QComboBox::activated, this,
        [this, choice = QPointer<ChoiceBox>(choice)] {
            if (choice == nullptr)
                return;
            m_desk.settings.setValue(groupingKey(), choice->currentData().toString());
            build();
        },
        Qt::QueuedConnection);
    line->addWidget(choice);
}

void TodayPage::show(WorkSummary work, std::vector<store::Draft> drafts)
{
    m_work = std::move(work);
    m_drafts = std::move(drafts);
    build();
}

void TodayPage::build()
{
    std::array<std::size_t, kDueSections> counts {};
    for (const DueLine& one : m_work.due)
        ++counts[static_cast<std::size_t>(sectionOf(one.standing))];
    const auto shares = sharesOf(counts, kDatesAtFirst);
    auto* page = new CardGrid;
    page->addWide(head(m_work));
    page->addCard(due(DueSection::Overdue, shares[0]));
    page->addCard(due(DueSection::ThisWeek, shares[1]));
    page->addCard(due(DueSection::Later, shares[2]));
    page->addCard(unfinished(m_drafts));
    page->addCard(toLookAt(m_work));
    page->addCard(meetings(m_work));
    const KeptFocus focus(*this);
    setWidget(page);
    focus.giveBack();
}

} // namespace patronat::ui
