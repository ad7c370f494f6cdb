// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

namespace {

/// A small profile of its own, version by version.
void writeProfile(const Shell& shell, const std::string& folder, const std::string& version,
    const Json& extraFields)
{
    namespace fs = std::filesystem;
    const fs::path path = fs::path(shell.file(folder)) / "small";
    fs::create_directories(path / "records");
    const Json profile { { "id", "small" }, { "version", version }, { "extends", "base" },
        { "languages", { "ru" } }, { "label", { { "ru", "Малый" } } },
        { "origin", "00000000000000aa" }, { "settings", Json::object() } };
    Json note { { "id", "note2" }, { "label", { { "ru", "Записка" } } }, { "unit", "everyone" },
        { "title", "\"text\"" },
        { "fields",
            { { { "id", "text" }, { "type", "text" }, { "label", { { "ru", "Текст" } } } } } } };
    for (const Json& field : extraFields)
        note["fields"].push_back(field);
    shell.writeFile(folder + "/small/profile.json", profile.dump());
    shell.writeFile(folder + "/small/records/note2.json", note.dump());
}

} // namespace

TEST_CASE("a mistake in a report, a paper or its template is told by file before anybody prints it")
{
    namespace fs = std::filesystem;
    const Shell shell;
    const auto problem = [&](const std::string& file, const std::string& from, const std::string& to) {
        const fs::path copy = fs::path(shell.file("copy"));
        fs::remove_all(copy);
        fs::copy(PROFILES, copy, fs::copy_options::recursive);
        std::ifstream in(copy / file, std::ios::binary);
        std::string text { std::istreambuf_iterator<char>(in), {} };
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        std::ofstream(copy / file, std::ios::binary) << text.replace(at, from.size(), to);
        const Ran ran = shell.run({ "profile", "check", (copy / "ru-ta").string(), "--json" });
        INFO(ran.out);
        CHECK(ran.code == 1);
        REQUIRE(ran.json()["problems"].size() > 0);
        return ran.json()["problems"][0]["file"].get<std::string>();
    };
    CHECK(problem("ru-ta/reports/table-vii.json", "e.regDate", "e.regDatee").find("table-vii.json") != std::string::npos);
    CHECK(problem("ru-ta/templates/protocol.html", "{{bodyName}}", "{{bodyNamee}}") == "protocol.html");
    CHECK(problem("ru-ta/templates/protocol.json", "m.number", "m.numberr") == "protocol.json");
}

TEST_CASE("the shipped profile is sound, and a broken one is told by file, path and code")
{
    const Shell shell;
    const Ran shipped = shell.run({ "profile", "check", PROFILES "/ru-ta", "--json" });
    INFO(shipped.out);
    CHECK(shipped.code == 0);
    CHECK(shipped.json()["id"] == "ru-ta");
    const Ran none = shell.run({ "profile", "check", shell.file("none"), "--json" });
    CHECK(none.code == 1);
    CHECK(none.json()["error"]["code"] == "fileNotReadable");
    shell.writeFile("profile.json", R"({"id": "broken"})");
    const Ran broken = shell.run({ "profile", "check", shell.file(""), "--json" });
    CHECK(broken.code == 1);
    CHECK(broken.json()["sound"] == false);
    CHECK_FALSE(broken.json()["problems"].empty());
}

TEST_CASE("a database takes a newer profile: its new field can be filled")
{
    const Shell shell;
    const Json field { { "id", "more" }, { "type", "text" }, { "label", { { "ru", "Ещё" } } } };
    for (const char* folder : { "old", "new" }) {
        std::filesystem::create_directories(shell.file(folder));
        std::filesystem::copy(PROFILES "/base", shell.file(folder) + std::string("/base"),
            std::filesystem::copy_options::recursive);
    }
    writeProfile(shell, "old", "1.1", Json::array());
    writeProfile(shell, "new", "1.2", Json::array({ field }));
    CHECK(shell
              .run({ "profile", "check", shell.file("new/small"), "--against",
                  shell.file("old/small") })
              .code
        == 0);
    CHECK(shell
              .run({ "profile", "check", shell.file("old/small"), "--against",
                  shell.file("new/small") })
              .code
        == 1);

    shell.ask("a.db",
        { "init", "--profile", "small", "--profiles", shell.file("old"), "--office", "1", "--name",
            "Один" });
    const Shell::Shown note = shell.create("a.db", "note2", { { "text", "было" } });
    const std::string before = shell.ask("a.db", { "digest" })["digest"].get<std::string>();
    CHECK(shell.run({ "put", "note2", "--db", shell.file("a.db") }, R"({"more": "x"})").code == 1);
    const Json upgraded = shell.ask("a.db", { "profile", "upgrade", shell.file("new/small") });
    CHECK(upgraded["from"] == "1.1");
    CHECK(upgraded["to"] == "1.2");
    CHECK(shell.ask("a.db", { "digest" })["digest"] == before);
    shell.change("a.db", "note2", note, { { "more", "стало" } });
    CHECK(shell.get("a.db", "note2", note.id)["fields"]
        == Json { { "text", "было" }, { "more", "стало" } });
    CHECK(shell.ask("a.db", { "profile", "upgrade", shell.file("new/small") })["changed"] == false);
    CHECK(shell.run({ "profile", "upgrade", shell.file("old/small"), "--db", shell.file("a.db") })
              .code
        == 1);
}
