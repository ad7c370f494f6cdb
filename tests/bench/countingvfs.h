// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace patronat::bench {

/// Makes SQLite's default VFS count the syncs of database and log files from here on. Once per process, before
/// the first connection.
void countSyncs();
std::uint64_t syncsOfDatabases();
std::uint64_t syncsOfLogs();

} // namespace patronat::bench
