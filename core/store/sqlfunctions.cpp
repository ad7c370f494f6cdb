// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlfunctions.h"

#include "core/base/text.h"
#include "core/store/civildate.h"

#include <nlohmann/json.hpp>

#include <QString>

#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace patronat::store {

namespace {

using base::Value;
using Arguments = std::span<const Value>;
using nlohmann::json;

constexpr int kAnyNumber = -1;

std::string text(Arguments arguments, std::size_t i)
{
    return i < arguments.size() ? std::string(arguments[i].textOr({})) : std::string();
}

/// Empty text is nothing: a template hides what is not there.
Value present(std::string value) { return value.empty() ? Value() : Value(std::move(value)); }

/// Surname, first name and patronymic, given apart or in one text.
std::vector<std::string> nameParts(Arguments arguments)
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        parts.push_back(base::trimmed(text(arguments, i)));
    if (parts.size() != 1)
        return parts;
    std::vector<std::string> words;
    for (std::string& word : base::split(parts[0], ' '))
        if (!word.empty())
            words.push_back(std::move(word));
    return words;
}

std::string initialsOf(const std::vector<std::string>& parts)
{
    std::string out;
    for (std::size_t i = 1; i < parts.size(); ++i)
        out += base::initial(parts[i]);
    return out;
}

std::string joined(const std::string& first, const std::string& second)
{
    return first.empty() || second.empty() ? first + second : first + ' ' + second;
}

/// region, district, settlement, street, house, flat, postcode, as a letter has them.
std::string addressOf(Arguments parts, const std::string& house, const std::string& flat)
{
    std::vector<std::string> out;
    if (const std::string postcode = text(parts, 6); !postcode.empty())
        out.push_back(postcode);
    for (std::size_t i = 0; i < 6; ++i) {
        const std::string part = base::trimmed(text(parts, i));
        if (!part.empty())
            out.push_back((i == 4 ? house : i == 5 ? flat : std::string()) + part);
    }
    return base::join(out, ", ");
}

/// "1 234,50" of 123450 with two decimals; the groups stand apart by a no-break space.
std::string decimalText(std::int64_t scaled, int decimals)
{
    std::string digits = std::to_string(scaled < 0 ? -scaled : scaled);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    std::string out = places == 0 ? std::string() : ',' + digits.substr(digits.size() - places);
    digits.resize(digits.size() - places);
    for (std::size_t n = 0; !digits.empty(); ++n) {
        if (n > 0 && n % 3 == 0)
            out.insert(0, "\u00A0");
        out.insert(out.begin(), digits.back());
        digits.pop_back();
    }
    return scaled < 0 ? "-" + out : out;
}

using LabelMap = std::map<std::pair<std::string, std::string>, std::string>;

