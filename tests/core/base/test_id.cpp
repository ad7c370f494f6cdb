// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>

#include <random>
#include <type_traits>

using namespace patronat::base;

static_assert(!std::is_convertible_v<RecordId, UnitId>, "ids of two kinds must not mix");

TEST_CASE("an id survives its bytes and its hex digits", "[id]")
{
    const std::uint64_t seed = std::random_device {}();
    CAPTURE(seed);
    SeededRandom random(seed);
    for (int i = 0; i < 1000; ++i) {
        const RecordId id { random.next(), random.next() };
        REQUIRE((RecordId::fromHex(id.hex()) == id));
        const auto bytes = id.bytes();
        const std::string_view view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        REQUIRE((RecordId::fromBytes(view) == id));
    }
}

TEST_CASE("an id is written big-endian in lower case and read in any", "[id]")
{
    const OperationId id { 0x0123456789ABCDEFULL, 0x10 };
    CHECK(id.hex() == "0123456789abcdef0000000000000010");
    CHECK((OperationId::fromHex("0123456789ABCDEF0000000000000010") == id));
}

TEST_CASE("what is no id is refused", "[id]")
{
    CHECK_FALSE(RecordId::fromHex(""));
    CHECK_FALSE(RecordId::fromHex("0123456789abcdef000000000000001"));
    CHECK_FALSE(RecordId::fromHex("0123456789abcdef00000000000000100"));
    CHECK_FALSE(RecordId::fromHex("0123456789abcdeg0000000000000010"));
    CHECK_FALSE(RecordId::fromBytes(std::string_view("fifteen bytes..")));
    CHECK_FALSE(RecordId::fromBytes(std::string_view()));
}

TEST_CASE("ids order as their bytes do", "[id]")
{
    const std::uint64_t seed = std::random_device {}();
    CAPTURE(seed);
    SeededRandom random(seed);
    for (int i = 0; i < 1000; ++i) {
        const RecordId a { random.next(), random.next() };
        const RecordId b { random.chance(50) ? a.origin : random.next(), random.next() };
        REQUIRE((a < b) == (a.bytes() < b.bytes()));
    }
}

TEST_CASE("only the id of zeros is none", "[id]")
{
    CHECK(RecordId {}.isNull());
    CHECK_FALSE((RecordId { 0, 1 }.isNull()));
    CHECK_FALSE((RecordId { 1, 0 }.isNull()));
    CHECK((idCast<RecordId>(OperationId { 3, 4 }) == RecordId { 3, 4 }));
}
