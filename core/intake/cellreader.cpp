// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/cellreader.h"

#include <nlohmann/json.hpp>

#include "core/base/text.h"

#include <QDate>
#include <QString>

#include <algorithm>
#include <array>

namespace patronat::intake {

using profile::FieldType;

namespace {

constexpr std::string_view kCodeType = "classifierCode";
constexpr std::string_view kLabelFields = "label"; ///< "labelRu", …

ReadCell problem(const char* why)
{
    return { {}, why };
}

std::string quoted(const std::string& text)
{
    return nlohmann::json(text).dump();
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
    return isNumber ? ReadCell { digits, {} } : problem("notANumber");
}

ReadCell readYesOrNo(const std::string& text)
{
    constexpr std::array<std::string_view, 6> kYes { "да", "1", "true", "yes", "ия", "есть" };
    constexpr std::array<std::string_view, 6> kNo { "нет", "0", "false", "no", "юк", "не" };
    // Folding writes Tatar letters as their Russian neighbours ("иә" is "иа").
    const std::string folded = text == "+" ? "1" : text == "-" ? "0" : base::fold(text);
    if (std::find(kYes.begin(), kYes.end(), folded) != kYes.end() || folded == base::fold("иә"))
        return { "true", {} };
    return std::find(kNo.begin(), kNo.end(), folded) != kNo.end() ? ReadCell { "false", {} }
                                                                  : problem("notYesOrNo");
}

/// The code that a text names: itself, or its name in some language.
std::string codeOf(const profile::Classifier& classifier, const std::string& text)
{
    const std::string folded = base::fold(text);
    for (const profile::Code& code : classifier.codes)
        if (code.code == text)
            return code.code;
    for (const profile::Code& code : classifier.codes)
        for (const auto& [language, name] : code.label)
            if (base::fold(name) == folded)
                return code.code;
    return {};
}

} // namespace

ReadCell CellReader::read(
    const profile::Field& field, const std::string& heading, const std::string& cell)
{
    const std::string text = base::trimmed(cell);
    if (text.empty())
        return {};
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
        return readReference(heading, text);
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
    return { quoted(text), {} };
}

ReadCell CellReader::readDate(const std::string& text) const
{
    const QDate date
        = QDate::fromString(QString::fromStdString(text), QString::fromStdString(m_mapping.dates));
    return date.isValid() ? ReadCell { quoted(date.toString(Qt::ISODate).toStdString()), {} }
                          : problem("notADate");
}

ReadCell CellReader::readCode(const profile::Field& field, const std::string& text) const
{
    const profile::Classifier* classifier = m_read.profile().classifier(field.classifier);
    const std::string known = classifier ? codeOf(*classifier, text) : text;
    const std::string code = known.empty() ? addedCode(field.classifier, text) : known;
    return code.empty() ? problem("unknownCode") : ReadCell { quoted(code), {} };
}

std::string CellReader::addedCode(const std::string& classifier, const std::string& text) const
{
    const profile::RecordType* type = m_read.profile().type(kCodeType);
    if (type == nullptr || m_read.tables().find(kCodeType) == nullptr)
        return {};
    std::string sql = "SELECT code";
    for (const profile::Field& field : type->fields)
        if (field.id.starts_with(kLabelFields))
            sql += ", " + store::sqlName(field.id);
    auto select = m_read.connection().prepare(sql + " FROM " + store::sqlName(std::string(kCodeType))
        + " WHERE classifier = ?1 AND code IS NOT NULL AND life NOT IN ('removed', 'erased')"
          " ORDER BY code = ?2 DESC, code");
    select.bind(1, std::string_view(classifier)).bind(2, std::string_view(text));
    const std::string folded = base::fold(text);
    while (select.step()) {
        if (select.text(0) == text)
            return text;
        for (int i = 1; i < select.columnCount(); ++i)
            if (!select.isNull(i) && base::fold(select.text(i)) == folded)
                return std::string(select.text(0));
    }
    return {};
}

ReadCell CellReader::readCodes(const profile::Field& field, const std::string& text) const
{
    std::string list = text;
    std::replace(list.begin(), list.end(), ';', ',');
    std::string json;
    for (const std::string& part : base::split(list, ',')) {
        if (base::trimmed(part).empty())
            continue;
        const ReadCell one = readCode(field, base::trimmed(part));
        if (!one.problem.empty())
            return one;
        json += (json.empty() ? "[" : ",") + one.json;
    }
    return json.empty() ? ReadCell {} : ReadCell { json + ']', {} };
}

ReadCell CellReader::readReference(const std::string& heading, const std::string& text)
{
    const auto lookup = m_mapping.references.find(heading);
    if (lookup == m_mapping.references.end())
        return base::RecordId::fromHex(text) ? ReadCell { quoted(text), {} }
                                             : problem("notAReference");
    const auto& known = names(heading, lookup->second);
    const auto found = known.find(base::fold(text));
    if (found == known.end())
        return problem("notFound");
    return found->second.empty() ? problem("ambiguous") : ReadCell { quoted(found->second), {} };
}

const std::map<std::string, std::string>& CellReader::names(
    const std::string& heading, const Lookup& lookup)
{
    const auto [at, isNew] = m_names.try_emplace(heading);
    if (!isNew)
        return at->second;
    auto select = m_read.connection().prepare("SELECT id, CAST(" + store::sqlName(lookup.by)
        + " AS TEXT) FROM " + store::sqlName(lookup.type)
        + " WHERE life NOT IN ('removed', 'erased') AND " + store::sqlName(lookup.by)
        + " IS NOT NULL");
    while (select.step()) {
        const auto [name, isFirst] = at->second.try_emplace(
            base::fold(select.text(1)), select.id<base::RecordId>(0).hex());
        if (!isFirst)
            name->second.clear();
    }
    return at->second;
}

} // namespace patronat::intake
