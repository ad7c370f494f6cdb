// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/runner.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>

using namespace patronat::tests::simulator;

namespace {

/// Eight tests of 250 seeds: ctest runs them side by side.
constexpr std::uint64_t kSeeds = 250;

void runPart(std::uint64_t part)
{
    const Workplace workplace;
    const Ground ground(workplace.path());
    for (std::uint64_t seed = part * kSeeds + 1; seed <= (part + 1) * kSeeds; ++seed) {
        const Plan plan = planOf(seed);
        const auto broken = runPlan(ground, plan);
        if (broken)
            FAIL(storyOf(ground, plan) << "\nagain: patronat_simulate --seeds " << seed << ".." << seed << " --trace");
    }
    SUCCEED("seeds " << part * kSeeds + 1 << " to " << (part + 1) * kSeeds);
}

} // namespace

TEST_CASE("Seeds 1 to 250 of simulated sites keep every promise") { runPart(0); }
TEST_CASE("Seeds 251 to 500 of simulated sites keep every promise") { runPart(1); }
TEST_CASE("Seeds 501 to 750 of simulated sites keep every promise") { runPart(2); }
TEST_CASE("Seeds 751 to 1000 of simulated sites keep every promise") { runPart(3); }
TEST_CASE("Seeds 1001 to 1250 of simulated sites keep every promise") { runPart(4); }
TEST_CASE("Seeds 1251 to 1500 of simulated sites keep every promise") { runPart(5); }
TEST_CASE("Seeds 1501 to 1750 of simulated sites keep every promise") { runPart(6); }
TEST_CASE("Seeds 1751 to 2000 of simulated sites keep every promise") { runPart(7); }

TEST_CASE("A seed is one run, told the same way twice")
{
    const Workplace workplace;
    const Ground ground(workplace.path());
    const Plan plan = planOf(7);
    std::string first;
    std::string second;
    runPlan(ground, plan, [&](const std::string& sentence) { first += sentence + "\n"; });
    runPlan(ground, plan, [&](const std::string& sentence) { second += sentence + "\n"; });
    CHECK_FALSE(first.empty());
    CHECK(first == second);
}
