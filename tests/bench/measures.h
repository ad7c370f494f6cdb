// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/region.h"
#include "tests/bench/timing.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace patronat::bench {

/// What was measured at one size.
struct Measured {
    unsigned families = 0;
    std::size_t rows = 0; ///< INSERTs of the floor
    std::size_t operations = 0;
    std::vector<Ratio> ratios;
    std::vector<std::pair<std::string, double>> figures; ///< single numbers: syncs of an edit, bytes
};

/// `only`: one of merge, again, day, edits, export, search; all when empty.
Measured measureAll(Region& region, int rounds, const std::string& only = {});

} // namespace patronat::bench
