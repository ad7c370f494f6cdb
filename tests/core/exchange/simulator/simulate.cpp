// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/runner.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace patronat::tests::simulator;

struct Wanted {
    std::uint64_t from = 1;
    std::uint64_t to = 100;
    bool trace = false;
    bool shrinks = true;
    bool goesOn = false;
    std::string mutant;
};

int usage()
{
    std::fputs("usage: patronat_simulate --seeds FROM..TO [--trace] [--no-shrink] [--go-on] [--mutant NAME]\n"
               "  --trace      tells every step\n"
               "  --go-on      runs all seeds, naming those that fail\n"
               "  --mutant     the name of the mutant this program was built with: a failure is then what is wanted\n",
        stderr);
    return 2;
}

bool parse(int count, char** arguments, Wanted& wanted)
{
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--trace")
            wanted.trace = true;
        else if (argument == "--no-shrink")
            wanted.shrinks = false;
        else if (argument == "--go-on")
            wanted.goesOn = true;
        else if (argument == "--mutant" && i + 1 < count)
            wanted.mutant = arguments[++i];
        else if (argument == "--seeds" && i + 1 < count) {
            const std::string range = arguments[++i];
            const auto dots = range.find("..");
            wanted.from = std::strtoull(range.c_str(), nullptr, 10);
            wanted.to = dots == range.npos ? wanted.from : std::strtoull(range.c_str() + dots + 2, nullptr, 10);
        } else {
            return false;
        }
    }
    return true;
}

/// True when the seed holds.
bool runSeed(const Ground& ground, std::uint64_t seed, const Wanted& wanted)
{
    const Plan plan = planOf(seed);
    const Tell tell = wanted.trace ? Tell([](const std::string& sentence) { std::puts(sentence.c_str()); }) : Tell();
    const auto broken = runPlan(ground, plan, tell);
    if (!broken)
        return true;
    if (wanted.shrinks)
        std::puts(storyOf(ground, plan).c_str());
    else
        std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), broken->c_str());
    std::fflush(stdout);
    return false;
}

} // namespace

int main(int count, char** arguments)
{
    Wanted wanted;
    if (!parse(count, arguments, wanted))
        return usage();
    const Workplace workplace;
    const Ground ground(workplace.path());
    const auto began = std::chrono::steady_clock::now();
    std::uint64_t failed = 0;
    std::uint64_t seed = wanted.from;
    for (; seed <= wanted.to; ++seed)
        if (!runSeed(ground, seed, wanted)) {
            ++failed;
            if (!wanted.goesOn)
                break;
        }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    if (!wanted.mutant.empty()) {
        std::printf("%s: %s\n", wanted.mutant.c_str(),
            failed ? ("killed by seed " + std::to_string(seed)).c_str() : "survived");
        return failed ? 0 : 1;
    }
    std::printf("%llu seeds, %llu failed, %lld ms\n", static_cast<unsigned long long>(seed - wanted.from + (seed <= wanted.to ? 1 : 0)),
        static_cast<unsigned long long>(failed), static_cast<long long>(took.count()));
    return failed ? 1 : 0;
}
