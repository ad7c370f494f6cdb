// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/rules.h"
#include "core/store/store.h"
#include "core/store/writetx.h"

#include <string>
#include <vector>

namespace patronat::store {

/// A rule of severity W that a record breaks as it is signed: it is signed over with a reason
/// (domain.md 6). Judged by what is signed, with what the signing itself fills.
struct AskedReason
{
    std::string type;
    base::RecordId record;
    BrokenRule rule;
    /// The values the rule speaks of, as JSON. A reason given for the same ones still holds.
    std::string facts;
};

/// Signs the plan within a write. Where rules of severity W are broken for which no reason is kept
/// yet, `reason` is kept for each, as records of type warningReason in the same write. Without a
/// reason (nothing, or blanks) ReasonNeeded(type, id, "rule" or "rule:field"…), `asked` says which
/// for whom, and the write that gives this error back writes nothing. A profile that keeps no
/// reasons asks for none. Otherwise as WriteTx::sign.
base::Result<base::GroupId> signWithReason(WriteTx& tx, const SignPlan& plan,
    const std::string& reason, std::vector<AskedReason>& asked);

/// What became of a signing.
struct Signing
{
    base::GroupId group; ///< null: not signed, a reason is asked for
    std::vector<AskedReason> asked; ///< over which it was signed, or which keep it from being
};

/// The same as one write of its own. Any thread.
base::Result<Signing> signWithReason(
    Store& store, const WriteOptions& options, const SignPlan& plan, const std::string& reason);

} // namespace patronat::store
