// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::arch {

/// One place that breaks a rule. None of the three holds a blank.
struct Breach
{
    std::string rule;
    std::string path;
    std::string what;

    std::string text() const { return rule + ' ' + path + ' ' + what; }
    bool operator==(const Breach&) const = default;
};

/// The exceptions that are allowed for now: lines "RULE PATH WHAT"; # begins a remark.
std::set<std::string> parseExceptions(std::string_view text);

/// Breaches that no exception allows, as texts.
std::vector<std::string> unexcused(
    const std::vector<Breach>& breaches, const std::set<std::string>& exceptions);

/// Exceptions that no breach needs.
std::vector<std::string> unused(
    const std::vector<Breach>& breaches, const std::set<std::string>& exceptions);

} // namespace patronat::arch
