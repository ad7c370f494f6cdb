// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/plan.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace patronat::demo;

namespace {

std::vector<unsigned> countsOf(const std::vector<OfficePlan>& plans)
{
    std::vector<unsigned> counts(9, 0);
    for (const OfficePlan& office : plans)
        for (const unsigned category : office.categories)
            ++counts[category - 1];
    return counts;
}

} // namespace

TEST_CASE("Fifteen hundred families are the column at the start of table VII")
{
    const auto plans = planRegion(1500, 45, 1);
    CHECK(countsOf(plans) == std::vector<unsigned> { 132, 336, 21, 248, 35, 173, 238, 7, 310 });
    unsigned specialists = 0;
    for (const OfficePlan& office : plans)
        specialists += office.specialists;
    CHECK(specialists == 156);
    CHECK(plans.size() == 45);
}

TEST_CASE("Every size sums exactly, with work for every office and specialist")
{
    for (const unsigned families : { 3U, 30U, 99U, 1638U, 10'000U })
        for (const unsigned offices : { 1U, 2U, 3U }) {
            INFO(families << " families in " << offices);
            const auto plans = planRegion(families, offices, 7);
            const auto counts = countsOf(plans);
            CHECK(std::accumulate(counts.begin(), counts.end(), 0U) == families);
            for (const OfficePlan& office : plans) {
                CHECK(office.specialists >= 1);
                CHECK(office.specialists <= office.categories.size());
            }
        }
}

TEST_CASE("What remains goes to the largest remainders, first come first served")
{
    CHECK(apportion(10, { 1, 1, 1 }) == std::vector<unsigned> { 4, 3, 3 });
    CHECK(apportion(7, { 60, 30, 10 }) == std::vector<unsigned> { 4, 2, 1 });
    CHECK(apportion(0, { 5, 5 }) == std::vector<unsigned> { 0, 0 });
}

TEST_CASE("Another seed divides the same region otherwise")
{
    const auto one = planRegion(300, 9, 1);
    const auto other = planRegion(300, 9, 2);
    CHECK(countsOf(one) == countsOf(other));
    CHECK_FALSE(std::equal(one.begin(), one.end(), other.begin(),
        [](const OfficePlan& a, const OfficePlan& b) { return a.categories == b.categories; }));
}
