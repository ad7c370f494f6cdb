// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/paper.h"
#include "core/process/dayround.h"
#include "tests/core/process/caseoffice.h"

#include <catch2/catch.hpp>

// The visits of a day, and their sheet.

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::CaseOffice;

namespace {

struct Round
{
    Round()
    {
        place.on("2026-03-02");
        anna = place.staff("DISTRICT");
        gulnara = place.staff("CURATOR");
    }
    /// On the register since a day, with a case manager, in a village.
    RecordId family(const char* name, RecordId manager, const char* since, const char* village, const char* street = "Лесная")
    {
        const RecordId id = place.family(name);
        place.office().put("family", id,
            { { "addrFact.settlement", village == nullptr ? Value() : Value(village) }, { "addrFact.street", street },
                { "addrFact.house", "5" } });
        const RecordId episode = place.episode(id, "REGISTERED");
        place.office().put("episode", episode, { { "regDate", since }, { "legalStatus", "SOP" }, { "caseManager", manager } });
        return id;
    }
    void visited(RecordId family, const char* date, const char* next)
    {
        place.office().create("visit",
            { { "family", family }, { "date", date }, { "visitor", anna }, { "result", "held" }, { "nextVisit", next },
                { "agreed", "Сдать справки" } });
    }
    std::vector<std::string> of(const char* on, process::RoundScope scope = {})
    {
        const auto round = place.office().store().read(
            [&](const store::ReadTx& tx) { return process::dayRound(tx, on, scope); });
        REQUIRE(round);
        std::vector<std::string> lines;
        for (const process::RoundVisit& one : *round) {
            std::string line = place.text("family", one.family, "name");
            for (const auto& reason : one.reasons)
                line += " " + reason.deadline + " " + reason.due;
            lines.push_back(line);
        }
        return lines;
    }
    std::string sheet(const char* on, RecordId who)
    {
        const auto paper = place.office().store().read([&](const store::ReadTx& tx) -> base::Result<documents::Rendered> {
            documents::PaperOptions options { "ru", "2026-03-02", false, {} };
            PATRONAT_LET(options.given, process::dayRoundFields(tx, on, { who, {} }, "ru"));
            return documents::renderPaper(tx.connection(), tx.profile(), "daySheet", who, options);
        });
        INFO((paper ? std::string() : describe(paper.error())));
        REQUIRE(paper);
        return paper->html;
    }
    CaseOffice place { 41 };
    RecordId anna;
    RecordId gulnara;
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("The round of a day holds who is late, due by then or soon, and with whom the day was arranged", "[process][round]")
{
    Round round;
    round.family("Ивановы", round.anna, "2026-01-12", "Ключи"); // a month has gone by: late
    round.family("Петровы", round.gulnara, "2026-01-20", "Ключи");
    const RecordId seen = round.family("Сафины", round.anna, "2026-01-12", "Агрыз");
    round.visited(seen, "2026-02-27", "2026-03-10");

    CHECK(round.of("2026-03-02", { round.anna, {} }) == Lines { "Ивановы visit.min.sop 2026-02-12" });
    CHECK(round.of("2026-03-02")
        == Lines { "Ивановы visit.min.sop 2026-02-12", "Петровы visit.min.sop 2026-02-20" });
    CHECK(round.of("2026-03-10", { round.anna, {} })
        == Lines { "Ивановы visit.min.sop 2026-02-12", "Сафины visit.next 2026-03-10" });
    // Arranged and due by the rule: one line of the sheet with both.
    CHECK(round.of("2026-03-27", { round.anna, {} })
        == Lines { "Ивановы visit.min.sop 2026-02-12", "Сафины visit.next 2026-03-10 visit.min.sop 2026-03-27" });
    CHECK(round.of("2026-03-02", { {}, round.place.territory() }).size() == 2);
    const auto wrong = round.place.office().store().read(
        [](const store::ReadTx& tx) { return process::dayRound(tx, "32.13.2026"); });
    CHECK_FALSE(wrong);
}

TEST_CASE("The sheet goes from village to village and says what was agreed, children and how late it is", "[process][round]")
{
    Round round;
    round.family("Яковлевы", round.anna, "2026-01-12", "Агрыз", "Советская");
    round.family("Антоновы", round.anna, "2026-01-12", "Агрыз", "Дачная");
    round.family("Ивановы", round.anna, "2026-01-12", "Ключи");
    round.family("Безадресные", round.anna, "2026-01-12", nullptr);
    const RecordId seen = round.family("Сафины", round.anna, "2026-01-12", "Ключи", "Заречная");
    round.visited(seen, "2026-01-30", "2026-03-02");

    const std::string html = round.sheet("2026-03-02", round.anna);
    const auto at = [&](const char* words) {
        INFO(words);
        const std::size_t found = html.find(words);
        REQUIRE(found != std::string::npos);
        return found;
    };
    // By village, by street within it; who has no address comes last.
    CHECK(at("Агрыз — семей: 2") < at("Антоновы"));
    CHECK(at("Антоновы") < at("Яковлевы"));
    CHECK(at("Яковлевы") < at("Ключи — семей: 2"));
    CHECK(at("Сафины") < at("Ивановы"));
    CHECK(at("Ивановы") < at("Населённый пункт не указан"));
    CHECK(at("Договорились: Сдать справки") > at("Сафины"));
    CHECK(at("(просрочено)") > 0);
    CHECK(at("Дети: Тимур — 10 л.") > 0);

    const std::string empty = round.sheet("2026-03-02", round.gulnara);
    CHECK(empty.find("На этот день посещений нет.") != std::string::npos);
}
