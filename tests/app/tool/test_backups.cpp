// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/lockfile.h"
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

#include <filesystem>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

TEST_CASE("a backup made from the shell is the same state, and its restored copy waits with numbers")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.family("a.db", "Ивановы");
    const std::string digest = shell.ask("a.db", { "digest" })["digest"];

    const Json made = shell.ask("a.db", { "backup", shell.file("a.patronat-backup") });
    shell.family("a.db", "Петровы");
    const Ran restored = shell.run({ "restore", shell.file("a.patronat-backup"), "--to", shell.file("b.db"), "--json" });

    CHECK(made["site"]["office"] == "16-01");
    REQUIRE(restored.code == 0);
    CHECK(restored.json()["operations"] == made["operations"]);
    CHECK(shell.ask("b.db", { "digest" })["digest"] == digest);
    CHECK(shell.ask("b.db", { "verify" })["clean"] == true);
    CHECK(shell.ask("b.db", { "status" })["site"]["id"] == shell.ask("a.db", { "status" })["site"]["id"]);
    for (const Json& series : shell.ask("b.db", { "numbers" })) {
        CHECK(series["confirmed"] == false);
        shell.ask("b.db", { "numbers", "confirm", series["series"], "7" });
    }
    for (const Json& series : shell.ask("b.db", { "numbers", "confirm-others" }))
        CHECK(series["confirmed"] == true);
}

TEST_CASE("a backup can be made beside a running program")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const auto lock = patronat::db::LockFile::acquire(shell.file("a.db"));
    REQUIRE(lock);

    shell.ask("a.db", { "backup", shell.file("a.patronat-backup") });

    CHECK(std::filesystem::exists(shell.file("a.patronat-backup")));
}

TEST_CASE("neither a backup nor a restore takes the place of another file")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.init("c.db", "16-02");
    shell.ask("a.db", { "backup", shell.file("a.patronat-backup") });

    const Ran over = shell.run({ "backup", shell.file("a.patronat-backup"), "--db", shell.file("c.db"), "--json" });
    CHECK(over.code == 1);
    CHECK(over.json()["error"]["code"] == "fileNotWritable");
    const Ran onto = shell.run({ "restore", shell.file("a.patronat-backup"), "--to", shell.file("c.db"), "--json" });
    CHECK(onto.code == 1);
    CHECK(onto.json()["error"]["code"] == "fileNotWritable");
    CHECK(shell.ask("c.db", { "status" })["site"]["office"] == "16-02");
}
