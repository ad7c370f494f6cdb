// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <QDate>
#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <set>

using patronat::tests::Json;
using patronat::tests::Shell;

namespace {

constexpr int kFamilies = 36;
constexpr int kCategories = 9;
constexpr std::array kDistricts { "16-01", "16-02", "16-03", "16-04" };
constexpr std::array kStates { "PROGRAMME_ACTIVE", "REVIEW", "REGISTERED", "TO_REMOVAL", "PROGRAMME_DRAFT" };

/// What the journal on paper says of the n-th family.
struct Line {
    explicit Line(int number)
        : n(number)
        , district(kDistricts[static_cast<std::size_t>(n * 5 + n / 7) % kDistricts.size()])
        , state(kStates[static_cast<std::size_t>(n) % kStates.size()])
        , category(1 + (n * 7 + n / kCategories) % kCategories)
        , registered(QDate(2015, 7, 6).addDays(n * 25))
    {
    }
    int n;
    std::string district;
    std::string state;
    int category;
    QDate registered; ///< from July 2015 to December 2017
};

std::string day(QDate date)
{
    return date.toString(QStringLiteral("dd.MM.yyyy")).toStdString();
}

/// The list with one row for each, as the office wrote it down.
std::string listOf(const std::vector<Line>& lines, const std::string& worker, QDate today)
{
    std::string out = "Семья;Район;Внесено;Внёс;Куратор;Состояние;Вид работы;Учреждение;Категория;Статус;Дата постановки;№ решения;Дата решения;"
                      "Вид программы;№ программы;Программа с;Программа по;Последнее посещение;Последний пересмотр;Следующий пересмотр\n";
    for (const Line& line : lines) {
        const bool hasProgramme = line.state != "REGISTERED" && line.state != "PROGRAMME_DRAFT";
        out += "Семья " + std::to_string(line.n) + ';' + line.district + ';' + day(today) + ';' + worker + ';' + worker + ';' + line.state
            + ";SUPPORT;16-К;C" + std::to_string(line.category) + ";TZS;" + day(line.registered) + ';' + std::to_string(line.n + 1) + ';'
            + day(line.registered) + ';';
        out += hasProgramme ? "IPR;П-" + std::to_string(line.n) + ';' + day(line.registered) + ';' + day(line.registered.addMonths(6 + line.n)) + ';'
                + day(line.registered.addDays(20)) + ';' + day(line.registered.addMonths(3)) + ';' + day(today.addDays(5 + line.n))
                            : std::string(";;;;;;");
        out += '\n';
    }
    return out;
}

/// Families on the register at the end of a day, by row of the table; of one district or of all.
std::map<std::string, int> counted(const std::vector<Line>& lines, QDate at, const std::string& district)
{
    std::map<std::string, int> rows { { "1.", 0 } };
    for (int category = 1; category <= kCategories; ++category)
        rows["1." + std::to_string(category) + '.'] = 0;
    for (const Line& line : lines)
        if (line.registered <= at && (district.empty() || line.district == district)) {
            ++rows["1."];
            ++rows["1." + std::to_string(line.category) + '.'];
        }
    return rows;
}

} // namespace

TEST_CASE("thirty-six families come from a list of paper cases: nothing is late by then, and table VII counts them")
{
    const QDate today = QDate::currentDate();
    const Shell shell;
    shell.init("a.db", "16-01");
    shell.create("a.db", "organisation", { { "code", "16-К" }, { "name", "КЦСОН" } });
    const std::string worker
        = shell.create("a.db", "staff", { { "surname", "Хасанова" }, { "firstName", "Гульнара" }, { "role", "DISTRICT" } }).id;
    std::string title;
    for (const Json& one : shell.ask("a.db", { "list", "staff" }))
        if (one["id"] == worker)
            title = one["title"].get<std::string>();
    std::vector<Line> lines;
    for (int n = 0; n < kFamilies; ++n)
        lines.emplace_back(n);
    shell.writeFile("paper.csv", listOf(lines, title, today));

    const std::vector<std::string> words { "import", shell.file("paper.csv"), "--map", std::string(PROFILES) + "/ru-ta/mappings/papercases.json",
        "--encoding", "UTF-8", "--separator", ";" };
    const Json loaded = shell.ask("a.db", words);
    CHECK(loaded["new"] == kFamilies);
    CHECK(loaded["records"]["paperCase"]["new"] == kFamilies);
    CHECK(shell.ask("a.db", words)["same"] == kFamilies);
    for (const Json& card : shell.ask("a.db", { "list", "paperCase" }))
        shell.ask("a.db", { "transition", card["id"].get<std::string>(), "enter", "--author", worker });

    // Every case stands in the state that the paper says.
    std::map<std::string, int> states;
    for (const Json& one : shell.ask("a.db", { "list", "episode" }))
        ++states[one["fields"]["workStatus"].get<std::string>()];
    std::map<std::string, int> wanted;
    for (const Line& line : lines)
        ++wanted[line.state];
    CHECK(states == wanted);

    const std::string since = today.toString(Qt::ISODate).toStdString();
    const Json due = shell.ask("a.db", { "deadlines", "--on", since });
    CHECK(due.size() >= kFamilies / 2);
    std::set<std::string> late;
    for (const Json& one : due)
        if (one["due"].get<std::string>() < since || one["standing"] == "overdue" || one["standing"] == "longOverdue")
            late.insert(one["deadline"].get<std::string>() + ' ' + one["due"].get<std::string>());
    CHECK(late.empty());

    const std::map<std::string, QDate> columns { { "start", { 2016, 1, 1 } }, { "2016", { 2016, 12, 31 } }, { "2017", { 2017, 12, 31 } },
        { "end", { 2017, 12, 31 } } };
    CHECK(counted(lines, columns.at("end"), {})["1."] == kFamilies);
    std::vector<std::string> places { "" };
    places.insert(places.end(), kDistricts.begin(), kDistricts.end());
    for (const std::string& place : places)
        for (const char* year : { "2016", "2017" }) {
            std::vector<std::string> asked { "report", "table-vii", "--period", year };
            if (!place.empty())
                asked.insert(asked.end(), { "--territory", place });
            const Json table = shell.ask("a.db", asked);
            std::set<std::string> compared;
            for (const Json& row : table["rows"])
                for (const auto& [column, at] : columns) {
                    const auto rows = counted(lines, at, place);
                    const auto expected = rows.find(row["no"].get<std::string>());
                    if (expected == rows.end() || !row["values"].contains(column))
                        continue;
                    INFO(place << ' ' << expected->first << ' ' << column << ' ' << row["values"].dump());
                    CHECK(row["values"][column] == expected->second);
                    compared.insert(expected->first + column);
                }
            CHECK(compared.contains(std::string("1.") + year));
            CHECK(compared.contains(std::string("1.9.") + year));
        }
}
