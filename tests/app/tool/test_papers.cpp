// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <QFile>
#include <catch2/catch.hpp>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

namespace {

QByteArray bytesOf(const std::string& file)
{
    QFile opened(QString::fromStdString(file));
    REQUIRE(opened.open(QIODevice::ReadOnly));
    return opened.readAll();
}

} // namespace

TEST_CASE("table VII is counted to the terminal, as JSON and into every kind of file")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const Json table = shell.ask("a.db", { "report", "table-vii", "--period", "2016" });
    CHECK(table.dump().find("\"1.1.\"") != std::string::npos);
    const Ran text
        = shell.run({ "report", "table-vii", "--period", "2016", "--db", shell.file("a.db") });
    CHECK(text.code == 0);
    CHECK(text.out.find("1.1.") != std::string::npos);
    for (const char* name : { "t.json", "t.csv", "t.html", "t.xlsx", "t.pdf" }) {
        INFO(name);
        shell.ask("a.db", { "report", "table-vii", "--period", "2016", "--to", shell.file(name) });
        CHECK(bytesOf(shell.file(name)).size() > 500);
    }
    CHECK(bytesOf(shell.file("t.pdf")).startsWith("%PDF-"));
    CHECK(bytesOf(shell.file("t.xlsx")).startsWith("PK"));
}

TEST_CASE("a report of a territory counts what lies in it and nothing else")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::string family = shell.family("a.db", "Ивановы").id;
    const auto lives = [&](const char* firstName, const char* sex, const char* born,
                           const char* role) {
        const std::string person = shell
                                       .create("a.db", "person",
                                           { { "surname", "Иванова" }, { "firstName", firstName },
                                               { "sex", sex }, { "birthDate", born } })
                                       .id;
        shell.create("a.db", "member",
            { { "family", family }, { "person", person }, { "role", role },
                { "isLegalRepresentative", std::string(role) == "mother" } });
    };
    lives("Анна", "f", "1990-05-05", "mother");
    lives("Мария", "f", "2016-05-05", "daughter");
    const std::string staff
        = shell.create("a.db", "staff", { { "surname", "Ахметова" }, { "role", "DISTRICT" } }).id;
    const Json fields { { "family", family }, { "kind", "SUPPORT" },
        { "organisation", shell.idOf("a.db", "organisation", "K01") }, { "regDate", "2026-01-15" },
        { "legalStatus", "TZS" }, { "grounds", { "G1" } }, { "mainGround", "G1" },
        { "detectedBy", "1" }, { "episodeKind", "first" }, { "primaryCategory", "C1" },
        { "familyTraits", { "complete" } }, { "maritalStatus", "never" }, { "housingType", "flat" },
        { "housingCondition", "normal" }, { "incomeSources", { "work" } }, { "incomeTotal", 1 },
        { "membersCount", 1 }, { "problems", { "alcoholMother" } }, { "caseManager", staff },
        { "filledAt", "2026-01-15" }, { "filledBy", staff } };
    const std::string episode = shell.create("a.db", "episode", fields).id;
    shell.ask(
        "a.db", { "sign", "episode", episode, "--reason", "согласие хранится в бумажном деле" });
    const auto families = [&](const char* territory) {
        const Json table = shell.ask(
            "a.db", { "report", "table-vii", "--period", "2026", "--territory", territory });
        return table["rows"][0]["values"]["2026"].get<int>();
    };

    CHECK(families("16-01") == 1);
    CHECK(families("16") == 1);
    CHECK(families("16-02") == 0);
}

TEST_CASE("the visits of a day are printed into every kind of paper")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::string staff
        = shell.create("a.db", "staff", { { "surname", "Ахметова" }, { "role", "DISTRICT" } }).id;
    for (const char* name : { "d.pdf", "d.odt", "d.fodt", "d.html" }) {
        INFO(name);
        const Json told = shell.ask("a.db",
            { "daysheet", "--on", "2026-03-12", "--staff", staff, "--to", shell.file(name) });
        CHECK(told["families"] == 0);
        CHECK(bytesOf(shell.file(name)).size() > 500);
    }
    CHECK(bytesOf(shell.file("d.pdf")).startsWith("%PDF-"));
}

