// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>
#include <vector>

namespace patronat::ui {

/// Runs what takes longer than a frame beside the window and brings its result back to the GUI
/// thread. A few threads that stay, because each reading thread keeps a connection of its own;
/// those of what a person waits for while she types and of what goes on for seconds or minutes are
/// not the same. Outlived by the Store.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

    explicit JobRunner(QObject* parent = nullptr);
    /// Asks what still runs to stop and waits for it; no result is delivered any more.
    ~JobRunner() override;

    /// `work`: base::Job& -> T, on a thread of the runner. `done`: T -> void, on this thread,
    /// unless `context` is gone by then. The job is for cancel(); `progress` comes on this thread,
    /// a few times a second.
    template <typename Work, typename Done>
    std::shared_ptr<base::Job> run(QObject* context, Work work, Done done, Progress progress = {})
    {
        return runOn(m_pool, context, std::move(work), std::move(done), std::move(progress));
    }

    /// The same for what may take long: a backup, a merge, an export, a report, pages of a paper, a
    /// file on a stick. No read and no save waits behind it.
    template <typename Work, typename Done>
    std::shared_ptr<base::Job> runLong(
        QObject* context, Work work, Done done, Progress progress = {})
    {
        return runOn(m_longPool, context, std::move(work), std::move(done), std::move(progress));
    }

    /// Keeps something small that must not wait behind long work (a draft), in the order asked for.
    /// An error is told through keepingFailed(). What was asked for before the runner goes is still
    /// done.
    void keep(std::function<base::Status()> work);

    bool isBusy() const { return m_running > 0; }

Q_SIGNALS:
    /// Nothing runs any more and every result has been delivered.
    void idle();
    void keepingFailed(const base::Error& error);

private:
    template <typename Work, typename Done>
    std::shared_ptr<base::Job> runOn(
        QThreadPool& pool, QObject* context, Work work, Done done, Progress progress)
    {
        using T = std::invoke_result_t<Work, base::Job&>;
        auto job = makeJob(context, std::move(progress));
        start(pool,
            [this, job, guard = QPointer<QObject>(context), work = std::move(work),
                done = std::move(done)]() mutable {
                auto result = std::make_shared<T>(work(*job));
                // To the runner, not to the context: only this thread may look whether that still
                // lives.
                QMetaObject::invokeMethod(
                    this,
                    [this, guard, result, done = std::move(done)] {
                        finished();
                        if (guard)
                            done(std::move(*result));
                    },
                    Qt::QueuedConnection);
            });
        return job;
    }
    std::shared_ptr<base::Job> makeJob(QObject* context, Progress progress);
    void start(QThreadPool& pool, std::function<void()> task);
    void finished();
    QThreadPool m_pool;
    QThreadPool m_longPool;
    QThreadPool m_keeper; ///< one thread: in order
    std::vector<std::weak_ptr<base::Job>> m_jobs;
    int m_running = 0;
};

} // namespace patronat::ui
