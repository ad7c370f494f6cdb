// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/arguments.h"
#include "app/tool/invocation.h"

#include <span>
#include <string_view>

namespace patronat::tool {

inline constexpr int kDone = 0;
inline constexpr int kNotDone = 1;
inline constexpr int kUsage = 2;

/// One command of patronatctl. `run` gives the exit code, or the error whose words are shown.
struct Command
{
    std::string_view name;
    std::string_view usage; ///< what follows the name
    Words summary;
    std::string_view json; ///< what --json answers; stable
    std::size_t leastArguments = 0;
    std::size_t mostArguments = 0;
    std::span<const Option> options;
    base::Result<int> (*run)(Invocation&) = nullptr;
};

// One per file of commands.
std::span<const Command> siteCommands();
std::span<const Command> backupCommands();
std::span<const Command> typeCommands();
std::span<const Command> recordCommands();
std::span<const Command> signingCommands();
std::span<const Command> processCommands();
std::span<const Command> caseworkCommands();
std::span<const Command> historyCommands();
std::span<const Command> searchCommands();
std::span<const Command> importCommands();
std::span<const Command> exchangeCommands();
std::span<const Command> conflictCommands();
std::span<const Command> twinCommands();
std::span<const Command> instrumentCommands();
std::span<const Command> paperCommands();
std::span<const Command> checkCommands();
std::span<const Command> profileCommands();
std::span<const Command> demoCommands();

/// Options that every command takes.
std::span<const Option> commonOptions();

} // namespace patronat::tool
