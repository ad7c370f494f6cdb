// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/layers.h"
#include "core/profile/reader.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace patronat::profile {

/// A reference record as the files want it.
struct SeedRecord
{
    std::string type;
    std::string key;
    Node fields; ///< Object: field id -> value
};

/// What one layer ships: its log as released, and what its files say beyond it.
struct SeedPlan
{
    SeedLog log;
    std::vector<SeedRecord> wanted; ///< of the files, in the order of a release
    std::vector<SeedRecord> pending; ///< the lines a release appends
};

/// Plans of all layers, in their order. Reports what is wrong in files and logs; what waits for a
/// release is a Warning.
std::vector<SeedPlan> planSeeds(
    const Layers& layers, const Profile& profile, Reader& reader, Problems& problems);

/// A line of seeds.log, without its end.
std::string logLine(const SeedRecord& record);

} // namespace patronat::profile
