// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/writetx.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// Why somebody went on although a rule of severity W was broken (domain.md 6: "W = warning that
/// can be confirmed with a reason"). Kept as a record of type warningReason, of the unit of the
/// record it is about.
struct KeptReason
{
    std::string rule; ///< "BR-04"
    std::string reason; ///< in the words of whoever gave it
    std::string arguments {}; ///< what the rule was about, for machines: JSON or empty
    std::string type {}; ///< of the record it is about
    base::RecordId record {};
    base::RecordId who {};
    std::string enteredAt {};
    bool operator==(const KeptReason&) const = default;
};

/// The profile has a record type for them; without one nobody is asked for a reason.
bool keepsReasons(const profile::Profile& profile);

/// Within the write of what it explains, so that neither is there without the other. NotFound when
/// the record is not held; InvalidArgument for records of no unit of which reasons are kept.
base::Result<base::RecordId> keepReason(WriteTx& tx, const KeptReason& reason);

/// What was said about a record, oldest first; of one rule when it is named.
std::vector<KeptReason> reasonsOf(
    const ReadTx& tx, base::RecordId record, std::string_view rule = {});

} // namespace patronat::store
