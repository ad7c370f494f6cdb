// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/journal/operation.h"
#include "core/profile/profile.h"
#include "core/store/store.h"

#include <vector>

namespace patronat::store {

/// The profile's shipped reference records as operations: the same ids, stamps, authors and bytes in every
/// database that runs any version of the profile. Source: design.md 3, "Files are the seed".
base::Result<std::vector<journal::Operation>> seedOperations(const profile::Profile& profile);

/// Takes the seeds that are not held yet into the journal and the tables.
base::Status applySeeds(Store::Inner& inner);

} // namespace patronat::store
