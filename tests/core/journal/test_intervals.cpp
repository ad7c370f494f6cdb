// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/journal/intervals.h"

#include <catch2/catch.hpp>

#include <limits>
#include <set>

using patronat::journal::Intervals;

TEST_CASE("Intervals that touch become one")
{
    Intervals held;
    held.add(1, 3);
    held.add(7, 9);
    CHECK(held.spans().size() == 2);
    held.add(4, 6);
    CHECK(held.spans() == std::vector<Intervals::Span> { { 1, 9 } });
    CHECK(held.contiguous() == 9);
    CHECK(held.count() == 9);
}

TEST_CASE("Nothing is contiguous while the first is missing")
{
    Intervals held;
    CHECK(held.contiguous() == 0);
    held.add(2, 5);
    CHECK(held.contiguous() == 0);
    held.add(1);
    CHECK(held.contiguous() == 5);
}

TEST_CASE("An empty span adds nothing and the greatest number does not wrap")
{
    constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
    Intervals held;
    held.add(5, 4);
    CHECK(held.spans().empty());
    held.add(kMost - 1, kMost);
    held.add(1, 2);
    held.add(kMost - 2, kMost);
    CHECK(held.spans() == std::vector<Intervals::Span> { { 1, 2 }, { kMost - 2, kMost } });
}

TEST_CASE("Intervals hold what a set of numbers holds, whatever the order")
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        patronat::base::SeededRandom random(seed);
        Intervals held;
        std::set<std::uint64_t> oracle;
        for (int step = 0; step < 40; ++step) {
            const std::uint64_t first = 1 + random.below(60);
            const std::uint64_t last = first + random.below(5);
            held.add(first, last);
            for (std::uint64_t i = first; i <= last; ++i)
                oracle.insert(i);
            const std::uint64_t from = 1 + random.below(60);
            const std::uint64_t to = from + random.below(5);
            std::uint64_t inside = 0;
            for (std::uint64_t i = from; i <= to; ++i)
                inside += oracle.count(i);
            REQUIRE(held.containsAll(from, to) == (inside == to - from + 1));
            REQUIRE(held.containsNone(from, to) == (inside == 0));
            REQUIRE(held.contains(from) == (oracle.count(from) == 1));
        }
        REQUIRE(held.count() == oracle.size());
        for (std::size_t i = 1; i < held.spans().size(); ++i)
            REQUIRE(held.spans()[i].first > held.spans()[i - 1].last + 1);
        std::uint64_t contiguous = 0;
        while (oracle.count(contiguous + 1) == 1)
            ++contiguous;
        REQUIRE(held.contiguous() == contiguous);
    }
}
