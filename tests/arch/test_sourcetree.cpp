// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/sourcetree.h"

#include <catch2/catch.hpp>

using namespace patronat::arch;

TEST_CASE("comments are left out and line breaks stay", "[arch]")
{
    CHECK(withoutComments("a // b\nc /* d\n e */ f", Literals::Keep) == "a \nc \n f");
    CHECK(withoutComments("\"// no\" x", Literals::Keep) == "\"// no\" x");
    CHECK(withoutComments("R\"(/* \" )\" y // z", Literals::Keep) == "R\"(/* \" )\" y ");
}

TEST_CASE("the contents of literals are left out when asked", "[arch]")
{
    CHECK(withoutComments("f(\"tr(\\\"x\\\")\", 'a')", Literals::Drop) == "f(\"\", \"\")");
    CHECK(withoutComments("1'000'000 + g('\\'')", Literals::Drop) == "1'000'000 + g(\"\")");
}

TEST_CASE("includes are found with their kind", "[arch]")
{
    CHECK(includesOf("#include <QString>\n  #  include \"core/a/b.h\"\n// #include <no>\n")
        == std::vector<Include> { { "QString", false }, { "core/a/b.h", true } });
}

TEST_CASE("the folder of a path is its first two parts", "[arch]")
{
    CHECK(folderOf("core/store/rules/a.h") == "core/store");
    CHECK(folderOf("core/a.h") == "core");
    CHECK(folderOf("a.h").empty());
}
