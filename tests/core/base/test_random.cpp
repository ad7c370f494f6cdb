// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <array>
#include <vector>

using namespace patronat::base;

TEST_CASE("one seed is one run, on every computer", "[random]")
{
    SeededRandom random(1234567); // vectors published with SplitMix64
    CHECK(random.next() == 6457827717110365317ULL);
    CHECK(random.next() == 3203168211198807973ULL);
    CHECK(random.next() == 9817491932198370423ULL);
}

TEST_CASE("chance below a bound reaches every number and none beyond", "[random]")
{
    SeededRandom random(5);
    std::array<int, 7> seen {};
    for (int i = 0; i < 7000; ++i)
        ++seen.at(static_cast<std::size_t>(random.below(7)));
    for (const int count : seen) {
        CHECK(count > 850);
        CHECK(count < 1150);
    }
    CHECK(random.below(1) == 0);
}

TEST_CASE("filling any number of bytes leaves none as it was for ever", "[random]")
{
    SeededRandom seeded(9);
    SystemRandom system;
    const bool ofSystem = GENERATE(false, true);
    Random& random = ofSystem ? static_cast<Random&>(system) : seeded;
    for (std::size_t size = 0; size < 40; ++size) {
        std::vector<unsigned char> all(size, 0);
        for (int i = 0; i < 10; ++i) {
            std::vector<unsigned char> bytes(size, 0);
            random.fill(bytes);
            for (std::size_t k = 0; k < size; ++k)
                all[k] = static_cast<unsigned char>(all[k] | bytes[k]);
        }
        // Ten zeros in one place have a chance of 2^-80.
        for (const unsigned char byte : all)
            REQUIRE(byte != 0);
    }
}

TEST_CASE("percentages of nothing and of all are certain", "[random]")
{
    SeededRandom random(3);
    for (int i = 0; i < 1000; ++i) {
        REQUIRE_FALSE(random.chance(0));
        REQUIRE(random.chance(100));
    }
}
