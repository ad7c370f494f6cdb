// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/lockfile.h"
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

#include <filesystem>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

TEST_CASE("a supervisor founds an institution, and an office given its key is certified at once")
{
    const Shell shell;
    const Json region = shell.ask("region.db",
        { "init", "--profile", "ru-ta", "--office", "16", "--name", "Министерство", "--kind",
            "supervisor" });
    CHECK(region["site"]["certified"] == true);
    CHECK(region["site"]["kind"] == "supervisor");
    CHECK(region["site"]["institution"]["name"] == "Министерство");
    CHECK(std::filesystem::exists(shell.file("Министерство.institution")));
    CHECK(std::filesystem::exists(shell.file("Министерство.institution-key")));

    const Json office = shell.ask("a.db",
        { "init", "--profile", "ru-ta", "--office", "16-01", "--name", "Агрыз", "--institution",
            shell.file("Министерство.institution-key") });
    CHECK(office["site"]["certified"] == true);
    CHECK(office["site"]["institution"] == region["site"]["institution"]);
    CHECK(office["site"]["territories"] == Json::array({ "16-01" }));

    const std::string batch = shell.file("a.patronat-batch");
    shell.family("a.db", "Ивановы");
    shell.ask("a.db", { "export", "--to", batch });
    const Json merged = shell.ask("region.db", { "merge", batch });
    CHECK(merged["batches"][0]["certified"] == true);
    CHECK(shell.ask("region.db", { "list", "family" }).size() == 1);
    const Json status = shell.ask("region.db", { "status" });
    REQUIRE(status["sites"].size() == 1);
    CHECK(status["sites"][0]["office"] == "16-01");
    CHECK(status["sites"][0]["received"].is_string());
    CHECK(status["sites"][0]["sent"].is_null());

    const std::string back = shell.file("back.patronat-batch");
    CHECK(
        shell.ask("region.db", { "export", "--to", back, "--for", "16-01" })[0]["for"] == "16-01");
    CHECK(shell.ask("region.db", { "status" })["sites"][0]["sent"].is_string());
    CHECK(shell.ask("a.db", { "merge", back })["batches"][0]["receipts"] == 1);
}

TEST_CASE("a site given only the public half belongs to the institution and is not certified")
{
    const Shell shell;
    shell.ask("region.db",
        { "init", "--profile", "ru-ta", "--office", "16", "--name", "M", "--kind", "republic" });
    const Json office = shell.ask("a.db",
        { "init", "--profile", "ru-ta", "--office", "16-01", "--name", "Агрыз", "--institution",
            shell.file("M.institution") });
    CHECK(office["site"]["certified"] == false);
    CHECK(office["site"]["institution"]["name"] == "M");
}

TEST_CASE("a database that is there is never made anew, and one that could not be finished is not "
          "left behind")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::vector<std::string> again { "init", "--profile", "ru-ta", "--office", "1", "--name",
        "x", "--db", shell.file("a.db") };
    CHECK(shell.run(again).code == 1);
    CHECK(shell.ask("a.db", { "status" })["site"]["office"] == "16-01");

    const auto init = [&](std::vector<std::string> more) {
        std::vector<std::string> words { "init", "--office", "1", "--name", "x", "--db",
            shell.file("b.db"), "--json" };
        words.insert(words.end(), more.begin(), more.end());
        const Ran ran = shell.run(words);
        CHECK(ran.code == 1);
        CHECK_FALSE(std::filesystem::exists(shell.file("b.db")));
        return ran.json()["error"]["code"].get<std::string>();
    };
    CHECK(init({ "--profile", "xx-none" }) == "notFound");
    CHECK(init({ "--profile", "ru-ta", "--territory", "99-99" }) == "notFound");
    CHECK(init({ "--profile", "ru-ta", "--institution", shell.file("none") }) == "fileNotReadable");
}

