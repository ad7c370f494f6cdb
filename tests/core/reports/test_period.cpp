// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/period.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::reports;

TEST_CASE("a period is a year, a quarter or two days", "[reports]")
{
    CHECK(*parsePeriod("2016") == Period { "2016", "2016-01-01", "2016-12-31" });
    CHECK(*parsePeriod("2016Q3") == Period { "2016Q3", "2016-07-01", "2016-09-30" });
    CHECK(*parsePeriod("2016Q1") == Period { "2016Q1", "2016-01-01", "2016-03-31" });
    CHECK(*parsePeriod("2016-02-29..2016-03-01")
        == Period { "2016-02-29..2016-03-01", "2016-02-29", "2016-03-01" });
}

TEST_CASE("paper says a period by its year or by its days", "[reports]")
{
    CHECK(printed(*parsePeriod("2016")) == "2016");
    CHECK(printed(*parsePeriod("2016Q3")) == "01.07.2016–30.09.2016");
    CHECK(printed(*parsePeriod("2016-02-29..2016-03-01")) == "29.02.2016–01.03.2016");
}

TEST_CASE("what is no period is refused", "[reports]")
{
    for (const char* text : { "", "16", "2016Q5", "2016Q0", "2016q1", "2016-01-01", "2016-02-30..2016-03-01",
             "2016-03-01..2016-02-01", "0000", "20a6", ".." }) {
        INFO(text);
        const auto period = parsePeriod(text);
        REQUIRE_FALSE(period.ok());
        CHECK(period.error().code == base::ErrorCode::InvalidArgument);
    }
}
