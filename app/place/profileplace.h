// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace patronat::place {

/// The folder that holds the profiles: the one given, $PATRONAT_PROFILES, where an installed
/// program keeps them, or resources/profiles of the source tree the program was built in. Empty
/// when there is none.
std::filesystem::path profilesRoot(const std::optional<std::string>& given);

/// NotFound("profile", id) when the root has no such profile.
base::Result<std::filesystem::path> profileFolder(
    const std::filesystem::path& root, const std::string& id);

} // namespace patronat::place
