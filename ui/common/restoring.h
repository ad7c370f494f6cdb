// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"
#include "core/store/rules.h"
#include "ui/common/valuetext.h"

#include <string>
#include <utility>
#include <vector>

namespace patronat::ui {

/// A record that was removed, and what comes back with it.
struct RemovedRecord
{
    store::Record record; ///< with the heads that are shown: what is brought back is built on them
    std::string title;
    Titles titles; ///< of what its values refer to
    std::string who; ///< removed it; empty when that is not known
    std::int64_t stamp = 0;
    /// Types of what was entered under it and is not removed itself, with how many.
    std::vector<std::pair<std::string, std::int64_t>> below;
    /// What it belongs to is removed too: that comes first. Empty: it is not.
    std::string aboveType;
    std::string aboveTitle;
};

/// NotFound when it is not removed (any more), NotPermitted where it is not the viewer's to read.
/// Within a read, any thread.
base::Result<RemovedRecord> readRemoved(const store::ReadTx& tx, const store::Rules& rules,
    std::string_view type, base::RecordId id, base::RecordId viewer, const std::string& language);

/// A line of those that were removed.
struct RemovedLine
{
    base::RecordId id;
    std::string title;
    std::string who;
    std::int64_t stamp = 0;
};
/// All of a type that are removed, the last removed first, at most `limit`.
base::Result<std::vector<RemovedLine>> removedOf(const store::ReadTx& tx, const store::Rules& rules,
    std::string_view type, const std::string& language, std::size_t limit);

} // namespace patronat::ui
