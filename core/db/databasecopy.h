// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/db/connection.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

struct sqlite3;

namespace patronat::db {

/// Copies what `source`, a reader within a transaction, sees now into a new file, page by page, while the writer goes on
/// beside it. The file is whole only when this returns without an error; it is not on the disk yet (syncFile), and what
/// a failure left is the caller's to remove. DiskFull and its like name the new file.
base::Status copyDatabase(
    Connection& source, const std::filesystem::path& to, base::Job& job, FaultPlan* faults = nullptr);

/// A database file that nobody writes, read as it lies: also from a medium that cannot be written, and without leaving
/// anything beside it. A log beside it is not looked at. Throws DbError.
class FrozenDatabase {
public:
    explicit FrozenDatabase(const std::filesystem::path& file);
    ~FrozenDatabase();
    FrozenDatabase(const FrozenDatabase&) = delete;
    FrozenDatabase& operator=(const FrozenDatabase&) = delete;

    /// The first column of the first row; empty or 0 when there is none.
    std::string text(std::string_view sql) const;
    std::int64_t integer(std::string_view sql) const;
    /// As copyDatabase.
    base::Status copyTo(const std::filesystem::path& to, base::Job& job, FaultPlan* faults = nullptr) const;

private:
    template <typename Fn>
    void first(std::string_view sql, Fn take) const;
    std::filesystem::path m_file;
    sqlite3* m_handle = nullptr;
};

} // namespace patronat::db
