// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace patronat::db {

/// Makes the n-th access of a connection fail, once or from then on: every error path gets its test.
/// `native` is the SQLite code it fails with (SQLITE_FULL, SQLITE_IOERR, …). Not thread-safe: one plan,
/// one connection.
class FaultPlan {
public:
    FaultPlan() = default;
    FaultPlan(std::uint64_t failAt, int native, bool persistent)
        : m_failAt(failAt)
        , m_native(native)
        , m_persistent(persistent)
    {
    }
    /// Called before each prepare, step, begin and commit; 0 or the code to fail with.
    int next()
    {
        ++m_count;
        if (m_failAt == 0 || m_count < m_failAt)
            return 0;
        return m_count == m_failAt || m_persistent ? m_native : 0;
    }
    std::uint64_t count() const { return m_count; }

private:
    std::uint64_t m_failAt = 0;
    int m_native = 0;
    bool m_persistent = false;
    std::uint64_t m_count = 0;
};

} // namespace patronat::db
