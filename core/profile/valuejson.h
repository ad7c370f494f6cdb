// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/profile/profile.h"

#include <string>

namespace patronat::profile {

/// The fields of a `put` as the journal keeps them (FORMAT.md, the table of types). Fields that are
/// not named stay as they are; null clears one, and so does an empty text or list. Money and
/// decimals are taken digit by digit: no floating point comes between. An address is an object of
/// its parts or its parts by their own ids; a mark is "birthDate.mark". Errors:
/// InvalidArgument("json", why), UnknownField(type, field), InvalidValue(type, field, why); why is
/// one of wrongKind, tooLong, notADate, notADateTime, noZone, tooManyDecimals, outOfRange,
/// notAReference, computed, duplicate.
base::Result<base::Fields> fieldsFromJson(const RecordType& type, const std::string& json);

/// What `get` prints: the profile's fields in the order of the paper, then whatever else the
/// journal holds under its id. A value that is not of its field's kind is printed as it is stored.
std::string fieldsToJson(const RecordType& type, const base::Fields& fields);

} // namespace patronat::profile
