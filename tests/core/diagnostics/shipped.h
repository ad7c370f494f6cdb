// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/scoring.h"
#include "core/profile/loader.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

namespace patronat::tests {

/// The profile that every region extends.
inline std::shared_ptr<const profile::Profile> shippedBase()
{
    static const auto kBase = profile::openProfile(PATRONAT_PROFILES "/base");
    REQUIRE(kBase.ok());
    return *kBase;
}

inline profile::Instrument shipped(std::string_view id)
{
    auto found = profile::instrument(*shippedBase(), id);
    REQUIRE(found.ok());
    return *found;
}

inline diagnostics::Answer points(profile::Points whole)
{
    return { whole * profile::kPoint, {} };
}

/// Items "1" to `count`, all answered alike.
inline diagnostics::Sheet allOf(int count, profile::Points value)
{
    diagnostics::Sheet sheet;
    for (int n = 1; n <= count; ++n)
        sheet.answers[std::to_string(n)] = points(value);
    return sheet;
}

/// The same, some of them answered differently.
inline diagnostics::Sheet allBut(
    int count, profile::Points value, std::initializer_list<std::pair<int, profile::Points>> others)
{
    diagnostics::Sheet sheet = allOf(count, value);
    for (const auto& [n, other] : others)
        sheet.answers[std::to_string(n)] = points(other);
    return sheet;
}

/// "17.5" of a scale; empty: it has no value.
inline std::string valueOf(const diagnostics::Score& score, std::string_view scale)
{
    for (const diagnostics::ScaleScore& one : score.scales)
        if (one.id == scale)
            return one.value ? diagnostics::pointsText(*one.value, one.decimals) : std::string();
    return "no such scale";
}

inline std::string bandOf(const diagnostics::Score& score, std::string_view scale)
{
    for (const diagnostics::ScaleScore& one : score.scales)
        if (one.id == scale)
            return one.band;
    return "no such scale";
}

} // namespace patronat::tests
