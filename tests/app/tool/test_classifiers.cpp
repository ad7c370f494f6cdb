// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

using patronat::tests::Json;
using patronat::tests::Shell;

namespace {

std::string methodist(const Shell& shell, const std::string& database)
{
    return shell
        .create(database, "staff",
            { { "surname", "Сафина" }, { "firstName", "Ольга" }, { "role", "METHODIST" } })
        .id;
}

Json codeOf(const Shell& shell, const std::string& database, const std::string& code)
{
    for (Json& one : shell.ask(database, { "classifier", "list", "kinship" }))
        if (one["code"] == code)
            return one;
    return {};
}

std::size_t findings(const Shell& shell, const std::string& database, const std::string& kind)
{
    std::size_t count = 0;
    for (const Json& one : shell.ask(database, { "findings" }))
        count += one["kind"] == kind ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("a methodist adds a code, names it anew and closes it, and nobody else does")
{
    Shell shell;
    shell.init("a.db", "К05");
    const std::string who = methodist(shell, "a.db");
    const auto refused = shell.run({ "classifier", "add", "kinship", "godmother", "--ru", "Крёстная мать",
        "--db", shell.file("a.db") });
    CHECK(refused.code == 2);
    CHECK(refused.err.find("--author") != std::string::npos);

    shell.ask("a.db", { "classifier", "add", "kinship", "godmother", "--ru", "Крёстная мать", "--from",
                          "2020-01-01", "--author", who });
    CHECK(codeOf(shell, "a.db", "godmother")["offered"] == true);
    CHECK(codeOf(shell, "a.db", "godmother")["declared"] == false);
    CHECK(shell.run({ "classifier", "add", "kinship", "godmother", "--ru", "x", "--author", who, "--db",
                        shell.file("a.db") })
              .code
        == 2);
    shell.ask("a.db", { "classifier", "edit", "kinship", "godmother", "--en", "Godmother", "--author", who });
    CHECK(codeOf(shell, "a.db", "godmother")["labels"]["en"] == "Godmother");

    shell.ask("a.db", { "classifier", "close", "kinship", "godmother", "--on", "2021-12-31", "--author", who });
    CHECK(codeOf(shell, "a.db", "godmother")["offered"] == false);
    CHECK(codeOf(shell, "a.db", "godmother")["labels"]["ru"] == "Крёстная мать");
    CHECK(shell.run({ "classifier", "close", "kinship", "godmother", "--on", "2019-12-31", "--author", who,
                        "--db", shell.file("a.db") })
              .code
        == 2);
    CHECK(shell.run({ "classifier", "list", "nonsense", "--db", shell.file("a.db") }).code == 2);
}

TEST_CASE("codes travel: used before they come they are told of, twice the same they are told of, and neither is lost")
{
    Shell shell;
    shell.init("a.db", "К05");
    shell.init("b.db", "К06");
    const std::string atA = methodist(shell, "a.db");
    const std::string atB = methodist(shell, "b.db");
    const std::vector<std::string> add { "classifier", "add", "kinship", "godmother", "--ru", "Крёстная мать" };
    auto addAtA = add;
    addAtA.insert(addAtA.end(), { "--author", atA });
    auto addAtB = add;
    addAtB.insert(addAtB.end(), { "--author", atB });

    const std::string family = shell.family("b.db", "Агишевы").id;
    const auto person = shell.create("b.db", "person", { { "surname", "Агишева" }, { "firstName", "Анна" } });
    shell.create("b.db", "member", { { "family", family }, { "person", person.id }, { "role", "godmother" } });
    CHECK(findings(shell, "b.db", "unknownCode") == 1);

    shell.ask("a.db", addAtA);
    shell.carry("a.db", "b.db");
    CHECK(findings(shell, "b.db", "unknownCode") == 0);
    CHECK(codeOf(shell, "b.db", "godmother")["offered"] == true);

    shell.init("c.db", "К07");
    const std::string atC = methodist(shell, "c.db");
    auto addAtC = add;
    addAtC.insert(addAtC.end(), { "--author", atC });
    shell.ask("c.db", addAtC);
    shell.carry("c.db", "b.db");
    CHECK(findings(shell, "b.db", "duplicateCode") == 2);
    CHECK(codeOf(shell, "b.db", "godmother")["labels"]["ru"] == "Крёстная мать");
    CHECK(shell.run(addAtB).code != 0);
}
