// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/actions.h"

#include "core/base/random.h"

#include <array>

namespace patronat::tests::simulator {

namespace {

struct Weight {
    Deed deed;
    std::string_view name;
    unsigned weight;
};

constexpr std::array<Weight, 27> kWeights { {
    { Deed::Create, "create", 22 },
    { Deed::Edit, "edit", 16 },
    { Deed::Open, "open", 14 },
    { Deed::Save, "save", 16 },
    { Deed::SaveAgain, "save again", 3 },
    { Deed::Sign, "sign", 10 },
    { Deed::Cancel, "cancel", 4 },
    { Deed::Settle, "settle", 4 },
    { Deed::Remove, "remove", 4 },
    { Deed::Restore, "restore", 3 },
    { Deed::Resolve, "resolve", 6 },
    { Deed::Group, "group", 4 },
    { Deed::Undo, "undo", 5 },
    { Deed::Move, "move", 3 },
    { Deed::Export, "export", 10 },
    { Deed::Deliver, "deliver", 12 },
    { Deed::Lose, "lose", 3 },
    { Deed::Exchange, "exchange", 16 },
    { Deed::Relay, "relay", 4 },
    { Deed::Kill, "kill", 2 },
    { Deed::Reopen, "reopen", 2 },
    { Deed::Backup, "backup", 2 },
    { Deed::GoBack, "go back", 2 },
    { Deed::Image, "image", 1 },
    { Deed::Snapshot, "snapshot", 1 },
    { Deed::Clock, "clock", 3 },
    { Deed::Upgrade, "upgrade", 2 },
} };

Deed drawDeed(base::Random& random)
{
    unsigned total = 0;
    for (const Weight& weight : kWeights)
        total += weight.weight;
    auto left = random.below(total);
    for (const Weight& weight : kWeights) {
        if (left < weight.weight)
            return weight.deed;
        left -= weight.weight;
    }
    return Deed::Edit;
}

} // namespace

std::string_view deedName(Deed deed)
{
    return kWeights[static_cast<std::size_t>(deed)].name;
}

std::int64_t beliefOf(std::uint32_t choice)
{
    constexpr std::int64_t kYears[] = { 0, 1'700'000'000'000, 1'790'000'000'000, 1'790'000'500'000, 4'070'908'800'000 };
    return kYears[choice % std::size(kYears)] + static_cast<std::int64_t>(choice / 16 % 100'000);
}

Plan planOf(std::uint64_t seed)
{
    base::SeededRandom random(seed);
    Plan plan;
    plan.seed = seed;
    plan.supervisors = 1 + random.below(2);
    plan.offices = 1 + random.below(4);
    plan.scoped = random.chance(50);
    const auto any = [&] { return static_cast<std::uint32_t>(random.below(std::uint64_t { 1 } << 32)); };
    for (std::size_t i = 0; i < plan.supervisors + plan.offices; ++i)
        plan.clocks.push_back(any());
    const std::size_t length = 40 + random.below(60);
    for (std::uint32_t number = 1; number <= length; ++number) {
        // The beginning fills the world: there is something to quarrel about.
        const Deed deed = number <= 6 ? Deed::Create : drawDeed(random);
        plan.actions.push_back({ deed, number, any(), any(), any(), any() });
    }
    return plan;
}

} // namespace patronat::tests::simulator
