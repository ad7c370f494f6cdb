// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/typechecks.h"

#include "core/base/clock.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace patronat::store {

namespace {

// What a form takes when the profile says nothing; the same bounds as profile/valuejson.
constexpr std::size_t kTextCharacters = 2000;
constexpr std::size_t kNoteCharacters = 100000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int digit(char c)
{
    return c - '0';
}

bool isDate(std::string_view text)
{
    std::int64_t ms = 0;
    return text.size() == 10 && base::parseIsoDate(std::string(text), ms);
}

bool isMoment(std::string_view text)
{
    // 2027-03-12T09:30:00Z, seconds not always there
    if (text.size() < 16 || !isDate(text.substr(0, 10)) || (text[10] != 'T' && text[10] != ' '))
        return false;
    const std::string_view hour = text.substr(11, 2);
    const std::string_view minute = text.substr(14, 2);
    const auto digits = [](std::string_view part) { return std::all_of(part.begin(), part.end(), isDigit); };
    return digits(hour) && digits(minute) && text[13] == ':' && hour <= "23" && minute <= "59";
}

bool isTooLong(const profile::Field& field, std::string_view text)
{
    const std::size_t otherwise = field.type == profile::FieldType::Note ? kNoteCharacters : kTextCharacters;
    const std::size_t bound = field.maxLength > 0 ? static_cast<std::size_t>(field.maxLength) : otherwise;
    if (text.size() <= bound)
        return false;
    const auto characters = std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return static_cast<std::size_t>(characters) > bound;
}

} // namespace

bool isSnils(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (isDigit(c))
            digits += c;
        else if (c != '-' && c != ' ')
            return false;
    }
    if (digits.size() != 11)
        return false;
    if (digits.compare(0, 9, "001001998") <= 0)
        return true;
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i)
        sum += digit(digits[i]) * static_cast<int>(9 - i);
    const int control = sum % 101 % 100; // 100 is written as 00
    return control == digit(digits[9]) * 10 + digit(digits[10]);
}

bool isEgn(std::string_view text)
{
    if (text.size() != 10 || !std::all_of(text.begin(), text.end(), isDigit))
        return false;
    int month = digit(text[2]) * 10 + digit(text[3]);
    int century = 19;
    if (month > 40) {
        month -= 40;
        century = 20;
    } else if (month > 20) {
        month -= 20;
        century = 18;
    }
    const std::string two = std::to_string(100 + month).substr(1);
    const std::string date = std::to_string(century) + std::string(text.substr(0, 2)) + "-" + two + "-"
        + std::string(text.substr(4, 2));
    if (!isDate(date))
        return false;
    constexpr std::array kWeights { 2, 4, 8, 5, 10, 9, 7, 3, 6 };
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += digit(text[i]) * kWeights[i];
    return sum % 11 % 10 == digit(text[9]);
}

bool isPhone(std::string_view text)
{
    constexpr std::string_view kBeside = " +-().,;/";
    const bool known = std::all_of(text.begin(), text.end(),
        [&](char c) { return isDigit(c) || kBeside.find(c) != std::string_view::npos; });
    return known && std::count_if(text.begin(), text.end(), isDigit) >= 5;
}

std::optional<TypeProblem> typeProblem(const profile::Field& field, const base::Value& value)
{
    using profile::FieldType;
    using profile::Severity;
    const std::string* text = value.text();
    if (text == nullptr)
        return std::nullopt;
    switch (field.type) {
    case FieldType::Snils:
        return isSnils(*text) ? std::nullopt : std::optional<TypeProblem>({ "snils", Severity::Error });
    case FieldType::Egn:
        return isEgn(*text) ? std::nullopt : std::optional<TypeProblem>({ "egn", Severity::Error });
    case FieldType::Phone:
        return isPhone(*text) ? std::nullopt : std::optional<TypeProblem>({ "phone", Severity::Warning });
    case FieldType::Date:
        return isDate(*text) ? std::nullopt : std::optional<TypeProblem>({ "date", Severity::Error });
    case FieldType::DateTime:
        return isMoment(*text) ? std::nullopt : std::optional<TypeProblem>({ "dateTime", Severity::Error });
    case FieldType::Text:
    case FieldType::Note:
        return isTooLong(field, *text) ? std::optional<TypeProblem>({ "tooLong", Severity::Error })
                                       : std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace patronat::store
