// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/plainvalue.h"

#include "core/base/clock.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

namespace patronat::profile {

namespace {

constexpr std::size_t kMostDigits = 40;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "-12.5e1" as digits and the number of them behind the point.
struct Digits
{
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

/// Reads two digits below `bound`; -1 when they are not there.
int twoDigits(std::string_view text, std::size_t at, int bound)
{
    if (at + 2 > text.size() || !isDigit(text[at]) || !isDigit(text[at + 1]))
        return -1;
    const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
    return value < bound ? value : -1;
}

constexpr std::int64_t kMinute = 60000;
// The first moments of these years, in milliseconds since 1970.
constexpr std::int64_t kYear0 = -62167219200000;
constexpr std::int64_t kYear10000 = 253402300800000;

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

} // namespace

Outcome scaledNumber(std::string_view text, int decimals)
{
    auto number = digitsOf(text);
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
    const auto [end, failure]
        = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc())
        return { {}, "outOfRange" };
    return { value, nullptr };
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

Outcome momentValue(const std::string& text)
{
    std::int64_t ms = 0;
    const bool date = text.size() >= 16 && base::parseIsoDate(text.substr(0, 10), ms);
    const int hours = twoDigits(text, 11, 24);
    const int minutes = twoDigits(text, 14, 60);
    if (!date || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || hours < 0
        || minutes < 0)
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
    if (ms < kYear0 || ms >= kYear10000)
        return { {}, "outOfRange" }; // its zone carried it out of the years of four digits
    return { base::isoTime(ms), nullptr };
}

} // namespace patronat::profile
