// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"
#include "core/db/lockfile.h"
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

namespace {

/// Two offices that both hold one family.
struct TwoOffices
{
    TwoOffices()
    {
        shell.init("a.db", "16-01");
        shell.init("b.db", "16-02");
        family = shell.family("a.db", "Ивановы");
        shell.carry("a.db", "b.db");
    }
    void meet()
    {
        shell.carry("a.db", "b.db");
        shell.carry("b.db", "a.db");
    }
    std::string digest(const std::string& database)
    {
        return shell.ask(database, { "digest" })["digest"];
    }
    Json fields(const std::string& database)
    {
        return shell.get(database, "family", family.id)["fields"];
    }

    Shell shell;
    Shell::Shown family;
};

} // namespace

TEST_CASE("edits of different fields by two offices both stand")
{
    TwoOffices offices;
    offices.shell.change("a.db", "family", offices.family, { { "note", "из первого" } });
    offices.shell.change("b.db", "family", offices.family, { { "phone", "+79170000002" } });
    offices.meet();
    for (const char* database : { "a.db", "b.db" }) {
        CHECK(offices.fields(database)["note"] == "из первого");
        CHECK(offices.fields(database)["phone"] == "+79170000002");
        CHECK(offices.shell.ask(database, { "conflicts", "list" }).empty());
    }
    CHECK(offices.digest("a.db") == offices.digest("b.db"));
}

TEST_CASE("edits of one field show the same value first everywhere, and a resolution reaches the "
          "other office")
{
    TwoOffices offices;
    offices.shell.change("a.db", "family", offices.family, { { "note", "из первого" } });
    offices.shell.change("b.db", "family", offices.family, { { "note", "из второго" } });
    offices.meet();
    const Json conflicts = offices.shell.ask("a.db", { "conflicts", "list" });
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts == offices.shell.ask("b.db", { "conflicts", "list" }));
    CHECK(offices.shell.ask("a.db", { "status" })["conflicts"] == 1);
    CHECK(offices.shell.ask("a.db", { "diagnose" })["conflicts"] == 1);
    CHECK(conflicts[0]["kind"] == "conflict");
    CHECK(conflicts[0]["record"] == offices.family.id);
    CHECK(conflicts[0]["title"] == "Ивановы");
    REQUIRE(conflicts[0]["candidates"].size() == 2);
    CHECK(offices.fields("a.db")["note"] == conflicts[0]["candidates"][0]["value"]);
    CHECK(offices.fields("b.db") == offices.fields("a.db"));
    CHECK(offices.shell
              .run({ "remove", "family", offices.family.id, "--db", offices.shell.file("a.db") })
              .code
        == 1);

    const Json resolved
        = offices.shell.ask("a.db", { "conflicts", "resolve", offices.family.id, "--take", "2" });
    CHECK(resolved["value"] == conflicts[0]["candidates"][1]["value"]);
    offices.meet();
    for (const char* database : { "a.db", "b.db" }) {
        CHECK(offices.shell.ask(database, { "conflicts", "list" }).empty());
        CHECK(offices.fields(database)["note"] == conflicts[0]["candidates"][1]["value"]);
    }
    CHECK(offices.digest("a.db") == offices.digest("b.db"));
}

TEST_CASE("a conflict is settled by a value of one's own, built on the heads that were shown")
{
    TwoOffices offices;
    offices.shell.change("a.db", "family", offices.family, { { "note", "из первого" } });
    offices.shell.change("b.db", "family", offices.family, { { "note", "из второго" } });
    offices.shell.carry("b.db", "a.db");
    const Json shown = offices.shell.ask("a.db", { "conflicts", "show", offices.family.id });
    CHECK(shown["heads"].get<std::string>().find(',') != std::string::npos);
    CHECK(
        offices.shell
            .run({ "conflicts", "resolve", offices.family.id, "--db", offices.shell.file("a.db") })
            .code
        == 2);
    CHECK(offices.shell
              .run({ "conflicts", "resolve", offices.family.id, "--take", "3", "--db",
                  offices.shell.file("a.db") })
              .code
        == 2);
    offices.shell.ask("a.db",
        { "conflicts", "resolve", offices.family.id, "--value", R"("вместе")", "--field", "note",
            "--base", shown["heads"].get<std::string>() });
    CHECK(offices.fields("a.db")["note"] == "вместе");
    CHECK(offices.shell.ask("a.db", { "conflicts" }).empty());
    CHECK(offices.shell
              .run({ "conflicts", "resolve", offices.family.id, "--take", "1", "--db",
                  offices.shell.file("a.db") })
              .code
        == 1);
}

