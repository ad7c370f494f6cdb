// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/store.h"

namespace patronat::store {

/// After a profile has learned types and fields: what the journal kept for them takes effect. Records of types
/// that say otherwise than in `before` what names a record are written anew.
void takeUpKnown(Store::Inner& inner, const Tables& before);

/// The findings of every record anew, in the caller's transaction.
base::Status judgeAll(Store::Inner& inner, const std::string& today, base::Job& job);

/// Empties the record tables and everything that follows from the journal and fills them again: rows, conflicts,
/// names and findings in one transaction, then the texts index in steps of its own.
base::Status rebuildAll(Store& store, base::Job& job);

} // namespace patronat::store
