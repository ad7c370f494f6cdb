// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clockdoubt.h"
#include "tests/core/store/smallstore.h"

#include <catch2/catch.hpp>

using namespace patronat;
using tests::SmallStore;

namespace {

constexpr std::int64_t kDay = 86'400'000;

std::optional<std::int64_t> newest(const SmallStore& office)
{
    return SmallStore::need(
        office.db->read([](const store::ReadTx& tx) -> base::Result<std::optional<std::int64_t>> {
            return store::newestLocalChange(tx);
        }));
}

} // namespace

TEST_CASE(
    "A clock before the newest local change is doubted, one that was put right by minutes is not")
{
    CHECK_FALSE(store::isClockBehind(std::nullopt, 0));
    CHECK_FALSE(store::isClockBehind(100 * kDay, 100 * kDay));
    CHECK_FALSE(store::isClockBehind(100 * kDay, 101 * kDay));
    CHECK_FALSE(store::isClockBehind(100 * kDay, 100 * kDay - 9 * 60'000));
    CHECK(store::isClockBehind(100 * kDay, 100 * kDay - 11 * 60'000));
    CHECK(store::isClockBehind(100 * kDay, 0));
}

TEST_CASE("The newest local change is the last that was written here, whatever the clock said")
{
    SmallStore office;
    CHECK_FALSE(newest(office));
    const std::int64_t start = office.clock.nowMs();
    const auto family = office.create("family", { { "rooms", 2 } });
    REQUIRE(newest(office));
    CHECK(*newest(office) >= start);

    office.clock.set(start + 10 * kDay);
    office.put("family", family, { { "rooms", 3 } });
    CHECK(*newest(office) >= start + 10 * kDay);
    CHECK(store::isClockBehind(newest(office), start));
    CHECK_FALSE(store::isClockBehind(newest(office), start + 11 * kDay));
}
