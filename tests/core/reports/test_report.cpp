// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/report.h"

#include "core/db/connection.h"
#include "core/store/outputfile.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::reports;

namespace {

constexpr char kReport[] = R"json({"id": "vii", "title": {"ru": "Индикаторы"},
 "columns": [{"id": "start", "label": {"ru": "к началу"}}, {"id": "2016", "label": {"ru": "2016 год"}},
   {"id": "2017", "label": {"ru": "2017 год"}}, {"id": "end", "label": {"ru": "по окончании"}}],
 "rows": [
  {"no": "1.", "label": {"ru": "Семей"}, "measure": {"ru": "семей"}, "sumOf": ["1.1.", "1.2."],
   "value": {"sql": "SELECT count(*) FROM episode WHERE begins <= :to AND (ends IS NULL OR ends > :to) AND (:territory IS NULL OR territory = :territory)"},
   "plan": {"start": 5, "2016": 4, "2017": 2, "end": 2}},
  {"no": "1.1.", "label": {"ru": "а"}, "value": {"sql": "SELECT count(*) FROM episode WHERE category = 'a' AND begins <= :to AND (ends IS NULL OR ends > :to) AND (:territory IS NULL OR territory = :territory)"}},
  {"no": "1.2.", "label": {"ru": "б"}, "value": {"sql": "SELECT count(*) FROM episode WHERE category = 'b' AND begins <= :to AND (ends IS NULL OR ends > :to) AND (:territory IS NULL OR territory = :territory)"}},
  {"no": "5.", "label": {"ru": "банк"}, "kind": "flag", "value": {"sql": "SELECT count(*) > 3 FROM episode"}, "plan": {"start": true, "2016": false}},
  {"no": "6.", "label": {"ru": "НКО"}, "value": {"reason": "noRecords"}, "plan": {"2016": null}},
  {"no": "11.", "label": {"ru": "доля"}, "kind": "percent", "notFor": ["start"],
   "value": {"file": "share.sql"}, "plan": {"2016": 20, "end": 90}},
  {"no": "12.", "label": {"ru": "доля 2"}, "kind": "percent", "value": {"sql": "SELECT 1, 0"}, "note": {"ru": "Метод А"}},
  {"no": "13.", "label": {"ru": "средний"}, "value": {"sql": "SELECT NULL"}}],
 "heads": {"no": {"ru": "№ п/п"}},
 "withoutCategory": {"sql": "SELECT id FROM episode WHERE category IS NULL"},
 "controls": [{"label": {"ru": "Контроль"}, "equation": "end = start + entered - left", "terms": [
   {"id": "start", "label": {"ru": "на начало"}, "sql": "SELECT count(*) FROM episode WHERE begins <= max(date(:from, '-1 day'), :start) AND (ends IS NULL OR ends > max(date(:from, '-1 day'), :start))"},
   {"id": "entered", "label": {"ru": "поступило"}, "sql": "SELECT count(*) FROM episode WHERE begins > max(date(:from, '-1 day'), :start) AND begins <= :to"},
   {"id": "left", "label": {"ru": "выбыло"}, "sql": "SELECT count(*) FROM episode WHERE ends > max(date(:from, '-1 day'), :start) AND ends <= :to"},
   {"id": "end", "label": {"ru": "на конец"}, "sql": "SELECT count(*) FROM episode WHERE begins <= :to AND (ends IS NULL OR ends > :to)"}]}]})json";

constexpr char kShare[] = "SELECT count(*) FILTER (WHERE ends BETWEEN :from AND :to),"
                          " count(*) FROM episode WHERE begins <= :to AND (ends IS NULL OR ends >= :start)";

/// Seven episodes: five open at the start, one of 2016, one of 2017; two end in 2016, three in 2017.
class ReportCase {
public:
    ReportCase()
    {
        write("vii.json", kReport);
        write("share.sql", kShare);
        profile.languages = { "ru" };
        profile.settingsJson = "{}";
        profile.folders["case"] = folder.path().string();
        profile.reports["vii"] = "case/vii.json";
        connection.execute("CREATE TABLE episode (id BLOB, category TEXT, begins TEXT, ends TEXT, territory TEXT)");
        for (const char* row : { "'a', '2016-01-01', '2016-05-01'", "'a', '2015-06-01', '2016-06-30'",
                 "'a', '2016-01-01', '2017-02-01'", "'b', '2016-01-01', '2017-03-01'", "'b', '2016-01-01', NULL",
                 "'b', '2016-09-01', '2017-04-01'", "'a', '2017-05-01', NULL" })
            connection.execute("INSERT INTO episode SELECT randomblob(16), * FROM (VALUES (" + std::string(row)
                + ", '16-01'))");
    }

