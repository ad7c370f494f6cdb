// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/canonicaljson.h"

#include <catch2/catch.hpp>

using namespace patronat;

TEST_CASE("JSON has one text")
{
    CHECK(vault::parseCanonical(R"({"a":1,"b":[2,"я"]})"));
    CHECK_FALSE(vault::parseCanonical(R"({"b":[2,"я"],"a":1})"));
    CHECK_FALSE(vault::parseCanonical(R"({"a": 1})"));
    CHECK_FALSE(vault::parseCanonical(R"({"a":1,"a":1})"));
    CHECK_FALSE(vault::parseCanonical(R"({"a":1} )"));
    CHECK_FALSE(vault::parseCanonical("{\"a\":\"\xff\"}"));
    CHECK_FALSE(vault::parseCanonical(R"({"a":"\u0061"})"));
}

TEST_CASE("JSON deeper than the bound is refused, brackets in texts are not counted")
{
    const auto nested = [](int depth) { return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']'); };
    CHECK(vault::parseCanonical(nested(vault::kMaxJsonDepth)));
    CHECK_FALSE(vault::parseCanonical(nested(vault::kMaxJsonDepth + 1)));
    CHECK_FALSE(vault::parseCanonical(nested(60'000)));
    CHECK(vault::parseCanonical("\"" + std::string(100, '[') + "\\\"[\""));
}
