// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/node.h"

namespace patronat::profile {

/// `over` merged over `base` when it says `"extends": true` (fields, checks and codes by id, other
/// keys replaced), else `over` itself. `base` is null when nothing is inherited.
Node mergedOver(const Node* base, const Node& over, Problems& problems);

/// What a later layer may not do to a record type: change how an inherited field is stored; and an
/// overlay may neither replace an inherited type nor add anything whose id does not begin with x_.
void checkRecordOver(const Node* base, const Node& over, Problems& problems);

} // namespace patronat::profile
