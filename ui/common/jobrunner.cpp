// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/jobrunner.h"

#include <QElapsedTimer>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kThreads = 2;
constexpr int kLongThreads = 3; ///< a paper is looked at while a backup and a merge go on
constexpr qint64 kProgressEveryMs = 100;

} // namespace

JobRunner::JobRunner(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(kThreads);
    m_pool.setExpiryTimeout(-1);
    m_longPool.setMaxThreadCount(kLongThreads);
    m_longPool.setExpiryTimeout(-1);
    m_keeper.setMaxThreadCount(1);
    m_keeper.setExpiryTimeout(-1);
}

JobRunner::~JobRunner()
{
    for (const auto& one : m_jobs)
        if (const auto job = one.lock())
            job->cancel();
    m_pool.waitForDone();
    m_longPool.waitForDone();
    m_keeper.waitForDone();
}

std::shared_ptr<base::Job> JobRunner::makeJob(QObject* context, Progress progress)
{
    std::erase_if(m_jobs, [](const auto& job) { return job.expired(); });
    std::function<void(std::uint64_t, std::uint64_t)> report;
    if (progress) {
        auto last = std::make_shared<QElapsedTimer>();
        report = [this, last, guard = QPointer<QObject>(context), progress = std::move(progress)](
                     std::uint64_t done, std::uint64_t total) {
            if (last->isValid() && last->elapsed() < kProgressEveryMs && done != total)
                return;
            last->start();
            QMetaObject::invokeMethod(
                this,
                [guard, progress, done, total] {
                    if (guard)
                        progress(done, total);
                },
                Qt::QueuedConnection);
        };
    }
    auto job = std::make_shared<base::Job>(std::move(report));
    m_jobs.push_back(job);
    return job;
}

void JobRunner::start(QThreadPool& pool, std::function<void()> task)
{
    ++m_running;
    pool.start(std::move(task));
}

void JobRunner::keep(std::function<base::Status()> work)
{
    m_keeper.start([this, work = std::move(work)] {
        const base::Status kept = work();
        if (!kept)
            QMetaObject::invokeMethod(
                this, [this, error = kept.error()] { Q_EMIT keepingFailed(error); },
                Qt::QueuedConnection);
    });
}

void JobRunner::finished()
{
    if (--m_running == 0)
        Q_EMIT idle();
}

} // namespace patronat::ui
