// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/jobrunner.h"
#include "ui/common/words.h"
#include "ui/start/startplan.h"
#include "ui/start/startstep.h"

class QProgressBar;
class QPushButton;

namespace patronat::ui {

/// What the guide has been asked for is being made: progress, a stop, then what came of it.
class WorkStep final : public StartStep
{
    Q_OBJECT
public:
    using Work = std::function<base::Result<StartOutcome>(base::Job&)>;

    WorkStep(JobRunner& jobs, Language language);
    void enter() override;
    bool isComplete() const override { return m_state == State::Done; }
    bool isRunning() const { return m_state == State::Running; }
    void begin(const QString& what, Work work);
    const StartOutcome& outcome() const { return m_outcome; }

Q_SIGNALS:
    void finished();

private:
    enum class State
    {
        Idle,
        Running,
        Done,
        Failed
    };
    void finish(base::Result<StartOutcome> result);
    QString outcomeWords() const;
    JobRunner& m_jobs;
    Language m_language;
    State m_state = State::Idle;
    std::shared_ptr<base::Job> m_job;
    StartOutcome m_outcome;
    QLabel* m_what;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QLabel* m_said;
};

} // namespace patronat::ui