TEST_CASE("a report that cannot be counted says why")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const auto code = [&](std::vector<std::string> words) {
        words.insert(words.end(), { "--db", shell.file("a.db"), "--json" });
        const Ran ran = shell.run(words);
        CHECK(ran.code == 1);
        return ran.json()["error"]["code"].get<std::string>();
    };
    CHECK(code({ "report", "none", "--period", "2016" }) == "notFound");
    CHECK(
        code({ "report", "table-vii", "--period", "2016", "--territory", "99-99" }) == "notFound");
    const auto isUsage = [&](std::vector<std::string> words) {
        words.insert(words.end(), { "--db", shell.file("a.db"), "--json" });
        const Ran ran = shell.run(words);
        return ran.code == 2 && ran.out.empty();
    };
    CHECK(isUsage({ "report", "table-vii" }));
    CHECK(isUsage({ "report", "table-vii", "--period", "2016", "--language", "fr" }));
    CHECK(isUsage({ "report", "table-vii", "--period", "soon" }));
    CHECK(isUsage({ "report", "table-vii", "--period", "2016", "--to", shell.file("t.doc") }));
    CHECK(isUsage({ "print", "extract", std::string(32, '0'), "--to", shell.file("t.doc") }));
}

TEST_CASE("an office that received only the family's unit prints the extract as the secretary does")
{
    const Shell shell;
    shell.ask("region.db",
        { "init", "--profile", "ru-ta", "--office", "16", "--name", "M", "--kind", "supervisor" });
    const std::string key = shell.file("M.institution-key");
    shell.init("a.db", "16-01", { "--kind", "secretary", "--institution", key });
    shell.init("b.db", "16-02", { "--institution", key });
    shell.carry("b.db", "a.db"); // so that the secretary knows the office
    const std::string body
        = shell
              .create("a.db", "body",
                  { { "name", "Консилиум" }, { "kind", "KDN" },
                      { "municipality", "Агрызский муниципальный район" },
                      { "territory", shell.idOf("a.db", "territory", "16-01") } })
              .id;
    const std::string chair = shell.bodyMember("a.db", body, "Галиева", "chair");
    const std::string secretary = shell.bodyMember("a.db", body, "Сафина", "secretary");
    const std::string meeting
        = shell
              .create("a.db", "meeting",
                  { { "body", body }, { "date", "2026-03-12" },
                      { "timeStart", "2026-03-12T07:00:00Z" },
                      { "timeEnd", "2026-03-12T08:30:00Z" }, { "place", "Агрыз" },
                      { "form", "inPerson" }, { "chair", chair }, { "secretary", secretary } })
              .id;
    int n = 0;
    for (const std::string& present : { chair, secretary })
        shell.create("a.db", "attendance",
            { { "meeting", meeting }, { "n", ++n }, { "kind", "member" }, { "bodyMember", present },
                { "present", true } });
    const std::string family
        = shell
              .create("a.db", "family",
                  { { "name", "Ивановы" },
                      { "territory", shell.idOf("a.db", "territory", "16-02") } })
              .id;
    const std::string item = shell
                                 .create("a.db", "agendaItem",
                                     { { "meeting", meeting }, { "n", 1 }, { "kind", "1" },
                                         { "family", family }, { "topic", "О семье Ивановых" } })
                                 .id;
    shell.create("a.db", "decision",
        { { "agendaItem", item }, { "n", 1 }, { "kind", "control" }, { "text", "Продолжить" } });
    shell.ask("a.db", { "sign", "meeting", meeting });
    const std::string batch = shell.file("for-b.patronat-batch");
    shell.ask("a.db", { "export", "--to", batch, "--for", "16-02" });
    shell.ask("b.db", { "merge", batch });
    CHECK(shell.ask("b.db", { "list", "meeting" }).empty());
    CHECK(shell.ask("b.db", { "list", "body" }).empty());

    shell.ask("a.db", { "print", "extract", item, "--to", shell.file("a.html") });
    shell.ask("b.db", { "print", "extract", item, "--to", shell.file("b.html") });
    const QByteArray here = bytesOf(shell.file("a.html"));
    CHECK(here == bytesOf(shell.file("b.html")));
    for (const char* text : { "Агрызский муниципальный район", "ПОСТАНОВИЛИ", "Форма заседания",
             "Начало: 10:00", "Окончание: 11:30", "Продолжить" }) {
        INFO(text);
        CHECK(here.contains(text));
    }
    CHECK(here.count("Агрызский муниципальный район") == 1); // and not once more as the district
    CHECK(here.contains("Подлинник подписали"));

    shell.ask("a.db", { "cancel", "meeting", meeting });
    shell.ask("a.db", { "print", "extract", item, "--to", shell.file("a.html") });
    CHECK(bytesOf(shell.file("a.html")).contains("(аннулирован)"));
    CHECK(!bytesOf(shell.file("a.html")).contains("Подлинник подписали"));

    // The office that holds only the family hears of it, too.
    shell.ask("a.db", { "export", "--to", batch, "--for", "16-02" });
    shell.ask("b.db", { "merge", batch });
    shell.ask("b.db", { "print", "extract", item, "--to", shell.file("b.html") });
    CHECK(bytesOf(shell.file("b.html")).contains("(аннулирован)"));
    CHECK(!bytesOf(shell.file("b.html")).contains("Подлинник подписали"));
}

