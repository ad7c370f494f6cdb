// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/intake/importplan.h"
#include "core/store/store.h"

namespace patronat::intake {

struct Imported
{
    base::GroupId group; ///< what `undo` takes back
    std::size_t created = 0;
    std::size_t changed = 0;
};

/// Writes the plan's new and changed records as one group in one transaction: all of it or, after
/// an error, a cancelling or the end of the program, nothing. WriteTooLarge(records, most) before
/// anything is written.
base::Result<Imported> runImport(
    store::Store& store, const ImportPlan& plan, store::WriteOptions options, base::Job& job);

} // namespace patronat::intake
