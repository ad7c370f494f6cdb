// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/instrument.h"
#include "core/profile/layers.h"
#include "core/profile/reader.h"

namespace patronat::profile {

/// The file among the instruments that is none: which of them are offered.
inline constexpr std::string_view kBatteryFile = "battery";

Instrument readInstrument(const Node& node, Reader& reader, Problems& problems);
Battery readBattery(const Node& node, Reader& reader);

/// Takes the instruments of the chain into the profile and says what is wrong with them: by themselves, and with the
/// classifiers and record types they name. After types and classifiers.
void addInstruments(const Layers& layers, Reader& reader, Profile& profile, Problems& problems);

} // namespace patronat::profile
