// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <array>
#include <string_view>

namespace patronat::profile {

/// A field that C++ itself reads or writes, whatever the region.
struct RequiredField
{
    std::string_view type;
    std::string_view field;
    FieldType fieldType;
};

/// Territories and organisations decide scope, staff name the authors of operations, and the codes
/// of classifiers are records. Everything else the engine learns from the profile.
inline constexpr std::array<RequiredField, 15> kRequiredFields { {
    { "territory", "code", FieldType::Text },
    { "territory", "name", FieldType::Text },
    { "territory", "parent", FieldType::Reference },
    { "organisation", "code", FieldType::Text },
    { "organisation", "name", FieldType::Text },
    { "organisation", "territory", FieldType::Reference },
    { "staff", "surname", FieldType::Text },
    { "staff", "firstName", FieldType::Text },
    { "staff", "organisation", FieldType::Reference },
    { "classifierCode", "classifier", FieldType::Text },
    { "classifierCode", "code", FieldType::Text },
    { "classifierCode", "labelRu", FieldType::Text },
    { "classifierCode", "sort", FieldType::Integer },
    { "classifierCode", "validFrom", FieldType::Date },
    { "classifierCode", "validTo", FieldType::Date },
} };

/// Columns that are the engine's own in every record table.
inline constexpr std::array<std::string_view, 5> kReservedColumns { "rowno", "id", "unit", "life",
    "trail" };

/// The classifiers of the parts every profile has: labels of the parts of an address, and the
/// marks of a value (not established, as told, by document, approximate).
inline constexpr std::string_view kAddressPartClassifier = "addressPart";
inline constexpr std::string_view kMarkClassifier = "valueMark";
inline constexpr std::array<std::string_view, 9> kAddressParts { "region", "district", "settlement",
    "street", "house", "flat", "postcode", "oktmo", "note" };
inline constexpr std::array<std::string_view, 4> kMarks { "unknown", "stated", "document",
    "approximate" };

} // namespace patronat::profile
