// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/exchange/batchfile.h"
#include "core/store/store.h"

#include <filesystem>
#include <string>

namespace patronat::exchange {

struct ExportOptions {
    std::filesystem::path file;
    /// A folder instead of a file: the name is made (suggestedName).
    bool intoFolder = false;
    /// Site id in hex or office code: only what that certified site may see, less what it has confirmed. Empty:
    /// everything held, for whoever gets it.
    std::string recipient;
    /// With a recipient: also what it has confirmed.
    bool all = false;
};

struct ExportReport {
    std::filesystem::path file;
    Manifest manifest;
    std::uint64_t units = 0;
    std::uint64_t storedFrames = 0; ///< sent as they are stored
    std::uint64_t madeFrames = 0; ///< made for this batch
};

/// Writes a batch file. What a recipient has confirmed does not change by it: a lost stick loses nothing.
base::Result<ExportReport> exportBatch(store::Store& store, const ExportOptions& options, base::Job& job);

} // namespace patronat::exchange
