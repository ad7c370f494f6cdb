// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/value.h"

#include <catch2/catch.hpp>

using namespace patronat::base;

TEST_CASE("values of different kinds are never equal", "[value]")
{
    const Value none;
    const Value zero(0);
    const Value empty("");
    const Value text("0");
    const Value reference(RecordId {});
    CHECK(none.isNull());
    CHECK((none != zero));
    CHECK((none != empty));
    CHECK((zero != text));
    CHECK((zero != empty));
    CHECK((reference != none));
    CHECK((Value(std::string_view("а")) == Value("а")));
}

TEST_CASE("a value gives what it holds and otherwise what was asked for", "[value]")
{
    CHECK(Value(5).numberOr(1) == 5);
    CHECK(Value("5").numberOr(1) == 1);
    CHECK(Value("5").textOr("x") == "5");
    CHECK(Value().textOr("x") == "x");
    CHECK((*Value(RecordId { 1, 2 }).reference() == RecordId { 1, 2 }));
    CHECK(Value(5).reference() == nullptr);
}
