// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace patronat::reports {

/// A printed value: a number with at most one decimal, a text, or nothing and why.
struct Cell {
    enum class Kind { Missing, Number, Text };
    Kind kind = Kind::Missing;
    std::int64_t number = 0; ///< scaled by 10^decimals
    int decimals = 0;
    std::string text;
    std::string reason; ///< of a missing one: "notAsked", "noValue", "zeroDenominator", "noPlan"; else empty

    static Cell missing(std::string reason) { return { Kind::Missing, 0, 0, {}, std::move(reason) }; }
    static Cell ofNumber(std::int64_t value, int decimals = 0)
    {
        return { Kind::Number, value, decimals, {}, {} };
    }
    static Cell ofText(std::string text) { return { Kind::Text, 0, 0, std::move(text), {} }; }
    bool isNumber() const { return kind == Kind::Number; }
    /// Tenths, so that numbers of any precision compare and subtract.
    std::int64_t tenths() const { return decimals == 0 ? number * 10 : number; }
    bool operator==(const Cell&) const = default;
};

/// part / whole in percent with one decimal, half away from zero; missing when the whole is 0.
Cell percentOf(std::int64_t part, std::int64_t whole);

/// A cell of what SQL gave: whole number, decimal fraction (rounded to one place, half away from zero, by its decimal
/// digits) or text.
Cell cellOf(std::string_view sqlText);

/// fact - plan, and fact / plan in percent; missing when one of them is no number.
Cell deviationOf(const Cell& fact, const Cell& plan);
Cell percentOfPlan(const Cell& fact, const Cell& plan);

/// "87,5" or "87.5"; a dash when missing.
std::string printed(const Cell& cell, char decimalPoint);

} // namespace patronat::reports