TEST_CASE("a mistyped office code is not certified for everything, and a supervisor is")
{
    const Shell shell;
    const Json region = shell.ask("region.db",
        { "init", "--profile", "ru-ta", "--office", "no-such-code", "--name", "M", "--kind",
            "supervisor" });
    CHECK(region["site"]["certified"] == true);
    CHECK(region["site"]["territories"].empty());
    for (const char* kind : { "office", "secretary" }) {
        const Ran ran = shell.run({ "init", "--profile", "ru-ta", "--office", "16-0l", "--name",
            "x", "--kind", kind, "--institution", shell.file("M.institution-key"), "--db",
            shell.file("b.db"), "--json" });
        CHECK(ran.code == 1);
        CHECK(ran.json()["error"]["code"] == "notFound");
        CHECK(ran.json()["error"]["arguments"] == Json::array({ "territory", "16-0l" }));
        for (const auto& entry :
            std::filesystem::directory_iterator(std::filesystem::path(shell.file("b.db")).parent_path()))
            CHECK(entry.path().filename().string().rfind("b.db", 0) != 0);
    }
    const Json bare = shell.ask(
        "c.db", { "init", "--profile", "ru-ta", "--office", "16-0l", "--name", "x" });
    CHECK(bare["site"]["certified"] == false);
}

TEST_CASE("beside a running writer one reads, and a writing command says who holds the file")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const auto lock = patronat::db::LockFile::acquire(shell.file("a.db"));
    REQUIRE(lock);
    CHECK(shell.ask("a.db", { "list", "family" }).empty());
    const Ran ran = shell.run({ "put", "family", "--db", shell.file("a.db"), "--json" }, "{}");
    CHECK(ran.code == 1);
    CHECK(ran.json()["error"]["code"] == "databaseBusy");
    CHECK(ran.err.find("test_tool") != std::string::npos);
}

TEST_CASE("diagnose counts and names nobody")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.family("a.db", "Ивановы");
    const Json diagnosis = shell.ask("a.db", { "diagnose" });
    CHECK(diagnosis["records"]["family"] == 1);
    CHECK(diagnosis["wrongSettings"].empty());
    CHECK(diagnosis["profile"]["id"] == "ru-ta");
    CHECK(diagnosis.dump().find("Ивановы") == std::string::npos);
}

TEST_CASE("types and fields tell what the profile declares")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Json types = shell.ask("a.db", { "types" });
    CHECK(types.dump().find("\"family\"") != std::string::npos);
    const Ran fields
        = shell.run({ "fields", "person", "--db", shell.file("a.db"), "--json", "--lang", "ru" });
    REQUIRE(fields.code == 0);
    bool found = false;
    for (const Json& field : fields.json())
        if (field["field"] == "sex") {
            found = true;
            CHECK(field["type"] == "choice");
            CHECK(field["label"] == "Пол");
            CHECK(field["codes"].is_object());
        }
    CHECK(found);
    CHECK(shell.run({ "fields", "nothing", "--db", shell.file("a.db") }).code == 1);
}

TEST_CASE("a digest of a territory nobody knows is refused")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Ran ran = shell.run(
        { "digest", "--territory", "XYZ", "--db", shell.file("a.db"), "--json" });
    CHECK(ran.code == 1);
    CHECK(ran.json()["error"]["code"] == "notFound");
    CHECK(ran.json()["error"]["arguments"] == Json::array({ "territory", "XYZ" }));
    shell.ask("a.db", { "digest", "--territory", "16-01" });
}

TEST_CASE("a name that no file system takes is an error, not an end of the program")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::string endless(5000, 'x');
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>> {
             { "export", "--to", shell.file(endless), "--db", shell.file("a.db") },
             { "status", "--db", shell.file(endless) },
             { "profile", "check", shell.file(endless) },
             { "merge", shell.file(endless), "--db", shell.file("a.db") },
             { "import", shell.file(endless), "--type", "family", "--map", shell.file(endless),
                 "--db", shell.file("a.db") },
             { "init", "--profile", endless, "--office", "1", "--name", "x", "--db",
                 shell.file("b.db") } }) {
        INFO(words.front());
        const Ran ran = shell.run(words);
        CHECK(ran.code == 1);
        CHECK(ran.err.starts_with("patronatctl: "));
    }
}
