// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/store/writetx.h"

#include <string>
#include <vector>

namespace patronat::process {

/// What a signed supplement does to the programme it belongs to (domain.md 3.6, BR-17): an approved
/// programme changes by it alone, and what was approved stays visible.
struct SupplementEffect
{
    base::RecordId line;
    base::RecordId before; ///< measure that is cancelled or replaced; null: only added
    base::RecordId after; ///< measure that is added; null: only cancelled, or not signed yet
    std::string change; ///< added, changed, cancelled
};
/// Of one supplement, in its order, whether or not it is signed.
base::Result<std::vector<SupplementEffect>> supplementEffects(
    const store::ReadTx& tx, base::RecordId supplement);

/// Carries out what the supplements among them change, after they were signed in this write: a
/// measure that is replaced or cancelled stays as it was, marked and pointing to the supplement; a
/// new one stands beside it, signed, and points back. What a replacing line leaves open of whom it
/// is for stays as it was approved. InvalidArgument as process::sign tells.
base::Status approveSupplements(store::WriteTx& tx, const store::SignPlan& plan);

/// Takes back what the annulled supplements among them changed and nobody has changed since.
base::Status annulSupplements(store::WriteTx& tx, const store::SignPlan& plan);

} // namespace patronat::process
