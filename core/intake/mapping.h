// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/intake/listtable.h"
#include "core/profile/profile.h"

#include <map>
#include <string>
#include <vector>

namespace patronat::intake {

/// Where a column's text names a record: of which type, and by which of its fields; without a field
/// by its code, its name or its title.
struct Lookup
{
    std::string type;
    std::string by;
};

/// One column of a list and what it fills.
struct MappedColumn
{
    std::string heading;
    std::vector<std::string> fields; ///< several: surname, first name, patronymic of one cell
    bool isOptional = false; ///< the list may lack it
};

/// One field of a key; "patronymic?" in a mapping: who has none is found among those who have none.
struct KeyField
{
    std::string field;
    bool mayBeEmpty = false;
};
using Key = std::vector<KeyField>;

/// What a row says of one record. A row of a list of families says something of several.
struct MappedRecord
{
    std::string as; ///< by which name others of the row link to it
    std::string type;
    profile::Label label; ///< what people call it ("Мать"); empty: as its type is called
    std::vector<MappedColumn> columns; ///< of mandatory and optional ones, each field at most once
    std::vector<Key> keys; ///< each whose fields are all filled may find it, in their order
    std::string constantsJson = "{}"; ///< fields of every row, as `put` takes them
    std::map<std::string, Lookup> references; ///< heading -> where to look
    std::map<std::string, std::string>
        links; ///< reference field -> `as` of an earlier record of the row
    std::vector<std::string>
        required; ///< must be filled, besides what the profile asks of its columns
    std::vector<std::string> when; ///< headings: the record is there when one of them is filled
    bool isShared = false; ///< several rows speak of the same one, each telling more of it

    const MappedColumn* columnOf(std::string_view field) const;
    bool fills(std::string_view field) const; ///< by a column, a constant or a link
};

/// Which column of a list is which field of which record: resources/profiles/MAPPINGS.md.
struct Mapping
{
    std::string id; ///< of a saved one
    profile::Label label;
    Reading reading; ///< how lists of this kind are laid out
    std::string dates; ///< "auto", or how dates are written with four digits of the year
    std::vector<MappedRecord> records; ///< what is linked to before what links
};

inline constexpr const char* kAutoDates = "auto";

/// Headings as people retype them: without case, with one blank for several and for line ends.
std::string headingKey(std::string_view heading);

/// `type` is that of the rows where the mapping does not say it. InvalidArgument("map", why, what),
/// UnknownType, UnknownField(type, field).
base::Result<Mapping> readMapping(
    const profile::Profile& profile, std::string_view type, const std::string& json);
/// As readMapping reads it.
std::string mappingToJson(const Mapping& mapping);

} // namespace patronat::intake
