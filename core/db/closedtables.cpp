// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/closedtables.h"

#include "core/db/connection.h"

#include <sqlite3.h>

#include <utility>

namespace patronat::db {

namespace {

thread_local ClosedTables* t_innermost = nullptr;

int allow(void*, int, const char*, const char*, const char*, const char*)
{
    return SQLITE_OK;
}

} // namespace

int authorizeRead(void* self, int action, const char* table, const char*, const char*, const char*)
{
    auto& closed = *static_cast<ClosedTables*>(self);
    if (action != SQLITE_READ || table == nullptr)
        return SQLITE_OK;
    const auto found = closed.m_closed.find(std::string_view(table));
    if (found == closed.m_closed.end())
        return SQLITE_OK;
    if (closed.m_how == ClosedReads::Empty)
        return SQLITE_IGNORE;
    closed.m_refused = found->first;
    return SQLITE_DENY;
}

ClosedTables::ClosedTables(Connection& connection, Closed closed, ClosedReads how)
    : m_connection(connection)
    , m_closed(std::move(closed))
    , m_how(how)
{
    if (m_closed.empty())
        return;
    m_outer = std::exchange(t_innermost, this);
    enforce();
}

ClosedTables::~ClosedTables()
{
    if (m_closed.empty())
        return;
    t_innermost = m_outer;
    if (m_outer != nullptr && &m_outer->m_connection == &m_connection) {
        m_outer->enforce();
        return;
    }
    // Statements are kept: setting any authorizer makes SQLite compile them anew before they begin again, taking it
    // away does not. So one that allows everything comes between.
    sqlite3_set_authorizer(m_connection.handle(), allow, nullptr);
    sqlite3_set_authorizer(m_connection.handle(), nullptr, nullptr);
}

void ClosedTables::enforce()
{
    sqlite3_set_authorizer(m_connection.handle(), authorizeRead, this);
}

std::optional<base::Error> ClosedTables::refusal()
{
    if (t_innermost == nullptr || t_innermost->m_refused.empty())
        return {};
    const std::string& table = t_innermost->m_refused;
    return base::Error { base::ErrorCode::NotPermitted, { table, t_innermost->m_closed.at(table) }, {} };
}

} // namespace patronat::db
