// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

namespace {

Json anna()
{
    return { { "surname", "Хабибуллина" }, { "firstName", "Гульнара" },
        { "patronymic", "Ренатовна" }, { "birthDate", "1990-01-02" } };
}

Json annaAnew()
{
    return { { "surname", "Хәбибуллина" }, { "firstName", "Гөлнара" },
        { "patronymic", "Ренат кызы" }, { "birthDate", "1990-01-02" } };
}

} // namespace

TEST_CASE("the shell tells who is there already, before and after somebody is saved twice")
{
    Shell shell;
    shell.init("office.db", "К05");
    const auto known = shell.create("office.db", "person", anna());

    const Json found
        = shell.ask("office.db", { "duplicates", "candidates", "person" }, annaAnew().dump());
    REQUIRE(found.size() == 1);
    CHECK(found[0]["id"] == known.id);
    CHECK(found[0]["degree"] == "likely");
    bool isTold = false;
    for (const Json& reason : found[0]["reasons"])
        isTold = isTold
            || (reason["code"] == "otherSpelling"
                && reason["args"] == Json::array({ "firstName", "Гульнара" }));
    CHECK(isTold);
    CHECK(shell
              .ask("office.db", { "duplicates", "candidates", "person", "--id", known.id },
                  annaAnew().dump())
              .empty());
    CHECK(shell.ask("office.db", { "duplicates", "list" }).empty());

    const auto again = shell.create("office.db", "person", annaAnew());
    const Json pairs
        = shell.ask("office.db", { "duplicates", "list", "--type", "person", "--least", "likely" });
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0]["records"].size() == 2);
    CHECK(shell.ask("office.db", { "duplicates", "list", "--least", "sure" }).empty());
    CHECK(shell.ask("office.db", { "duplicates", "list" })
        == shell.ask("office.db", { "duplicates" }));
}

TEST_CASE("a type without twins and a degree that is none are refused")
{
    Shell shell;
    shell.init("office.db", "К05");
    CHECK(shell.run({ "duplicates", "candidates", "visit", "--db", shell.file("office.db") }, "{}")
              .code
        == 1);
    CHECK(
        shell.run({ "duplicates", "candidates", "nothing", "--db", shell.file("office.db") }, "{}")
            .code
        == 1);
    CHECK(shell.run({ "duplicates", "list", "--least", "perhaps", "--db", shell.file("office.db") })
              .code
        == 2);
}
