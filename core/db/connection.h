// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/db/dberror.h"
#include "core/db/statement.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace patronat::db {

class FaultPlan;

/// What an SQL function of the program computes: the same result for the same arguments, always. An
/// exception leaves as an error of the statement.
using SqlFunction = std::function<base::Value(std::span<const base::Value>)>;

enum class Access {
    Writer, ///< the one connection of a database that writes and checkpoints
    Reader, ///< query_only, never checkpoints; the file must be there and in WAL mode
};

/// One connection to one SQLite file, opened through Qt SQL's QSQLITE with exactly the settings of
/// settings.h; statements bind through the driver's own sqlite3 handle. Belongs to the thread that
/// opened it (asserted). Throws DbError.
class Connection {
public:
    /// `path` may be ":memory:".
    Connection(const std::filesystem::path& path, Access access, FaultPlan* faults = nullptr);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// The statement for this text, compiled once and kept. Double-quoted strings are off.
    Statement prepare(std::string_view sql);
    /// For texts that come once: not kept.
    Statement prepareOnce(std::string_view sql);
    /// One statement without parameters or rows.
    void execute(std::string_view sql);
    /// Several, separated by a line "--". Not in one transaction unless one is open.
    void executeScript(std::string_view script);

    /// Makes `name` callable in every statement of this connection, and in indexes and triggers.
    void addFunction(const std::string& name, int argumentCount, SqlFunction function);

    std::int64_t lastInsertRowId() const;
    std::int64_t changes() const;
    bool inTransaction() const;
    /// Moves the log into the file as far as readers allow (PASSIVE), or wholly (TRUNCATE; DatabaseBusy
    /// when a reader stays longer than the busy timeout). Only a writer may.
    void checkpoint(bool truncate);
    std::int64_t walBytes() const;
    /// Bytes of dirty pages held in the cache now (SQLITE_DBSTATUS_CACHE_USED as the bound of it).
    std::int64_t cacheBytes() const;
    const std::filesystem::path& path() const { return m_path; }
    /// The path in UTF-8, as errors name it.
    std::string pathText() const;
    Access access() const { return m_access; }
    sqlite3* handle() const { return m_handle; }

private:
    friend class Statement;
    friend class Transaction;
    struct Private;
    [[noreturn]] void fail(int code, std::string_view what) const;
    void checkThread() const;
    void meetFault(std::string_view what) const;
    void applySettings();
    /// Nothing for a text without a statement (only comments).
    sqlite3_stmt* compile(std::string_view sql, bool kept);
    /// BEGIN, COMMIT, ROLLBACK: kept, and not counted again as prepare and step by a FaultPlan.
    int runControl(std::string_view sql);
    std::filesystem::path m_path;
    Access m_access;
    sqlite3* m_handle = nullptr;
    FaultPlan* m_faults;
    std::unique_ptr<Private> d;
};

/// BEGIN IMMEDIATE (a writer) or BEGIN (a reader); rolls back when it goes out of scope uncommitted. Never
/// nested, never a savepoint (safety.md 0.1: ROLLBACK TO loses committed rows on Debian 12).
class Transaction {
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

} // namespace patronat::db
