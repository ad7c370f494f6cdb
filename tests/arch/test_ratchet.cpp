// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/ratchet.h"

#include <catch2/catch.hpp>

using namespace patronat::arch;

TEST_CASE("a listed breach is excused and an exception that nothing needs is named", "[arch]")
{
    const auto exceptions
        = parseExceptions("# remark\n\nopen core/a.cpp sqlite3_open\nold gone x\n");
    const std::vector<Breach> breaches { { "open", "core/a.cpp", "sqlite3_open" },
        { "open", "core/b.cpp", "sqlite3_open" } };

    CHECK(unexcused(breaches, exceptions)
        == std::vector<std::string> { "open core/b.cpp sqlite3_open" });
    CHECK(unused(breaches, exceptions) == std::vector<std::string> { "old gone x" });
}
