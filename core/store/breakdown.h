// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/connection.h"

#include <filesystem>
#include <string>

namespace patronat::store {

// After a failed sync, or a page that is not what was written, nobody knows what of the file is on the disk: everything
// is closed, opened again and checked, and nothing is built on it before (safety.md 2.4). A mark beside the database
// makes the next writer check it, whichever process that is.

/// What every further write of a broken store answers: DatabaseDamaged(path, "reopen").
inline constexpr std::string_view kReopen = "reopen";
base::Error mustReopen(const std::filesystem::path& database, std::string detail = {});

/// "<database>.check"; where the folder takes none, the next opening knows nothing.
std::filesystem::path breakdownMark(const std::filesystem::path& database);
void leaveBreakdownMark(const std::filesystem::path& database, const base::Error& why);
/// Checks a database that is marked, and takes the mark away when it is whole. DatabaseDamaged(path) when not.
base::Status checkAfterBreakdown(const std::filesystem::path& database);

} // namespace patronat::store
