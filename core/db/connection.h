// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/dberror.h"
#include "core/db/statement.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;

namespace patronat::db {

class FaultPlan;

enum class Access {
    Writer, ///< the one connection of a database that writes and checkpoints
    Reader, ///< query_only, wal_autocheckpoint=0
};

/// One connection to one SQLite file, opened through Qt SQL's QSQLITE with exactly the settings of
/// safety.md 2.4; statements bind through the driver's own sqlite3 handle. Belongs to the thread that
/// opened it (asserted). Throws DbError.
class Connection {
public:
    /// `path` may be ":memory:". Registers the functions of functions.h.
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
    /// Several, separated by a line "--".
    void executeScript(std::string_view script);

    std::int64_t lastInsertRowId() const;
    std::int64_t changes() const;
    bool inTransaction() const;
    /// Moves the log into the file as far as readers allow (PASSIVE), or wholly (TRUNCATE).
    void checkpoint(bool truncate);
    std::int64_t walBytes() const;
    /// Bytes of dirty pages held in the cache now (SQLITE_DBSTATUS_CACHE_USED as the bound of it).
    std::int64_t cacheBytes() const;
    const std::filesystem::path& path() const { return m_path; }
    sqlite3* handle() const { return m_handle; }

private:
    friend class Statement;
    struct Private;
    [[noreturn]] void fail(int code, std::string_view what) const;
    std::filesystem::path m_path;
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
