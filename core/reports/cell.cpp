// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/cell.h"

#include <cstdlib>

namespace patronat::reports {

namespace {

constexpr int kSafeDigits = 15; // of a number counted in tenths

bool allDigits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::int64_t roundedQuotient(std::int64_t dividend, std::int64_t divisor)
{
    const bool negative = (dividend < 0) != (divisor < 0);
    const std::int64_t n = std::abs(dividend);
    const std::int64_t d = std::abs(divisor);
    const std::int64_t quotient = n / d + (n % d * 2 >= d ? 1 : 0);
    return negative ? -quotient : quotient;
}

/// Tenths without a nought behind the point become whole.
Cell ofTenths(std::int64_t tenths)
{
    return tenths % 10 == 0 ? Cell::ofNumber(tenths / 10) : Cell::ofNumber(tenths, 1);
}

} // namespace

Cell percentOf(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return Cell::missing("zeroDenominator");
    return Cell::ofNumber(roundedQuotient(part * 1000, whole), 1);
}

Cell cellOf(std::string_view sqlText)
{
    const bool negative = sqlText.starts_with('-');
    const std::string_view digits = sqlText.substr(negative ? 1 : 0);
    const std::size_t point = digits.find('.');
    const std::string_view whole = digits.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? "" : digits.substr(point + 1);
    if (whole.empty() || whole.size() > kSafeDigits || !allDigits(whole) || !allDigits(fraction)
        || (point != std::string_view::npos && fraction.empty()))
        return Cell::ofText(std::string(sqlText));
    const std::int64_t integer = std::strtoll(std::string(whole).c_str(), nullptr, 10);
    if (point == std::string_view::npos)
        return Cell::ofNumber(negative ? -integer : integer);
    const bool up = fraction.size() > 1 && fraction[1] >= '5';
    const std::int64_t tenths = integer * 10 + (fraction[0] - '0') + (up ? 1 : 0);
    return Cell::ofNumber(negative ? -tenths : tenths, 1);
}

Cell deviationOf(const Cell& fact, const Cell& plan)
{
    if (!fact.isNumber() || !plan.isNumber())
        return Cell::missing(plan.kind == Cell::Kind::Missing ? "noPlan" : "noValue");
    return ofTenths(fact.tenths() - plan.tenths());
}

Cell percentOfPlan(const Cell& fact, const Cell& plan)
{
    if (!fact.isNumber() || !plan.isNumber())
        return Cell::missing(plan.kind == Cell::Kind::Missing ? "noPlan" : "noValue");
    return percentOf(fact.tenths(), plan.tenths());
}

std::string printed(const Cell& cell, char decimalPoint)
{
    if (cell.kind == Cell::Kind::Missing)
        return "-";
    if (cell.kind == Cell::Kind::Text)
        return cell.text;
    if (cell.decimals == 0)
        return std::to_string(cell.number);
    const std::int64_t size = std::abs(cell.number);
    return (cell.number < 0 ? "-" : "") + std::to_string(size / 10) + decimalPoint + std::to_string(size % 10);
}

} // namespace patronat::reports
