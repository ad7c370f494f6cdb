// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/backuprun.h"

#include "core/store/backup.h"
#include "ui/start/placewords.h"

#include <QFileInfo>

namespace patronat::ui {

BackupRun::BackupRun(Desk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
{
}

BackupRun::Outcome BackupRun::make(store::Store& store, const QString& file, base::Job& job)
{
    // A file that is there is for the making to judge: an older backup of this office is replaced.
    if (const PlaceState place = judgePlace(file, 0);
        place.trouble != PlaceTrouble::None && place.trouble != PlaceTrouble::Taken)
        return { place, {} };
    const auto made = [&]() -> base::Status {
        PATRONAT_TRY(job.checkpoint());
        PATRONAT_TRY(makeFolderOf(file));
        PATRONAT_LET(
            const store::BackupFacts facts, store::makeBackup(store, pathOfText(file), job));
        return store::noteBackup(store, facts.made);
    };
    return { {}, made() };
}

void BackupRun::start(const QString& file)
{
    if (isRunning())
        return;
    m_file = file;
    store::Store& store = m_desk.store;
    m_job = m_desk.jobs.runLong(
        this, [&store, file](base::Job& job) { return make(store, file, job); },
        [this](const Outcome& outcome) { finish(outcome); },
        [this](std::uint64_t done, std::uint64_t total) { Q_EMIT progressed(done, total); });
}

void BackupRun::stop()
{
    if (m_job)
        m_job->cancel();
}

void BackupRun::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    if (isRunning() && !isWatched)
        Q_EMIT told(tr("The backup goes on; how it ends is said here"));
}

void BackupRun::finish(const Outcome& outcome)
{
    m_job.reset();
    if (outcome.refusal) {
        Q_EMIT refused(*outcome.refusal);
        if (!m_isWatched)
            Q_EMIT told(placeWords(*outcome.refusal, m_file));
        return;
    }
    Q_EMIT ended(outcome.made);
    if (m_isWatched)
        return;
    if (outcome.made)
        Q_EMIT told(tr("The backup is made and checked: %1").arg(QFileInfo(m_file).fileName()));
    else
        Q_EMIT failed(outcome.made.error());
}

} // namespace patronat::ui
