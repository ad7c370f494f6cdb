// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/problems.h"

#include <map>
#include <string>
#include <utility>

namespace patronat::profile {

/// Where the parts of the resolved profile were read: "family" (a type), "family/due" (a field),
/// either followed by "#key" for one of its keys, "*kinship" (a classifier).
class Places
{
public:
    void put(const std::string& key, Place place) { m_places[key] = std::move(place); }
    /// The place of `owner#key`, or of `owner` when the key has none of its own.
    Place of(const std::string& owner, const std::string& key = {}) const
    {
        auto found = m_places.find(owner + '#' + key);
        if (found == m_places.end())
            found = m_places.find(owner);
        return found == m_places.end() ? Place {} : found->second;
    }

private:
    std::map<std::string, Place> m_places;
};

} // namespace patronat::profile
