// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <atomic>
#include <cstdint>
#include <functional>

namespace patronat::base {

/// Progress and cancel of one piece of long work. The worker calls report() and checkpoint(); any
/// thread may call cancel() and read. The default Job never cancels and shows nothing.
class Job {
public:
    /// `onProgress` is called on the worker's thread, at most a few times a second by convention of
    /// the caller who installs it.
    explicit Job(std::function<void(std::uint64_t done, std::uint64_t total)> onProgress = {})
        : m_onProgress(std::move(onProgress))
    {
    }

    void report(std::uint64_t done, std::uint64_t total)
    {
        if (m_onProgress)
            m_onProgress(done, total);
    }
    /// An error (Cancelled) when somebody asked to stop: the worker returns it, data as before.
    Status checkpoint() const
    {
        if (m_cancelled.load(std::memory_order_relaxed))
            return ErrorCode::Cancelled;
        return {};
    }
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }

private:
    std::function<void(std::uint64_t, std::uint64_t)> m_onProgress;
    std::atomic<bool> m_cancelled = false;
};

} // namespace patronat::base
