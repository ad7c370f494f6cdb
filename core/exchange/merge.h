// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/exchange/mergereport.h"
#include "core/store/store.h"

#include <filesystem>
#include <vector>

namespace patronat::exchange {

struct MergeOptions {
    bool acceptUncertified = false;
    /// Says what a merge would do: everything is done, in one transaction, and taken back.
    bool dryRun = false;
    /// How much of checked batches may stay opened in memory.
    std::uint64_t keepBytes = std::uint64_t { 96 } << 20;
    /// Plain bytes of one transaction; these dirty about 64 MB of pages: rows, their indexes, names, frames.
    std::uint64_t chunkBytes = std::uint64_t { 64 } << 20;
};

/// Merges batch files. Each is first read and checked as a whole and refused or not (BatchOutcome::refused); then
/// those that were not are applied together, chunk by chunk. Cut short (an error, a kill), the database is
/// consistent and the same call again continues. An error means that the merge could not go on, not that a file
/// was refused.
base::Result<MergeReport> mergeBatches(store::Store& store, const std::vector<std::filesystem::path>& files,
    const MergeOptions& options, base::Job& job);

} // namespace patronat::exchange