TEST_CASE("a signed protocol prints the same after everything it refers to was changed")
{
    const Shell shell;
    shell.init("a.db", "16-01", { "--kind", "secretary" });
    const auto made = [&](const char* type, const Json& fields) {
        return shell.create("a.db", type, fields).id;
    };
    const std::string territory = shell.idOf("a.db", "territory", "16-01");
    const std::string body = made("body",
        { { "name", "Консилиум" }, { "kind", "KDN" }, { "municipality", "Первый округ" },
            { "territory", territory } });
    const std::string chair = shell.bodyMember("a.db", body, "Галиева", "chair");
    const std::string secretary = shell.bodyMember("a.db", body, "Сафина", "secretary");
    const std::string third = shell.bodyMember("a.db", body, "Ильина", "member");
    const std::string meeting = made("meeting",
        { { "body", body }, { "date", "2026-03-12" }, { "timeStart", "2026-03-12T07:00:00Z" },
            { "place", "Агрыз" }, { "form", "inPerson" }, { "chair", chair },
            { "secretary", secretary } });
    int n = 0;
    for (const std::string& member : { chair, secretary })
        made("attendance",
            { { "meeting", meeting }, { "n", ++n }, { "kind", "member" }, { "bodyMember", member },
                { "present", member == chair } });
    made("attendance",
        { { "meeting", meeting }, { "n", ++n }, { "kind", "substitute" }, { "bodyMember", third },
            { "surname", "Петрова" }, { "firstName", "Вера" }, { "present", true } });
    const std::string family
        = made("family", { { "name", "Ивановы" }, { "territory", territory } });
    const std::string organisation = made("organisation",
        { { "name", "Школа первая" }, { "kind", "KCSON" }, { "territory", territory } });
    const std::string item = made("agendaItem",
        { { "meeting", meeting }, { "n", 1 }, { "kind", "1" }, { "family", family },
            { "topic", "О семье" } });
    made("decision",
        { { "agendaItem", item }, { "n", 1 }, { "kind", "control" }, { "text", "Продолжить" } });
    made("assignment",
        { { "agendaItem", item }, { "n", 1 }, { "subject", "6" }, { "organisation", organisation },
            { "text", "Помочь" }, { "due", "2026-04-01" }, { "responsible", "Петров" } });
    shell.ask("a.db", { "sign", "meeting", meeting });
    const auto printed = [&](const char* paper, const std::string& id) {
        shell.ask("a.db", { "print", paper, id, "--to", shell.file("p.html") });
        return bytesOf(shell.file("p.html"));
    };
    const QByteArray protocol = printed("protocol", meeting);
    const QByteArray extract = printed("extract", item);
    for (const char* text : { "Первый округ", "Консилиум", "ПОСТАНОВИЛИ", "Галиева", "Сафина",
             "Ильина", "Петрова", "Школа первая", "Ивановы" }) {
        INFO(text);
        CHECK(protocol.contains(text));
    }

    const auto change = [&](const char* type, const std::string& id, const Json& fields) {
        const Json now = shell.ask("a.db", { "get", type, id });
        shell.change("a.db", type, { id, now["heads"].get<std::string>() }, fields);
    };
    change("body", body,
        { { "name", "Другой" }, { "kind", "CONSILIUM" }, { "municipality", "Второй округ" },
            { "settlement", "Казань" }, { "quorumStrict", true } });
    for (const std::string& member : { chair, secretary, third })
        change("bodyMember", member,
            { { "surname", "Новая" }, { "firstName", "Юлия" }, { "patronymic", "Яновна" },
                { "post", "никто" }, { "subject", "7" }, { "to", "2026-01-01" } });
    change("territory", territory, { { "name", "Переименованный район" } });
    change("family", family,
        { { "name", "Сидоровы" }, { "addrFact", { { "settlement", "Казань" } } } });
    change("organisation", organisation, { { "name", "Школа вторая" }, { "shortName", "Ш2" } });
    made("episode", { { "family", family }, { "regNo", "77" } });
    CHECK(printed("protocol", meeting) == protocol);
    CHECK(printed("extract", item) == extract);
}
