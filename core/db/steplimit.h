// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"

#include <cstdint>

namespace patronat::db {

/// While it lives, what the connection's statements do together is bounded: beyond it they end with a DbError that
/// is not fatal. For SQL that a person wrote. The connection's thread.
class StepLimit {
public:
    /// `steps`: instructions of SQLite's machine; a row of a simple condition takes a dozen.
    StepLimit(Connection& connection, std::int64_t steps);
    ~StepLimit();
    StepLimit(const StepLimit&) = delete;
    StepLimit& operator=(const StepLimit&) = delete;

private:
    static int count(void* self);
    Connection& m_connection;
    std::int64_t m_left;
};

} // namespace patronat::db
