// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/cellreader.h"

#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/intake/nearest.h"

#include <algorithm>
#include <array>
#include <set>

namespace patronat::intake {

using profile::FieldType;

namespace {

constexpr std::string_view kCodeType = "classifierCode";
constexpr std::string_view kLabelFields = "label"; ///< "labelRu", …
/// What a bad decoding leaves where a letter was.
constexpr std::string_view kNoLetter = "\xEF\xBF\xBD";

ReadCell problem(const char* why, std::string nearest = {})
{
    return { {}, why, std::move(nearest), false };
}

std::string quoted(const std::string& text)
{
    return nlohmann::json(text).dump();
}

bool isFormulaError(const std::string& text)
{
    constexpr std::array<std::string_view, 9> kErrors { "#N/A", "#REF!", "#VALUE!", "#DIV/0!",
        "#NAME?", "#NULL!", "#NUM!", "#Н/Д", "#ССЫЛКА!" };
    return std::find(kErrors.begin(), kErrors.end(), text) != kErrors.end();
}

/// "1 234,50" -> "1234.50": digit by digit, no floating point between.
ReadCell readNumber(const std::string& text)
{
    std::string digits;
    for (const char c : base::join(base::split(text, ' '), ""))
        digits += c == ',' ? '.' : c;
    for (const std::string_view blank :
        { std::string_view("\xC2\xA0"), std::string_view("\xE2\x80\xAF") })
        for (std::size_t at = digits.find(blank); at != std::string::npos; at = digits.find(blank))
            digits.erase(at, blank.size());
    const bool isNumber = nlohmann::json::accept(digits)
        && digits.find_first_not_of("-0123456789.") == std::string::npos;
    return isNumber ? ReadCell { digits, {}, {}, false } : problem("notANumber");
}

ReadCell readYesOrNo(const std::string& text)
{
    constexpr std::array<std::string_view, 6> kYes { "да", "1", "true", "yes", "ия", "есть" };
    constexpr std::array<std::string_view, 6> kNo { "нет", "0", "false", "no", "юк", "не" };
    // Folding writes Tatar letters as their Russian neighbours ("иә" is "иа").
    const std::string folded = text == "+" ? "1" : text == "-" ? "0" : base::fold(text);
    if (std::find(kYes.begin(), kYes.end(), folded) != kYes.end() || folded == base::fold("иә"))
        return { "true", {}, {}, false };
    return std::find(kNo.begin(), kNo.end(), folded) != kNo.end()
        ? ReadCell { "false", {}, {}, false }
        : problem("notYesOrNo");
}

/// "Социально опасное положение (СОП)" is known by all of it, by what stands in brackets, by the
/// rest.
void addNames(std::vector<std::pair<std::string, std::string>>& names, std::string_view label,
    const std::string& code)
{
    names.emplace_back(base::fold(label), code);
    const std::size_t open = label.rfind('(');
    if (open == std::string_view::npos || open == 0 || !label.ends_with(')'))
        return;
    names.emplace_back(base::fold(label.substr(open + 1, label.size() - open - 2)), code);
    names.emplace_back(base::fold(label.substr(0, open)), code);
}

const std::string* meaningOf(
    const std::vector<std::pair<std::string, std::string>>& names, const std::string& folded)
{
    const auto found = std::find_if(
        names.begin(), names.end(), [&](const auto& name) { return name.first == folded; });
    return found == names.end() ? nullptr : &found->second;
}

} // namespace

ReadCell CellReader::read(
    const profile::Field& field, const Lookup* lookup, const std::string& cell)
{
    const std::string text = base::trimmed(cell);
    if (text.empty())
        return {};
    if (isFormulaError(text))
        return problem("formulaError");
    if (text.find(kNoLetter) != std::string::npos)
        return problem("undecoded");
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
        return readNumber(text);
    case FieldType::Date:
        return readDate(text);
    case FieldType::Boolean:
        return readYesOrNo(text);
    case FieldType::Choice:
        return readCode(field, text);
    case FieldType::Choices:
        return readCodes(field, text);
    case FieldType::Reference:
        return readReference(field, lookup, text);
    case FieldType::Text:
    case FieldType::Note:
    case FieldType::DateTime:
    case FieldType::Phone:
    case FieldType::Snils:
    case FieldType::Egn:
    case FieldType::Number:
    case FieldType::Attachment:
    case FieldType::Computed:
    case FieldType::Address:
        break;
    }
    return { quoted(text), {}, {}, false };
}

ReadCell CellReader::readDate(const std::string& text) const
{
    const auto date = readListDate(text, m_dates);
    return date ? ReadCell { quoted(date->iso), {}, {}, date->isCenturyGuessed }
                : problem("notADate");
}

