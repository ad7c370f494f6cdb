// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace patronat::profile {

/// A value, or why there is none: the third argument of InvalidValue.
struct Outcome
{
    base::Value value;
    const char* why = nullptr;
};

/// The digits of a JSON number times 10^decimals, exactly: no floating point comes between.
Outcome scaledNumber(std::string_view text, int decimals);
/// The way back: 1250 with two decimals is "12.50".
std::string scaledText(std::int64_t number, int decimals);

/// An ISO moment with its zone as the same moment in UTC, to the second.
Outcome momentValue(const std::string& text);

} // namespace patronat::profile
