// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include <catch2/catch.hpp>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;

namespace {

/// A body with a meeting that may be signed.
struct Meeting
{
    explicit Meeting(const Shell& place, std::vector<std::string> more = {})
        : shell(place)
    {
        shell.init("a.db", "16-01", std::move(more));
        const std::string body
            = shell
                  .create("a.db", "body",
                      { { "name", "Консилиум" }, { "kind", "CONSILIUM" },
                          { "territory", shell.idOf("a.db", "territory", "16-01") } })
                  .id;
        const auto member = [&](const char* surname, const char* role) {
            return shell.bodyMember("a.db", body, surname, role);
        };
        shown = shell.create("a.db", "meeting",
            { { "body", body }, { "date", "2026-03-12" }, { "timeStart", "2026-03-12T07:00:00Z" },
                { "place", "Агрыз" }, { "form", "working" },
                { "chair", member("Галиева", "chair") },
                { "secretary", member("Сафина", "secretary") } });
    }
    Json get(const std::string& database = "a.db") const
    {
        return shell.get(database, "meeting", shown.id);
    }
    Ran run(std::vector<std::string> words) const
    {
        words.insert(words.end(), { "--db", shell.file("a.db"), "--json" });
        return shell.run(words);
    }
    const Shell& shell;
    Shell::Shown shown;
};

} // namespace

TEST_CASE("a signed record takes no change until its signature is cancelled")
{
    const Shell shell;
    const Meeting meeting(shell);
    const Json signedNow = shell.ask("a.db", { "sign", "meeting", meeting.shown.id });
    CHECK(signedNow["covered"][0]["id"] == meeting.shown.id);
    const Json record = meeting.get();
    CHECK(record["life"] == "signed");
    const Shell::Shown now { meeting.shown.id, record["heads"].get<std::string>() };
    const Ran refused = shell.run({ "put", "meeting", "--id", now.id, "--base", now.heads, "--db",
                                      shell.file("a.db"), "--json" },
        R"({"place": "Казань"})");
    CHECK(refused.code == 1);
    CHECK(refused.json()["error"]["code"] == "recordSigned");
    CHECK(meeting.run({ "sign", "meeting", now.id }).json()["error"]["code"] == "recordSigned");

    shell.ask("a.db", { "cancel", "meeting", now.id });
    CHECK(meeting.get()["life"] == "cancelled");
    CHECK(
        meeting.run({ "cancel", "meeting", now.id }).json()["error"]["code"] == "recordNotSigned");
}

TEST_CASE(
    "what another office wrote beside a signature is shown, does not slip in, and can be dismissed")
{
    const Shell shell;
    const Meeting meeting(shell);
    shell.init("b.db", "16-02");
    shell.carry("a.db", "b.db");
    shell.ask("a.db", { "sign", "meeting", meeting.shown.id });
    shell.change("b.db", "meeting", meeting.shown, { { "place", "Казань" } });
    shell.carry("b.db", "a.db");
    CHECK(meeting.get()["fields"]["place"] == "Агрыз");
    const Json listed = shell.ask("a.db", { "conflicts", "list" });
    REQUIRE(listed.size() == 1);
    CHECK(listed[0]["kind"] == "beside");
    CHECK(listed[0]["fields"]["place"] == "Казань");
    const std::string operation = listed[0]["operation"].get<std::string>();
    CHECK(meeting.get()["beside"].size() == 1);

    CHECK(meeting.run({ "settle", "meeting", meeting.shown.id, "--operations", meeting.shown.id })
              .code
        == 1);
    CHECK(meeting.run({ "settle", "meeting", meeting.shown.id }).code == 2);
    shell.ask("a.db", { "settle", "meeting", meeting.shown.id, "--operations", operation });
    CHECK(shell.ask("a.db", { "conflicts", "list" }).empty());
    CHECK(meeting.get()["fields"]["place"] == "Агрыз");
    shell.carry("a.db", "b.db");
    CHECK(meeting.get("b.db")["fields"] == meeting.get()["fields"]);
    CHECK(shell.ask("a.db", { "digest" }) == shell.ask("b.db", { "digest" }));
}

TEST_CASE("a part put under a signed record is told of at once, in the report of a merge and until it is removed")
{
    const Shell shell;
    const Meeting meeting(shell);
    shell.init("b.db", "16-02");
    shell.ask("a.db", { "sign", "meeting", meeting.shown.id });
    shell.carry("a.db", "b.db");
    const Json late = shell.ask("b.db", { "put", "agendaItem" },
        Json { { "meeting", meeting.shown.id }, { "n", 9 }, { "kind", "10" }, { "topic", "x" } }.dump());
    CHECK(late["besideSigned"] == meeting.shown.id);
    const Json report = shell.carry("b.db", "a.db");
    CHECK(report["totals"]["findings"] == 1);
    const auto told = [&] {
        std::size_t count = 0;
        for (const Json& finding : shell.ask("a.db", { "findings" }))
            count += finding["kind"] == "besideSigned" && finding["record"] == late["id"] ? 1 : 0;
        return count;
    };
    CHECK(told() == 1);
    shell.ask("a.db", { "remove", "agendaItem", late["id"].get<std::string>() });
    CHECK(told() == 0);
}

