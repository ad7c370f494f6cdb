// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/caseoverview.h"

#include "ui/cases/progressline.h"
#include "ui/common/cardgrid.h"
#include "ui/common/keptfocus.h"
#include "ui/common/labels.h"
#include "ui/common/linkbutton.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QDate>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr std::size_t kDates = 6;
constexpr std::size_t kHearings = 4;

int ageOn(const std::string& birth, const std::string& today)
{
    const QDate born = QDate::fromString(shown(birth), Qt::ISODate);
    const QDate now = QDate::fromString(shown(today), Qt::ISODate);
    if (!born.isValid() || !now.isValid())
        return -1;
    const bool isBefore
        = now.month() < born.month() || (now.month() == born.month() && now.day() < born.day());
    return now.year() - born.year() - (isBefore ? 1 : 0);
}

} // namespace

CaseOverview::CaseOverview(Desk& desk, QWidget* parent)
    : QScrollArea(parent)
    , m_desk(desk)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

QWidget* CaseOverview::card(const QString& title, QVBoxLayout*& body)
{
    auto* frame = new QFrame;
    frame->setProperty("role", QStringLiteral("card"));
    body = new QVBoxLayout(frame);
    body->setContentsMargins(14, 10, 14, 12);
    body->setSpacing(4);
    body->addWidget(makeLabel(TextRole::Group, title));
    return frame;
}

QWidget* CaseOverview::line(const std::string& type, base::RecordId id, const QString& date,
    const QString& title, const QString& detail, bool isLate)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 1, 0, 1);
    layout->setSpacing(10);
    auto* day = makeLabel(
        isLate ? TextRole::Error : TextRole::Muted, date.isEmpty() ? tr("no date") : date);
    day->setMinimumWidth(day->fontMetrics().horizontalAdvance(QStringLiteral("00.00.0000 ")));
    layout->addWidget(day, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* link = new LinkButton(title);
    link->setObjectName(shown(type) + QLatin1Char('.') + shown(id.hex()));
    connect(link, &QPushButton::clicked, this, [this, type, id] { Q_EMIT opened(type, id); });
    texts->addWidget(link);
    if (!detail.isEmpty()) {
        auto* more = makeLabel(TextRole::Muted, detail);
        more->setWordWrap(true);
        more->setContentsMargins(2, 0, 0, 0); // below the letters of the link
        texts->addWidget(more);
    }
    layout->addLayout(texts, 1);
    return row;
}

QString CaseOverview::titleOf(const CaseLine& line) const
{
    return line.isName ? m_desk.privacy.veiled(shown(line.title)) : shown(line.title);
}

QWidget* CaseOverview::members(const CaseSummary& summary)
{
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(tr("Family"), body);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(1);
    const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
    for (const CaseMember& member : summary.members) {
        auto* name = new LinkButton(m_desk.privacy.veiled(shown(member.name)));
        name->setObjectName(QStringLiteral("member.") + shown(member.person.hex()));
        connect(name, &QPushButton::clicked, this,
            [this, id = member.person] { Q_EMIT opened("person", id); });
        QString role = writer.label("kinship", member.role);
        if (member.isRepresentative)
            role += tr(", legal representative");
        const int age = ageOn(member.birthDate, m_desk.today());
        QStringList about;
        if (!role.isEmpty())
            about += role;
        if (!member.birthDate.empty() && !m_desk.privacy.isMasking())
            about += dateText(member.birthDate);
        if (age >= 0)
            about += tr("%n year(s)", nullptr, age);
        auto* more = makeLabel(TextRole::Muted, about.join(QStringLiteral("  ·  ")));
        more->setWordWrap(true);
        more->setContentsMargins(2, 0, 0, 0); // below the letters of the link
        lines->addWidget(name);
        lines->addWidget(more);
    }
    body->addLayout(lines);
    if (summary.members.empty())
        body->addWidget(makeLabel(TextRole::Muted, tr("Nobody has been entered yet")));
    body->addStretch(1);
    return frame;
}

