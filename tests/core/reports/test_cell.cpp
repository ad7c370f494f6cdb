// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/cell.h"

#include <catch2/catch.hpp>

using namespace patronat::reports;

TEST_CASE("a percentage has one decimal, rounded half away from zero", "[reports]")
{
    CHECK(printed(percentOf(300, 1500), ',') == "20,0");
    CHECK(printed(percentOf(1, 3), ',') == "33,3");
    CHECK(printed(percentOf(1, 2000), '.') == "0.1"); // 0.05
    CHECK(printed(percentOf(-1, 2000), '.') == "-0.1");
    CHECK(printed(percentOf(247, 2000), '.') == "12.4"); // 12.35
    CHECK(percentOf(5, 0) == Cell::missing("zeroDenominator"));
}

TEST_CASE("what SQL gave is a whole number, a fraction or a text", "[reports]")
{
    CHECK(cellOf("1500") == Cell::ofNumber(1500));
    CHECK(cellOf("-7") == Cell::ofNumber(-7));
    CHECK(cellOf("12.35") == Cell::ofNumber(124, 1));
    CHECK(cellOf("-0.05") == Cell::ofNumber(-1, 1));
    CHECK(cellOf("20.0") == Cell::ofNumber(200, 1));
    CHECK(cellOf("да") == Cell::ofText("да"));
    CHECK(cellOf("1e9") == Cell::ofText("1e9"));
    CHECK(cellOf("5.") == Cell::ofText("5."));
    CHECK(cellOf("") == Cell::ofText(""));
}

TEST_CASE("a deviation needs both numbers", "[reports]")
{
    CHECK(deviationOf(Cell::ofNumber(1190), Cell::ofNumber(1200)) == Cell::ofNumber(-10));
    CHECK(deviationOf(Cell::ofNumber(355, 1), Cell::ofNumber(35)) == Cell::ofNumber(5, 1));
    CHECK(deviationOf(Cell::ofNumber(1), Cell::missing("noPlan")).reason == "noPlan");
    CHECK(deviationOf(Cell::missing("noValue"), Cell::ofNumber(1)).reason == "noValue");
    CHECK(percentOfPlan(Cell::ofNumber(1190), Cell::ofNumber(1200)) == Cell::ofNumber(992, 1));
    CHECK(percentOfPlan(Cell::ofNumber(1), Cell::ofNumber(0)).reason == "zeroDenominator");
}

TEST_CASE("what is missing is a dash", "[reports]") { CHECK(printed(Cell::missing("noPlan"), ',') == "-"); }
