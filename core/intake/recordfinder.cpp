// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/recordfinder.h"

#include "core/base/text.h"

namespace patronat::intake {

using base::Value;
using profile::FieldType;

namespace {

constexpr char kBetween = '\x1f';

std::string digitsOf(std::string_view text)
{
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9')
            digits += c;
    // 8 917 … and +7 917 … are one telephone.
    constexpr std::size_t kWithCountry = 11;
    return digits.size() == kWithCountry && digits.front() == '8' ? '7' + digits.substr(1) : digits;
}

std::string comparable(const profile::Field& field, const Value& value)
{
    if (value.isNull())
        return {};
    if (value.number() != nullptr)
        return std::to_string(*value.number());
    if (value.reference() != nullptr)
        return value.reference()->hex();
    const std::string& text = *value.text();
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Note:
        return base::fold(text);
    case FieldType::Phone:
    case FieldType::Snils:
    case FieldType::Egn:
        return digitsOf(text);
    default:
        return text;
    }
}

std::string nameOf(const profile::RecordType& type, const Key& key)
{
    std::string name = type.id;
    for (const KeyField& field : key)
        name += kBetween + field.field;
    return name;
}

} // namespace

bool RecordFinder::isSame(const profile::Field& field, const Value& a, const Value& b)
{
    return a == b || (!a.isNull() && !b.isNull() && comparable(field, a) == comparable(field, b));
}

std::optional<std::string> RecordFinder::textOf(const profile::RecordType& type, const Key& key,
    const base::Fields& fields, const std::map<std::string, std::size_t>& links) const
{
    std::string text = nameOf(type, key);
    for (const KeyField& part : key) {
        text += kBetween;
        if (const auto link = links.find(part.field); link != links.end()) {
            text += '#' + std::to_string(link->second);
            continue;
        }
        const auto value = fields.find(part.field);
        const std::string one = value == fields.end()
            ? std::string()
            : comparable(*type.field(part.field), value->second);
        if (one.empty() && !part.mayBeEmpty)
            return std::nullopt;
        text += one;
    }
    return text;
}

const std::vector<base::RecordId>& RecordFinder::find(
    const profile::RecordType& type, const Key& key, const std::string& text)
{
    const auto [at, isNew] = m_known.try_emplace(nameOf(type, key));
    if (isNew) {
        std::string sql = "SELECT id";
        for (const KeyField& field : key)
            sql += ", " + store::sqlName(field.field);
        auto select = m_read.connection().prepareOnce(
            sql + " FROM " + store::sqlName(type.id) + " WHERE life NOT IN ('removed', 'erased')");
        while (select.step()) {
            base::Fields fields;
            for (std::size_t i = 0; i < key.size(); ++i)
                fields.emplace(key[i].field, select.value(static_cast<int>(i) + 1));
            if (const auto known = textOf(type, key, fields, {}))
                at->second[*known].push_back(select.id<base::RecordId>(0));
        }
    }
    static const std::vector<base::RecordId> kNone;
    const auto found = at->second.find(text);
    return found == at->second.end() ? kNone : found->second;
}

} // namespace patronat::intake
