// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/instrument.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::diagnostics {

/// What of a family decides which instruments are offered to it.
struct FamilyTraits
{
    std::string category; ///< code of `familyCategory`; empty: not known yet
    std::map<std::string, std::vector<std::string>, std::less<>> signs; ///< field of the open card -> its codes
    bool isFinal = false; ///< the last diagnostics before the family leaves the register
};

/// The battery of a family (domain.md 775): one entry an instrument, the most urgent of those that name it, required
/// ones first.
std::vector<profile::BatteryEntry> offered(const profile::Battery& battery, const FamilyTraits& traits);

/// Whole years on a day; nothing when either is no date, or the day is before the birth.
std::optional<int> ageOn(std::string_view birth, std::string_view day);

/// Whether an instrument may be given to somebody: "" when it may, else "respondentKind", "form", "ageBelow",
/// "ageAbove" or "ageUnknown" (whose age matters and is not known), with the bound in years.
struct Fitness
{
    std::string code;
    int bound = 0;
    bool operator==(const Fitness&) const = default;
};
Fitness fitness(const profile::Instrument& instrument, std::string_view kind, std::optional<int> age,
    std::string_view form = {});

} // namespace patronat::diagnostics
