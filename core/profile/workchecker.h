// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/layers.h"
#include "core/profile/problems.h"

namespace patronat::profile {

/// Judges the setting "work": its types and codes must be those of the profile.
void checkWork(const Profile& profile, const Layers& layers, Problems& problems);

} // namespace patronat::profile
