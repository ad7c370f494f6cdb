// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/steplimit.h"

#include <sqlite3.h>

namespace patronat::db {

namespace {

constexpr int kBetweenCalls = 1000;

} // namespace

StepLimit::StepLimit(Connection& connection, std::int64_t steps) : m_connection(connection), m_left(steps)
{
    sqlite3_progress_handler(connection.handle(), kBetweenCalls, count, this);
}

StepLimit::~StepLimit()
{
    sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr);
}

int StepLimit::count(void* self)
{
    auto& left = static_cast<StepLimit*>(self)->m_left;
    left -= kBetweenCalls;
    return left < 0 ? 1 : 0;
}

} // namespace patronat::db
