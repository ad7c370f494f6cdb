// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

TEST_CASE("a command line that is none exits 2 with nothing on stdout")
{
    const Shell shell;
    const std::string id(32, '0');
    const std::vector<std::vector<std::string>> wrong { { "--json" }, { "frobnicate" },
        { "profile", "frobnicate" }, { "get", "family" },
        { "get", "family", "xyz", "--db", "a.db" }, { "list", "family" },
        { "list", "family", "--db", "a.db", "--what" },
        { "list", "family", "--db", "a.db", "--limit", "many" }, { "list", "family", "--db" },
        { "types", "family", "--db", "a.db" },
        { "put", "family", "--db", "a.db", "--base", id + ".00000000" }, { "undo", "--db", "a.db" },
        { "put", "family", "--db", "a.db", "--id", id, "--base", "nonsense" },
        { "list", "family", "--lang", "fr" },
        { "init", "--db", "a.db", "--profile", "ru-ta", "--office", "1", "--name", "x", "--kind",
            "castle" },
        { "backup", "--db", "a.db" } };
    for (const auto& words : wrong) {
        const Ran ran = shell.run(words);
        INFO(words.front());
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.starts_with("patronatctl: "));
    }
}

TEST_CASE("a change without its base is refused as usage")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Shell::Shown family = shell.family("a.db", "Ивановы");
    const Ran ran = shell.run({ "put", "family", "--id", family.id, "--db", shell.file("a.db") },
        R"({"note": "unseen"})");
    CHECK(ran.code == 2);
    CHECK(ran.err.find("--base") != std::string::npos);
    CHECK_FALSE(shell.get("a.db", "family", family.id)["fields"].contains("note"));
}

TEST_CASE("what cannot be done exits 1 and says so in words and, for machines, in JSON")
{
    const Shell shell;
    const Ran ran = shell.run({ "types", "--db", shell.file("none.db"), "--json" });
    CHECK(ran.code == 1);
    CHECK(ran.err.starts_with("patronatctl: There is no database"));
    CHECK(ran.json()["error"]["code"] == "notFound");
    shell.writeFile("text.db", std::string(5000, 'x'));
    CHECK(shell.run({ "types", "--db", shell.file("text.db") }).code == 1);
}

TEST_CASE(
    "words come in the language of the system or the one asked for, in UTF-8 under any locale")
{
    const Shell shell;
    const std::string none = shell.file("none.db");
    CHECK(shell.run({ "types", "--db", none }, {}, "ru_RU.KOI8-R")
              .err.starts_with("patronatctl: Нет такого"));
    CHECK(shell.run({ "types", "--db", none, "--lang", "ru" }, {}, "C")
              .err.starts_with("patronatctl: Нет такого"));
    CHECK(shell.run({ "types", "--db", none, "--lang=en" }, {}, "ru_RU.UTF-8")
              .err.starts_with("patronatctl: There is no"));
    CHECK(shell.run({ "frobnicate" }, {}, "ru_RU.UTF-8").err.find("неизвестная команда")
        != std::string::npos);
}

TEST_CASE("help names every command and what each answers")
{
    const Shell shell;
    const Ran all = shell.run({ "help" });
    CHECK(all.code == 0);
    for (const char* command : { "init", "demo", "types", "fields", "put", "get", "list", "sign",
             "remove", "unremove", "history", "search", "findings", "import", "undo", "export",
             "merge", "conflicts list", "conflicts show", "conflicts resolve", "print", "report",
             "digest", "verify", "diagnose", "status", "profile check", "profile release",
             "profile upgrade", "cancel", "settle" }) {
        INFO(command);
        CHECK(all.out.find(std::string("\n  ") + command) != std::string::npos);
    }
    const Ran one = shell.run({ "help", "put" });
    CHECK(one.code == 0);
    CHECK(one.out.find("--settle FIELD") != std::string::npos);
    CHECK(one.out.find("--json: {id, heads") != std::string::npos);
    CHECK(shell.run({ "put", "--help" }).out == one.out);
    CHECK(shell.run({ "help", "frobnicate" }).code == 2);
}
