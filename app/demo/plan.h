// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace patronat::demo {

/// Families of C1 … C9 at the start of table VII; they sum to 1500. Source: domain.md 5.1.
inline constexpr std::array<unsigned, 9> kCohort { 132, 336, 21, 248, 35, 173, 238, 7, 310 };
inline constexpr unsigned kCohortFamilies = 1500;
inline constexpr unsigned kCohortSpecialists = 156;

/// Divides `total` by weights with largest remainders, so that the sum is exact.
std::vector<unsigned> apportion(unsigned total, const std::vector<unsigned>& weights);

struct OfficePlan {
    unsigned number = 1; ///< 1 …: office-01, institution K01, territory 16-01
    std::vector<unsigned> categories; ///< 1 … 9, one per family
    unsigned specialists = 1; ///< not more than families
    bool monthly = false; ///< its consilium meets each month, else each quarter
    bool shares = false; ///< some of its families are known to the next office too
    std::uint64_t seed = 0; ///< of everything random in this office
};

/// How the region is divided: who has how many families of which category. Every office has at least one
/// family, every specialist too.
std::vector<OfficePlan> planRegion(unsigned families, unsigned offices, std::uint64_t seed);

} // namespace patronat::demo