    void write(std::string_view name, std::string_view text) const
    {
        REQUIRE(store::writeFile(folder.file(name), QByteArray(text.data(), static_cast<qsizetype>(text.size())))
                    .ok());
    }

    base::Result<Table> count(const char* period, base::Value territory = {})
    {
        base::Job job;
        return count(period, job, std::move(territory));
    }

    base::Result<Table> count(const char* period, base::Job& job, base::Value territory = {})
    {
        return countReport(
            connection, profile, "vii", *parsePeriod(period), { "ru", "2018-01-15", true, territory }, job);
    }

    db::Connection connection { ":memory:", db::Access::Writer };
    profile::Profile profile;
    tests::TemporaryFolder folder;
};

Table counted(ReportCase& situation, const char* period)
{
    auto table = situation.count(period);
    if (!table.ok())
        FAIL(base::describe(table.error()));
    return std::move(table).value();
}

std::vector<std::string> columnIds(const Table& table)
{
    std::vector<std::string> ids;
    for (const TableColumn& column : table.columns)
        ids.push_back(column.id);
    return ids;
}

std::string value(const Table& table, const char* row, const char* column)
{
    const Cell* cell = table.cell(row, column);
    return cell ? printed(*cell, ',') : "no such cell";
}

} // namespace

TEST_CASE("a year gives the start, the year's facts and the plan beside", "[reports]")
{
    ReportCase situation;
    const Table table = counted(situation, "2016");

    CHECK(columnIds(table)
        == std::vector<std::string> {
            "start", "start.plan", "2016", "2016.plan", "2016.deviation", "2016.percentOfPlan" });
    CHECK(value(table, "1.", "start") == "5");
    CHECK(value(table, "1.", "start.plan") == "5");
    CHECK(value(table, "1.", "2016") == "4");
    CHECK(value(table, "1.", "2016.deviation") == "0");
    CHECK(value(table, "1.", "2016.percentOfPlan") == "100,0");
    CHECK(value(table, "5.", "2016") == "да");
    CHECK(value(table, "5.", "2016.plan") == "нет");
    CHECK(table.heads[0] == "№ п/п");
    CHECK(value(table, "11.", "2016") == "33,3");
    CHECK(value(table, "11.", "2016.deviation") == "13,3");
    CHECK(table.columns[2].label == "2016 год, факт");
    CHECK(table.mark == "учебные данные");
    CHECK(table.notes == std::vector<std::string> { "Метод А" });
}

TEST_CASE("a dash has its reason", "[reports]")
{
    ReportCase situation;
    const Table table = counted(situation, "2016");

    CHECK(table.cell("11.", "start")->reason == "notAsked");
    CHECK(table.cell("6.", "2016")->reason == "noRecords");
    CHECK(table.cell("6.", "2016.plan")->reason == "noPlan");
    CHECK(table.cell("12.", "2016")->reason == "zeroDenominator");
    CHECK(table.cell("13.", "2016")->reason == "noValue");
    CHECK(value(table, "13.", "2016") == "-");
}

TEST_CASE("the whole programme gives each year and the end", "[reports]")
{
    ReportCase situation;
    const Table table = counted(situation, "2016-01-01..2017-12-31");

    CHECK(value(table, "1.", "2016") == "4");
    CHECK(value(table, "1.", "2017") == "2");
    CHECK(value(table, "1.", "end") == "2");
    CHECK(value(table, "11.", "end") == "71,4");
    CHECK(table.columns.back().id == "end.percentOfPlan");
    CHECK(table.columns.back().span == Period { "end", "2016-01-01", "2017-12-31" });
}

TEST_CASE("a quarter is one column without a plan", "[reports]")
{
    ReportCase situation;
    const Table table = counted(situation, "2016Q2");

    CHECK(columnIds(table) == std::vector<std::string> { "start", "start.plan", "2016Q2" });
    CHECK(value(table, "1.", "2016Q2") == "3");
    CHECK(table.columns[2].label == "01.04.2016–30.06.2016, факт");
}

