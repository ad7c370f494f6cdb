// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writerthread.h"

#include <exception>
#include <future>

namespace patronat::store {

WriterThread::WriterThread() : m_thread([this] { loop(); }) {}

WriterThread::~WriterThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void WriterThread::post(bool interactive, std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        (interactive ? m_interactive : m_bulk).push_back(std::move(task));
    }
    m_wake.notify_one();
}

void WriterThread::run(bool interactive, const std::function<void()>& task)
{
    std::promise<void> done;
    post(interactive, [&] {
        // What a task throws belongs to who asked for it: it neither ends the thread nor leaves him waiting.
        try {
            task();
            done.set_value();
        } catch (...) {
            done.set_exception(std::current_exception());
        }
    });
    done.get_future().get();
}

bool WriterThread::somebodyWaits() const
{
    const std::lock_guard lock(m_mutex);
    return !m_interactive.empty();
}

void WriterThread::loop()
{
    for (;;) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_interactive.empty() || !m_bulk.empty(); });
            auto& queue = m_interactive.empty() ? m_bulk : m_interactive;
            if (queue.empty())
                return;
            task = std::move(queue.front());
            queue.pop_front();
        }
        task();
    }
}

} // namespace patronat::store
