// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/numbers.h"
#include "core/store/store.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace patronat::store {

// A backup is one file that holds everything of its database but unsaved typing (Drafts), the site's keys included: it is
// kept as safe as the database. Made while the program works; whole or not there.

struct BackupFacts {
    SiteIdentity site;
    std::int64_t made = 0; ///< ms; 0: an ordinary copy of a database
    std::uint64_t operations = 0;
    std::uint64_t bytes = 0;
    bool isDemo = false;
};

/// What a file is, without changing or leaving anything beside it. FileNotReadable, NotADatabase, DatabaseTooNew,
/// DatabaseDamaged, each naming the file.
base::Result<BackupFacts> readBackup(const std::filesystem::path& file);

/// Copies what is committed now under another name beside `file`, reads the copy through, and only then gives it its
/// name. A file that is there is replaced only by a later backup of the same site: FileNotWritable otherwise. `store` may
/// be read-only.
base::Result<BackupFacts> makeBackup(
    const Store& store, const std::filesystem::path& file, base::Job& job, db::FaultPlan* faults = nullptr);
/// Remembers in the database that a backup was made: lastBackup.
base::Status noteBackup(Store& store, std::int64_t made);
/// When the last backup that was noted was made; 0: never.
std::int64_t lastBackup(const ReadTx& read);

/// Makes a new database of a backup (or of a database that nobody has open, its log included): copies it under another
/// name, compares all of it with its journal, and gives it its name. From then on it is the same site, but not a
/// continuation of what was lost: its operations come from a new origin, as after each opening, and numbering waits
/// until a person has confirmed each series' last number (unconfirmSeries). What the lost computer had given away
/// since comes back with the batches of the others.
struct Restored {
    BackupFacts backup;
    std::vector<SeriesState> series; ///< to be confirmed
};
base::Result<Restored> restoreBackup(const std::filesystem::path& file, const std::filesystem::path& to,
    Environment environment, const OpenOptions& options, base::Job& job);

} // namespace patronat::store
