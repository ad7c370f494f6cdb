// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/mapping.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>

namespace patronat::intake {

using base::ErrorCode;
using base::Result;
using base::Status;
using Json = nlohmann::json;

namespace {

constexpr const char* kIsoDates = "yyyy-MM-dd";

base::Error wrong(const char* why, std::string what)
{
    return { ErrorCode::InvalidArgument, { "map", why, std::move(what) }, {} };
}

Status readColumns(const profile::RecordType& type, const Json& json, Mapping& mapping)
{
    for (const auto& [heading, field] : json.items()) {
        if (!field.is_string())
            return wrong("wrongKind", heading);
        const auto name = field.get<std::string>();
        const profile::Field* declared = type.field(name);
        if (declared == nullptr || !declared->isStored())
            return { ErrorCode::UnknownField, { type.id, name } };
        // Of two columns the second would silently win.
        const bool isTaken = std::any_of(mapping.columns.begin(), mapping.columns.end(),
            [&](const auto& column) { return column.second == name; });
        if (isTaken)
            return wrong("fieldTwice", name);
        mapping.columns.emplace(heading, name);
    }
    return {};
}

Status readKey(const Json& json, Mapping& mapping)
{
    if (!json.is_array())
        return wrong("wrongKind", "key");
    for (const Json& field : json) {
        if (!field.is_string())
            return wrong("wrongKind", "key");
        const auto name = field.get<std::string>();
        const bool isMapped = std::any_of(mapping.columns.begin(), mapping.columns.end(),
            [&](const auto& column) { return column.second == name; });
        if (!isMapped)
            return wrong("keyNotMapped", name);
        mapping.key.push_back(name);
    }
    return {};
}

Status readReferences(const profile::Profile& profile, const Json& json, Mapping& mapping)
{
    for (const auto& [heading, lookup] : json.items()) {
        if (!lookup.is_object() || !mapping.columns.contains(heading))
            return wrong("columnNotMapped", heading);
        for (const char* member : { "type", "by" })
            if (lookup.contains(member) && !lookup[member].is_string())
                return wrong("wrongKind", heading);
        const Lookup read { lookup.value("type", ""), lookup.value("by", "") };
        const profile::RecordType* target = profile.type(read.type);
        if (target == nullptr)
            return { ErrorCode::UnknownType, { read.type } };
        const profile::Field* by = target->field(read.by);
        if (by == nullptr || by->type == profile::FieldType::Address)
            return { ErrorCode::UnknownField, { read.type, read.by } };
        mapping.references.emplace(heading, read);
    }
    return {};
}

/// Two digits of a year leave its century to a guess, and none leave the year to it.
bool hasWholeYear(std::string_view dates)
{
    const auto isYear = [](char c) { return c == 'y'; };
    const auto from = std::find_if(dates.begin(), dates.end(), isYear);
    const auto to = std::find_if_not(from, dates.end(), isYear);
    return to - from == 4 && std::none_of(to, dates.end(), isYear);
}

} // namespace

Result<Mapping> readMapping(
    const profile::Profile& profile, const profile::RecordType& type, const std::string& json)
{
    const Json root = Json::parse(json, nullptr, false);
    if (!root.is_object() || !root.contains("columns") || !root["columns"].is_object())
        return wrong("columnsMissing", "");
    for (const auto& [name, value] : root.items()) {
        const bool isText = name == "dates" && value.is_string();
        const bool isObject = (name == "columns" || name == "constants" || name == "references")
            && value.is_object();
        if (!isText && !isObject && name != "key")
            return wrong("unknownMember", name);
    }
    Mapping mapping;
    PATRONAT_TRY(readColumns(type, root["columns"], mapping));
    if (root.contains("key"))
        PATRONAT_TRY(readKey(root["key"], mapping));
    if (root.contains("references"))
        PATRONAT_TRY(readReferences(profile, root["references"], mapping));
    mapping.constantsJson = root.contains("constants") ? root["constants"].dump() : "{}";
    mapping.dates = root.value("dates", kIsoDates);
    if (!hasWholeYear(mapping.dates))
        return wrong("twoDigitYear", mapping.dates);
    return mapping;
}

} // namespace patronat::intake
