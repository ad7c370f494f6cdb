// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/signing.h"

#include "core/process/supplement.h"

namespace patronat::process {

using base::ErrorCode;
using base::Result;

Result<base::GroupId> sign(store::WriteTx& tx, const store::SignPlan& plan)
{
    PATRONAT_TRY(tx.sign(plan));
    PATRONAT_TRY(approveSupplements(tx, plan));
    return tx.group();
}

Result<base::GroupId> sign(store::WriteTx& tx, const store::SignPlan& plan,
    const std::string& reason, std::vector<store::AskedReason>& asked)
{
    PATRONAT_TRY(store::signWithReason(tx, plan, reason, asked));
    PATRONAT_TRY(approveSupplements(tx, plan));
    return tx.group();
}

Result<store::Signing> sign(store::Store& store, const store::WriteOptions& options,
    const store::SignPlan& plan, const std::string& reason)
{
    store::Signing out;
    const auto done = store.write(
        options, [&](store::WriteTx& tx) { return sign(tx, plan, reason, out.asked); });
    if (done)
        out.group = *done;
    else if (done.error().code != ErrorCode::ReasonNeeded)
        return done.error();
    return out;
}

Result<base::GroupId> cancelSigned(store::WriteTx& tx, const store::SignPlan& plan)
{
    PATRONAT_TRY(tx.cancel(plan));
    PATRONAT_TRY(annulSupplements(tx, plan));
    return tx.group();
}

} // namespace patronat::process
