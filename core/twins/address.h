// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/value.h"
#include "core/twins/spelling.h"

#include <string>
#include <string_view>

namespace patronat::twins {

/// A dwelling as it is compared: «ул. Тукая, д. 5-А» and "Тукая 5 а" are one.
struct Dwelling
{
    Spelling settlement;
    Spelling street;
    std::string house;
    std::string flat;
    bool isEmpty() const { return house.empty() || (street.isEmpty() && settlement.isEmpty()); }
};

enum class DwellingMatch
{
    Unknown, ///< too little is said of one
    Different,
    Near, ///< the same house; of the flat or the street one says nothing
    Same
};

/// The parts of an address field.
Dwelling dwellingOf(const base::Fields& values, std::string_view field);
DwellingMatch compare(const Dwelling& a, const Dwelling& b);
/// "5-А", "д. 5 а" -> "5а".
std::string houseOf(std::string_view text);

} // namespace patronat::twins
