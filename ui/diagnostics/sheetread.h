// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/instrument.h"
#include "core/store/drafts.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"

#include <optional>
#include <string>
#include <vector>

namespace patronat::ui {

/// A member of the family who may answer, or whom a sheet is about.
struct SheetPerson
{
    base::RecordId member;
    std::string title;
    std::optional<int> age; ///< on the day asked for
    std::string kind; ///< code of `respondentKind` that fits
};

/// All that a sheet is filled with.
struct SheetBasis
{
    std::vector<SheetPerson> people;
    std::vector<profile::BatteryEntry> offered; ///< the battery, then every other instrument
    bool isSigned = false; ///< the diagnostics are closed
    /// Names of the roles that may read the answers, where who fills the sheet in may not; else
    /// empty.
    std::string answersReadBy;
};

/// Within a read, any thread.
base::Result<SheetBasis> readSheetBasis(const store::ReadTx& tx, const store::Rules& rules,
    base::RecordId diagnostics, base::RecordId viewer, const std::string& day,
    const std::string& language);

} // namespace patronat::ui
