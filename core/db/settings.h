// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::db {

/// One mandatory PRAGMA of every connection (safety.md 2.4).
struct Setting {
    std::string_view pragma;
    std::string_view written;
    std::string_view readBack; ///< what SQLite then answers
};

/// In the order they are set; what reads the file comes after what says how.
std::span<const Setting> settingsFor(Access access);

/// Makes the settings that are no PRAGMA.
void applyConfiguration(sqlite3* handle, Access access);

/// For a connection after an error that nothing may be built on: closing it moves nothing of the log into the file.
void leaveLogAtClose(sqlite3* handle);

/// Names of the settings that this connection has not, with what they are instead. Empty: all is
/// well.
std::vector<std::string> wrongSettings(Connection& connection);

} // namespace patronat::db
