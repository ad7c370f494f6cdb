// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace patronat::intake {

/// How many letters must be put in, taken out or replaced to make one text of the other; more than
/// `bound` is told as bound + 1. Texts are folded.
std::size_t lettersApart(const std::string& a, const std::string& b, std::size_t bound);

/// Of (folded name, what it stands for), what the name nearest to a folded text stands for; empty
/// when none is near: a third of the letters may be wrong.
std::string nearestOf(
    const std::vector<std::pair<std::string, std::string>>& names, const std::string& folded);

} // namespace patronat::intake