TEST_CASE("rules block a signature by name and leave the record as it was")
{
    const Shell shell;
    const Meeting meeting(shell);
    const Shell::Shown without
        = shell.change("a.db", "meeting", meeting.shown, { { "place", nullptr } });
    const Ran refused = meeting.run({ "sign", "meeting", without.id });
    CHECK(refused.code == 1);
    CHECK(refused.json()["error"]["code"] == "ruleBroken");
    CHECK(refused.out.find("place") != std::string::npos);
    CHECK(meeting.get()["life"] == "draft");
}

TEST_CASE("a secretary who knows other sites issues final numbers for the own territory, and any "
          "other site provisional ones")
{
    const auto numberOf = [](const std::vector<std::string>& more, bool certified) {
        const Shell shell;
        shell.ask("region.db",
            { "init", "--profile", "ru-ta", "--office", "16", "--name", "M", "--kind",
                "supervisor" });
        std::vector<std::string> options = more;
        if (certified)
            options.insert(options.end(), { "--institution", shell.file("M.institution-key") });
        const Meeting meeting(shell, options);
        shell.family("region.db", "Петровы");
        shell.carry("region.db", "a.db");
        shell.ask("a.db", { "sign", "meeting", meeting.shown.id });
        return meeting.get()["fields"]["number"].get<std::string>();
    };
    const std::vector<std::string> secretary { "--kind", "secretary" };
    const std::vector<std::string> placed { "--kind", "secretary", "--territory", "16-01" };
    const std::vector<std::string> elsewhere { "--kind", "secretary", "--territory", "16-02" };
    CHECK(numberOf(secretary, true) == "1");
    CHECK(numberOf(placed, false) == "1");
    CHECK(numberOf(elsewhere, true).find("п") != std::string::npos);
    CHECK(numberOf({}, true).find("п") != std::string::npos);
}

TEST_CASE("a plan printed before is what is signed, part by part")
{
    const Shell shell;
    const Meeting meeting(shell);
    const Shell::Shown item = shell.create("a.db", "agendaItem",
        { { "meeting", meeting.shown.id }, { "n", 1 }, { "kind", "10" }, { "topic", "О плане" } });
    const Json plan = shell.ask("a.db", { "sign", "meeting", meeting.shown.id, "--dry-run" });
    REQUIRE(plan.size() == 2);
    CHECK(plan[0]["id"] == meeting.shown.id);
    CHECK(plan[1]["type"] == "agendaItem");
    CHECK(plan[1]["heads"] == item.heads);
    CHECK(meeting.get()["life"] == "draft");

    shell.change("a.db", "agendaItem", item, { { "topic", "О другом" } });
    shell.writeFile("plan.json", plan.dump());
    const std::vector<std::string> signing { "sign", "meeting", meeting.shown.id, "--plan",
        shell.file("plan.json") };
    for (const char* wrong : { "[]", "{}", "nonsense", R"([{"type": "meeting"}])" }) {
        shell.writeFile("wrong.json", wrong);
        const Ran refused = meeting.run(
            { "sign", "meeting", meeting.shown.id, "--plan", shell.file("wrong.json") });
        CHECK(refused.code == 1);
        CHECK(refused.json()["error"]["code"] == "invalidArgument");
    }
    shell.ask("a.db", signing);
    CHECK(meeting.get()["life"] == "signed");
    // What came after the plan was printed is not covered: it stands beside.
    CHECK(shell.get("a.db", "agendaItem", item.id)["fields"]["topic"] == "О плане");
    CHECK(shell.ask("a.db", { "conflicts", "list" }).dump().find("О другом") != std::string::npos);
}

TEST_CASE("warnings are signed over with a reason, which is kept, and not without one")
{
    const Shell shell;
    const Meeting meeting(shell);
    shell.change("a.db", "meeting", meeting.shown,
        { { "date", "2099-03-12" }, { "timeStart", "2099-03-12T07:00:00Z" } });
    const Ran refused = meeting.run({ "sign", "meeting", meeting.shown.id });
    CHECK(refused.code == 1);
    CHECK(refused.json()["error"]["code"] == "reasonNeeded");
    CHECK(refused.out.find("meeting-future") != std::string::npos);
    CHECK(meeting.get()["life"] == "draft");
    const auto reasons = [&] { return shell.ask("a.db", { "list", "warningReason" }).size(); };
    CHECK(reasons() == 0);

    const Json done = shell.ask("a.db",
        { "sign", "meeting", meeting.shown.id, "--reason", "Протокол готовится заранее" });
    CHECK(meeting.get()["life"] == "signed");
    REQUIRE(done["reasons"].size() == 1);
    CHECK(done["reasons"][0]["rule"] == "meeting-future");
    CHECK(done["reasons"][0]["id"] == meeting.shown.id);
    CHECK(reasons() == 1);
}
