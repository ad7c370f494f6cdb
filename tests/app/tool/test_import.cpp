// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

namespace {

const Json kMap { { "columns",
                      { { "Семья", "name" }, { "Район", "territory" }, { "Телефон", "phone" } } },
    { "key", { "name" } },
    { "references", { { "Район", { { "type", "territory" }, { "by", "code" } } } } } };

std::vector<std::string> import(const Shell& shell, std::vector<std::string> more = {})
{
    std::vector<std::string> words { "import", shell.file("list.csv"), "--type", "family", "--map",
        shell.file("map.json") };
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

} // namespace

TEST_CASE("a list becomes records, its second coming changes only what differs, and one undo takes "
          "it back")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.writeFile("map.json", kMap.dump());
    shell.writeFile(
        "list.csv", "Семья;Район;Телефон\nИвановы;16-01;+79170000001\nПетровы;16-01;\n");
    const Json dry = shell.ask("a.db", import(shell, { "--dry-run" }));
    CHECK(dry["new"] == 2);
    CHECK(dry["written"] == false);
    CHECK(shell.ask("a.db", { "list", "family" }).empty());

    const Json first = shell.ask("a.db", import(shell));
    CHECK(first["rows"][0]["line"] == 2);
    CHECK(shell.ask("a.db", { "list", "family" }).size() == 2);

    shell.writeFile("list.csv",
        "Семья;Район;Телефон\nИвановы;16-01;+79170000009\nПетровы;16-01;\nСидоровы;16-01;\n");
    const Json second = shell.ask("a.db", import(shell));
    CHECK(second["changed"] == 1);
    CHECK(second["same"] == 1);
    CHECK(second["new"] == 1);
    CHECK(shell.ask("a.db", { "list", "family", "--where", "phone = '+79170000009'" }).size() == 1);

    shell.ask("a.db", { "undo", second["group"].get<std::string>() });
    CHECK(shell.ask("a.db", { "list", "family" }).size() == 2);
    CHECK(shell.ask("a.db", { "list", "family", "--where", "phone = '+79170000001'" }).size() == 1);
}

TEST_CASE("rows with problems are named by line, column and reason, and keep the rest out until "
          "that is wanted")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.writeFile("map.json", kMap.dump());
    shell.writeFile("list.csv",
        "Семья;Район;Телефон\nИвановы;16-01;\nПетровы;99-99;\n;16-01;\nИвановы;16-01;\n");
    std::vector<std::string> words = import(shell);
    words.insert(words.end(), { "--db", shell.file("a.db"), "--json" });
    const Ran ran = shell.run(words);
    CHECK(ran.code == 1);
    const Json rows = ran.json()["rows"];
    CHECK(rows[1]["line"] == 3);
    CHECK(rows[1]["column"] == "Район");
    CHECK(rows[1]["reason"] == "notFound");
    CHECK(rows[2]["reason"] == "keyMissing");
    CHECK(rows[3]["state"] == "duplicate");
    CHECK(rows[3]["sameAs"] == 2);
    CHECK(shell.ask("a.db", { "list", "family" }).empty());
    CHECK(shell.ask("a.db", import(shell, { "--skip-problems" }))["written"] == true);
    CHECK(shell.ask("a.db", { "list", "family" }).size() == 1);
}

TEST_CASE("nothing of a list is left out in silence: columns called alike, values beyond the header")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.writeFile("map.json", kMap.dump());
    std::vector<std::string> words = import(shell);
    words.insert(words.end(), { "--db", shell.file("a.db"), "--json" });
    shell.writeFile("list.csv", "Семья;Район;Телефон;Телефон\nИвановы;16-01;+79170000001;+79170000002\n");
    const Ran twice = shell.run(words);
    CHECK(twice.code == 1);
    CHECK(twice.json()["error"]["code"] == "invalidArgument");
    CHECK(twice.json()["error"]["arguments"] == Json { "csv", "headingTwice", "Телефон" });

    shell.writeFile("list.csv", "Семья;Район;Телефон\nИвановы;16-01;;;\nПетровы;16-01;+79170000001;важное\n");
    const Ran beyond = shell.run(words);
    CHECK(beyond.code == 1);
    const Json rows = beyond.json()["rows"];
    CHECK(rows[0]["state"] == "new");
    CHECK(rows[1]["line"] == 3);
    CHECK(rows[1]["reason"] == "beyondHeader");
    CHECK(shell.ask("a.db", { "list", "family" }).empty());
}

TEST_CASE("a map that does not fit the list or the profile is refused")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.writeFile("list.csv", "Семья\nИвановы\n");
    const auto refusal = [&](const Json& map) {
        shell.writeFile("map.json", map.dump());
        std::vector<std::string> words = import(shell);
        words.insert(words.end(), { "--db", shell.file("a.db"), "--json" });
        const Ran ran = shell.run(words);
        CHECK(ran.code == 1);
        return ran.json()["error"]["code"].get<std::string>();
    };
    CHECK(refusal({ { "columns", { { "Семья", "shoeSize" } } } }) == "unknownField");
    CHECK(refusal({ { "columns", { { "Фамилия", "name" } } } }) == "invalidArgument");
    CHECK(refusal({ { "columns", { { "Семья", "name" } } }, { "kay", { "name" } } })
        == "invalidArgument");
    CHECK(refusal(Json::array()) == "invalidArgument");
}

