// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

#include <algorithm>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

TEST_CASE("what is put is what is got")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::string territory = shell.idOf("a.db", "territory", "16-01");
    const Json fields { { "name", "Хәйруллины «Яңа өй»" }, { "territory", territory },
        { "addrFact", { { "street", "ул. Ленина" }, { "house", "5" } } },
        { "note", "строка\nвторая" } };
    const Shell::Shown family = shell.create("a.db", "family", fields);
    const Json record = shell.get("a.db", "family", family.id);
    CHECK(record["fields"] == fields);
    CHECK(record["heads"] == family.heads);
    CHECK(record["type"] == "family");
    CHECK(record["unit"] == family.id);
    CHECK(record["life"] == "draft");
    CHECK(record["conflicts"].empty());

    const Shell::Shown changed = shell.change(
        "a.db", "family", family, { { "note", nullptr }, { "addrFact.house", "7" } });
    const Json after = shell.get("a.db", "family", family.id)["fields"];
    CHECK_FALSE(after.contains("note"));
    CHECK(after["addrFact"]["house"] == "7");
    CHECK(after["addrFact"]["street"] == "ул. Ленина");
    CHECK(changed.heads != family.heads);
}

TEST_CASE("saving what is there already writes nothing")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Shell::Shown family = shell.family("a.db", "Ивановы");
    const Json saved = shell.ask("a.db",
        { "put", "family", "--id", family.id, "--base", family.heads }, R"({"name": "Ивановы"})");
    CHECK(saved["operation"].is_null());
    CHECK(saved["heads"] == family.heads);
    CHECK(shell.ask("a.db", { "history", family.id })["operations"].size() == 1);
}

TEST_CASE("a save from an older look is concurrent, and its heads name only what its author saw")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Shell::Shown family = shell.family("a.db", "Ивановы");
    shell.change("a.db", "family", family, { { "note", "первая" } });
    const Json second = shell.ask("a.db",
        { "put", "family", "--id", family.id, "--base", family.heads }, R"({"note": "вторая"})");
    CHECK(second["concurrent"] == true);
    CHECK(second["heads"].get<std::string>().find(',') == std::string::npos);
    const Json conflicts = shell.ask("a.db", { "conflicts", "list" });
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0]["field"] == "note");
    CHECK(conflicts[0]["candidates"].size() == 2);
}

TEST_CASE("a new record takes over what its type repeats, with its lines, and what is given wins")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Shell::Shown family = shell.family("a.db", "Ивановы");
    const Ran none
        = shell.run({ "put", "surveyAct", "--like", "last", "--db", shell.file("a.db") },
            Json { { "family", family.id } }.dump());
    CHECK(none.code == 1); // there is no last one yet
    const Shell::Shown first = shell.create("a.db", "surveyAct",
        { { "family", family.id }, { "visitDate", "2027-01-10" }, { "rooms", 3 }, { "area", 41.5 },
            { "motherWork", "доярка" }, { "grade", "good" }, { "conclusion", "условия хорошие" } });
    shell.create("a.db", "surveyCommission",
        { { "surveyAct", first.id }, { "n", 1 }, { "name", "Ахметова Л.Р." }, { "post", "специалист" } });
    shell.create("a.db", "surveyIncome",
        { { "surveyAct", first.id }, { "n", 1 }, { "source", "none" }, { "amount", 100 } });
    const Json given { { "family", family.id }, { "visitDate", "2027-02-10" }, { "rooms", 4 } };
    for (const std::string& like : { std::string("last"), first.id }) {
        const Json made
            = shell.ask("a.db", { "put", "surveyAct", "--like", like }, given.dump());
        const std::string id = made["id"];
        const Json fields = shell.get("a.db", "surveyAct", id)["fields"];
        CHECK(fields["rooms"] == 4);
        CHECK(fields["area"] == 41.5);
        CHECK(fields["motherWork"] == "доярка");
        CHECK_FALSE(fields.contains("grade"));
        CHECK_FALSE(fields.contains("conclusion"));
        const Json commission = shell.ask("a.db",
            { "list", "surveyCommission", "--where", "surveyAct = x'" + id + "'" });
        REQUIRE(commission.size() == 1);
        CHECK(commission[0]["fields"]["name"] == "Ахметова Л.Р.");
        CHECK(commission[0]["fields"]["n"] == 1);
        const Json incomes
            = shell.ask("a.db", { "list", "surveyIncome", "--where", "surveyAct = x'" + id + "'" });
        REQUIRE(incomes.size() == 1);
        CHECK(incomes[0]["fields"]["source"] == "none");
        CHECK_FALSE(incomes[0]["fields"].contains("amount"));
    }
    // Of a type that repeats nothing there is nothing to take over.
    CHECK(shell.run({ "put", "family", "--like", family.id, "--db", shell.file("a.db") }, "{}").code == 1);
    CHECK(shell.run({ "put", "visit", "--like", "last", "--id", family.id, "--base", family.heads,
                        "--db", shell.file("a.db") }, "{}").code == 2);
}

