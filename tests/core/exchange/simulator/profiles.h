// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <filesystem>
#include <memory>

namespace patronat::tests::simulator {

/// The small profile of the simulated sites: families with scope, measures that are signed with their steps,
/// meetings that draw families into a body's scope. The later version knows a field and a type more.
struct Profiles {
    std::shared_ptr<const profile::Profile> first;
    std::shared_ptr<const profile::Profile> later;
};

/// Writes both versions to `folder`, releases their seeds and reads them.
Profiles makeProfiles(const std::filesystem::path& folder);

inline constexpr const char* kDistricts[] = { "16-01", "16-02", "16-03" };

} // namespace patronat::tests::simulator
