// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/value.h"
#include "core/twins/address.h"
#include "core/twins/spelling.h"
#include "core/twins/verdict.h"

#include <string>
#include <vector>

namespace patronat::twins {

/// A family as it is compared with others.
struct FamilyTraits
{
    /// `members`: persons in it.
    FamilyTraits(
        const base::Fields& values, std::vector<base::RecordId> members, const Sight& sight);

    std::string nameText;
    Spelling name;
    std::string phone;
    Dwelling dwelling;
    std::vector<base::RecordId> members; ///< sorted
};

const std::vector<std::string>& familyFields();
Verdict compare(const FamilyTraits& typed, const FamilyTraits& held, const Settings& settings);

} // namespace patronat::twins
