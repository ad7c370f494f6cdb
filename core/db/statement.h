// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/value.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace patronat::db {

class Connection;

/// A prepared statement in use: bound by type, stepped, and reset and unbound when it goes out of scope, so
/// that no half-read SELECT keeps a snapshot. Taken from Connection::prepare, which keeps the compiled
/// statement. Lives shorter than its Connection and stays on its thread. Every failure throws DbError.
/// Parameters count from 1, columns from 0.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    Statement& bindNull(int index);
    Statement& bind(int index, std::int64_t value);
    /// Copies the bytes.
    Statement& bind(int index, std::string_view text);
    Statement& bindBlob(int index, std::string_view bytes);
    /// Does not copy: the bytes must live until the statement has been stepped and reset.
    Statement& bindStatic(int index, std::string_view text);
    Statement& bindStaticBlob(int index, std::string_view bytes);
    /// Only of a Value itself: texts and numbers do not become one on the way.
    template <std::same_as<base::Value> ValueType>
    Statement& bind(int index, const ValueType& value)
    {
        return bindValue(index, value);
    }
    template <typename Tag>
    Statement& bind(int index, const base::Id<Tag>& id)
    {
        const auto raw = id.bytes();
        return bindBlob(index, { reinterpret_cast<const char*>(raw.data()), raw.size() });
    }
    /// Parameter number of ":name", nothing when the statement has none of that name.
    std::optional<int> parameter(const std::string& name) const;

    /// True when there is a row.
    bool step();
    /// Runs a statement that gives no rows (one that does is a mistake and throws) and makes it ready
    /// for the next run.
    void run();
    /// Ready for the next run; bindings stay until bound anew.
    void reset();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    /// Views live until the next step or reset.
    std::string_view text(int column) const;
    std::string_view blob(int column) const;
    base::Value value(int column) const; ///< null, integer, text; a 16-byte blob as a reference
    template <typename IdType>
    IdType id(int column) const
    {
        return IdType::fromBytes(blob(column)).value_or(IdType {});
    }
    int columnCount() const;
    std::string columnName(int column) const;

    sqlite3_stmt* handle() const { return m_statement; }

private:
    friend class Connection;
    Statement(Connection& connection, sqlite3_stmt* statement, bool* inUse);
    Statement& bindValue(int index, const base::Value& value);
    Statement& checked(int code);
    Connection* m_connection;
    sqlite3_stmt* m_statement;
    bool* m_inUse; ///< of the kept statement; none: a second use at once, finalised and not kept
};

} // namespace patronat::db