TEST_CASE("a map whose members are of the wrong kind is refused, and names the column")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.writeFile("list.csv", "Семья;Район\nИвановы;16-01\n");
    const Json wrongLookup { { "columns", { { "Семья", "name" }, { "Район", "territory" } } },
        { "references", { { "Район", { { "type", 7 }, { "by", "code" } } } } } };
    const Json wrongColumns { { "columns", { { "Семья", 7 } } } };
    const Json wrongConstants { { "columns", { { "Семья", "name" } } },
        { "constants", { { "territory", { { "a", 1 } } } } } };
    for (const Json& map : { wrongLookup, wrongColumns, wrongConstants }) {
        INFO(map.dump());
        shell.writeFile("map.json", map.dump());
        std::vector<std::string> words = import(shell);
        words.insert(words.end(), { "--db", shell.file("a.db"), "--json" });
        const Ran ran = shell.run(words);
        CHECK(ran.code == 1);
        CHECK_FALSE(ran.json()["error"]["code"] == "internal");
    }
}

TEST_CASE("a list may name codes that were added as records, and leave parts of a list empty")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.create("a.db", "classifierCode",
        { { "classifier", "sex" }, { "code", "x-own" }, { "labelRu", "Не указан" } });
    shell.create("a.db", "classifierCode",
        { { "classifier", "register" }, { "code", "d-own" }, { "labelRu", "Особая группа" } });
    shell.writeFile("list.csv", "Фамилия;Пол\nИванов;x-own\nПетров;не указан\n");
    shell.writeFile("map.json",
        Json { { "columns", { { "Фамилия", "surname" }, { "Пол", "sex" } } } }.dump());
    const std::vector<std::string> words { "import", shell.file("list.csv"), "--type", "person",
        "--map", shell.file("map.json"), "--dry-run" };
    const Json dry = shell.ask("a.db", words);
    CHECK(dry["problems"] == 0);
    REQUIRE(dry["rows"].size() == 2);
    for (const Json& row : dry["rows"])
        CHECK(row["fields"]["sex"] == "x-own");

    shell.writeFile("list.csv", "Учёт\n\"Особая группа,, d-own;\"\n");
    shell.writeFile("map.json",
        Json { { "columns", { { "Учёт", "registers" } } },
            { "constants", { { "family", shell.family("a.db", "Ивановы").id } } } }
            .dump());
    const Json lists = shell.ask("a.db",
        { "import", shell.file("list.csv"), "--type", "childCard", "--map", shell.file("map.json"),
            "--dry-run" });
    CHECK(lists["problems"] == 0);
    CHECK(lists["rows"][0]["fields"]["registers"].dump().find("d-own") != std::string::npos);
}

TEST_CASE("a flat list of families becomes families, members and persons by the shipped mapping")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.writeFile("list.csv",
        "Районный список;;;;;;\nСемья;Район;Адрес;ФИО ребёнка;Дата рождения ребёнка;Пол ребёнка;Кем приходится\n"
        "Ивановы;16-01;Лесная 5;Иванов Пётр Ильич;5.6.2012;м;сын\nИвановы;16-01;Лесная 5;Иванова Мария;7.8.15;ж;дочь\n");
    const std::vector<std::string> words { "import", shell.file("list.csv"), "--map", std::string(PROFILES) + "/ru-ta/mappings/families.json",
        "--encoding", "UTF-8", "--separator", ";", "--header-line", "2" };
    const Json first = shell.ask("a.db", words);
    CHECK(first["new"] == 2);
    CHECK(first["guessedCenturies"] == 1);
    CHECK(first["records"]["person"]["new"] == 2);
    CHECK(first["rows"][0]["records"].size() == 3);
    CHECK(shell.ask("a.db", { "list", "family" }).size() == 1);
    CHECK(shell.ask("a.db", { "list", "member" }).size() == 2);
    const Json second = shell.ask("a.db", words);
    CHECK(second["same"] == 2);
    CHECK(second["group"].is_null());
    shell.ask("a.db", { "undo", first["group"].get<std::string>() });
    CHECK(shell.ask("a.db", { "list", "person" }).empty());
}

TEST_CASE("a book of an old Excel is refused in words that say what to do")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.writeFile("map.json", kMap.dump());
    shell.writeFile("list.csv", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    std::vector<std::string> words = import(shell);
    words.insert(words.end(), { "--db", shell.file("a.db") });
    const Ran ran = shell.run(words, {}, "ru_RU.UTF-8");
    CHECK(ran.code == 1);
    CHECK(ran.err.find("сохраните как .xlsx") != std::string::npos);
}
