// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/digest.h"
#include "tests/core/intake/lists.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdio>
#include <set>

using namespace patronat;
using namespace patronat::tests;
using base::Value;
using intake::RowState;

namespace {

/// Of the units that were there: what an undo leaves beside them are marks of what was taken back.
std::string digestOf(TestOffice& office, const std::set<base::UnitId>& units)
{
    const auto sum
        = office.store().read([&](const store::ReadTx& tx) -> base::Result<base::Digest256> {
              return store::digest(tx, [&](base::UnitId unit) { return units.contains(unit); });
          });
    REQUIRE(sum);
    return base::hex(std::string_view(reinterpret_cast<const char*>(sum->data()), sum->size()));
}

std::set<base::UnitId> units(TestOffice& office)
{
    std::set<base::UnitId> out;
    const auto read = office.store().read([&](const store::ReadTx& tx) -> base::Result<base::Ok> {
        for (const store::Table& table : tx.tables().all()) {
            auto select = tx.connection().prepareOnce(
                "SELECT DISTINCT unit FROM " + store::sqlName(table.type().id));
            while (select.step())
                out.insert(select.id<base::UnitId>(0));
        }
        return base::Ok {};
    });
    REQUIRE(read);
    return out;
}

std::string reasonsOf(const intake::PlannedRow& row)
{
    std::string out;
    for (const intake::RowProblem& problem : row.problems)
        out += (out.empty() ? "" : " ") + problem.heading + ':' + problem.reason
            + (problem.nearest.empty() ? "" : '(' + problem.nearest + ')');
    return out;
}

std::int64_t living(TestOffice& office, const std::string& type)
{
    return office.count(
        "SELECT count(*) FROM " + type + " WHERE life NOT IN ('removed', 'erased')");
}

double seconds(const std::function<void()>& what)
{
    const auto from = std::chrono::steady_clock::now();
    what();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

} // namespace

TEST_CASE("of five thousand rows in windows-1251 exactly the forty faulty ones are refused, a "
          "second import adds nothing, and "
          "undo leaves all as before")
{
    const FaultyList list = faultyList(5000, 40, 60);
    REQUIRE(list.faults.size() == 40);
    REQUIRE(list.repeated == 60);
    TestOffice office(shippedProfile(), 3);
    const auto changed = office.create("person",
        { { "surname", Value("ИВАНОВ") }, { "firstName", Value("Айдар") },
            { "patronymic", Value("Маратович") }, { "birthDate", Value("1960-01-01") },
            { "sex", Value("m") }, { "phone", Value("+79170000000") } });
    const std::set<base::UnitId> before = units(office);
    const std::string digest = office.digest();
    const intake::Mapping mapping = mappingOf(kPersonMap, "person");
    const intake::ListTable table = tableOfCsv(list.bytes);
    CHECK(table.encoding == "windows-1251");
    CHECK(table.separator == ';');
    intake::ImportPlan first;
    const double planned = seconds([&] { first = plan(office.store(), table, mapping); });
    std::map<int, std::string> refused;
    for (const intake::PlannedRow& row : first.rows)
        if (row.state == RowState::Problem)
            refused.emplace(row.line, row.problems.front().reason);
    CHECK(refused == list.faults);
    CHECK(first.count(RowState::Duplicate) == list.repeated);
    CHECK(first.count(RowState::Changed)
        == 1); // the one that was there gets its telephone and address
    CHECK(first.count(RowState::New) == list.sound - 1);

    intake::Imported imported;
    const double written = seconds([&] { imported = run(office.store(), first); });
    CHECK(imported.created == list.sound - 1);
    CHECK(imported.changed == 1);
    CHECK(office.value("person", changed, "surname") == Value("ИВАНОВ"));
    CHECK(office.all("person").size() == list.sound);

    const intake::ImportPlan second = plan(office.store(), table, mapping);
    CHECK(second.writes() == 0);
    CHECK(second.count(RowState::Same) == list.sound);
    CHECK(second.count(RowState::Problem) == 40);
    CHECK(run(office.store(), second).group.isNull());

    double undone = 0;
    undone = seconds([&] { REQUIRE(office.store().undo(imported.group, { 1, 1 })); });
    std::printf("5,000 rows: planned %.2f s, written %.2f s, taken back %.2f s\n", planned, written,
        undone);
    CHECK(digestOf(office, before) == digest);
    CHECK(living(office, "person") == 1);
    CHECK(office.problems() == "");
}

TEST_CASE("every fault of a row is told with its column, the unknown code with the nearest one")
{
    TestOffice office(shippedProfile(), 4);
    const intake::Mapping mapping = mappingOf(kPersonMap, "person");
    const std::string head = "Фамилия;Имя;Отчество;Дата рождения;Пол;Телефон;Адрес\n";
    const auto reasons = [&](const std::string& row) {
        return reasonsOf(plan(office.store(), tableOfCsv(head + row), mapping).rows.front());
    };
    CHECK(reasons("Иванов;Пётр;;1.1.1980;мужскй;;\n") == "Пол:unknownCode(m)");
    CHECK(reasons("Иванов;Пётр;;32.1.1980;\xD0\xBA\xD0\xBE\xD1\x82;;\n")
        == "Дата рождения:notADate Пол:unknownCode");
    CHECK(reasons("Иванов;Пётр;;1.1.1980;#N/A;;\n") == "Пол:formulaError");
    CHECK(reasons("Иванов;Пётр;;1.1.1980;;;\n") == "Пол:required");
    CHECK(reasons("Иванов;;;;мужской;;\n") == "Имя:keyMissing Дата рождения:keyMissing");
    CHECK(reasons(";;;;;;;\n;;;;;;;x\n") == ":beyondHeader :nothingFilled");
    const auto rows = plan(office.store(),
        tableOfCsv(head
            + "Иванов;Пётр;;1.1.1980;мужской;1;\nИванов;Пётр;;1.1.1980;мужской;;\nиванов;петр;;01."
              "01.1980;м;2;\n"),
        mapping)
                          .rows;
    CHECK(rows[0].state == RowState::New);
    CHECK(rows[1].state == RowState::Duplicate); // tells less
    CHECK(rows[1].sameAs == 2);
    CHECK(reasonsOf(rows[2]).find("Телефон:keyTwice(2)") != std::string::npos);
}

TEST_CASE("a cancelled import leaves nothing, and the next one writes all")
{
    TestOffice office(shippedProfile(), 5);
    const std::string digest = office.digest();
    const FaultyList list = faultyList(300, 0, 0);
    const intake::ImportPlan first
        = plan(office.store(), tableOfCsv(list.bytes), mappingOf(kPersonMap, "person"));
    base::Job* running = nullptr;
    base::Job job([&](std::uint64_t done, std::uint64_t) {
        if (done >= 128)
            running->cancel();
    });
    running = &job;
    const auto cancelled = intake::runImport(office.store(), first, office.by("import"), job);
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == base::ErrorCode::Cancelled);
    CHECK(office.digest() == digest);
    CHECK(office.problems() == "");
    CHECK(run(office.store(), first).created == 300);
    CHECK(office.problems() == "");
}

