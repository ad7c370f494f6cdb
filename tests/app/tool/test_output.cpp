// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/output.h"

#include <catch2/catch.hpp>

using namespace patronat::tool;

TEST_CASE("columns are as wide as their widest cell, counted in characters")
{
    CHECK(tableText({ "a", "b" }, { { "Иван", "1" }, { "x", "2" } })
        == "a     b\nИван  1\nx     2\n");
}

TEST_CASE("a line break in a cell does not break the row")
{
    CHECK(tableText({ "a" }, { { "one\ntwo" } }) == "a\none two\n");
}

TEST_CASE("a cell shows texts as they are and nothing as a dash")
{
    CHECK(cellText("Агрыз") == "Агрыз");
    CHECK(cellText(nullptr) == "-");
    CHECK(cellText(12) == "12");
    CHECK(cellText(Json::array({ 1, 2 })) == "[1,2]");
}
