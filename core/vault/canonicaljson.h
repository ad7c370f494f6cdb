// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace patronat::vault {

inline constexpr int kMaxJsonDepth = 32;

/// What is signed as JSON has one text: keys sorted, no blanks, UTF-8.
std::string canonical(const nlohmann::json& value);

/// Reads JSON from outside, at most kMaxJsonDepth deep. Nothing when it is not JSON or not in its one text (a
/// second spelling, a key twice).
std::optional<nlohmann::json> parseCanonical(std::string_view text);

/// A text member; nothing when there is none.
std::optional<std::string> textOf(const nlohmann::json& object, const char* key);
/// A whole number member within 0 .. 2^63-1; nothing when there is none.
std::optional<std::uint64_t> numberOf(const nlohmann::json& object, const char* key);

} // namespace patronat::vault
