// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "core/intake/mapping.h"

#include <set>

namespace patronat::intake {

using Json = nlohmann::ordered_json;

namespace {

Json keysJson(const MappedRecord& record)
{
    Json keys = Json::array();
    for (const Key& key : record.keys) {
        Json names = Json::array();
        for (const KeyField& field : key)
            names.push_back(field.mayBeEmpty ? field.field + '?' : field.field);
        keys.push_back(std::move(names));
    }
    return keys;
}

Json recordJson(const MappedRecord& record)
{
    Json json { { "as", record.as }, { "type", record.type }, { "columns", Json::object() } };
    for (const auto& [language, text] : record.label)
        json["label"][language] = text;
    for (const MappedColumn& column : record.columns)
        json["columns"][column.heading] = column.fields.size() == 1
            ? Json(column.fields.front())
            : Json { { "name", column.fields } };
    if (!record.keys.empty())
        json["keys"] = keysJson(record);
    if (record.constantsJson != "{}")
        json["constants"] = Json::parse(record.constantsJson);
    for (const auto& [heading, lookup] : record.references) {
        json["references"][heading]["type"] = lookup.type;
        if (!lookup.by.empty())
            json["references"][heading]["by"] = lookup.by;
    }
    for (const auto& [field, as] : record.links)
        json["links"][field] = as;
    if (!record.required.empty())
        json["required"] = record.required;
    if (!record.when.empty())
        json["when"] = record.when;
    if (record.isShared)
        json["shared"] = true;
    return json;
}

} // namespace

std::string mappingToJson(const Mapping& mapping)
{
    Json json = Json::object();
    if (!mapping.id.empty())
        json["id"] = mapping.id;
    for (const auto& [language, text] : mapping.label)
        json["label"][language] = text;
    const Reading& reading = mapping.reading;
    if (!reading.sheet.empty())
        json["list"]["sheet"] = reading.sheet;
    if (!reading.encoding.empty())
        json["list"]["encoding"] = reading.encoding;
    if (reading.separator != 0)
        json["list"]["separator"] = std::string(1, reading.separator);
    if (reading.headerLine != 0)
        json["list"]["headerLine"] = reading.headerLine;
    if (mapping.dates != kAutoDates)
        json["dates"] = mapping.dates;
    std::set<std::string> optional;
    json["records"] = Json::array();
    for (const MappedRecord& record : mapping.records) {
        json["records"].push_back(recordJson(record));
        for (const MappedColumn& column : record.columns)
            if (column.isOptional)
                optional.insert(column.heading);
    }
    if (!optional.empty())
        json["optional"] = optional;
    return json.dump(2) + '\n';
}

} // namespace patronat::intake
