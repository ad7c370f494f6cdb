// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/intake/mapping.h"

#include <filesystem>
#include <string>
#include <vector>

namespace patronat::intake {

struct SavedMapping
{
    std::string id; ///< the file's name without its ending
    profile::Label label; ///< of a shipped one; a person's own is called by its id
    std::filesystem::path path;
    bool isShipped = false;
};

/// Mappings that the profile ships (`mappings/ID.json`, the last of the chain wins), then those
/// that somebody has kept in a folder of this machine. What cannot be read as JSON is left out.
std::vector<SavedMapping> savedMappings(
    const profile::Profile& profile, const std::filesystem::path& own);

base::Result<Mapping> loadMapping(const profile::Profile& profile, const SavedMapping& saved);

/// Keeps a mapping under a name a person gave: letters, digits, blanks, - and _.
/// InvalidArgument("map", "name", name).
base::Status keepMapping(
    const std::filesystem::path& own, const std::string& name, const Mapping& mapping);

} // namespace patronat::intake
