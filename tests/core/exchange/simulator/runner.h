// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/exchange/simulator/actions.h"
#include "tests/core/exchange/simulator/world.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace patronat::tests::simulator {

/// Where runs leave their files: in memory where this computer has such a place.
std::filesystem::path fastFolder();

/// A folder of this process below `where`, gone with this.
class Workplace {
public:
    explicit Workplace(const std::filesystem::path& where = fastFolder());
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    ~Workplace();
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

using Tell = std::function<void(const std::string&)>;

/// One run from beginning to end; what is broken, if anything is.
std::optional<std::string> runPlan(const Ground& ground, const Plan& plan, const Tell& tell = {});

/// The fewest actions of a failing plan that still fail, by leaving out ever smaller parts.
Plan shrink(const Ground& ground, Plan plan);

/// The story of a failing plan: its seed, the shortest list of steps that fails, and how.
std::string storyOf(const Ground& ground, const Plan& failing);

} // namespace patronat::tests::simulator
