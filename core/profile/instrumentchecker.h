// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/instrument.h"
#include "core/profile/node.h"

namespace patronat::profile {

/// What is wrong with an instrument as a whole: scales of items that are not there, bands that overlap or leave a gap,
/// conditions about nothing, codes that no classifier has.
void checkInstrument(const Profile& profile, const Instrument& instrument, const Node& node, Problems& problems);
void checkBattery(const Profile& profile, const Battery& battery, const Node& node, Problems& problems);

/// The least and the greatest value that a scale of items can have, after its divisor and before rounding; nothing
/// where an item is missing.
std::optional<std::pair<Points, Points>> possibleValues(const Instrument& instrument, const Scale& scale);

} // namespace patronat::profile
