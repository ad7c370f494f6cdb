// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/valuejson.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/profile/node.h"
#include "core/profile/plainvalue.h"

#include <algorithm>
#include <set>

namespace patronat::profile {

using base::ErrorCode;
using base::Fields;
using base::Result;
using base::Value;

namespace {

constexpr int kTextBound = 2000;
constexpr int kNoteBound = 100000;
constexpr int kMoneyDecimals = 2;

int boundOf(const Field& field)
{
    if (field.maxLength > 0)
        return field.maxLength;
    return field.type == FieldType::Note ? kNoteBound : kTextBound;
}

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Outcome scaled(const Node& node, int decimals)
{
    if (node.kind != Node::Kind::Integer && node.kind != Node::Kind::Decimal)
        return { {}, "wrongKind" };
    const std::string number
        = node.kind == Node::Kind::Integer ? std::to_string(node.number) : node.text;
    return scaledNumber(number, decimals);
}

Outcome textValue(const Field& field, std::string text)
{
    if (text.empty())
        return {};
    if (characters(text) > static_cast<std::size_t>(boundOf(field)))
        return { {}, "tooLong" };
    return { std::move(text), nullptr };
}

Outcome dateValue(const std::string& text)
{
    std::int64_t ms = 0;
    if (text.size() != 10 || !base::parseIsoDate(text, ms))
        return { {}, "notADate" };
    return { text, nullptr };
}

Outcome referenceValue(const std::string& text)
{
    const auto id = base::RecordId::fromHex(text);
    if (!id || id->isNull())
        return { {}, "notAReference" };
    return { *id, nullptr };
}

Outcome choicesValue(const Node& node)
{
    if (!node.isArray())
        return { {}, "wrongKind" };
    std::set<std::string> codes;
    for (const Node& item : node.items) {
        if (!item.isText() || item.text.empty())
            return { {}, "wrongKind" };
        codes.insert(item.text);
    }
    if (codes.empty())
        return {};
    Node sorted;
    sorted.kind = Node::Kind::Array;
    for (const std::string& code : codes) {
        sorted.items.emplace_back();
        sorted.items.back().kind = Node::Kind::Text;
        sorted.items.back().text = code;
    }
    return { nodeText(sorted), nullptr };
}

Outcome fromText(const Field& field, const Node& node)
{
    if (!node.isText())
        return { {}, "wrongKind" };
    switch (field.type) {
    case FieldType::Date:
        return dateValue(node.text);
    case FieldType::DateTime:
        return momentValue(node.text);
    case FieldType::Reference:
        return referenceValue(node.text);
    case FieldType::Text:
    case FieldType::Note:
        return textValue(field, node.text);
    default: // codes, numbers and hashes: blanks at their ends mean nothing
        return textValue(field, base::trimmed(node.text));
    }
}

Outcome fromNode(const Field& field, const Node& node)
{
    if (field.type == FieldType::Computed)
        return { {}, "computed" };
    if (node.isNull())
        return {};
    switch (field.type) {
    case FieldType::Integer:
        return scaled(node, 0);
    case FieldType::Decimal:
        return scaled(node, field.decimals);
    case FieldType::Money:
        return scaled(node, kMoneyDecimals);
    case FieldType::Boolean:
        if (node.kind != Node::Kind::Boolean)
            return { {}, "wrongKind" };
        return { node.number, nullptr };
    case FieldType::Choices:
        return choicesValue(node);
    default:
        return fromText(field, node);
    }
}

/// Takes the members of one JSON object apart into fields.
class FieldsReader
{
public:
    explicit FieldsReader(const RecordType& type)
        : m_type(type)
    {
    }

    base::Status readObject(const Node& root)
    {
        for (const auto& [id, node] : root.members) {
            const Field* field = m_type.field(id);
            if (!field)
                return { ErrorCode::UnknownField, { m_type.id, id } };
            if (field->type == FieldType::Address)
                PATRONAT_TRY(readAddress(*field, node));
            else
                PATRONAT_TRY(readField(*field, node));
        }
        return {};
    }

    Fields take() { return std::move(m_fields); }

private:
    base::Status readField(const Field& field, const Node& node)
    {
        Outcome outcome = fromNode(field, node);
        if (!outcome.why && !m_fields.emplace(field.id, std::move(outcome.value)).second)
            outcome.why = "duplicate";
        if (outcome.why)
            return { ErrorCode::InvalidValue, { m_type.id, field.id, outcome.why } };
        return {};
    }

