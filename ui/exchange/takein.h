// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/exchange/mergereport.h"
#include "core/store/store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace patronat::ui {

/// A merge report with what its entries are called.
struct TakenIn
{
    /// An entry of the report; `record` is null when its record is not held here (yet).
    struct Entry
    {
        exchange::MergeEntry entry;
        std::string title;
        base::RecordId record;
    };
    exchange::MergeReport report;
    std::vector<Entry> entries; ///< the first of them
};

struct TakeInRequest
{
    std::vector<std::filesystem::path> files;
    bool acceptUncertified = false;
    bool dryRun = true;
};

/// Merges, or says what a merge would do, and lets the search know. On a thread beside the window.
base::Result<TakenIn> takeIn(
    store::Store& store, const TakeInRequest& request, const std::string& language, base::Job& job);

} // namespace patronat::ui
