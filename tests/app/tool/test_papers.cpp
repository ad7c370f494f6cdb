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
    CHECK(code({ "report", "table-vii", "--period", "soon" }) == "invalidArgument");
    CHECK(
        code({ "report", "table-vii", "--period", "2016", "--territory", "99-99" }) == "notFound");
    CHECK(code({ "report", "table-vii", "--period", "2016", "--to", shell.file("t.doc") })
        == "invalidArgument");
    CHECK(shell.run({ "report", "table-vii", "--db", shell.file("a.db") }).code == 2);
}