    base::Status readAddress(const Field& whole, const Node& node)
    {
        if (!node.isObject() && !node.isNull())
            return { ErrorCode::InvalidValue, { m_type.id, whole.id, "wrongKind" } };
        if (node.isNull()) {
            for (const Field& field : m_type.fields) {
                if (field.partOf == whole.id && field.part != "mark")
                    PATRONAT_TRY(readField(field, node));
            }
        }
        for (const auto& [part, value] : node.members) {
            const Field* field = m_type.field(whole.id + '.' + part);
            if (!field)
                return { ErrorCode::UnknownField, { m_type.id, whole.id + '.' + part } };
            PATRONAT_TRY(readField(*field, value));
        }
        return {};
    }

    const RecordType& m_type;
    Fields m_fields;
};

std::string quoted(std::string text)
{
    Node node;
    node.kind = Node::Kind::Text;
    node.text = std::move(text);
    return nodeText(node);
}

std::string raw(const Value& value)
{
    if (const auto* number = value.number())
        return std::to_string(*number);
    if (const auto* text = value.text())
        return quoted(*text);
    if (const auto* reference = value.reference())
        return quoted(reference->hex());
    return "null";
}

bool isTextArray(const std::string& json)
{
    Node node;
    Problems ignored; // what is no list of codes is printed as the text it is
    return parseNode(json, std::make_shared<const Source>(), ignored, node) && node.isArray();
}

std::string valueText(const Field& field, const Value& value)
{
    const std::int64_t* number = value.number();
    const std::string* text = value.text();
    if (number && field.type == FieldType::Money)
        return scaledText(*number, kMoneyDecimals);
    if (number && field.type == FieldType::Decimal)
        return scaledText(*number, field.decimals);
    if (number && field.type == FieldType::Boolean && (*number == 0 || *number == 1))
        return *number == 1 ? "true" : "false";
    if (text && field.type == FieldType::Choices && isTextArray(*text))
        return *text;
    return raw(value);
}

/// Appends "key":value with its comma.
void append(std::string& out, const std::string& key, const std::string& value)
{
    out += (out.size() > 1 ? "," : "") + quoted(key) + ':' + value;
}

std::string addressText(const RecordType& type, const Field& whole, const Fields& fields)
{
    std::string out = "{";
    for (const Field& field : type.fields) {
        if (field.partOf != whole.id || field.part == "mark")
            continue;
        const auto found = fields.find(field.id);
        if (found != fields.end())
            append(out, field.part, valueText(field, found->second));
    }
    return out.size() > 1 ? out + '}' : std::string();
}

bool isInAddress(const RecordType& type, const Field& field)
{
    if (field.partOf.empty() || field.part == "mark")
        return false;
    const Field* whole = type.field(field.partOf);
    return whole && whole->type == FieldType::Address;
}

} // namespace

Result<Fields> fieldsFromJson(const RecordType& type, const std::string& json)
{
    Node root;
    Problems problems;
    if (!parseNode(json, std::make_shared<const Source>(), problems, root)) {
        const Problem first = problems.take().front();
        return { ErrorCode::InvalidArgument, { "json", first.code }, first.argument };
    }
    if (!root.isObject())
        return { ErrorCode::InvalidArgument, { "json", "wrongKind" } };
    FieldsReader reader(type);
    PATRONAT_TRY(reader.readObject(root));
    return reader.take();
}

std::string fieldsToJson(const RecordType& type, const Fields& fields)
{
    std::string out = "{";
    for (const Field& field : type.fields) {
        if (isInAddress(type, field))
            continue;
        if (field.type == FieldType::Address) {
            const std::string address = addressText(type, field, fields);
            if (!address.empty())
                append(out, field.id, address);
            continue;
        }
        const auto found = fields.find(field.id);
        if (found != fields.end())
            append(out, field.id, valueText(field, found->second));
    }
    for (const auto& [id, value] : fields) {
        const Field* field = type.field(id);
        if (!field || field->type == FieldType::Address)
            append(out, id, raw(value));
    }
    return out + '}';
}

} // namespace patronat::profile
