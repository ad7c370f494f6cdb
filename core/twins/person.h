// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/value.h"
#include "core/twins/address.h"
#include "core/twins/spelling.h"
#include "core/twins/verdict.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::twins {

/// One part of a name with all the ways in which the record has it.
struct NameTraits
{
    std::string text; ///< as it stands there
    Spelling own;
    std::vector<Spelling> others; ///< in Tatar, other spellings
};

/// A person as she is compared with others. Made once of a record's values; what `sight` does not
/// see is not in it.
struct PersonTraits
{
    PersonTraits(const base::Fields& values, const Sight& sight);

    NameTraits surname;
    NameTraits firstName;
    NameTraits patronymic;
    std::vector<std::pair<std::string, Spelling>> formerSurnames;
    std::string birthDate; ///< ISO, or empty
    int birthYear = 0; ///< of the date, or the one that stands for it
    bool isBirthRough = false;
    std::string sex;
    std::string snils; ///< digits
    std::string document; ///< kind, series, number; empty when one is missing
    std::vector<std::string> phones; ///< last ten digits
    std::vector<Dwelling> dwellings;
};

/// Fields of a person whose change asks anew whether she is there already.
const std::vector<std::string>& personFields();

/// Reasons speak of `held`: their values are those it has.
Verdict compare(const PersonTraits& typed, const PersonTraits& held, const Settings& settings);

/// False when comparing would surely give nothing; a few nanoseconds.
bool mayBeOne(const PersonTraits& a, const PersonTraits& b);

std::string digitsOf(std::string_view text);
/// The last ten digits of a telephone number; empty when there are fewer than six.
std::string phoneOf(std::string_view text);

} // namespace patronat::twins
