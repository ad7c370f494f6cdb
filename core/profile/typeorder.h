// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/places.h"
#include "core/profile/profile.h"

#include <vector>

namespace patronat::profile {

/// Parents and the roots of units before what hangs on them, else by id: tables, exports and menus
/// follow this order. A circle of parents or units is an Error.
void sortTypes(std::vector<RecordType>& types, const Places& places, Problems& problems);

} // namespace patronat::profile
