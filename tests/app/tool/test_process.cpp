// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

namespace {

struct Worked
{
    Shell shell;
    std::string worker;
    std::string family;
    std::string signal;

    Worked()
    {
        shell.init("a.db", "16-01");
        worker
            = shell
                  .create("a.db", "staff",
                      { { "surname", "Галиева" }, { "firstName", "Алия" }, { "role", "DISTRICT" } })
                  .id;
        family = shell.family("a.db", "Ивановы").id;
        signal = shell
                     .create("a.db", "signal",
                         { { "territory", shell.idOf("a.db", "territory", "16-01") },
                             { "receivedAt", "2016-03-14T09:00:00Z" },
                             { "registeredAt", "2016-03-14" }, { "registeredBy", worker },
                             { "source", "3" }, { "danger", false }, { "family", family },
                             { "channel", "phone" }, { "anonymous", false },
                             { "circumstance", "appeal" }, { "signs", { "notEnrolled" } },
                             { "violenceTraces", false },
                             { "essence",
                                 "Дети третий день не посещают школу, родители не отвечают" } })
                     .id;
        shell.create(
            "a.db", "signalChild", { { "signal", signal }, { "n", 1 }, { "name", "Иванов Илья" } });
    }
};

} // namespace

TEST_CASE("a signal is led into a case by transition, and what may come next is told")
{
    const Worked worked;
    const Shell& shell = worked.shell;
    Json next = shell.ask("a.db", { "transition", worked.signal, "--author", worked.worker });
    CHECK(next["state"] == "SIGNAL_NEW");
    REQUIRE(next["transitions"].size() == 1);
    CHECK(next["transitions"][0]["transition"] == "take");
    CHECK(next["transitions"][0]["mayHappen"] == true);

    const Json taken = shell.ask("a.db",
        { "transition", worked.signal, "take", "--author", worked.worker, "--date", "2016-03-15" });
    CHECK(taken["to"] == "SIGNAL_CHECK");
    CHECK(taken["opened"].is_null());
    const Ran early = shell.run({ "transition", worked.signal, "accept", "--author", worked.worker,
        "--db", shell.file("a.db"), "--json" });
    CHECK(early.code == 1);
    CHECK(early.json()["error"]["code"] == "transitionRefused");
    CHECK(early.json()["error"]["arguments"][3] == "need:signal-life");
    shell.ask("a.db", { "sign", "signal", worked.signal });
    const Json accepted = shell.ask("a.db",
        { "transition", worked.signal, "accept", "--author", worked.worker, "--date",
            "2016-03-15" });
    CHECK(accepted["opened"]["type"] == "episode");
    const std::string episode = accepted["opened"]["id"];
    CHECK(shell.get("a.db", "episode", episode)["fields"]["workStatus"] == "SURVEY");

    const Json moved = shell.ask("a.db",
        { "transition", episode, "surveyed", "--author", worked.worker, "--date", "2016-03-16" },
        Json { { "primaryCategory", "C4" } }.dump());
    CHECK(moved["from"] == "SURVEY");
    const Json fields = shell.get("a.db", "episode", episode)["fields"];
    CHECK(fields["workStatus"] == "DIAGNOSTICS");
    CHECK(fields["primaryCategory"] == "C4");
}

TEST_CASE("a mistaken transition is taken back with a reason, and a state is not put by hand")
{
    const Worked worked;
    const Shell& shell = worked.shell;
    const Json taken
        = shell.ask("a.db", { "transition", worked.signal, "take", "--author", worked.worker });
    const std::string event = taken["event"];
    const Ran silent = shell.run({ "transition", worked.signal, "--reverse", event, "--author",
        worked.worker, "--db", shell.file("a.db"), "--json" });
    CHECK(silent.code == 1);
    const Json reversed = shell.ask("a.db",
        { "transition", worked.signal, "--reverse", event, "--reason", "не тот сигнал", "--author",
            worked.worker });
    CHECK(reversed["to"] == "SIGNAL_NEW");
    CHECK(reversed["kept"].empty());
    const std::string heads = shell.get("a.db", "signal", worked.signal)["heads"];
    const Ran put = shell.run({ "put", "signal", "--id", worked.signal, "--base", heads, "--db",
                                  shell.file("a.db"), "--json" },
        R"({"workStatus": "SURVEY"})");
    CHECK(put.code == 1);
    CHECK(put.json()["error"]["code"] == "ofProcess");
    CHECK(shell
              .run({ "transition", worked.signal, "take", "--reverse", event, "--db",
                  shell.file("a.db") })
              .code
        == 2);
}

TEST_CASE("deadlines are told by day, as of a day, and of one family")
{
    const Worked worked;
    const Shell& shell = worked.shell;
    const Json open = shell.ask("a.db", { "deadlines", "--on", "2016-03-15" });
    REQUIRE(open.size() == 3);
    CHECK(open[0]["deadline"] == "sig.open");
    CHECK(open[0]["due"] == "2016-03-15");
    CHECK(open[0]["standing"] == "today");
    CHECK(open[2]["deadline"] == "sig.survey");
    CHECK(open[2]["due"] == "2016-03-17");
    CHECK(open[2]["family"] == worked.family);
    CHECK(open[2]["unlistedYear"].is_null());
    CHECK(shell.ask("a.db", { "deadlines", "--on", "2016-03-25" })[0]["standing"] == "longOverdue");
    CHECK(shell.ask("a.db", { "deadlines", "--on", "2016-03-15", "--family", worked.worker })
              .empty());
    CHECK(shell.run({ "deadlines", "--on", "15.03.2016", "--db", shell.file("a.db") }).code == 2);
}
