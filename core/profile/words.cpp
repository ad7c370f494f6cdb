// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/words.h"

#include <algorithm>

namespace patronat::profile {

namespace {

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isWord(char c)
{
    return isLower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

bool isShippedId(std::string_view id)
{
    return !id.empty() && isLower(id[0]) && std::all_of(id.begin(), id.end(), isWord);
}

bool isOverlayId(std::string_view id)
{
    return id.size() > 2 && id.substr(0, 2) == "x_" && isLower(id[2])
        && std::all_of(id.begin() + 2, id.end(), [](char c) { return isWord(c) || c == '_'; });
}

bool isBalanced(std::string_view expression)
{
    int depth = 0;
    for (std::size_t i = 0; i < expression.size(); ++i) {
        const char c = expression[i];
        if (c == '\'' || c == '"') {
            i = expression.find(c, i + 1); // a doubled quote closes and opens again
            if (i == std::string_view::npos)
                return false;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth < 0) {
            return false;
        }
    }
    return depth == 0;
}

} // namespace patronat::profile
