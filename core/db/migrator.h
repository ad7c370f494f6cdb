// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/connection.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace patronat::db {

/// One step of the journal's or the local tables' schema: immutable once released (a test holds a
/// checksum of each).
struct Migration {
    int version; ///< 1, 2, … ; PRAGMA user_version after it
    std::string_view script; ///< statements separated by a line "--"
};

enum class MigrationOutcome { Current, Created, Migrated };

/// Brings an open writing connection to the newest version in one transaction per step, sets
/// application_id on creation; copies the file beside itself as "<database>.v<version>" (VACUUM INTO,
/// verified by quick_check, on the disk) before the first step of an existing one. DatabaseTooNew
/// when the file is newer than the last step, NotADatabase when application_id is another program's.
/// Foreign keys are off during a step and checked as a whole before its commit.
base::Result<MigrationOutcome> migrate(
    Connection& connection, int applicationId, const std::vector<Migration>& steps);

} // namespace patronat::db
