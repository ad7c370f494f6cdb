// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/mapping.h"

#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/profile/required.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace patronat::intake {

using base::ErrorCode;
using base::Result;
using base::Status;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::array<std::string_view, 9> kOfRecord { "as", "columns", "key", "keys", "constants",
    "references", "links", "required", "when" };
constexpr std::array<std::string_view, 8> kOfMapping { "id", "label", "comment", "type", "list",
    "dates", "optional", "records" };

base::Error wrong(const char* why, std::string what)
{
    return { ErrorCode::InvalidArgument, { "map", why, std::move(what) }, {} };
}

template <std::size_t N>
bool isAmong(const std::array<std::string_view, N>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

Status readTexts(const Json& json, const char* member, std::vector<std::string>& out)
{
    if (!json.contains(member))
        return {};
    if (!json[member].is_array())
        return wrong("wrongKind", member);
    for (const Json& text : json[member]) {
        if (!text.is_string())
            return wrong("wrongKind", member);
        out.push_back(text.get<std::string>());
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

/// Reads the part of a mapping that is about one record.
class RecordReader
{
public:
    RecordReader(const profile::Profile& profile, const profile::RecordType& type)
        : m_profile(profile)
        , m_type(type)
    {
        m_record.type = type.id;
    }

    Result<MappedRecord> read(const Json& json, const std::vector<MappedRecord>& before)
    {
        m_record.as = json.value("as", m_type.id);
        m_record.isShared = json.value("shared", false);
        PATRONAT_TRY(readColumns(json));
        m_record.constantsJson = json.contains("constants") ? json["constants"].dump() : "{}";
        PATRONAT_TRY(readConstants(json));
        PATRONAT_TRY(readLinks(json, before));
        PATRONAT_TRY(readKeys(json));
        PATRONAT_TRY(readReferences(json));
        PATRONAT_TRY(readTexts(json, "required", m_record.required));
        for (const std::string& field : m_record.required)
            PATRONAT_TRY(checkStored(field));
        PATRONAT_TRY(readTexts(json, "when", m_record.when));
        return m_record;
    }

private:
    Status checkStored(const std::string& field) const
    {
        const profile::Field* declared = m_type.field(field);
        if (declared == nullptr || !declared->isStored())
            return { ErrorCode::UnknownField, { m_type.id, field } };
        return {};
    }
    /// Of two columns the second would silently win.
    Status take(const std::string& field)
    {
        PATRONAT_TRY(checkStored(field));
        // A state is reached by transitions, not told by a list.
        const profile::Process* process = m_profile.processOf(m_type.id);
        if ((process != nullptr && process->field == field) || m_type.id == profile::kEventType)
            return wrong("ofProcess", field);
        return m_filled.insert(field).second ? Status() : Status(wrong("fieldTwice", field));
    }
    Status readColumns(const Json& json)
    {
        if (!json.contains("columns"))
            return {};
        if (!json["columns"].is_object())
            return wrong("wrongKind", "columns");
        for (const auto& [heading, target] : json["columns"].items()) {
            MappedColumn column { heading, {}, false };
            const bool isSplit
                = target.is_object() && target.contains("name") && target.size() == 1;
            if (isSplit)
                PATRONAT_TRY(readTexts(target, "name", column.fields));
            else if (target.is_string())
                column.fields.push_back(target.get<std::string>());
            else
                return wrong("wrongKind", heading);
            if (column.fields.empty() || (isSplit && column.fields.size() > 3))
                return wrong("wrongKind", heading);
            for (const std::string& field : column.fields)
                PATRONAT_TRY(take(field));
            m_record.columns.push_back(std::move(column));
        }
        return {};
    }
    Status readConstants(const Json& json) const
    {
        return json.contains("constants") && !json["constants"].is_object()
            ? Status(wrong("wrongKind", "constants"))
            : Status();
    }
    Status readLinks(const Json& json, const std::vector<MappedRecord>& before)
    {
        if (!json.contains("links"))
            return {};
        if (!json["links"].is_object())
            return wrong("wrongKind", "links");
        for (const auto& [field, as] : json["links"].items()) {
            if (!as.is_string())
                return wrong("wrongKind", field);
            PATRONAT_TRY(take(field));
            const auto linked = std::find_if(before.begin(), before.end(),
                [&](const MappedRecord& record) { return record.as == as.get<std::string>(); });
            if (linked == before.end())
                return wrong("linkedLater", field);
            const profile::Field* declared = m_type.field(field);
            if (declared->type != profile::FieldType::Reference || declared->target != linked->type)
                return wrong("wrongTarget", field);
            m_record.links.emplace(field, linked->as);
        }
        return {};
    }
    Status readKey(const Json& json)
    {
        std::vector<std::string> names;
        PATRONAT_TRY(readTexts(json, "key", names));
        Key key;
        for (std::string& name : names) {
            const bool mayBeEmpty = name.ends_with('?');
            if (mayBeEmpty)
                name.pop_back();
            if (!m_record.fills(name))
                return wrong("keyNotMapped", name);
            key.push_back({ std::move(name), mayBeEmpty });
        }
        const bool isOnlyMaybe = std::all_of(
            key.begin(), key.end(), [](const KeyField& field) { return field.mayBeEmpty; });
        if (!key.empty() && isOnlyMaybe)
            return wrong("keyMayBeEmpty", key.front().field);
        if (!key.empty())
            m_record.keys.push_back(std::move(key));
        return {};
    }
    Status readKeys(const Json& json)
    {
        if (json.contains("key"))
            PATRONAT_TRY(readKey(json));
        if (json.contains("keys") && !json["keys"].is_array())
            return wrong("wrongKind", "keys");
        if (json.contains("keys"))
            for (const Json& key : json["keys"])
                PATRONAT_TRY(readKey(Json { { "key", key } }));
        return {};
    }
    Status readReferences(const Json& json)
    {
        if (!json.contains("references"))
            return {};
        if (!json["references"].is_object())
            return wrong("wrongKind", "references");
        for (const auto& [heading, lookup] : json["references"].items()) {
            const std::string name = heading;
            const bool isMapped = std::any_of(m_record.columns.begin(), m_record.columns.end(),
                [&](const MappedColumn& column) { return column.heading == name; });
            if (!lookup.is_object() || !isMapped)
                return wrong("columnNotMapped", heading);
            for (const char* member : { "type", "by" })
                if (lookup.contains(member) && !lookup[member].is_string())
                    return wrong("wrongKind", heading);
            const Lookup read { lookup.value("type", ""), lookup.value("by", "") };
            const profile::RecordType* target = m_profile.type(read.type);
            if (target == nullptr)
                return { ErrorCode::UnknownType, { read.type } };
            const profile::Field* by = target->field(read.by);
            if (!read.by.empty() && (by == nullptr || !by->isStored()))
                return { ErrorCode::UnknownField, { read.type, read.by } };
            m_record.references.emplace(heading, read);
        }
        return {};
    }

    const profile::Profile& m_profile;
    const profile::RecordType& m_type;
    MappedRecord m_record;
    std::set<std::string> m_filled;
};

Status checkMembers(const Json& json, bool isOfRecords)
{
    for (const auto& [name, value] : json.items()) {
        const bool isKnown = isOfRecords ? isAmong(kOfMapping, name)
                                         : isAmong(kOfMapping, name) || isAmong(kOfRecord, name);
        if (!isKnown || (!isOfRecords && name == "records"))
            return wrong("unknownMember", name);
    }
    for (const char* text : { "id", "type", "dates" })
        if (json.contains(text) && !json[text].is_string())
            return wrong("wrongKind", text);
    return {};
}

Status readLabel(const Json& json, profile::Label& label)
{
    if (!json.contains("label"))
        return {};
    if (!json["label"].is_object())
        return wrong("wrongKind", "label");
    for (const auto& [language, text] : json["label"].items()) {
        if (!text.is_string())
            return wrong("wrongKind", "label");
        label.emplace(language, text.get<std::string>());
    }
    return {};
}

Status readShape(const Json& json, Reading& reading)
{
    if (!json.contains("list"))
        return {};
    const Json& list = json["list"];
    if (!list.is_object())
        return wrong("wrongKind", "list");
    for (const auto& [name, value] : list.items()) {
        const bool isText = value.is_string();
        if (name == "sheet" && isText)
            reading.sheet = value.get<std::string>();
        else if (name == "encoding" && isText)
            reading.encoding = value.get<std::string>();
        else if (name == "separator" && isText && value.get<std::string>().size() == 1)
            reading.separator = value.get<std::string>().front();
        else if (name == "headerLine" && value.is_number_unsigned())
            reading.headerLine = value.get<int>();
        else
            return wrong("wrongKind", name);
    }
    return {};
}

Status readRecord(
    const profile::Profile& profile, std::string_view type, const Json& json, Mapping& mapping)
{
    const profile::RecordType* declared = profile.type(type);
    if (declared == nullptr)
        return { ErrorCode::UnknownType, { std::string(type) } };
    if (json.contains("as") && !json["as"].is_string())
        return wrong("wrongKind", "as");
    if (json.contains("shared") && !json["shared"].is_boolean())
        return wrong("wrongKind", "shared");
    PATRONAT_LET(MappedRecord record, RecordReader(profile, *declared).read(json, mapping.records));
    for (const MappedRecord& other : mapping.records)
        if (other.as == record.as)
            return wrong("asTwice", record.as);
    mapping.records.push_back(std::move(record));
    return {};
}

Status readRecords(const profile::Profile& profile, const Json& records, Mapping& mapping)
{
    if (!records.is_array() || records.empty())
        return wrong("wrongKind", "records");
    for (const Json& json : records) {
        if (!json.is_object())
            return wrong("wrongKind", "records");
        for (const auto& [name, value] : json.items())
            if (!isAmong(kOfRecord, name) && name != "type" && name != "shared" && name != "comment"
                && name != "label")
                return wrong("unknownMember", name);
        if (!json.contains("type") || !json["type"].is_string())
            return wrong("wrongKind", "type");
        PATRONAT_TRY(readRecord(profile, json["type"].get<std::string>(), json, mapping));
        PATRONAT_TRY(readLabel(json, mapping.records.back().label));
    }
    return {};
}

Status markOptional(const Json& root, Mapping& mapping)
{
    std::vector<std::string> optional;
    PATRONAT_TRY(readTexts(root, "optional", optional));
    for (MappedRecord& record : mapping.records)
        for (MappedColumn& column : record.columns)
            column.isOptional
                = std::find(optional.begin(), optional.end(), column.heading) != optional.end();
    return {};
}

} // namespace

const MappedColumn* MappedRecord::columnOf(std::string_view field) const
{
    for (const MappedColumn& column : columns)
        if (std::find(column.fields.begin(), column.fields.end(), field) != column.fields.end())
            return &column;
    return nullptr;
}

bool MappedRecord::fills(std::string_view field) const
{
    return columnOf(field) != nullptr || links.contains(std::string(field))
        || Json::parse(constantsJson).contains(field);
}

std::string headingKey(std::string_view heading)
{
    const std::string folded = base::fold(heading);
    return folded.empty() ? base::trimmed(heading) : folded; // "№", "%"
}

Result<Mapping> readMapping(
    const profile::Profile& profile, std::string_view type, const std::string& json)
{
    const Json root = Json::parse(json, nullptr, false);
    const bool isOfRecords = root.is_object() && root.contains("records");
    if (!root.is_object()
        || (!isOfRecords && !(root.contains("columns") && root["columns"].is_object())))
        return wrong("columnsMissing", "");
    PATRONAT_TRY(checkMembers(root, isOfRecords));
    Mapping mapping;
    mapping.id = root.value("id", "");
    PATRONAT_TRY(readLabel(root, mapping.label));
    PATRONAT_TRY(readShape(root, mapping.reading));
    if (isOfRecords)
        PATRONAT_TRY(readRecords(profile, root["records"], mapping));
    else
        PATRONAT_TRY(readRecord(profile, root.value("type", std::string(type)), root, mapping));
    PATRONAT_TRY(markOptional(root, mapping));
    mapping.dates = root.value("dates", kAutoDates);
    if (mapping.dates != kAutoDates && !hasWholeYear(mapping.dates))
        return wrong("twoDigitYear", mapping.dates);
    return mapping;
}

} // namespace patronat::intake
