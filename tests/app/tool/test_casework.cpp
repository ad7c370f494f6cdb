// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

namespace {

/// Two of the staff, a case that one of them leads, and a family that has none.
struct Cases
{
    Shell shell;
    std::string old;
    std::string next;
    std::string family;
    std::string other;
    std::string episode;

    Cases()
    {
        shell.init("a.db", "16-01");
        old = staff("Старова");
        next = staff("Новикова");
        family = shell.family("a.db", "Ивановы").id;
        other = shell.family("a.db", "Петровы").id;
        episode = shell
                      .create("a.db", "episode",
                          { { "family", family }, { "kind", "SUPPORT" }, { "legalStatus", "SOP" },
                              { "caseManager", old } })
                      .id;
    }
    std::string staff(const char* surname)
    {
        return shell
            .create("a.db", "staff",
                { { "surname", surname }, { "firstName", "Анна" }, { "role", "CURATOR" } })
            .id;
    }
    std::string managerNow() const
    {
        return shell.get("a.db", "episode", episode)["fields"]["caseManager"];
    }
};

} // namespace

TEST_CASE("a case is handed over by one command, tried out first, and taken back by one undo")
{
    const Cases cases;
    const Shell& shell = cases.shell;
    const std::vector<std::string> words { "handover", "--from", cases.old, "--to", cases.next,
        "--case", cases.family, "--reason", "увольнение", "--author", cases.old };
    std::vector<std::string> trial = words;
    trial.emplace_back("--dry-run");
    const Json plan = shell.ask("a.db", trial);
    CHECK(plan["dryRun"] == true);
    REQUIRE(plan["cases"].size() == 1);
    CHECK(plan["cases"][0]["name"] == "Ивановы");
    CHECK(plan["cases"][0]["follow"][0]["field"] == "caseManager");
    CHECK(plan["problems"].empty());
    CHECK(cases.managerNow() == cases.old);

    const Json done = shell.ask("a.db", words);
    CHECK(cases.managerNow() == cases.next);
    CHECK_FALSE(done["no"].get<std::string>().empty());
    const Ran printed = shell.run({ "print", "caseHandOver", done["act"], "--to",
        shell.file("act.html"), "--db", shell.file("a.db") });
    INFO(printed.err);
    CHECK(printed.code == 0);

    const Ran again
        = shell.run({ "handover", "--from", cases.old, "--to", cases.next, "--case", cases.family,
                        "--reason", "ещё раз", "--db", shell.file("a.db") },
            {}, "ru_RU.UTF-8");
    CHECK(again.code == 1);
    CHECK(again.err.find("ведёт другой работник") != std::string::npos);
}

TEST_CASE("a hand-over that names no case, or both ways, is a wrong command line")
{
    const Cases cases;
    const auto run = [&](std::vector<std::string> more) {
        std::vector<std::string> words { "handover", "--from", cases.old, "--to", cases.next,
            "--reason", "отпуск", "--db", cases.shell.file("a.db") };
        words.insert(words.end(), more.begin(), more.end());
        return cases.shell.run(words).code;
    };
    CHECK(run({}) == 2);
    CHECK(run({ "--all", "--case", cases.family }) == 2);
    CHECK(run({ "--all", "--until", "завтра" }) == 2);
    CHECK(run({ "--all", "--until", "2001-01-01" }) == 1); // a day, and it has passed
    CHECK(cases.managerNow() == cases.old);
}

TEST_CASE("a document of the wrong case is moved by one command, which asks who stands in it")
{
    const Cases cases;
    const Shell& shell = cases.shell;
    const std::string person
        = shell.create("a.db", "person", { { "surname", "Иванов" }, { "firstName", "Илья" } }).id;
    const std::string member
        = shell
              .create("a.db", "member",
                  { { "family", cases.family }, { "person", person }, { "role", "son" } })
              .id;
    const std::string visit = shell
                                  .create("a.db", "visit",
                                      { { "family", cases.family }, { "date", "2016-03-01" },
                                          { "purpose", "Проверка" } })
                                  .id;
    shell.create("a.db", "visitPerson", { { "visit", visit }, { "member", member } });
    const std::vector<std::string> words { "move-document", visit, "--to", cases.other, "--reason",
        "открыта не та карта" };
    std::vector<std::string> trial = words;
    trial.insert(trial.end(), { "--dry-run", "--json", "--db", shell.file("a.db") });
    const Ran tried = shell.run(trial);
    CHECK(tried.code == 1);
    const Json plan = tried.json();
    REQUIRE(plan["questions"].size() == 1);
    CHECK(plan["problems"][0]["code"] == "choose");

    std::vector<std::string> answered = words;
    answered.insert(
        answered.end(), { "--choose", plan["questions"][0]["key"].get<std::string>() + "=none" });
    const Json done = shell.ask("a.db", answered);
    const Json copy = shell.get("a.db", "visit", done["record"]);
    CHECK(copy["fields"]["family"] == cases.other);
    CHECK(copy["fields"]["purpose"] == "Проверка");
    CHECK(shell.get("a.db", "visit", visit)["life"] == "removed");
    CHECK(shell.ask("a.db", { "list", "documentMove" }).size() == 2);
}