TEST_CASE("a draft saved twice is one record")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::string draft = "000000000000000a000000000000000b";
    const std::string fields = Json {
        { "name", "Ивановы" }, { "territory", shell.idOf("a.db", "territory", "16-01") }
    }.dump();
    const Json first = shell.ask("a.db", { "put", "family", "--draft", draft }, fields);
    const Json second = shell.ask("a.db", { "put", "family", "--draft", draft }, fields);
    CHECK(first == second);
    CHECK(shell.ask("a.db", { "list", "family" }).size() == 1);
}

TEST_CASE("lists take a condition and a limit, and refuse SQL that is none")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    for (const char* name : { "Ивановы", "Петровы", "Сидоровы" })
        shell.family("a.db", name);
    CHECK(shell.ask("a.db", { "list", "family", "--limit", "2" }).size() == 2);
    const Json found = shell.ask("a.db", { "list", "family", "--where", "name = 'Петровы'" });
    REQUIRE(found.size() == 1);
    CHECK(found[0]["fields"]["name"] == "Петровы");
    CHECK(shell.run({ "list", "family", "--where", "nothing = 1", "--db", shell.file("a.db") }).code
        == 1);
    CHECK(shell
              .run({ "list", "family", "--where", "1); DELETE FROM family; --", "--db",
                  shell.file("a.db") })
              .code
        == 1);
    CHECK(shell
              .run({ "list", "family", "--where",
                  "(WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n) > 0", "--db",
                  shell.file("a.db") })
              .code
        == 1); // a condition without an end is ended
    CHECK(shell.ask("a.db", { "list", "family" }).size() == 3);
}

TEST_CASE("a removed record leaves the lists and comes back")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Shell::Shown family = shell.family("a.db", "Ивановы");
    shell.ask("a.db", { "remove", "family", family.id });
    CHECK(shell.ask("a.db", { "list", "family" }).empty());
    CHECK(shell.get("a.db", "family", family.id)["life"] == "removed");
    CHECK(shell.run({ "remove", "family", family.id, "--db", shell.file("a.db") }).code == 1);
    shell.ask("a.db", { "unremove", "family", family.id });
    CHECK(shell.get("a.db", "family", family.id)["fields"]["name"] == "Ивановы");
}

