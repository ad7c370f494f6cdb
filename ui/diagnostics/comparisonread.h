// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/diagnostics/comparison.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"

#include <string>
#include <vector>

namespace patronat::ui {

/// Results that may be compared: of one instrument, about one person, answered by the same.
struct ComparableResults
{
    std::string about; ///< title of the member; empty: of the family
    std::string by; ///< title of the member who answered, where that is somebody else
    std::vector<diagnostics::KeptResult> results; ///< oldest first, at least one
};

struct ComparableInstrument
{
    profile::Instrument instrument;
    std::string name; ///< of a free one; empty: the instrument's label
    std::vector<ComparableResults> groups; ///< those with most results first
};

/// All of a family that the viewer may read (NotPermitted else), those with something to compare first. Within a read,
/// any thread.
base::Result<std::vector<ComparableInstrument>> readComparable(const store::ReadTx& tx, const store::Rules& rules,
    base::RecordId family, base::RecordId viewer, const std::string& language);

} // namespace patronat::ui
