// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/store/signing.h"
#include "core/store/writetx.h"

#include <string>
#include <vector>

namespace patronat::process {

/// Signs as WriteTx::sign does, and carries out what a supplement of the plan changes, in the same
/// write: a measure that is replaced or cancelled stays as it was, marked and pointing to the
/// supplement; a new one stands beside it, signed, and points back. Until then nothing changes.
/// InvalidArgument("supplement", code, argument): foreignMeasure, measureDone, measureEnded,
/// conflict, each of the line's number.
base::Result<base::GroupId> sign(store::WriteTx& tx, const store::SignPlan& plan);

/// The same, after asking: rules of severity W that are broken want a reason, which is kept with
/// the record (store::signWithReason). ReasonNeeded names them.
base::Result<base::GroupId> sign(store::WriteTx& tx, const store::SignPlan& plan,
    const std::string& reason, std::vector<store::AskedReason>& asked);
/// In a write of its own; what is still to be explained comes back with no group.
base::Result<store::Signing> sign(store::Store& store, const store::WriteOptions& options,
    const store::SignPlan& plan, const std::string& reason);

/// Cancels as WriteTx::cancel does; a supplement that is annulled takes back what it changed and
/// nobody has changed since: the measure is as before, the one it added is annulled with it.
base::Result<base::GroupId> cancelSigned(store::WriteTx& tx, const store::SignPlan& plan);

} // namespace patronat::process
