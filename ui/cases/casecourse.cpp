// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casecourse.h"

#include "core/base/clock.h"
#include "ui/cases/handoverdialog.h"
#include "ui/cases/stepdialog.h"
#include "ui/cases/waywords.h"
#include "ui/common/keptfocus.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

using base::RecordId;

namespace {

constexpr const char* kCaseType = "episode"; ///< see core/profile/required.h

/// What belongs to another state of the case is not told: only what a person can do something
/// about.
bool isNear(const WayStep& step)
{
    for (const process::Missing& one : step.missing)
        if (one.code == "state" || one.code == "noStateBefore")
            return false;
    return true;
}

} // namespace

CaseCourse::CaseCourse(Desk& desk, RecordId family, QWidget* parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_family(family)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(&desk.privacy, &Privacy::changed, this, &CaseCourse::build);
    connect(&desk.languages, &LanguageSwitch::switched, this, &CaseCourse::load);
}

void CaseCourse::show(RecordId episode)
{
    m_episode = episode;
    load();
}

void CaseCourse::load()
{
    if (m_episode.isNull()) {
        m_isLoaded = true;
        m_way = {};
        build();
        return;
    }
    process::Step step;
    step.who = m_desk.author;
    step.today = m_desk.today();
    step.now = base::isoTime(m_desk.store.environment().clock.nowMs());
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, step, episode = m_episode, language = typed(m_desk.languages.language())](
            base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return caseWay(tx, store.rules(), kCaseType, episode, step, language);
            });
        },
        [this](base::Result<CaseWay> way) {
            if (!way) {
                Q_EMIT failed(way.error());
                return;
            }
            m_way = std::move(*way);
            m_isLoaded = true;
            build();
        });
}

void CaseCourse::build()
{
    if (!m_isLoaded)
        return;
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(6);
    if (m_way.record.isNull()) {
        column->addWidget(makeLabel(TextRole::Muted,
            tr("There is no case yet. It is opened by a signal, by the registration card, or from "
               "paper.")));
    } else {
        const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
        const QString state = writer.label(m_way.classifier, m_way.state);
        column->addWidget(makeLabel(TextRole::Group,
            m_way.since.empty() ? state : tr("%1, since %2").arg(state, dateText(m_way.since))));
        column->addWidget(managerLine());
        addSteps(column);
        addEvents(column);
    }
    column->addStretch(1);
    const KeptFocus focus(*this);
    setWidget(page);
    focus.giveBack();
}

/// Who leads the case, who stands in, and the button that hands it over.
QWidget* CaseCourse::managerLine()
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    auto* button = new QPushButton(tr("Hand over the case…"));
    button->setObjectName(QStringLiteral("handOver"));
    button->setAutoDefault(false);
    button->setEnabled(!m_way.manager.empty());
    connect(button, &QPushButton::clicked, this, [this] {
        auto* dialog = new HandOverDialog(m_desk, { m_family }, window());
        connect(dialog, &HandOverDialog::handedOver, this, &CaseCourse::said);
        dialog->open();
    });
    line->addWidget(button, 0, Qt::AlignTop);
    QString words = m_way.manager.empty() ? tr("The case has no case manager yet.")
                                          : tr("Case manager: %1.").arg(shown(m_way.manager));
    if (!m_way.substitute.empty())
        words += QLatin1Char(' ')
            + tr("Until %1 %2 stands in.")
                  .arg(dateText(m_way.substituteUntil), shown(m_way.substitute));
    auto* label = makeLabel(TextRole::Plain, words);
    label->setObjectName(QStringLiteral("caseManager"));
    label->setWordWrap(true);
    line->addWidget(label, 1);
    return row;
}

void CaseCourse::addSteps(QVBoxLayout* column)
{
    column->addSpacing(8);
    column->addWidget(makeLabel(TextRole::Label, tr("What may happen next")));
    bool isAny = false;
    for (const WayStep& step : m_way.steps)
        if (isNear(step)) {
            column->addWidget(stepLine(step));
            isAny = true;
        }
    if (!isAny)
        column->addWidget(makeLabel(TextRole::Muted, tr("Nothing: the case is closed.")));
}

QWidget* CaseCourse::stepLine(const WayStep& step)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    auto* button = new QPushButton(m_desk.languages.text(step.label) + QStringLiteral("…"));
    button->setObjectName(QStringLiteral("step.") + shown(step.id));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, step] {
        auto* dialog = new StepDialog(m_desk, m_way, step, m_family, window());
        dialog->open();
    });
    line->addWidget(button, 0, Qt::AlignTop);
    QStringList missing;
    for (const process::Missing& one : step.missing)
        // What the dialog itself asks for is not missing before it has asked.
        if (one.code != "document" && one.code != "reason")
            missing << missingText(m_desk, m_way.type, one);
    auto* words = makeLabel(TextRole::Muted, missing.join(QLatin1Char(' ')));
    words->setWordWrap(true);
    line->addWidget(words, 1);
    return row;
}

void CaseCourse::addEvents(QVBoxLayout* column)
{
    column->addSpacing(10);
    column->addWidget(makeLabel(TextRole::Label, tr("What has happened")));
    if (m_way.events.empty())
        column->addWidget(makeLabel(TextRole::Muted, tr("No step was entered yet.")));
    bool isLast = true; // what came after it stands on it: only the last one is taken back
    for (const WayEvent& event : m_way.events) {
        const bool stands = !event.takesBack && !event.isTakenBack;
        column->addWidget(eventLine(event, stands && isLast));
        isLast = isLast && !stands;
    }
}

QWidget* CaseCourse::eventLine(const WayEvent& event, bool isLast)
{
    const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    QLabel* day = makeLabel(TextRole::Muted, dateText(event.day));
    day->setMinimumWidth(day->fontMetrics().horizontalAdvance(QStringLiteral("00.00.0000 ")));
    line->addWidget(day, 0, Qt::AlignTop);
    QStringList parts { writer.label(m_way.classifier, event.to) };
    if (event.takesBack)
        parts << tr("a mistaken step was taken back");
    else if (const QString what = m_desk.languages.text(event.what); !what.isEmpty())
        parts << what;
    if (event.isTakenBack)
        parts << tr("taken back later");
    if (!event.who.empty())
        parts << shown(event.who);
    if (!event.reason.empty())
        parts << m_desk.privacy.veiled(shown(event.reason));
    auto* words = makeLabel(
        event.isTakenBack ? TextRole::Muted : TextRole::Plain, parts.join(QStringLiteral(" · ")));
    words->setWordWrap(true);
    line->addWidget(words, 1);
    if (isLast) {
        auto* back = new QPushButton(tr("Take back…"));
        back->setObjectName(QStringLiteral("takeBack"));
        back->setAutoDefault(false);
        connect(back, &QPushButton::clicked, this, [this, event] {
            auto* dialog = new StepDialog(m_desk, m_way, event, window());
            dialog->open();
        });
        line->addWidget(back, 0, Qt::AlignTop);
    }
    return row;
}

} // namespace patronat::ui