TEST_CASE("the stock at the end is the stock at the start, more those who came, less those who left", "[reports]")
{
    ReportCase situation;
    const Table table = counted(situation, "2016-01-01..2017-12-31");

    REQUIRE(table.controls.size() == 3);
    const auto values = [&table](std::size_t i) {
        std::vector<std::int64_t> out;
        for (const Control::Term& term : table.controls[i].terms)
            out.push_back(term.value);
        return out;
    };
    CHECK(values(0) == std::vector<std::int64_t> { 5, 1, 2, 4 });
    CHECK(values(1) == std::vector<std::int64_t> { 4, 1, 3, 2 });
    CHECK(values(2) == std::vector<std::int64_t> { 5, 2, 5, 2 });
    for (const Control& control : table.controls)
        CHECK(control.difference == 0);
    CHECK(table.controls[1].terms[2].label == "выбыло");
}

TEST_CASE("a report whose parts do not add up is given out and says where and who", "[reports]")
{
    ReportCase situation;
    situation.connection.execute("INSERT INTO episode (id, category, begins) VALUES (x'000102030405060708090a0b0c0d0e0f', NULL, '2016-10-01')");

    const auto table = situation.count("2016");

    REQUIRE(table.ok());
    REQUIRE_FALSE(table->controls.empty());
    const Control& broken = table->controls.back();
    CHECK(broken.column == "2016");
    REQUIRE(broken.terms.size() == 2);
    CHECK(broken.terms[0].value == 5);
    CHECK(broken.terms[1].value == 4);
    CHECK(broken.difference == 1);
    CHECK(broken.records == std::vector<std::string> { "000102030405060708090a0b0c0d0e0f" });
    for (const std::string& text : { jsonOf(*table), csvOf(*table), htmlOf(*table, MarkLine::OnBands) })
        CHECK(text.find("000102030405060708090a0b0c0d0e0f") != std::string::npos);
    const auto earlier = situation.count("2016Q2");
    REQUIRE(earlier.ok());
    for (const Control& control : earlier->controls)
        CHECK(control.records.empty());
}

TEST_CASE("a territory narrows the facts", "[reports]")
{
    ReportCase situation;
    const auto elsewhere = situation.count("2016", "16-02");
    REQUIRE(elsewhere.ok());
    CHECK(value(*elsewhere, "1.", "2016") == "0");
    const auto here = situation.count("2016", "16-01");
    REQUIRE(here.ok());
    CHECK(value(*here, "1.", "2016") == "4");
}

TEST_CASE("whoever waits for a report is told how far it is, and may stop it", "[reports]")
{
    ReportCase situation;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> told;
    base::Job heard([&](std::uint64_t done, std::uint64_t total) { told.emplace_back(done, total); });

    REQUIRE(situation.count("2016", heard).ok());

    REQUIRE_FALSE(told.empty());
    CHECK(told.back().first <= told.back().second);
    base::Job stopped;
    stopped.cancel();
    CHECK(situation.count("2016", stopped).error().code == base::ErrorCode::Cancelled);
}

TEST_CASE("a report that is wrong is named", "[reports]")
{
    ReportCase situation;
    base::Job job;
    CHECK(countReport(situation.connection, situation.profile, "none", *parsePeriod("2016"), {}, job).error().code
        == base::ErrorCode::NotFound);
    situation.write("vii.json", R"({"id": "vii", "columns": [{"id": "2016"}], "rows": [{"no": "1.", "sumOf": ["9."]}]})");
    CHECK(situation.count("2016").error().args
        == std::vector<std::string> { "vii.json", "0", "9.", "unknownRow" });
    situation.write("vii.json", R"({"id": "vii", "columns": [{"id": "2016"}], "rows": [{"no": "1.", "value": {"sql": "SELECT x"}}]})");
    CHECK(situation.count("2016").error().args[3] == "brokenExpression");
    situation.write("vii.json", "{");
    CHECK(situation.count("2016").error().args[3] == "brokenReport");
}

TEST_CASE("a table is written by the ending of its name", "[reports]")
{
    ReportCase situation;
    const Table table = counted(situation, "2016");
    for (const char* name : { "t.json", "t.csv", "t.html", "t.xlsx" }) {
        REQUIRE(writeTable(table, situation.folder.file(name)).ok());
        CHECK(store::readFile(situation.folder.file(name))->size() > 500);
    }
    CHECK(writeTable(table, situation.folder.file("t.doc")).error().code == base::ErrorCode::InvalidArgument);
    CHECK(*xlsxOf(table) == *xlsxOf(table));
}