TEST_CASE("a candidate's number means what it meant when it was shown, or is refused")
{
    TwoOffices offices;
    offices.shell.change("a.db", "family", offices.family, { { "note", "из первого" } });
    const auto second
        = offices.shell.change("b.db", "family", offices.family, { { "note", "из второго" } });
    offices.shell.carry("b.db", "a.db");
    const auto take = [&](const Json& shown) {
        return offices.shell.run(
            { "conflicts", "resolve", offices.family.id, "--take", "2", "--base",
                shown["heads"].get<std::string>(), "--db", offices.shell.file("a.db"), "--json" });
    };
    const Json before = offices.shell.ask("a.db", { "conflicts", "show", offices.family.id });
    offices.shell.change("b.db", "family", second, { { "note", "передумали" } });
    offices.shell.carry("b.db", "a.db");
    const Ran refused = take(before);
    CHECK(refused.code == 1);
    CHECK(refused.json()["error"]["code"] == "invalidArgument");
    CHECK(offices.shell.ask("a.db", { "conflicts" }).size() == 1);

    const Json now = offices.shell.ask("a.db", { "conflicts", "show", offices.family.id });
    const Ran taken = take(now);
    REQUIRE(taken.code == 0);
    CHECK(taken.json()["value"] == now["conflicts"][0]["candidates"][1]["value"]);
}

TEST_CASE("equal values of two offices are no conflict")
{
    TwoOffices offices;
    offices.shell.change("a.db", "family", offices.family, { { "note", "одно и то же" } });
    offices.shell.change("b.db", "family", offices.family, { { "note", "одно и то же" } });
    offices.meet();
    CHECK(offices.shell.ask("a.db", { "conflicts", "list" }).empty());
    CHECK(offices.digest("a.db") == offices.digest("b.db"));
}

TEST_CASE("a removal against an edit is shown, and nothing of the edit is lost")
{
    TwoOffices offices;
    offices.shell.ask("a.db", { "remove", "family", offices.family.id });
    offices.shell.change("b.db", "family", offices.family, { { "name", "Ивановы-Петровы" } });
    offices.meet();
    const Json conflicts = offices.shell.ask("b.db", { "conflicts", "list" });
    REQUIRE_FALSE(conflicts.empty());
    CHECK(conflicts.dump().find("Ивановы-Петровы") != std::string::npos);
    CHECK(offices.digest("a.db") == offices.digest("b.db"));
}

TEST_CASE("receiving a batch twice changes nothing, and a dry run neither")
{
    TwoOffices offices;
    offices.shell.change("a.db", "family", offices.family, { { "note", "новое" } });
    const std::string before = offices.digest("b.db");
    const std::string batch = offices.shell.file("a.patronat-batch");
    offices.shell.ask("a.db", { "export", "--to", batch, "--all" });
    const Json dry
        = offices.shell.ask("b.db", { "merge", batch, "--dry-run", "--accept-uncertified" });
    CHECK(dry["dryRun"] == true);
    CHECK(dry["batches"][0]["new"] == 1);
    CHECK(offices.digest("b.db") == before);
    CHECK(offices.shell.ask("b.db", { "merge", batch, "--accept-uncertified" })["batches"][0]["new"]
        == 1);
    const std::string after = offices.digest("b.db");
    CHECK(after != before);
    CHECK(offices.shell.ask("b.db", { "merge", batch, "--accept-uncertified" })["batches"][0]["new"]
        == 0);
    CHECK(offices.digest("b.db") == after);
}

TEST_CASE(
    "a dry run is answered while another program writes the database, and leaves nothing beside it")
{
    TwoOffices offices;
    offices.shell.change("a.db", "family", offices.family, { { "note", "новое" } });
    const std::string before = offices.digest("b.db");
    const std::string batch = offices.shell.file("a.patronat-batch");
    offices.shell.ask("a.db", { "export", "--to", batch, "--all" });
    const auto lock = patronat::db::LockFile::acquire(offices.shell.file("b.db"));
    REQUIRE(lock);

    const Json dry
        = offices.shell.ask("b.db", { "merge", batch, "--dry-run", "--accept-uncertified" });
    CHECK(dry["dryRun"] == true);
    CHECK(dry["batches"][0]["new"] == 1);
    const Ran merged = offices.shell.run(
        { "merge", batch, "--accept-uncertified", "--db", offices.shell.file("b.db") });
    CHECK(merged.code == 1);

    CHECK(offices.digest("b.db") == before);
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(offices.shell.file("b.db")).parent_path()))
        CHECK(entry.path().filename().string().find("rehearsal") == std::string::npos);
}