QWidget* CaseOverview::dates(const CaseSummary& summary)
{
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(tr("Next dates"), body);
    const std::string today = m_desk.today();
    std::size_t count = 0;
    for (const CaseLine& one : summary.measures)
        if (count++ < kDates)
            body->addWidget(line(one.type, one.id, dateText(one.date), shown(one.title),
                shown(one.detail), !one.date.empty() && one.date < today));
    if (summary.measures.empty())
        body->addWidget(makeLabel(TextRole::Muted, tr("Nothing is due")));
    body->addStretch(1);
    return frame;
}

QWidget* CaseOverview::programmes(const CaseSummary& summary)
{
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(tr("Programme"), body);
    for (const CaseProgramme& one : summary.programmes) {
        auto* head = new QHBoxLayout;
        auto* link
            = new QPushButton(one.number.empty() ? tr("without a number") : shown(one.number));
        link->setProperty("link", true);
        link->setObjectName(QStringLiteral("programme.") + shown(one.id.hex()));
        connect(link, &QPushButton::clicked, this,
            [this, id = one.id] { Q_EMIT opened("programme", id); });
        head->addWidget(link);
        head->addWidget(makeLabel(
            TextRole::Muted, dateText(one.from) + QStringLiteral(" – ") + dateText(one.to)));
        head->addStretch(1);
        if (one.late > 0)
            head->addWidget(makeLabel(TextRole::BadgeDanger, tr("overdue: %1").arg(one.late)));
        body->addLayout(head);
        auto* goal = makeLabel(TextRole::Plain, shown(one.goal));
        goal->setWordWrap(true);
        body->addWidget(goal);
        for (const CaseSupplement& change : one.supplements)
            body->addWidget(supplementLine(change));
        body->addWidget(new ProgressLine(one.done, one.partly, one.measures,
            tr("done %1 of %2").arg(one.done).arg(one.measures)));
    }
    if (summary.programmes.empty())
        body->addWidget(makeLabel(TextRole::Muted, tr("There is no programme yet")));
    body->addStretch(1);
    return frame;
}

/// "Supplement № 2 of 12.03.2026: changed 1, cancelled 2".
QWidget* CaseOverview::supplementLine(const CaseSupplement& change)
{
    QStringList parts;
    if (change.added > 0)
        parts << tr("added %1").arg(change.added);
    if (change.changed > 0)
        parts << tr("changed %1").arg(change.changed);
    if (change.cancelled > 0)
        parts << tr("cancelled %1").arg(change.cancelled);
    if (!change.newTo.empty())
        parts << tr("extended to %1").arg(dateText(change.newTo));
    auto* link = new LinkButton(
        tr("Supplement № %1 of %2").arg(shown(change.number), dateText(change.date))
        + (parts.isEmpty() ? QString() : QStringLiteral(": ") + parts.join(QStringLiteral(", "))));
    link->setObjectName(QStringLiteral("supplement.") + shown(change.id.hex()));
    connect(link, &QPushButton::clicked, this,
        [this, id = change.id] { Q_EMIT opened("supplement", id); });
    return link;
}

QWidget* CaseOverview::hearings(const CaseSummary& summary)
{
    QVBoxLayout* body = nullptr;
    QWidget* frame = card(tr("Consilium"), body);
    std::size_t count = 0;
    for (const CaseLine& one : summary.hearings)
        if (count++ < kHearings)
            body->addWidget(line(one.type, one.id, dateText(one.date), titleOf(one),
                m_desk.privacy.isMasking() ? QString() : shown(one.detail), false));
    if (summary.hearings.empty())
        body->addWidget(
            makeLabel(TextRole::Muted, tr("The consilium has not heard this case yet")));
    body->addStretch(1);
    return frame;
}

void CaseOverview::show(const CaseSummary& summary)
{
    auto* page = new CardGrid;
    for (QWidget* card :
        { members(summary), dates(summary), programmes(summary), hearings(summary) })
        page->addCard(card);
    const KeptFocus focus(*this);
    setWidget(page);
    focus.giveBack();
}

} // namespace patronat::ui
