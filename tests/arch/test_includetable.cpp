// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/includetable.h"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace patronat::arch;
using Files = std::vector<SourceFile>;

namespace {

const auto* const kTable = R"(Some text.

| folder | may include |
|---|---|
| base | – |
| profile, db | base (`profile` keeps texts) |
| ui/common | base, profile |
| ui/cases | base, ui/common |
| app/* | everything |

| other | table |
)";

} // namespace

TEST_CASE("the include table is read with its remarks left out", "[arch]")
{
    const auto table = IncludeTable::parse(kTable);

    CHECK(table.allows("core/db", "core/base"));
    CHECK(table.allows("core/db", "core/db"));
    CHECK_FALSE(table.allows("core/db", "core/profile"));
    CHECK_FALSE(table.allows("core/base", "core/db"));
    CHECK(table.allows("ui/cases", "ui/common"));
    CHECK_FALSE(table.allows("ui/cases", "core/profile"));
    CHECK(table.allows("app/tool", "core/db"));
    CHECK_FALSE(table.allows("app/tool", "tests/support"));
    CHECK_FALSE(table.allows("ui/cases", "app/tool"));
    CHECK_FALSE(table.allows("app/tool", "app/desktop"));
}

TEST_CASE(
    "a text without the table, or with a row that is no list of folders, is refused", "[arch]")
{
    CHECK_THROWS_AS(IncludeTable::parse("nothing here"), std::runtime_error);
    CHECK_THROWS_AS(
        IncludeTable::parse("| folder | may include |\n|---|---|\n| ui/a | the above |\n"),
        std::runtime_error);
}

TEST_CASE("an include that the table does not allow is found", "[arch]")
{
    const auto table = IncludeTable::parse(kTable);
    const Files good { { "core/db/a.h", "#include \"core/base/id.h\"\n#include <string>\n" } };
    const Files bad {
        { "core/base/a.h", "  # include \"core/db/b.h\"\n" },
        { "core/base/b.h", "// #include \"core/db/b.h\"\n#include <core/db/b.h>\n" },
        { "core/base/c.h", "#include \"c.h\"\n" },
        { "core/other/d.h", "" },
    };

    CHECK(includeBreaches(good, table).empty());
    CHECK(includeBreaches(bad, table)
        == std::vector<Breach> { { "include", "core/base/a.h", "core/db/b.h" },
            { "include", "core/base/b.h", "core/db/b.h" }, { "include", "core/base/c.h", "c.h" },
            { "folder", "core/other/d.h", "isNotInTheTable" } });
}

TEST_CASE("a circle in the table is found", "[arch]")
{
    const auto table = IncludeTable::parse(
        "| folder | may include |\n|---|---|\n| a | b |\n| b | c |\n| c | a |\n");

    CHECK(table.circle() == std::vector<std::string> { "core/a", "core/b", "core/c", "core/a" });
    CHECK(IncludeTable::parse(kTable).circle().empty());
}
