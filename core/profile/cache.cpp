// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "core/base/hash.h"
#include "core/profile/checker.h"
#include "core/profile/loader.h"

namespace patronat::profile {

using Json = nlohmann::ordered_json;
using Map = std::map<std::string, std::string, std::less<>>;

namespace {

// The number of the cache's own form. A database keeps the cache that the program of its day wrote:
// what has come since is named with the form that brought it, and is as it was before where an
// older cache does not say it.
constexpr int kCacheFormat = 5;

/// Writes or reads a struct by one list of its members, so that neither way can forget one.
class Writer
{
public:
    template <typename T>
    void operator()(const char* key, const T& value, int /*since*/ = 1)
    {
        m_json[key] = toJson(value);
    }
    template <typename T>
    static Json toJson(const T& value);
    Json take() { return std::move(m_json); }

private:
    Json m_json = Json::object();
};

class Parser
{
public:
    Parser(const Json& json, int format)
        : m_json(json)
        , m_format(format)
    {
    }
    template <typename T>
    void operator()(const char* key, T& value, int since = 1)
    {
        if (since <= m_format)
            fromJson(m_json.at(key), value, m_format);
    }
    template <typename T>
    static void fromJson(const Json& json, T& value, int format);

private:
    const Json& m_json;
    int m_format;
};

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, When>
{
    via("always", v.always);
    via("expression", v.expression);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Check>
{
    via("id", v.id);
    via("expression", v.expression);
    via("severity", v.severity);
    via("message", v.message);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Rivalry>
{
    via("id", v.id);
    via("same", v.same);
    via("differ", v.differ);
    via("condition", v.condition);
    via("signed", v.isSigned);
    via("unless", v.unless);
    via("severity", v.severity);
    via("message", v.message);
    via("advice", v.advice);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Field>
{
    via("id", v.id);
    via("type", v.type);
    via("label", v.label);
    via("hint", v.hint);
    via("classifier", v.classifier);
    via("target", v.target);
    via("required", v.required);
    via("visible", v.visible);
    via("checks", v.checks);
    via("default", v.defaultExpression);
    via("proposed", v.proposedExpression, 5);
    via("measure", v.unitOfMeasure);
    via("personal", v.personalData);
    via("maxLength", v.maxLength);
    via("decimals", v.decimals);
    via("afterSigning", v.afterSigning);
    via("marks", v.marks);
    via("draws", v.draws);
    via("drawnBy", v.drawnBy);
    via("mask", v.numberMask);
    via("series", v.numberSeries);
    via("year", v.numberYear);
    via("atSigning", v.numberAtSigning);
    via("expression", v.expression);
    via("signing", v.signingExpression);
    via("partOf", v.partOf);
    via("part", v.part);
    via("retired", v.retired);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Index>
{
    via("fields", v.fields);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Repeats::Lines>
{
    via("type", v.type);
    via("fields", v.fields);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Repeats>
{
    via("same", v.same);
    via("of", v.of);
    via("fields", v.fields);
    via("lines", v.lines);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, RecordType>
{
    via("id", v.id);
    via("label", v.label);
    via("plural", v.pluralLabel);
    via("parent", v.parent);
    via("unitKind", v.unitKind);
    via("unitFields", v.unitFields);
    via("scope", v.scopeField);
    via("life", v.hasLife);
    via("signsWith", v.signsWith);
    via("fields", v.fields);
    via("checks", v.checks);
    via("rivals", v.rivals, 4);
    via("title", v.titleExpression);
    via("offered", v.offeredExpression, 2);
    via("names", v.nameFields);
    via("texts", v.textFields);
    via("indexes", v.indexes);
    via("order", v.orderField);
    via("repeats", v.repeats, 5);
    via("readableBy", v.readableBy);
    via("writableBy", v.writableBy);
    via("layout", v.layoutJson);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Code>
{
    via("code", v.code);
    via("label", v.label);
    via("sort", v.sort);
    via("from", v.validFrom);
    via("to", v.validTo);
    via("extra", v.extra);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Classifier>
{
    via("id", v.id);
    via("label", v.label);
    via("codes", v.codes);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Filling>
{
    via("field", v.field);
    via("expression", v.expression);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Opening>
{
    via("type", v.type);
    via("existing", v.existing);
    via("link", v.link);
    via("fields", v.fields);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Transition>
{
    via("id", v.id);
    via("label", v.label);
    via("from", v.from);
    via("to", v.to);
    via("by", v.by);
    via("document", v.document);
    via("reason", v.reason);
    via("complete", v.complete);
    via("needs", v.needs);
    via("fills", v.fills);
    via("opens", v.opens);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Deadline>
{
    via("id", v.id);
    via("label", v.label);
    via("value", v.value);
    via("unit", v.unit);
    via("months", v.months);
    via("remind", v.remindDays);
    via("role", v.role);
    via("leadsTo", v.leadsTo);
    via("sql", v.sql);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, ProcessState>
{
    via("code", v.code);
    via("open", v.open);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Process>
{
    via("id", v.id);
    via("label", v.label);
    via("type", v.type);
    via("field", v.field);
    via("initial", v.initial);
    via("initialExpression", v.initialExpression);
    via("states", v.states);
    via("transitions", v.transitions);
    via("deadlines", v.deadlines);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, SeedEntry>
{
    via("type", v.type);
    via("key", v.key);
    via("record", v.record);
    via("base", v.base);
    via("fields", v.fieldsJson);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, SeedLog>
{
    via("profile", v.profileId);
    via("origin", v.origin);
    via("entries", v.entries);
}

template <typename Via, typename T>
void members(Via& via, T& v) requires std::is_same_v<std::remove_const_t<T>, Profile>
{
    via("id", v.id);
    via("version", v.version);
    via("chain", v.chain);
    via("languages", v.languages);
    via("label", v.label);
    via("settings", v.settingsJson);
    via("types", v.types);
    via("classifiers", v.classifiers);
    via("processes", v.processes, 3);
    via("seeds", v.seeds);
    via("templates", v.templates);
    via("templateForms", v.templateForms);
    via("reports", v.reports);
    via("instruments", v.instruments, 4);
    via("battery", v.batteryJson, 4);
}

template <typename T>
struct IsList : std::false_type
{
};
template <typename T>
struct IsList<std::vector<T>> : std::true_type
{
};

template <typename T>
Json Writer::toJson(const T& value)
{
    if constexpr (IsList<T>::value) {
        Json out = Json::array();
        for (const auto& item : value)
            out.push_back(toJson(item));
        return out;
    } else if constexpr (std::is_same_v<T, Map>) {
        Json out = Json::object(); // a map's order is that of its keys: canonical
        for (const auto& [key, text] : value)
            out[key] = text;
        return out;
    } else if constexpr (std::is_enum_v<T>) {
        return static_cast<int>(value);
    } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
        Writer inner;
        members(inner, value);
        return inner.take();
    } else {
        return value;
    }
}

template <typename T>
void Parser::fromJson(const Json& json, T& value, int format)
{
    if constexpr (IsList<T>::value) {
        for (const Json& item : json) {
            value.emplace_back();
            fromJson(item, value.back(), format);
        }
    } else if constexpr (std::is_same_v<T, Map>) {
        for (const auto& [key, text] : json.items())
            value[key] = text.template get<std::string>();
    } else if constexpr (std::is_enum_v<T>) {
        value = static_cast<T>(json.get<int>());
    } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
        Parser inner(json, format);
        members(inner, value);
    } else {
        value = json.get<T>();
    }
}

} // namespace

std::string toCache(const Profile& profile)
{
    Json json = Writer::toJson(profile);
    json["format"] = kCacheFormat;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string hashOf(const Profile& profile)
{
    return base::hex(base::blake2b(toCache(profile)));
}

base::Result<std::shared_ptr<const Profile>> fromCache(const std::string& cached, Map folders)
{
    auto profile = std::make_shared<Profile>();
    try {
        const Json json = Json::parse(cached);
        const int format = json.at("format").get<int>();
        if (format > kCacheFormat)
            return { base::ErrorCode::DatabaseTooNew,
                { "", std::to_string(format), std::to_string(kCacheFormat) } };
        Parser::fromJson(json, *profile, format);
    } catch (const Json::exception& broken) {
        return { base::ErrorCode::InvalidArgument, { "cache", "broken" }, broken.what() };
    }
    for (RecordType& type : profile->types)
        type.indexFields();
    profile->hash = base::hex(base::blake2b(cached));
    profile->folders = std::move(folders);
    return std::shared_ptr<const Profile>(std::move(profile));
}

} // namespace patronat::profile
