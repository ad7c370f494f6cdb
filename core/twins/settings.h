// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::twins {

/// What counts how much, by the profile's word: the setting "twins".
struct Settings
{
    int sure = 0; ///< so many points and more; 0: the profile says nothing, and nothing is compared
    int likely = 0;
    int possible = 0;
    std::map<std::string, int, std::less<>> points; ///< of a reason; what is not named counts 0
    /// Field -> roles that may see it: others neither see nor are told what rests on it. A field
    /// that is not named is open to all.
    std::map<std::string, std::vector<std::string>, std::less<>> readableBy;

    /// What a person is called («наташа») -> the first names it stands for («наталья»), both
    /// folded.
    std::map<std::string, std::vector<std::string>, std::less<>> fullNames;

    bool isOn() const { return possible > 0; }
    int pointsOf(std::string_view reason) const;
};

Settings settingsOf(const profile::Profile& profile);

/// Who looks: what rests on a field closed to her role is neither compared nor shown. An empty role
/// is the machine itself (a merge, the shell): it sees all.
struct Sight
{
    const Settings& settings;
    std::string role;

    bool sees(std::string_view field) const;
    bool sees(const profile::RecordType& type) const;
};

} // namespace patronat::twins
