// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/valuejson.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/profile/node.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace patronat::profile {

using base::ErrorCode;
using base::Fields;
using base::Result;
using base::Value;

namespace {

/// What a value may be refused for; the codes of InvalidValue's third argument.
struct Outcome {
    Value value;
    const char* why = nullptr;
};

constexpr int kTextBound = 2000;
constexpr int kNoteBound = 100000;
constexpr int kMoneyDecimals = 2;
constexpr std::size_t kMostDigits = 40;

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

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "-12.5e1" as digits and the number of them behind the point.
struct Digits {
    std::string digits;
    bool negative = false;
    int behindPoint = 0;
};

std::optional<Digits> digitsOf(std::string_view number)
{
    Digits out;
    std::size_t i = 0;
    if (i < number.size() && number[i] == '-') {
        out.negative = true;
        ++i;
    }
    bool point = false;
    for (; i < number.size() && (isDigit(number[i]) || number[i] == '.'); ++i) {
        if (number[i] == '.')
            point = true;
        else
            out.digits += number[i];
        out.behindPoint += point && number[i] != '.' ? 1 : 0;
    }
    if (i < number.size()) { // only an exponent can follow: the JSON parser has seen to that
        int exponent = 0;
        const char* first = number.data() + i + 1;
        first += *first == '+' ? 1 : 0;
        const auto [end, failure] = std::from_chars(first, number.data() + number.size(), exponent);
        if (failure != std::errc() || std::abs(exponent) > static_cast<int>(kMostDigits))
            return std::nullopt;
        out.behindPoint -= exponent;
    }
    if (out.digits.size() > kMostDigits)
        return std::nullopt;
    return out;
}

Outcome scaled(const Node& node, int decimals)
{
    if (node.kind != Node::Kind::Integer && node.kind != Node::Kind::Decimal)
        return { {}, "wrongKind" };
    auto number = digitsOf(node.kind == Node::Kind::Integer ? std::to_string(node.number) : node.text);
    if (!number)
        return { {}, "outOfRange" };
    std::string& digits = number->digits;
    for (; number->behindPoint > decimals; --number->behindPoint) {
        if (!digits.empty() && digits.back() != '0')
            return { {}, "tooManyDecimals" };
        if (!digits.empty())
            digits.pop_back();
    }
    digits.append(static_cast<std::size_t>(decimals - number->behindPoint), '0');
    digits.insert(0, number->negative ? "-0" : "0");
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc())
        return { {}, "outOfRange" };
    return { value, nullptr };
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

/// Reads two digits below `bound`; -1 when they are not there.
int twoDigits(std::string_view text, std::size_t at, int bound)
{
    if (at + 2 > text.size() || !isDigit(text[at]) || !isDigit(text[at + 1]))
        return -1;
    const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
    return value < bound ? value : -1;
}

constexpr std::int64_t kMinute = 60000;

/// Minutes that `zone` ("Z", "+03:00", "-0530") is ahead of UTC.
std::optional<int> zoneMinutes(std::string_view zone)
{
    if (zone == "Z" || zone == "z")
        return 0;
    if (zone.size() < 5 || (zone[0] != '+' && zone[0] != '-'))
        return std::nullopt;
    const bool colon = zone[3] == ':';
    const int hours = twoDigits(zone, 1, 24);
    const int minutes = twoDigits(zone, colon ? 4 : 3, 60);
    if (hours < 0 || minutes < 0 || zone.size() != (colon ? 6U : 5U))
        return std::nullopt;
    return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

Outcome dateTimeValue(const std::string& text)
{
    std::int64_t ms = 0;
    const bool date = text.size() >= 16 && base::parseIsoDate(text.substr(0, 10), ms);
    const int hours = twoDigits(text, 11, 24);
    const int minutes = twoDigits(text, 14, 60);
    if (!date || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || hours < 0 || minutes < 0)
        return { {}, "notADateTime" };
    std::size_t at = 16;
    int seconds = 0;
    if (at < text.size() && text[at] == ':') {
        seconds = twoDigits(text, at + 1, 60);
        if (seconds < 0)
            return { {}, "notADateTime" };
        at += 3;
        if (at < text.size() && text[at] == '.') // parts of a second are not kept
            at = std::min(text.find_first_not_of("0123456789", at + 1), text.size());
    }
    if (at == text.size())
        return { {}, "noZone" }; // whose noon would it be?
    const auto zone = zoneMinutes(std::string_view(text).substr(at));
    if (!zone)
        return { {}, "notADateTime" };
    ms += (hours * 60 + minutes - *zone) * kMinute + seconds * 1000;
    return { base::isoTime(ms), nullptr };
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
        return dateTimeValue(node.text);
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
class FieldsReader {
public:
    explicit FieldsReader(const RecordType& type) : m_type(type) {}

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

std::string scaledText(std::int64_t number, int decimals)
{
    std::string digits = std::to_string(number);
    const std::string sign = number < 0 ? "-" : "";
    digits.erase(0, sign.size());
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0)
        digits.insert(digits.size() - places, ".");
    return sign + digits;
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
