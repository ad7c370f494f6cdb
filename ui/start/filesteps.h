// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/backup.h"
#include "ui/common/jobrunner.h"
#include "ui/common/words.h"
#include "ui/start/startplan.h"
#include "ui/start/startstep.h"

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace patronat::ui {

/// Files of other offices that are taken in at once: a snapshot from the supervisor, or what the
/// first computer gives.
class BatchStep final : public StartStep
{
    Q_OBJECT
public:
    BatchStep(StartDraft& draft, JobRunner& jobs, Language language);
    void enter() override;
    bool isComplete() const override;
    /// As if they had been chosen.
    void add(const QStringList& files);

private:
    void choose();
    void remove();
    void show();
    void learn(const QString& file);
    StartDraft& m_draft;
    JobRunner& m_jobs;
    Language m_language;
    QListWidget* m_files;
    QPushButton* m_choose;
    QPushButton* m_remove;
    QLabel* m_said;
    QCheckBox* m_known;
    QStringList m_uncertified; ///< of the files chosen
    int m_reading = 0; ///< files that are being looked at
};

/// Which backup; says whose it is before anything happens.
class BackupStep final : public StartStep
{
    Q_OBJECT
public:
    BackupStep(StartDraft& draft, JobRunner& jobs, Language language);
    void enter() override;
    bool isComplete() const override { return m_isGood; }
    /// As if it had been chosen.
    void take(const QString& file);

private:
    void choose();
    void show();
    void show(const base::Result<store::BackupFacts>& facts);
    StartDraft& m_draft;
    JobRunner& m_jobs;
    Language m_language;
    QPushButton* m_choose;
    QLabel* m_file;
    QLabel* m_said;
    bool m_isGood = false;
    unsigned m_asked = 0;
};

/// Where the database goes, with what the disk says about it.
class PlaceStep final : public StartStep
{
    Q_OBJECT
public:
    PlaceStep(StartDraft& draft, const StartPlaces& places, JobRunner& jobs);
    void enter() override;
    bool isComplete() const override;

private:
    void choose();
    void show();
    void judge();
    StartDraft& m_draft;
    const StartPlaces& m_places;
    JobRunner& m_jobs;
    QString m_suggested;
    QString m_judged; ///< the file that m_isFit is about
    bool m_isFit = false;
    bool m_isJudging = false;
    QLineEdit* m_path;
    QLabel* m_state;
};

} // namespace patronat::ui
