// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/ratchet.h"

#include <sstream>

namespace patronat::arch {

std::set<std::string> parseExceptions(std::string_view text)
{
    std::set<std::string> exceptions;
    std::stringstream stream { std::string(text) };
    std::string line;
    while (std::getline(stream, line))
        if (!line.empty() && line.front() != '#')
            exceptions.insert(line);
    return exceptions;
}

std::vector<std::string> unexcused(
    const std::vector<Breach>& breaches, const std::set<std::string>& exceptions)
{
    std::vector<std::string> found;
    for (const auto& breach : breaches)
        if (!exceptions.contains(breach.text()))
            found.push_back(breach.text());
    return found;
}

std::vector<std::string> unused(
    const std::vector<Breach>& breaches, const std::set<std::string>& exceptions)
{
    auto left = exceptions;
    for (const auto& breach : breaches)
        left.erase(breach.text());
    return { left.begin(), left.end() };
}

} // namespace patronat::arch
