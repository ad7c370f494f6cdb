// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <map>
#include <string>
#include <vector>

namespace patronat::profile {

/// What the window knows of the work by the profile's word: the setting "work". What is not said
/// there is empty.
struct WorkSettings
{
    std::vector<std::string> caseTypes; ///< whose records stand on the page of their family's case
    std::vector<std::string> openMeasures; ///< states of a measure that can be late
    std::string atOnce; ///< type that one key begins for a family: its visit card
    std::string reviewQuestion; ///< the kind of agenda item that a review falling due is
    std::string otherQuestion; ///< the kind of agenda item that is about no family
    std::map<std::string, std::string, std::less<>>
        roleOfSite; ///< kind of site -> role of who works there first
    std::vector<std::string>
        visits; ///< deadlines that a visit to the family answers: the day sheet
    std::vector<std::string> seesAll; ///< roles whose Today is everybody's until they say otherwise
};

WorkSettings workSettings(const Profile& profile);

} // namespace patronat::profile