bool hasTable(db::Connection& connection, std::string_view name)
{
    auto query = connection.prepareOnce("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
    query.bind(1, name);
    return query.step();
}

std::string labelColumn(std::string_view language)
{
    if (language == "tt")
        return "labelTt";
    return language == "en" ? "labelEn" : "labelRu";
}

LabelMap labelsOf(db::Connection& connection, const profile::Profile& profile, std::string_view language)
{
    LabelMap labels;
    for (const profile::Classifier& classifier : profile.classifiers)
        for (const profile::Code& code : classifier.codes)
            labels[{ classifier.id, code.code }] = profile::labelIn(code.label, language);
    // A region's profile may have dropped a column; then its own labels stand.
    if (!hasTable(connection, "classifierCode") || !profile.type("classifierCode")
        || !profile.type("classifierCode")->field(labelColumn(language)))
        return labels;
    auto query = connection.prepareOnce("SELECT \"classifier\", \"code\", coalesce(\""
        + labelColumn(language) + "\", \"labelRu\") FROM \"classifierCode\"");
    while (query.step())
        if (!query.isNull(2))
            labels[{ std::string(query.text(0)), std::string(query.text(1)) }] = query.text(2);
    return labels;
}

/// A code that nobody knows a label for is shown as it is: another office's newer code.
std::string labelOf(const LabelMap& labels, const std::string& classifier, const std::string& code)
{
    const auto found = labels.find({ classifier, code });
    return found == labels.end() || found->second.empty() ? code : found->second;
}

std::string labelsText(const LabelMap& labels, const std::string& classifier, const std::string& codes)
{
    const json list = json::parse(codes, nullptr, false);
    std::vector<std::string> out;
    for (const json& code : list.is_array() ? list : json::array())
        if (code.is_string())
            out.push_back(labelOf(labels, classifier, code.get<std::string>()));
    return base::join(out, ", ");
}

void addDates(db::Connection& connection, const std::string& language, const std::string& zone)
{
    connection.addFunction("long_date", 1,
        [language](Arguments a) { return present(longDate(text(a, 0), language)); });
    connection.addFunction("short_date", 1, [](Arguments a) { return present(shortDate(text(a, 0))); });
    connection.addFunction("clock", 1, [zone](Arguments a) { return present(clockTime(text(a, 0), zone)); });
    connection.addFunction("plus_days", 2,
        [](Arguments a) { return present(plusDays(text(a, 0), a[1].numberOr(0))); });
    connection.addFunction("age", 2, [](Arguments a) {
        const int years = yearsBetween(text(a, 0), text(a, 1));
        return years < 0 ? Value() : Value(years);
    });
}

void addNames(db::Connection& connection)
{
    connection.addFunction("initials", kAnyNumber, [](Arguments a) {
        const auto parts = nameParts(a);
        return parts.empty() ? Value() : present(joined(initialsOf(parts), parts[0]));
    });
    connection.addFunction("surname_initials", kAnyNumber, [](Arguments a) {
        const auto parts = nameParts(a);
        return parts.empty() ? Value() : present(joined(parts[0], initialsOf(parts)));
    });
}

void addNumbers(db::Connection& connection)
{
    connection.addFunction("money", 1,
        [](Arguments a) { return a[0].number() ? Value(decimalText(*a[0].number(), 2)) : Value(); });
    connection.addFunction("decimal", 2, [](Arguments a) {
        const auto places = static_cast<int>(a[1].numberOr(0));
        return a[0].number() && places >= 0 && places < 10 ? Value(decimalText(*a[0].number(), places))
                                                            : Value();
    });
}

std::string textOf(const json& value, std::string_view language)
{
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_object())
        return value.is_null() ? std::string() : value.dump();
    profile::Label label;
    for (const auto& [key, translated] : value.items())
        if (translated.is_string())
            label[key] = translated.get<std::string>();
    const auto found = label.find(language);
    if (found != label.end())
        return found->second;
    const auto russian = label.find("ru");
    return russian == label.end() ? std::string() : russian->second;
}

std::string settingIn(const json& settings, std::string_view path, std::string_view language)
{
    const json* at = &settings;
    for (const std::string& name : base::split(path, '.')) {
        if (!at->is_object() || !at->contains(name))
            return {};
        at = &(*at)[name];
    }
    return textOf(*at, language);
}

} // namespace

std::string settingOf(const profile::Profile& profile, std::string_view path, std::string_view language)
{
    return settingIn(json::parse(profile.settingsJson, nullptr, false), path, language);
}
std::string wordOf(const profile::Profile& profile, PaperWord word, std::string_view language)
{
    const std::string own = settingOf(profile, "words." + std::string(wordKey(word)), language);
    return own.empty() ? std::string(paperWord(word, language)) : own;
}

void registerSqlFunctions(
    db::Connection& connection, const profile::Profile& profile, std::string_view languageView)
{
    const std::string language(languageView);
    const auto labels = std::make_shared<const LabelMap>(labelsOf(connection, profile, language));
    const auto settings = std::make_shared<const json>(json::parse(profile.settingsJson, nullptr, false));
    addDates(connection, language, settingOf(profile, "timeZone", language));
    addNames(connection);
    addNumbers(connection);
    connection.addFunction("label", 2, [labels](Arguments a) {
        return present(labelOf(*labels, text(a, 0), text(a, 1)));
    });
    connection.addFunction("labels", 2, [labels](Arguments a) {
        return present(labelsText(*labels, text(a, 0), text(a, 1)));
    });
    connection.addFunction("address", kAnyNumber,
        [house = wordOf(profile, PaperWord::House, language), flat = wordOf(profile, PaperWord::Flat, language)](
            Arguments a) { return present(addressOf(a, house, flat)); });
    connection.addFunction("setting", 1, [settings, language](Arguments a) {
        return present(settingIn(*settings, text(a, 0), language));
    });
}

} // namespace patronat::store
