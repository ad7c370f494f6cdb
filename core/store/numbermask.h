// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// One piece of a number's mask (resources/profiles/FORMAT.md).
struct MaskPart {
    enum class Kind { Literal, Counter, Year, ShortYear, Path };
    Kind kind = Kind::Literal;
    std::string text; ///< of a literal and a path
    std::size_t digits = 0; ///< of a counter: at least so many
};

/// "{territory.code}/{YYYY}/{0001}" in its pieces.
std::vector<MaskPart> parseMask(std::string_view mask);
std::string counterText(std::int64_t counter, std::size_t digits);

} // namespace patronat::store
