// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/layers.h"
#include "core/profile/places.h"

#include <string>
#include <vector>

namespace patronat::profile {

/// Judges a profile as a whole: whatever refers to something else must find it.
void checkProfile(
    const Profile& profile, const Layers& layers, const Places& places, Problems& problems);

/// Profile::hash of a profile.
std::string hashOf(const Profile& profile);

/// The names of fields in a number's mask ("{territory.code}/{YYYY}/{0001}"); `counter` says
/// whether it counts at all. False when a brace is not closed.
bool maskNames(const std::string& mask, std::vector<std::string>& names, bool& counter);

} // namespace patronat::profile
