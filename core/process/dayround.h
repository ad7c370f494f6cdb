// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"

#include <string>
#include <vector>

namespace patronat::process {

/// Whose visits of a day are asked for. Null ids: everybody's, everywhere.
struct RoundScope
{
    base::RecordId who;
    base::RecordId territory; ///< with all that lies in it
};

/// One family that is to be visited, and why: the earliest of its days first.
struct RoundVisit
{
    base::RecordId family;
    base::RecordId who;
    struct Reason
    {
        std::string deadline; ///< id of the process's deadline
        profile::Label label;
        std::string due; ///< ISO date
        bool operator==(const Reason&) const = default;
    };
    std::vector<Reason> reasons;
};

/// The families to be visited on a day: those whose visit is due by then or whose reminder has
/// come, and those with whom the day was arranged. Which deadlines are visits says the setting
/// `work.visits` of the profile. By the earliest day. InvalidArgument("date", on).
base::Result<std::vector<RoundVisit>> dayRound(
    const store::ReadTx& tx, const std::string& on, const RoundScope& scope = {});

/// The same for the paper `daySheet`, as its parameters: `visits` (a JSON array of family, due,
/// late, what), `on`, `territory`.
base::Result<base::Fields> dayRoundFields(const store::ReadTx& tx, const std::string& on,
    const RoundScope& scope, const std::string& language);

} // namespace patronat::process
