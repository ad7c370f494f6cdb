// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/encoding.h"

#include <uchardet.h>
#include <unicode/ucnv.h>

#include "core/base/text.h"
#include "core/intake/listtable.h"

#include <algorithm>
#include <array>
#include <memory>

namespace patronat::intake {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";
constexpr std::size_t kLookedThrough = std::size_t { 256 } << 10;

enum class Order
{
    None,
    Little,
    Big
};

/// Of UTF-16: by the mark, else by where the zeros of blanks, digits and separators stand.
Order orderOf(std::string_view bytes)
{
    if (bytes.starts_with(kLittleMark))
        return Order::Little;
    if (bytes.starts_with(kBigMark))
        return Order::Big;
    std::array<std::size_t, 2> zeros {};
    const std::string_view head = bytes.substr(0, kLookedThrough);
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0')
            ++zeros[i % 2];
    const std::size_t enough = std::max<std::size_t>(2, head.size() / 40);
    if (zeros[1] >= enough && zeros[0] == 0)
        return Order::Little;
    return zeros[0] >= enough && zeros[1] == 0 ? Order::Big : Order::None;
}

std::string detected(std::string_view bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(
        uchardet_new(), uchardet_delete);
    const std::string_view head = bytes.substr(0, kLookedThrough);
    if (uchardet_handle_data(detector.get(), head.data(), head.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

std::string converted(std::string_view bytes, const char* encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    std::string out(bytes.size() * 3 + 4, '\0');
    const std::int32_t size
        = ucnv_convert("UTF-8", encoding, out.data(), static_cast<std::int32_t>(out.size()),
            bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    out.resize(U_SUCCESS(status) && size > 0 ? static_cast<std::size_t>(size) : 0);
    return out;
}

} // namespace

std::string guessedEncoding(std::string_view bytes)
{
    if (orderOf(bytes) != Order::None)
        return "UTF-16";
    if (bytes.starts_with(kUtf8Mark) || base::isUtf8(bytes))
        return "UTF-8";
    const std::string name = detected(bytes);
    // Only what Russian offices have had: anything else is a guess from too few letters.
    constexpr std::array<std::string_view, 2> kTrusted { "IBM866", "KOI8-R" };
    return std::find(kTrusted.begin(), kTrusted.end(), name) != kTrusted.end() ? name
                                                                               : "windows-1251";
}

std::optional<std::string> decoded(std::string_view bytes, const std::string& encoding)
{
    const auto& known = knownEncodings();
    if (std::find(known.begin(), known.end(), encoding) == known.end())
        return std::nullopt;
    if (encoding == "UTF-16") {
        const bool hasMark = bytes.starts_with(kLittleMark) || bytes.starts_with(kBigMark);
        const Order order = orderOf(bytes);
        if (hasMark)
            bytes.remove_prefix(kLittleMark.size());
        return converted(bytes, order == Order::Big ? "UTF-16BE" : "UTF-16LE");
    }
    if (bytes.starts_with(kUtf8Mark))
        bytes.remove_prefix(kUtf8Mark.size());
    // Converted, not copied, when it is not valid: what is no letter becomes a sign that is seen.
    return encoding == "UTF-8" && base::isUtf8(bytes) ? std::string(bytes)
                                                      : converted(bytes, encoding.c_str());
}

} // namespace patronat::intake
