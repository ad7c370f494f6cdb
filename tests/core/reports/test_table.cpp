// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/table.h"

#include <catch2/catch.hpp>
#include <csv.h>
#include <nlohmann/json.hpp>

using namespace patronat::reports;

namespace {

Table sample()
{
    Table table { "t", "Показатели", { "2016", "2016-01-01", "2016-12-31" }, "ru", { "№", "Показатель", "Ед." },
        "учебные данные", {}, {}, {}, {} };
    table.columns.push_back({ "2016", "2016 год; \"факт\"", ColumnRole::Fact, table.period });
    table.columns.push_back({ "2016.plan", "план", ColumnRole::Plan, table.period });
    table.rows.push_back({ "1.", "=HYPERLINK(\"x\")", "@семей", { Cell::ofNumber(-15), Cell::missing("noPlan") } });
    table.rows.push_back({ "2.", "a <b> & c", "%", { Cell::ofNumber(875, 1), Cell::ofText("+да") } });
    table.controls.push_back({ "2016", "Контроль", { { "start", "на начало", 5 }, { "end", "на конец", 6 } }, 1, {} });
    return table;
}

using Lines = std::vector<std::vector<std::string>>;

/// Reads a CSV with the library that reads what people import.
Lines parsedCsv(const std::string& text)
{
    csv_parser parser;
    REQUIRE(csv_init(&parser, CSV_STRICT) == 0);
    csv_set_delim(&parser, ';');
    Lines lines(1);
    const auto cell = [](void* bytes, std::size_t size, void* to) {
        static_cast<Lines*>(to)->back().emplace_back(static_cast<const char*>(bytes), size);
    };
    const auto line = [](int, void* to) { static_cast<Lines*>(to)->emplace_back(); };
    const std::string body = text.substr(3);
    REQUIRE(csv_parse(&parser, body.data(), body.size(), cell, line, &lines) == body.size());
    csv_fini(&parser, cell, line, &lines);
    csv_free(&parser);
    return lines;
}

} // namespace

TEST_CASE("a CSV says it is UTF-8 and reads back as it was", "[reports]")
{
    const std::string csv = csvOf(sample());
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
    const Lines lines = parsedCsv(csv);
    CHECK(lines[0] == std::vector<std::string> { "№", "Показатель", "Ед.", "2016 год; \"факт\"", "план" });
    CHECK(lines[2] == std::vector<std::string> { "2.", "a <b> & c", "%", "87,5", "'+да" });
}

TEST_CASE("a text that a spreadsheet would run is disarmed, a number and a dash are not", "[reports]")
{
    const Lines lines = parsedCsv(csvOf(sample()));
    CHECK(lines[1] == std::vector<std::string> { "1.", "'=HYPERLINK(\"x\")", "'@семей", "-15", "-" });
}

TEST_CASE("JSON has numbers as numbers and says why one is missing", "[reports]")
{
    const auto json = nlohmann::json::parse(jsonOf(sample()));
    CHECK(json["rows"][0]["values"]["2016"] == -15);
    CHECK(json["rows"][0]["values"]["2016.plan"].is_null());
    CHECK(json["rows"][0]["reasons"]["2016.plan"] == "noPlan");
    CHECK(json["rows"][1]["values"]["2016"] == 87.5);
    CHECK(json["demo"] == true);
    CHECK(json["controls"][0]["difference"] == 1);
    CHECK(json["controls"][0]["terms"]["end"] == 6);
}

TEST_CASE("HTML escapes what it shows and carries the mark where nobody else paints it", "[reports]")
{
    const std::string html = htmlOf(sample(), MarkLine::Shown);
    CHECK(html.find("a &lt;b&gt; &amp; c") != std::string::npos);
    CHECK(html.find("учебные данные") != std::string::npos);
    CHECK(html.find("Контроль (2016): на начало 5, на конец 6; отклонение 1") != std::string::npos);
    CHECK(htmlOf(sample(), MarkLine::OnBands).find("учебные данные") == std::string::npos);
}
