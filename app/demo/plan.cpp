// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/plan.h"

#include "core/base/random.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace patronat::demo {

namespace {

constexpr unsigned kMonthlyFrom = 12; ///< families of an office whose consilium meets each month
constexpr unsigned kOfficesPerPair = 9; ///< five pairs of neighbours among forty-five

/// C1 … C9 of every family, in a random order.
std::vector<unsigned> shuffledCategories(unsigned families, base::Random& random)
{
    const std::vector<unsigned> counts = apportion(families, { kCohort.begin(), kCohort.end() });
    std::vector<unsigned> out;
    for (unsigned category = 1; category <= counts.size(); ++category)
        out.insert(out.end(), counts[category - 1], category);
    for (std::size_t i = out.size(); i > 1; --i)
        std::swap(out[i - 1], out[random.below(i)]);
    return out;
}

std::vector<unsigned> atLeastOne(unsigned total, const std::vector<unsigned>& weights)
{
    std::vector<unsigned> out = apportion(total - static_cast<unsigned>(weights.size()), weights);
    for (unsigned& count : out)
        ++count;
    return out;
}

std::vector<unsigned> specialistsOf(const std::vector<unsigned>& families)
{
    const auto offices = static_cast<unsigned>(families.size());
    const unsigned all = std::accumulate(families.begin(), families.end(), 0U);
    const unsigned wanted = apportion(all, { kCohortSpecialists, kCohortFamilies - kCohortSpecialists }).front();
    std::vector<unsigned> out = atLeastOne(std::max(offices, wanted), families);
    // A specialist without a family would not be counted: he moves to where the most families wait.
    for (std::size_t i = 0; i < out.size(); ++i)
        while (out[i] > families[i]) {
            std::size_t most = 0;
            for (std::size_t j = 1; j < out.size(); ++j)
                if (std::int64_t { families[j] } - out[j] > std::int64_t { families[most] } - out[most])
                    most = j;
            --out[i];
            ++out[most];
        }
    return out;
}

} // namespace

std::vector<unsigned> apportion(unsigned total, const std::vector<unsigned>& weights)
{
    const std::uint64_t sum = std::accumulate(weights.begin(), weights.end(), std::uint64_t { 0 });
    std::vector<unsigned> out;
    std::vector<std::pair<std::uint64_t, std::size_t>> remainders;
    unsigned given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const std::uint64_t share = std::uint64_t { total } * weights[i];
        out.push_back(static_cast<unsigned>(share / sum));
        remainders.emplace_back(share % sum, i);
        given += out.back();
    }
    std::stable_sort(remainders.begin(), remainders.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; given < total; ++i, ++given)
        ++out[remainders[i].second];
    return out;
}

std::vector<OfficePlan> planRegion(unsigned families, unsigned offices, std::uint64_t seed)
{
    base::SeededRandom random(seed);
    const std::vector<unsigned> categories = shuffledCategories(families, random);
    std::vector<unsigned> weights;
    for (unsigned number = 1; number <= offices; ++number) {
        const bool city = number > 43; // Kazan and Naberezhnye Chelny follow the 43 districts
        weights.push_back(static_cast<unsigned>(8 + random.below(5)) * (city ? 3 : 1));
    }
    const std::vector<unsigned> shares = atLeastOne(families, weights);
    const std::vector<unsigned> specialists = specialistsOf(shares);
    const unsigned pairs = offices < 2 ? 0 : std::max(1U, offices / kOfficesPerPair);
    std::vector<OfficePlan> out;
    auto next = categories.begin();
    for (unsigned i = 0; i < offices; ++i) {
        OfficePlan office;
        office.number = i + 1;
        office.categories.assign(next, next + shares[i]);
        next += shares[i];
        office.specialists = specialists[i];
        office.monthly = shares[i] >= kMonthlyFrom;
        office.shares = i % 2 == 0 && i / 2 < pairs;
        office.seed = random.next();
        out.push_back(std::move(office));
    }
    return out;
}

} // namespace patronat::demo
