// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace patronat::db {

class Connection;

/// Tables that are not to be read -> whose they are, in words.
using Closed = std::map<std::string, std::string, std::less<>>;

enum class ClosedReads {
    Refuse, ///< NotPermitted(table, whose): a figure counted without them would be wrong in silence
    Empty, ///< every column of theirs is NULL: what stands beside them is still shown
};

/// While it lives, no statement of the connection that begins reads a closed table: whatever SQL a profile or a
/// person wrote, and however it names them. Statements that had begun go on. Nothing closed costs nothing. Belongs
/// to the connection's thread; those within one another end in turn, and the innermost decides.
class ClosedTables {
public:
    ClosedTables(Connection& connection, Closed closed, ClosedReads how);
    ~ClosedTables();
    ClosedTables(const ClosedTables&) = delete;
    ClosedTables& operator=(const ClosedTables&) = delete;

    /// What the innermost of this thread has refused last; nothing: nothing yet.
    static std::optional<base::Error> refusal();

private:
    friend int authorizeRead(void* self, int action, const char* table, const char*, const char*, const char*);
    void enforce();
    Connection& m_connection;
    Closed m_closed;
    ClosedReads m_how;
    std::string m_refused;
    ClosedTables* m_outer = nullptr;
};

} // namespace patronat::db
