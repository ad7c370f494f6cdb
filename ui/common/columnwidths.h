// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace patronat::ui {

/// How wide a column would be, and how narrow it may become; points of the screen.
struct ColumnWish
{
    int natural = 0;
    int least = 0; ///< at most `natural`
};

/// The widths for `room`, of columns in the order they stand: as many of the first as can be seen
/// at once are, those that may give way doing so by equal parts of what they can give, or taking
/// what is left. The rest keep their width and are scrolled to.
std::vector<int> fittedWidths(std::span<const ColumnWish> wishes, int room);

} // namespace patronat::ui
