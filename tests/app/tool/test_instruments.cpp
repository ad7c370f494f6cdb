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

struct Session
{
    Shell shell;
    std::string psychologist;
    std::string specialist;
    std::string family;
    std::string diagnostics;

    Session()
    {
        shell.init("a.db", "16-01");
        psychologist = staff("Сафина", "PSYCH");
        specialist = staff("Галиева", "DISTRICT");
        family = shell.family("a.db", "Ивановы").id;
        diagnostics = session("2016-03-14");
    }
    std::string staff(const char* surname, const char* role) const
    {
        return shell
            .create("a.db", "staff", { { "surname", surname }, { "firstName", "Алия" }, { "role", role } })
            .id;
    }
    std::string session(const char* date) const
    {
        return shell.create("a.db", "diagnostics", { { "family", family }, { "date", date } }).id;
    }
    std::string answers(const Json& json) const
    {
        shell.writeFile("answers.json", json.dump());
        return shell.file("answers.json");
    }
    Json record(const std::string& code, const Json& json, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> words { "instrument", "record", code, "--diagnostics", diagnostics, "--answers",
            answers(json), "--date", "2016-03-15", "--author", psychologist };
        words.insert(words.end(), more.begin(), more.end());
        return shell.ask("a.db", words);
    }
};

Json all(int count, int value)
{
    Json out = Json::object();
    for (int n = 1; n <= count; ++n)
        out[std::to_string(n)] = value;
    return out;
}

} // namespace

TEST_CASE("the tool lists the instruments, tells one and counts answers without writing")
{
    const Session at;
    const Json list = at.shell.ask("a.db", { "instrument", "list" });
    CHECK(list.size() == 13);
    CHECK(list[0]["id"] == "SAFE");
    const Json need = at.shell.ask("a.db", { "instrument", "show", "NEED" });
    CHECK(need["items"].size() == 12);
    CHECK(need["outcomes"].size() == 5);

    Json answers = all(12, 0);
    answers["9"] = 3;
    const Json score
        = at.shell.ask("a.db", { "instrument", "score", "NEED", "--answers", at.answers(answers) });
    CHECK(score["band"] == "tzs");
    CHECK(score["total"] == "3");
    CHECK(score["enough"] == true);
    CHECK(at.shell.ask("a.db", { "list", "instrumentResult" }).empty());

    answers["9"] = 4;
    const Ran wrong = at.shell.run({ "instrument", "score", "NEED", "--answers", at.answers(answers), "--db",
        at.shell.file("a.db"), "--json" });
    CHECK(wrong.code == 1);
    CHECK(wrong.json()["problems"][0]["code"] == "notAnOption");
    const Ran unknown = at.shell.run({ "instrument", "show", "TAROT", "--db", at.shell.file("a.db"), "--json" });
    CHECK(unknown.code == 1);
    CHECK(unknown.json()["error"]["code"] == "notFound");
}

TEST_CASE("a recorded sheet is read by the roles that may, its levels by everybody")
{
    const Session at;
    const Json done = at.record("SITU", all(12, 2));
    CHECK(done["type"] == "instrumentResult");
    CHECK(done["score"]["band"] == "medium");
    const Json result = at.shell.ask("a.db", { "get", "instrumentResult", done["id"] });
    CHECK(result["fields"]["bandLabel"] == "средний");
    const Json sheets = at.shell.ask("a.db", { "list", "answerSheet", "--author", at.psychologist });
    REQUIRE(sheets.size() == 1);
    const std::string sheet = sheets[0]["id"];
    CHECK(at.shell.ask("a.db", { "get", "answerSheet", sheet, "--author", at.psychologist })["fields"]["answers"]
        .get<std::string>()
        .find("\"12\": 2")
        != std::string::npos);
    for (const std::vector<std::string>& words :
        { std::vector<std::string> { "get", "answerSheet", sheet }, { "list", "answerSheet" }, { "history", sheet } }) {
        INFO(words[0]);
        for (const std::vector<std::string>& author :
            { std::vector<std::string> {}, std::vector<std::string> { "--author", at.specialist } }) {
            std::vector<std::string> line = words;
            line.insert(line.end(), { "--db", at.shell.file("a.db"), "--json" });
            line.insert(line.end(), author.begin(), author.end());
            const Ran refused = at.shell.run(line);
            CHECK(refused.code == 1);
            CHECK(refused.json()["error"]["code"] == "notPermitted");
            CHECK(refused.out.find("\"12\"") == std::string::npos);
        }
    }
}

