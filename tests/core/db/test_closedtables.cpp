// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/closedtables.h"

#include "core/db/connection.h"

#include <catch2/catch.hpp>

using namespace patronat;
using db::ClosedReads;
using db::ClosedTables;

namespace {

struct Office
{
    db::Connection connection { ":memory:", db::Access::Writer };
    Office()
    {
        connection.execute("CREATE TABLE result (id INTEGER, level TEXT)");
        connection.execute("CREATE TABLE sheet (result INTEGER, answers TEXT)");
        connection.execute("INSERT INTO result VALUES (1, 'high')");
        connection.execute("INSERT INTO sheet VALUES (1, 'yes')");
    }
    std::string one(const std::string& sql)
    {
        auto select = connection.prepare(sql);
        return select.step() && !select.isNull(0) ? std::string(select.text(0)) : std::string();
    }
};

const db::Closed kSheet { { "sheet", "psychologist" } };

} // namespace

TEST_CASE("what is closed reads as empty, whatever it is called in the query, and what stands beside it does not")
{
    Office at;
    const std::string sql = "SELECT s.answers FROM sheet AS s";
    CHECK(at.one(sql) == "yes"); // kept as it was compiled
    {
        const ClosedTables closed(at.connection, kSheet, ClosedReads::Empty);
        CHECK(at.one(sql).empty());
        CHECK(at.one("WITH w AS (SELECT * FROM sheet) SELECT answers FROM w").empty());
        CHECK(at.one("SELECT level FROM result") == "high");
        CHECK(at.one("SELECT count(*) FROM result JOIN sheet ON sheet.result = result.id") == "0");
        const std::string only = "SELECT group_concat(answers) FROM sheet";
        CHECK(at.one(only).empty());
    }
    // And again to whoever comes next, by the same statements.
    CHECK(at.one(sql) == "yes");
    CHECK(at.one("SELECT group_concat(answers) FROM sheet") == "yes");
}

TEST_CASE("where a figure would be wrong without it, it is refused by name of the table and of whose it is")
{
    Office at;
    const ClosedTables closed(at.connection, kSheet, ClosedReads::Refuse);
    for (const char* sql : { "SELECT level FROM result WHERE EXISTS (SELECT 1 FROM sheet WHERE answers LIKE 'y%')",
             "SELECT count(*) FROM sheet" }) {
        try {
            at.one(sql);
            FAIL("read: " << sql);
        } catch (const db::DbError& error) {
            CHECK(error.error().code == base::ErrorCode::NotPermitted);
            CHECK(error.error().args == std::vector<std::string> { "sheet", "psychologist" });
        }
    }
    CHECK(at.one("SELECT level FROM result") == "high");
}

TEST_CASE("one within another ends in turn, and nothing closed closes nothing")
{
    Office at;
    const ClosedTables outer(at.connection, kSheet, ClosedReads::Empty);
    {
        const ClosedTables inner(at.connection, { { "result", "" } }, ClosedReads::Refuse);
        CHECK_THROWS_AS(at.one("SELECT level FROM result"), db::DbError);
    }
    CHECK(at.one("SELECT level FROM result") == "high");
    CHECK(at.one("SELECT answers FROM sheet").empty());
    {
        const ClosedTables none(at.connection, {}, ClosedReads::Refuse);
        CHECK(at.one("SELECT answers FROM sheet").empty());
    }
}
