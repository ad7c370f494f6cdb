// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/runner.h"

#include "tests/core/exchange/simulator/properties.h"

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include <unistd.h>

namespace patronat::tests::simulator {

namespace fs = std::filesystem;

fs::path fastFolder()
{
    const fs::path memory = "/dev/shm";
    std::error_code unknown;
    const bool usable = fs::is_directory(memory, unknown) && access(memory.c_str(), W_OK) == 0;
    return usable ? memory : fs::temp_directory_path();
}

Workplace::Workplace(const fs::path& where)
{
    std::string name = (where / "patronat-simulator-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("cannot make a folder in " + where.string());
    m_path = name;
}

Workplace::~Workplace()
{
    std::error_code left;
    fs::remove_all(m_path, left);
}

std::optional<std::string> runPlan(const Ground& ground, const Plan& plan, const Tell& tell)
{
    const fs::path folder = ground.folder / "run";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::optional<std::string> broken;
    try {
        World world(ground, plan, folder, tell ? tell : [](const std::string&) {});
        for (const Action& action : plan.actions)
            world.step(action);
        Properties(world).check();
    } catch (const std::exception& failure) {
        broken = failure.what();
    }
    fs::remove_all(folder);
    return broken;
}

Plan shrink(const Ground& ground, Plan plan)
{
    for (std::size_t part = plan.actions.size() / 2; part > 0;) {
        bool shorter = false;
        for (std::size_t at = 0; at < plan.actions.size();) {
            Plan less = plan;
            const auto begin = less.actions.begin() + static_cast<std::ptrdiff_t>(at);
            less.actions.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(part, less.actions.size() - at)));
            if (runPlan(ground, less)) {
                plan = std::move(less);
                shorter = true;
            } else {
                at += part;
            }
        }
        if (part == 1 && !shorter)
            break;
        part = part == 1 ? 1 : part / 2;
    }
    return plan;
}

std::string storyOf(const Ground& ground, const Plan& failing)
{
    const Plan shortest = shrink(ground, failing);
    std::string story = "seed " + std::to_string(failing.seed) + ", " + std::to_string(failing.supervisors)
        + " supervisors, " + std::to_string(failing.offices) + " offices"
        + (failing.scoped ? " that receive only what concerns them" : "") + ":\n";
    const auto broken = runPlan(ground, shortest, [&](const std::string& sentence) { story += "  " + sentence + "\n"; });
    return story + "then: " + broken.value_or("nothing is wrong any more: the run is not decided by its seed");
}

} // namespace patronat::tests::simulator