TEST_CASE("the need map is written on its diagnostics, and first and last are compared")
{
    Session at;
    const Json first = at.record("NEED", all(12, 1));
    CHECK(first["proposedField"] == "needOutcome");
    CHECK(first["proposed"] == "tzs");
    CHECK(at.shell.ask("a.db", { "instrument", "compare", at.family, "NEED" }).empty());
    at.diagnostics = at.session("2016-09-01");
    Json last = all(12, 0);
    last["10"] = 2;
    at.record("NEED", last);
    const Json compared = at.shell.ask("a.db", { "instrument", "compare", at.family, "NEED" });
    REQUIRE(compared.size() == 1);
    CHECK(compared[0]["change"] == "-10.00");
    CHECK(compared[0]["trend"] == "better");
    CHECK(compared[0]["fell"].size() == 11);
    CHECK(compared[0]["rose"][0]["label"] == "Доход и занятость");
}

TEST_CASE("the battery of a family is told, and a sheet about nobody is refused in words")
{
    const Session at;
    const Json offered = at.shell.ask("a.db", { "instrument", "offered", at.family });
    REQUIRE(offered.size() == 3);
    CHECK(offered[0]["instrument"] == "SAFE");
    CHECK(offered[0]["need"] == "required");
    const Ran nobody = at.shell.run({ "instrument", "record", "SAFE", "--diagnostics", at.diagnostics, "--answers",
        at.answers(all(18, 0)), "--db", at.shell.file("a.db"), "--json" });
    CHECK(nobody.code == 1);
    CHECK(nobody.json()["error"]["arguments"][0] == "child");
    CHECK(at.shell.ask("a.db", { "list", "instrumentResult" }).empty());
}

TEST_CASE("a result is printed with its scales, its level and the first one; the answers for those who may read them")
{
    const Session at;
    Json better = all(12, 1);
    better["4"] = 2;
    Json worse = all(12, 1);
    worse["4"] = 3;
    worse["7"] = 3;
    at.record("SITU", worse);
    at.shell.writeFile("now.json", better.dump());
    const std::string id = at.shell.ask("a.db", { "instrument", "record", "SITU", "--diagnostics", at.session("2016-09-01"),
        "--answers", at.shell.file("now.json"), "--date", "2016-09-02", "--author", at.psychologist })["id"];
    const auto printed = [&](const std::string& who) {
        at.shell.ask("a.db", { "print", "instrumentResult", id, "--to", at.shell.file("r.html"), "--author", who });
        std::ifstream in(at.shell.file("r.html"));
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const std::string own = printed(at.psychologist);
    for (const char* words : { "Оценка семейной ситуации", "Ивановы", "Сафина", "средний", "Факторов высокого уровня",
             "По сравнению с первым результатом от 15.03.2016", "Было: высокий", "4 — 2" }) {
        INFO(words);
        CHECK(own.find(words) != std::string::npos);
    }
    const std::string other = printed(at.specialist);
    CHECK(other.find("Факторов высокого уровня") != std::string::npos);
    CHECK(other.find("4 — 2") == std::string::npos);
    CHECK(other.find("№ вопроса") == std::string::npos);
    for (const char* file : { "r.pdf", "r.odt" }) {
        at.shell.ask("a.db", { "print", "instrumentResult", id, "--to", at.shell.file(file), "--author", at.specialist });
        CHECK(std::filesystem::file_size(at.shell.file(file)) > 1000);
    }
}

TEST_CASE("a condition and a search of the tool find nothing in what is for other roles")
{
    const Session at;
    const std::string id = at.record("SITU", all(12, 1))["id"];
    const std::string condition = "EXISTS (SELECT 1 FROM answerSheet s WHERE s.answers LIKE '%1%')";
    CHECK(at.shell.ask("a.db", { "list", "instrumentResult", "--where", condition, "--author", at.psychologist }).size() == 1);
    const Ran refused = at.shell.run(
        { "list", "instrumentResult", "--where", condition, "--author", at.specialist, "--db", at.shell.file("a.db") });
    CHECK(refused.code != 0);
    CHECK(refused.out.find(id) == std::string::npos);
    CHECK(refused.err.find("психолог") != std::string::npos);
}
