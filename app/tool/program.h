// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace patronat::tool {

/// Runs the command that the words after the program's name ask for. `systemLanguage` as LANG has it ("ru_RU.UTF-8").
/// The exit code.
int runProgram(std::span<const std::string> words, const std::string& systemLanguage);

} // namespace patronat::tool