TEST_CASE("a removal says what hangs on the record, and nothing new is put under it")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.init("b.db", "16-02");
    const Shell::Shown family = shell.family("a.db", "Сафины");
    const std::string programme = shell.create("a.db", "programme", { { "family", family.id } }).id;
    shell.carry("a.db", "b.db");
    const Json removed = shell.ask("a.db", { "remove", "family", family.id });
    CHECK(removed["below"] == Json { { "programme", 1 } });
    const Ran refused = shell.run({ "put", "programme", "--db", shell.file("a.db"), "--json" },
        Json { { "family", family.id } }.dump());
    CHECK(refused.code == 1);
    CHECK(refused.json()["error"]["code"] == "recordRemoved");
    CHECK(refused.json()["error"]["arguments"][1] == family.id);

    // Elsewhere, where nobody has heard of it, it is entered, and both are told.
    const std::string late = shell.create("b.db", "programme", { { "family", family.id } }).id;
    shell.carry("b.db", "a.db");
    shell.carry("a.db", "b.db");
    for (const char* office : { "a.db", "b.db" }) {
        std::vector<std::string> told;
        for (const Json& finding : shell.ask(office, { "findings" }))
            if (finding["kind"] == "parentRemoved")
                told.push_back(finding["record"].get<std::string>());
        CHECK(told.size() == 2);
        CHECK(std::find(told.begin(), told.end(), late) != told.end());
        CHECK(std::find(told.begin(), told.end(), programme) != told.end());
    }
    shell.ask("a.db", { "unremove", "family", family.id });
    for (const Json& finding : shell.ask("a.db", { "findings" }))
        CHECK(finding["kind"] != "parentRemoved");
}

TEST_CASE("history tells who wrote what and which of it is current")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::string staff
        = shell.create("a.db", "staff", { { "surname", "Галиева" }, { "firstName", "Алия" } }).id;
    const std::string territory = shell.idOf("a.db", "territory", "16-01");
    const Json made = shell.ask("a.db", { "put", "family", "--author", staff },
        Json { { "name", "Ивановы" }, { "territory", territory }, { "note", "старое" } }.dump());
    const Shell::Shown family { made["id"].get<std::string>(), made["heads"].get<std::string>() };
    shell.change("a.db", "family", family, { { "note", "новое" } });
    const Json history = shell.ask("a.db", { "history", family.id });
    CHECK(history["type"] == "family");
    REQUIRE(history["operations"].size() == 2);
    const Json first = history["operations"][0];
    CHECK(first["kind"] == "write");
    CHECK(first["author"]["name"] == "Галиева А.");
    CHECK(first["site"]["office"] == "16-01");
    CHECK(first["fields"]["note"] == "старое");
    CHECK(first["current"] == Json::array({ "name", "territory" }));
    CHECK(history["operations"][1]["current"] == Json::array({ "note" }));
    CHECK(history["operations"][1]["base"] == family.heads);
    CHECK(history["operations"][1]["author"].is_null());
}

TEST_CASE("undo takes back what was done last, and then what was done before that")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Shell::Shown family = shell.family("a.db", "Ивановы");
    shell.change("a.db", "family", family, { { "name", "Ивановы-Петровы" } });
    shell.ask("a.db", { "undo", "--last" });
    CHECK(shell.get("a.db", "family", family.id)["fields"]["name"] == "Ивановы");
    shell.ask("a.db", { "undo", "--last" });
    CHECK(shell.get("a.db", "family", family.id)["life"] == "removed");
    const Ran nothing = shell.run({ "undo", "--last", "--db", shell.file("a.db") });
    CHECK(nothing.code == 1);
}

TEST_CASE("search finds by the beginning of a name, whatever the keyboard's letters")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::string id
        = shell
              .create("a.db", "person",
                  { { "surname", "Хөснетдинова" }, { "firstName", "Ләйсән" }, { "sex", "F" } })
              .id;
    const Json found = shell.ask("a.db", { "search", "хосн" });
    REQUIRE(found.size() == 1);
    CHECK(found[0]["id"] == id);
    CHECK(found[0]["type"] == "person");
    CHECK(shell.ask("a.db", { "search", "никого" }).empty());
}

TEST_CASE("an unknown field or a value of another kind is named")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const auto put = [&](const std::string& json) {
        return shell.run({ "put", "person", "--db", shell.file("a.db"), "--json" }, json);
    };
    CHECK(put(R"({"shoeSize": 45})").json()["error"]["code"] == "unknownField");
    CHECK(put(R"({"birthDate": "12.03.1990"})").json()["error"]["arguments"]
        == Json::array({ "person", "birthDate", "notADate" }));
    CHECK(put("{").json()["error"]["code"] == "invalidArgument");
    CHECK(put("").code == 1);
    CHECK(shell.ask("a.db", { "list", "person" }).empty());
}
