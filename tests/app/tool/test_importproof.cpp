// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"
#include "tests/core/intake/lists.h"

#include <catch2/catch.hpp>

#include <map>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

namespace {

constexpr std::size_t kRows = 5000;
constexpr std::size_t kFaults = 40;
constexpr std::size_t kRepeats = 25;

Json imported(const Shell& shell, std::vector<std::string> more, int code)
{
    std::vector<std::string> words { "import", shell.file("list.csv"), "--type", "person", "--map", shell.file("map.json"), "--db",
        shell.file("a.db"), "--json" };
    words.insert(words.end(), more.begin(), more.end());
    const Ran ran = shell.run(words);
    INFO(ran.err);
    REQUIRE(ran.code == code);
    return ran.json();
}

std::map<int, std::string> faultsIn(const Json& answer)
{
    std::map<int, std::string> out;
    for (const Json& row : answer["rows"])
        if (row["state"] == "problem")
            out.emplace(row["line"].get<int>(), row["reason"].get<std::string>());
    return out;
}

/// Every table as it stands, without the journal: an undone load leaves its history.
Json people(const Shell& shell)
{
    return shell.ask("a.db", { "list", "person" });
}

} // namespace

TEST_CASE("five thousand rows of an old spreadsheet are tried, loaded, loaded again and taken back by command")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const auto list = patronat::tests::faultyList(kRows, kFaults, kRepeats);
    REQUIRE(list.faults.size() == kFaults);
    shell.writeFile("list.csv", list.bytes);
    shell.writeFile("map.json", patronat::tests::kPersonMap);
    shell.create("a.db", "person", { { "surname", "Былинкин" }, { "firstName", "Пётр" } });
    const Json before = people(shell);
    REQUIRE(before.size() == 1);

    // Tried: exactly the forty faults, each at its line, and nothing is written.
    const Json dry = imported(shell, { "--dry-run" }, 1);
    CHECK(dry["encoding"] == "windows-1251");
    CHECK(dry["separator"] == ";");
    CHECK(dry["new"] == list.sound);
    CHECK(dry["duplicates"] == list.repeated);
    CHECK(dry["problems"] == kFaults);
    CHECK(faultsIn(dry) == list.faults);
    CHECK(dry["written"] == false);
    // All or nothing unless it is said otherwise.
    CHECK(imported(shell, {}, 1)["written"] == false);
    CHECK(people(shell) == before);

    const Json first = imported(shell, { "--skip-problems" }, 0);
    CHECK(first["written"] == true);
    CHECK(people(shell).size() == list.sound + 1);
    const Json digest = shell.ask("a.db", { "digest" });

    // Loaded again it adds nothing, not even history.
    const Json second = imported(shell, { "--skip-problems" }, 0);
    CHECK(second["new"] == 0);
    CHECK(second["changed"] == 0);
    CHECK(second["same"] == list.sound);
    CHECK(second["group"].is_null());
    CHECK(shell.ask("a.db", { "digest" }) == digest);

    // Taken back: what stood there stands there, byte by byte.
    shell.ask("a.db", { "undo", first["group"].get<std::string>() });
    CHECK(people(shell) == before);
    CHECK(shell.ask("a.db", { "verify" })["problems"].empty());
}

TEST_CASE("a list that is faulty throughout names every row and writes nothing, whatever is asked")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    std::string text = "Фамилия;Имя;Отчество;Дата рождения;Пол;Телефон;Адрес\r\n";
    for (int i = 0; i < 50; ++i)
        text += "Иванов;Пётр;;32.13.2010;м;;\r\n";
    shell.writeFile("list.csv", "\xEF\xBB\xBF" + text);
    shell.writeFile("map.json", patronat::tests::kPersonMap);
    const Json answer = imported(shell, { "--skip-problems" }, 1);
    CHECK(answer["problems"] == 50);
    CHECK(faultsIn(answer).size() == 50);
    CHECK(people(shell).empty());
}
