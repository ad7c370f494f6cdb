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

/// What a transition leaves (core/process): one record for each, and each that takes one back. Only
/// a profile with processes needs it; it refers to the records of each process's type by a field of
/// its own, through which it has their unit.
inline constexpr std::string_view kEventType = "caseEvent";
inline constexpr std::array<RequiredField, 17> kEventFields { {
    { kEventType, "subject", FieldType::Text }, ///< id of the record moved
    { kEventType, "process", FieldType::Text }, { kEventType, "transition", FieldType::Text },
    { kEventType, "from", FieldType::Text }, { kEventType, "to", FieldType::Text },
    { kEventType, "happenedOn", FieldType::Date }, { kEventType, "enteredAt", FieldType::DateTime },
    { kEventType, "who", FieldType::Reference }, { kEventType, "documentType", FieldType::Text },
    { kEventType, "document", FieldType::Text }, ///< its id
    { kEventType, "reason", FieldType::Note },
    { kEventType, "warnings", FieldType::Text }, ///< rules that the reason answers
    { kEventType, "follows",
        FieldType::Reference }, ///< the event before; two after one are concurrent
    { kEventType, "reverses", FieldType::Reference },
    { kEventType, "kept", FieldType::Text }, ///< of a reversal: what did not stand any more
    { kEventType, "operation",
        FieldType::Text }, ///< that moved the record; empty: nothing was different
    { kEventType, "opened", FieldType::Text }, ///< id of the record that it made or joined
} };

/// Where the reason is kept that somebody gave to a warning (store/keptreasons): one for each. A
/// profile without the type asks for none. It refers to the record that makes the unit, one field
/// for each such type.
inline constexpr std::string_view kReasonType = "warningReason";
inline constexpr std::array<RequiredField, 7> kReasonFields { {
    { kReasonType, "subject", FieldType::Text }, ///< id of the record it is about
    { kReasonType, "subjectType", FieldType::Text },
    { kReasonType, "rule", FieldType::Text }, ///< "BR-04"
    { kReasonType, "reason", FieldType::Note },
    { kReasonType, "arguments", FieldType::Note }, ///< what the rule was about: JSON
    { kReasonType, "who", FieldType::Reference },
    { kReasonType, "enteredAt", FieldType::DateTime },
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