TEST_CASE("more records than one transaction may hold are refused before anything is written")
{
    TestOffice office(shippedProfile(), 6);
    intake::ImportPlan large;
    large.records.resize(store::kMaxWhole + 1);
    base::Job job;
    const auto refused = intake::runImport(office.store(), large, office.by("import"), job);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::WriteTooLarge);
    CHECK(office.all("person").empty());
}

namespace {

const std::string kFamilyMap = R"({"records": [
    {"as": "family", "type": "family", "shared": true, "columns": {"Семья": "name", "Участок": "territory", "Адрес": "addrFact.note"},
     "keys": [["name", "addrFact.note"]]},
    {"as": "mother", "type": "person", "shared": true, "columns": {"Мать": {"name": ["surname", "firstName", "patronymic"]}, "Рожд. матери": "birthDate"},
     "constants": {"sex": "f"}, "keys": [["surname", "firstName", "patronymic?", "birthDate"]]},
    {"as": "motherInFamily", "type": "member", "links": {"family": "family", "person": "mother"}, "constants": {"role": "mother"},
     "keys": [["family", "person"]]},
    {"as": "child", "type": "person", "columns": {"Ребёнок": {"name": ["surname", "firstName", "patronymic"]}, "Рожд. ребёнка": "birthDate", "Пол": "sex"},
     "keys": [["surname", "firstName", "patronymic?", "birthDate"]]},
    {"as": "childInFamily", "type": "member", "links": {"family": "family", "person": "child"}, "constants": {"role": "son"},
     "keys": [["family", "person"]]}]})";

} // namespace

