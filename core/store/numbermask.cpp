// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/numbermask.h"

#include <algorithm>

namespace patronat::store {

namespace {

MaskPart named(std::string_view name)
{
    using Kind = MaskPart::Kind;
    if (name == "YYYY")
        return { Kind::Year, {}, 0 };
    if (name == "YY")
        return { Kind::ShortYear, {}, 0 };
    if (name == "N")
        return { Kind::Counter, {}, 1 };
    const bool digits = !name.empty()
        && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits)
        return { Kind::Counter, {}, name.size() };
    return { Kind::Path, std::string(name), 0 };
}

} // namespace

std::vector<MaskPart> parseMask(std::string_view mask)
{
    std::vector<MaskPart> parts;
    while (!mask.empty()) {
        const std::size_t open = mask.find('{');
        const std::size_t close = open == std::string_view::npos ? open : mask.find('}', open);
        if (close == std::string_view::npos) {
            parts.push_back({ MaskPart::Kind::Literal, std::string(mask), 0 });
            break;
        }
        if (open > 0)
            parts.push_back({ MaskPart::Kind::Literal, std::string(mask.substr(0, open)), 0 });
        parts.push_back(named(mask.substr(open + 1, close - open - 1)));
        mask.remove_prefix(close + 1);
    }
    return parts;
}

std::string counterText(std::int64_t counter, std::size_t digits)
{
    std::string text = std::to_string(counter);
    if (text.size() < digits)
        text.insert(0, digits - text.size(), '0');
    return text;
}

} // namespace patronat::store
