// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <map>
#include <string>
#include <vector>

namespace patronat::intake {

/// Where a column's text names a record: of which type, and by which of its fields.
struct Lookup
{
    std::string type;
    std::string by;
};

/// Which column of a list is which field. Dates are written with four digits of the year; a field is filled by one column:
/// {"columns": {"Фамилия": "surname", …}, "key": ["regNo"], "constants": {"citizenship": "RU"},
///  "dates": "dd.MM.yyyy", "references": {"Район": {"type": "territory", "by": "code"}}}
struct Mapping
{
    std::map<std::string, std::string> columns; ///< heading -> field
    std::vector<std::string> key; ///< fields by which a record that is there is found
    std::string constantsJson; ///< fields of every row, as `put` takes them
    std::string dates; ///< how dates are written
    std::map<std::string, Lookup> references; ///< heading -> where to look
};

/// InvalidArgument("map", why, what), UnknownField(type, field).
base::Result<Mapping> readMapping(
    const profile::Profile& profile, const profile::RecordType& type, const std::string& json);

} // namespace patronat::intake