TEST_CASE("one flat list fills families, their members and persons, each once")
{
    TestOffice office(shippedProfile(), 7);
    const std::string head = "Семья;Участок;Адрес;Мать;Рожд. матери;Ребёнок;Рожд. ребёнка;Пол\n";
    const intake::ListTable table = tableOfCsv(head
        + "Ивановы;16-01;Лесная 5;Иванова Анна Петровна;1.2.1985;Иванов Пётр;5.6.2012;мужской\n"
          "Ивановы;16-01;Лесная 5;Иванова Анна Петровна;1.2.1985;Иванова Мария;7.8.2015;женский\n"
          "Сафины;16-01;Полевая 1;;;Сафин Марат Айдарович;1.1.2014;мужской\n"
          "Петровы;16-01;Лесная 5;Петрова Ольга;1.2.1990;Петров Иван;31.6.2015;мужской\n");
    const intake::Mapping mapping = mappingOf(kFamilyMap);
    const intake::ImportPlan first = plan(office.store(), table, mapping);
    CHECK(reasonsOf(first.rows[3]) == "Рожд. ребёнка:notADate");
    CHECK(first.count(RowState::New) == 3);
    CHECK(first.writes("family", RowState::New) == 2); // nothing of a refused row
    CHECK(first.writes("person", RowState::New) == 4);
    CHECK(first.writes("member", RowState::New) == 4);
    const intake::Imported imported = run(office.store(), first);
    CHECK(imported.created == 10);
    REQUIRE(office.all("member").size() == 4);
    const auto families = office.all("family");
    for (const auto member : office.all("member")) {
        const auto family = office.value("member", member, "family").reference();
        REQUIRE(family != nullptr);
        CHECK(std::count(families.begin(), families.end(), *family) == 1);
    }
    const intake::ImportPlan second = plan(office.store(), table, mapping);
    CHECK(second.writes() == 0);
    CHECK(second.rows[0].state == RowState::Same);
    REQUIRE(office.store().undo(imported.group, { 1, 1 }));
    for (const char* type : { "family", "person", "member" })
        CHECK(living(office, type) == 0);
    CHECK(office.problems() == "");
}

TEST_CASE("who was found by the name is not given another's number")
{
    TestOffice office(shippedProfile(), 8);
    const intake::Mapping mapping = mappingOf(
        R"({"columns": {"Ф": "surname", "И": "firstName", "Пол": "sex", "Т": "phone", "Д": "docNumber"},
        "keys": [["phone"], ["surname", "firstName"]]})",
        "person");
    const std::string head = "Ф;И;Пол;Т;Д\n";
    run(office.store(),
        plan(office.store(),
            tableOfCsv(head + "Иванов;Пётр;м;8 (917) 000-00-01;\nСафин;Марат;мужской;;\n"),
            mapping));
    const auto rows = plan(office.store(),
        tableOfCsv(head
            + "Иванов;Пётр;м;+79170000002;\nИванов;Павел;м;+7 917 000 00 "
              "01;5\nСафин;Марат;м;+79170000003;\n"),
        mapping)
                          .rows;
    CHECK(reasonsOf(rows[0]) == "Т:differs");
    CHECK(rows[1].state == RowState::Changed);
    CHECK(rows[2].state == RowState::Changed);
}
