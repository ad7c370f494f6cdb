// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/workstep.h"

#include "ui/common/errortext.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kSteps = 1000; ///< of the bar: what is counted may be more than an int holds

} // namespace

WorkStep::WorkStep(JobRunner& jobs, Language language)
    : StartStep(tr("Patronat is at work"), {})
    , m_jobs(jobs)
    , m_language(language)
    , m_what(makeLabel(TextRole::Plain))
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_said(makeLabel(TextRole::Plain))
{
    m_what->setWordWrap(true);
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("start.said"));
    m_stop->setObjectName(QStringLiteral("start.stop"));
    m_progress->setAccessibleName(tr("How far it is"));
    body()->addWidget(m_what);
    auto* line = new QHBoxLayout;
    line->addWidget(m_progress, 1);
    line->addWidget(m_stop);
    body()->addLayout(line);
    body()->addWidget(m_said);
    body()->addStretch(1);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        if (m_job)
            m_job->cancel();
    });
}

void WorkStep::enter()
{
}

void WorkStep::begin(const QString& what, Work work)
{
    m_state = State::Running;
    setTitle(tr("Patronat is at work"));
    m_what->setText(what);
    m_what->show();
    m_said->clear();
    m_progress->setRange(0, 0); // how much there is to do is known a moment later
    m_progress->show();
    m_stop->setEnabled(true);
    m_stop->show();
    m_job = m_jobs.runLong(
        this, std::move(work),
        [this](base::Result<StartOutcome> result) { finish(std::move(result)); },
        [this](std::uint64_t done, std::uint64_t total) {
            if (total == 0)
                return;
            m_progress->setRange(0, kSteps);
            m_progress->setValue(static_cast<int>(done * kSteps / total));
        });
    m_stop->setFocus();
    Q_EMIT changed();
}

QString WorkStep::outcomeWords() const
{
    QStringList lines;
    if (m_outcome.hasMerged) {
        lines += tr("Taken in: %n entries.", nullptr, static_cast<int>(m_outcome.fresh));
        if (m_outcome.conflicts > 0)
            lines += tr("Filled differently in two places: %1. They wait for you under Exchange.")
                         .arg(m_outcome.conflicts);
        if (m_outcome.waiting > 0)
            lines += tr("Waiting for files of other offices: %1.").arg(m_outcome.waiting);
    }
    for (const StartOutcome::Refused& refused : m_outcome.refused) {
        const ErrorText text = errorText(refused.why, m_language, Audience::Window);
        lines
            += tr("Not taken in: %1. %2 %3")
                   .arg(QFileInfo(refused.file).fileName(), shown(text.title), shown(text.advice));
    }
    if (lines.isEmpty())
        lines += tr("The database is made. \"Open\" leads to its window.");
    return lines.join(QLatin1Char('\n'));
}

void WorkStep::finish(base::Result<StartOutcome> result)
{
    m_job.reset();
    m_progress->hide();
    m_stop->hide();
    m_what->setVisible(!result);
    setTitle(result ? tr("Ready") : tr("That did not work"));
    if (result) {
        m_state = State::Done;
        m_outcome = std::move(*result);
        setRole(m_said, TextRole::Plain);
        m_said->setText(outcomeWords());
    } else {
        m_state = State::Failed;
        const bool wasAsked = result.error().code == base::ErrorCode::Cancelled;
        const ErrorText text = errorText(result.error(), m_language, Audience::Window);
        setRole(m_said, wasAsked ? TextRole::Plain : TextRole::Error);
        if (wasAsked)
            setTitle(tr("Stopped"));
        m_said->setText(
            wasAsked ? tr("Nothing was left behind.") : shown(text.title + " " + text.advice));
    }
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace patronat::ui
