// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace patronat::store {

/// Runs tasks one after another on one thread; interactive ones before bulk ones. Destroying it finishes what
/// was posted. Any thread may post.
class WriterThread {
public:
    WriterThread();
    ~WriterThread();
    WriterThread(const WriterThread&) = delete;
    WriterThread& operator=(const WriterThread&) = delete;

    void post(bool interactive, std::function<void()> task);
    /// Posts and waits until it has run.
    void run(bool interactive, const std::function<void()>& task);
    /// Somebody waits for an interactive task: a bulk chunk ends.
    bool somebodyWaits() const;
    bool isCurrent() const { return std::this_thread::get_id() == m_thread.get_id(); }

private:
    void loop();
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_interactive;
    std::deque<std::function<void()>> m_bulk;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace patronat::store
