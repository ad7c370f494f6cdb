// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"
#include "ui/shell/duelines.h"

#include <cstdint>
#include <string>
#include <vector>

namespace patronat::ui {

/// A thing to do: a record and why it stands here.
struct WorkLine
{
    std::string type;
    base::RecordId id;
    base::RecordId family; ///< whose case it is; null when nobody's
    std::string date;
    std::string title;
    std::string whose;
};

/// What waits for somebody at this desk, and how things stand. Read beside the window.
struct WorkSummary
{
    std::vector<DueLine> due; ///< whose reminder has come, by day
    std::vector<WorkLine> meetings; ///< not signed, or to come
    std::vector<WorkLine> conflicts;
    std::int64_t conflictCount = 0;
    std::int64_t besideCount = 0;
    std::int64_t findingCount = 0;
    std::int64_t waitingCount = 0;
    std::int64_t lastSent = 0; ///< ms; 0: never
    std::int64_t lastReceived = 0;
    bool isDemo = false;
    bool hasOwn = false; ///< whoever asks is the case manager of somebody
    bool isOwn = false; ///< what is due is hers, or of her families, only
};

/// Whose work is shown; Unsaid: as her role has it.
enum class WorkScope
{
    Unsaid,
    Own,
    All
};

struct WorkAsker
{
    base::RecordId staff; ///< null: nobody has said
    WorkScope wish = WorkScope::Unsaid;
};

/// Where nobody is asked for, or she has no cases of her own, what is due is everybody's;
/// differences, meetings and findings are always.
base::Result<WorkSummary> workSummary(const store::ReadTx& tx, const store::Rules& rules,
    const std::string& today, const WorkAsker& asker, const std::string& language);

} // namespace patronat::ui
