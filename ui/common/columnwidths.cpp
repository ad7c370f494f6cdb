// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/columnwidths.h"

#include <algorithm>
#include <cstdint>

namespace patronat::ui {

std::vector<int> fittedWidths(std::span<const ColumnWish> wishes, int room)
{
    std::size_t seen = 0;
    std::int64_t natural = 0;
    std::int64_t least = 0;
    while (seen < wishes.size() && (seen == 0 || least + wishes[seen].least <= room)) {
        natural += wishes[seen].natural;
        least += wishes[seen].least;
        ++seen;
    }
    const std::int64_t spare = natural - least;
    // What is left beside columns that are scrolled to goes to those that are seen; none is cut at
    // the edge.
    const std::int64_t missing = std::min(
        seen < wishes.size() ? natural - room : std::max<std::int64_t>(natural - room, 0), spare);
    const std::int64_t whole = std::max<std::int64_t>(spare == 0 ? natural : spare, 1);
    std::vector<int> widths;
    widths.reserve(wishes.size());
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        // Where none gives way, what is left is shared by width.
        const std::int64_t own = i >= seen ? 0
            : spare == 0                   ? wishes[i].natural
                                           : wishes[i].natural - wishes[i].least;
        // Rounded up: together they never stay wider than the room.
        const std::int64_t given
            = missing > 0 ? (own * missing + whole - 1) / whole : own * missing / whole;
        widths.push_back(wishes[i].natural - static_cast<int>(given));
    }
    return widths;
}

} // namespace patronat::ui
