// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/arguments.h"

#include <catch2/catch.hpp>

#include <array>

using namespace patronat::tool;

namespace {

constexpr std::array kOptions {
    Option { "--db", "FILE", {} },
    Option { "--json", "", {} },
    Option { "--settle", "FIELD", {}, true },
};

Arguments read(const std::vector<std::string>& words)
{
    return { words, kOptions };
}

} // namespace

TEST_CASE("options stand anywhere and take their value in either form")
{
    const Arguments arguments = read(
        { "family", "--db", "a.db", "x", "--json", "--settle=phone,name", "--settle", "note" });
    CHECK(arguments.positional() == std::vector<std::string> { "family", "x" });
    CHECK(arguments.value("--db") == "a.db");
    CHECK(arguments.has("--json"));
    CHECK(arguments.values("--settle") == std::vector<std::string> { "phone", "name", "note" });
    CHECK(arguments.values("--db").size() == 1);
}

TEST_CASE("after a lone double dash everything is an argument")
{
    const Arguments arguments = read({ "--json", "--", "--db" });
    CHECK(arguments.positional() == std::vector<std::string> { "--db" });
    CHECK_FALSE(arguments.has("--db"));
}

TEST_CASE("a wrong command line is refused")
{
    CHECK_THROWS_AS(read({ "--what" }), UsageError);
    CHECK_THROWS_AS(read({ "--db" }), UsageError);
    CHECK_THROWS_AS(read({ "--db", "a", "--db", "b" }), UsageError);
    CHECK_THROWS_AS(read({ "--json=yes" }), UsageError);
    CHECK_THROWS_AS(read({ "family" }).required("--db"), UsageError);
}

TEST_CASE("a usage error speaks the language asked for")
{
    const UsageError error({ "unknown", "неизвестно" }, "--what");
    CHECK(error.text(Language::English) == "unknown: --what");
    CHECK(error.text(Language::Russian) == "неизвестно: --what");
}
