// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/db/dberror.h"
#include "core/store/tables.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patronat::store {

/// The row an expression sees: a record's own fields as parameters 1… (the columns of its table in order),
/// computed fields on top. `with` is a WITH clause, `name` what it defines last.
struct RowSource {
    std::string with;
    std::string name;
    /// Computed fields that do not prepare, and why: not part of the row.
    std::vector<std::pair<const profile::Field*, std::string>> broken;
};

/// One in-memory connection on which the profile's expressions are prepared and run: nothing is in reach but
/// the row, a list of functions, and a bounded number of steps. Stays on the thread that made it.
class Expressions {
public:
    Expressions();
    ~Expressions();
    Expressions(const Expressions&) = delete;
    Expressions& operator=(const Expressions&) = delete;

    RowSource rowSource(const Table& table);
    /// Why an expression over that row does not prepare; nothing when it does.
    std::optional<std::string> whyNot(const RowSource& row, const std::string& expression);
    bool prepares(const std::string& sql);
    /// A statement over the row with the record's values and `:today` bound, its steps counted from here.
    db::Statement over(const std::string& sql, const Table& table, const base::Fields& values, const std::string& today);

private:
    db::Connection m_connection;
    std::int64_t m_steps = 0;
};

/// Lets a connection only SELECT: the tables it has, the functions of the list. For expressions that read tables
/// the connection holds (signing expressions); `Expressions` has no table at all.
void allowOnlyReading(db::Connection& connection);

/// The engine's words for what just failed.
std::string reason(db::Connection& connection, const db::DbError& error);

} // namespace patronat::store