const CellReader::Names& CellReader::codesOf(const std::string& classifier)
{
    const auto [at, isNew] = m_codes.try_emplace(classifier);
    Names& names = at->second;
    if (!isNew)
        return names;
    if (const profile::Classifier* declared = m_read.profile().classifier(classifier))
        for (const profile::Code& code : declared->codes) {
            names.emplace_back(base::fold(code.code), code.code);
            for (const auto& [language, label] : code.label)
                addNames(names, label, code.code);
        }
    // Those that people of the region have added as records.
    const profile::RecordType* type = m_read.profile().type(kCodeType);
    if (type == nullptr || m_read.tables().find(kCodeType) == nullptr)
        return names;
    std::string sql = "SELECT code";
    for (const profile::Field& field : type->fields)
        if (field.id.starts_with(kLabelFields))
            sql += ", " + store::sqlName(field.id);
    auto select
        = m_read.connection().prepareOnce(sql + " FROM " + store::sqlName(std::string(kCodeType))
            + " WHERE classifier = ?1 AND code IS NOT NULL AND life NOT IN ('removed', 'erased')"
              " ORDER BY code");
    select.bind(1, std::string_view(classifier));
    while (select.step())
        for (int i = 0; i < select.columnCount(); ++i)
            if (!select.isNull(i))
                addNames(names, select.text(i), std::string(select.text(0)));
    return names;
}

/// What an abbreviation ("муж.", "м") can only be the beginning of; of one or two letters where
/// there are few codes.
std::string CellReader::abbreviated(const Names& names, const std::string& folded)
{
    constexpr std::size_t kFew = 3;
    constexpr std::size_t kEnough = 6; // bytes: three letters
    std::set<std::string> all;
    std::set<std::string> meant;
    for (const auto& [name, code] : names) {
        all.insert(code);
        if (name.starts_with(folded))
            meant.insert(code);
    }
    const bool isEnough = folded.size() >= kEnough || all.size() <= kFew;
    return !folded.empty() && isEnough && meant.size() == 1 ? *meant.begin() : std::string();
}

ReadCell CellReader::readCode(const profile::Field& field, const std::string& text)
{
    const Names& names = codesOf(field.classifier);
    const bool isCode = std::any_of(
        names.begin(), names.end(), [&](const auto& name) { return name.second == text; });
    if (isCode)
        return { quoted(text), {}, {}, false };
    const std::string folded = base::fold(text);
    if (const std::string* code = meaningOf(names, folded))
        return { quoted(*code), {}, {}, false };
    if (const std::string code = abbreviated(names, folded); !code.empty())
        return { quoted(code), {}, {}, false };
    return problem("unknownCode", nearestOf(names, folded));
}

ReadCell CellReader::readCodes(const profile::Field& field, const std::string& text)
{
    // A name may hold a comma itself.
    if (const ReadCell whole = readCode(field, text); whole.problem.empty())
        return { '[' + whole.json + ']', {}, {}, false };
    std::string list = text;
    std::replace(list.begin(), list.end(), ';', ',');
    std::replace(list.begin(), list.end(), '\n', ',');
    std::string json;
    for (const std::string& part : base::split(list, ',')) {
        if (base::trimmed(part).empty())
            continue;
        const ReadCell one = readCode(field, base::trimmed(part));
        if (!one.problem.empty())
            return one;
        json += (json.empty() ? "[" : ",") + one.json;
    }
    return json.empty() ? ReadCell {} : ReadCell { json + ']', {}, {}, false };
}

ReadCell CellReader::readReference(
    const profile::Field& field, const Lookup* lookup, const std::string& text)
{
    if (const auto id = base::RecordId::fromHex(text); lookup == nullptr && id)
        return m_read.typeOf(*id) == field.target ? ReadCell { quoted(text), {}, {}, false }
                                                  : problem("notFound");
    const Known& known = recordsOf(lookup ? *lookup : Lookup { field.target, {} });
    const std::string folded = base::fold(text);
    const auto found = known.ids.find(folded);
    if (found == known.ids.end())
        return problem("notFound", nearestOf(known.names, folded));
    return found->second.empty() ? problem("ambiguous")
                                 : ReadCell { quoted(found->second), {}, {}, false };
}

const CellReader::Known& CellReader::recordsOf(const Lookup& lookup)
{
    const auto [at, isNew] = m_records.try_emplace(lookup.type + '.' + lookup.by);
    Known& known = at->second;
    const profile::RecordType* type = m_read.profile().type(lookup.type);
    if (!isNew || type == nullptr)
        return known;
    std::vector<std::string> columns;
    for (const char* field : { "code", "name", "shortName" })
        if (lookup.by.empty() && type->field(field) != nullptr && type->field(field)->isStored())
            columns.push_back(store::sqlName(field));
    if (!lookup.by.empty())
        columns.push_back(store::sqlName(lookup.by));
    else if (!type->titleExpression.empty())
        columns.push_back('(' + type->titleExpression + ')');
    std::string sql = "SELECT id";
    for (const std::string& column : columns)
        sql += ", CAST(" + column + " AS TEXT)";
    auto select = m_read.connection().prepareOnce(
        sql + " FROM " + store::sqlName(lookup.type) + " WHERE life NOT IN ('removed', 'erased')");
    while (select.step()) {
        const std::string id = select.id<base::RecordId>(0).hex();
        for (int i = 1; i < select.columnCount(); ++i) {
            if (select.isNull(i) || select.text(i).empty())
                continue;
            const std::string name(select.text(i));
            const auto [same, isFirst] = known.ids.try_emplace(base::fold(name), id);
            if (isFirst)
                known.names.emplace_back(same->first, name);
            else if (same->second != id)
                same->second.clear();
        }
    }
    return known;
}

} // namespace patronat::intake