TEST_CASE("a batch of nobody's or a broken one is refused with its reason, and the database stays "
          "as it is")
{
    TwoOffices offices;
    offices.shell.change("a.db", "family", offices.family, { { "note", "новое" } });
    const std::string batch = offices.shell.file("a.patronat-batch");
    offices.shell.ask("a.db", { "export", "--to", batch, "--all" });
    const std::string before = offices.digest("b.db");
    const Ran uncertified
        = offices.shell.run({ "merge", batch, "--db", offices.shell.file("b.db"), "--json" });
    CHECK(uncertified.code == 1);
    CHECK(uncertified.err.find("--accept-uncertified") != std::string::npos);
    CHECK(uncertified.json()["batches"].size() == 1);
    offices.shell.writeFile("broken.patronat-batch", "PTB1\nnothing");
    const Ran broken = offices.shell.run({ "merge", offices.shell.file("broken.patronat-batch"),
        "--db", offices.shell.file("b.db"), "--lang", "ru" });
    CHECK(broken.code == 1);
    CHECK(broken.err.find("не целый пакет") != std::string::npos);
    CHECK(offices.digest("b.db") == before);
}

TEST_CASE("a batch goes into a folder under a name of its own")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Json exported = shell.ask("a.db", { "export", "--to", shell.file("") });
    REQUIRE(exported.size() == 1);
    CHECK(exported[0]["file"].get<std::string>().ends_with(".patronat-batch"));
    CHECK(exported[0]["operations"].get<int>() > 0);
    CHECK(shell
              .run({ "export", "--to", shell.file("x"), "--for", "16-02,16-03", "--db",
                  shell.file("a.db") })
              .code
        == 2);
    CHECK(shell
              .run({ "export", "--to", shell.file("x"), "--for", "16-99", "--db",
                  shell.file("a.db") })
              .code
        == 1);
}

TEST_CASE("verify is clean, also after the tables were filled anew")
{
    TwoOffices offices;
    const std::string before = offices.digest("b.db");
    const Json verified = offices.shell.ask("b.db", { "verify" });
    CHECK(verified["clean"] == true);
    CHECK(verified["records"].get<int>() > 1);
    CHECK(offices.shell.ask("b.db", { "verify", "--rebuild" })["rebuilt"] == true);
    CHECK(offices.digest("b.db") == before);
}

TEST_CASE("an export replaces a batch and nothing else")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.family("a.db", "Ивановы");
    shell.writeFile("list.csv", "Семья\n");
    std::filesystem::create_symlink(shell.file("a.db"), shell.file("link.db"));
    for (const char* name :
        { "a.db", "a.db-wal", "a.db-shm", "a.db.drafts", "a.db.lock", "list.csv", "link.db" }) {
        INFO(name);
        const Ran ran = shell.run(
            { "export", "--to", shell.file(name), "--db", shell.file("a.db"), "--json" });
        CHECK(ran.code == 1);
        CHECK(ran.json()["error"]["code"] == "fileNotWritable");
    }
    CHECK(shell.ask("a.db", { "list", "family" }).size() == 1);
    const std::string batch = shell.file("a.patronat-batch");
    shell.ask("a.db", { "export", "--to", batch });
    CHECK(shell.ask("a.db", { "export", "--to", batch, "--all" })[0]["operations"] > 0);
}

TEST_CASE("contents of a copied database and operations that wait are listed with the conflicts")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const auto family = shell.family("a.db", "Ивановы");
    const std::string operation = family.heads.substr(0, family.heads.find('.'));
    const std::string missing(32, '7');
    {
        // The program itself draws an origin at each opening, so that a copy made here forks
        // nothing.
        patronat::db::Connection raw(shell.file("a.db"), patronat::db::Access::Writer);
        raw.execute("INSERT INTO fork(operation, hash, bytes) SELECT x'" + operation
            + "', 1, bytes FROM op ORDER BY no DESC LIMIT 1");
        raw.execute("INSERT INTO waiting(operation, type, record, missing) VALUES(x'" + operation
            + "', 'family', x'" + family.id + "', x'" + missing + "')");
    }
    const Json listed = shell.ask("a.db", { "conflicts", "list" });
    REQUIRE(listed.size() == 2);
    CHECK(listed[0]["kind"] == "fork");
    CHECK(listed[1]["kind"] == "waiting");
    CHECK(listed[1]["missing"] == missing);
    for (const Json& one : listed) {
        CHECK(one["record"] == family.id);
        CHECK(one["operation"] == operation);
        CHECK(one["fields"]["name"] == "Ивановы");
    }
    const Json shown = shell.ask("a.db", { "conflicts", "show", family.id });
    CHECK(shown["forks"][0] == listed[0]);
    CHECK(shown["waiting"][0] == listed[1]);
}
