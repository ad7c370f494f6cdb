// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/findings.h"
#include "core/store/rebuild.h"
#include "core/store/textindex.h"
#include "core/store/verify.h"
#include "tests/support/office.h"

#include <catch2/catch.hpp>

namespace patronat::tests {

using base::ErrorCode;
using base::Fields;
using base::OperationId;
using base::RecordId;
using base::Value;

namespace {

std::shared_ptr<const profile::Profile> small()
{
    static const auto loaded = OfficeProfile().load();
    return loaded;
}

/// An office with a conflict, a signature with something beside it, frames and rows.
struct Lived {
    TestOffice office { small(), 5 };
    RecordId torn = office.create("family", { { "note", Value("x") } });
    RecordId signedOne = office.create("family", { { "note", Value("s") } });
    Lived()
    {
        const auto base = office.heads("family", torn);
        office.put("family", torn, { { "note", Value("a") } });
        REQUIRE(office.put("family", torn, base, { { "note", Value("b") } }));
        const auto before = office.heads("family", signedOne);
        REQUIRE(office.sign("family", signedOne));
        REQUIRE(office.put("family", signedOne, before, { { "note", Value("late") } }));
        for (int i = 0; i < 300; ++i)
            office.create("person", { { "surname", Value("p" + std::to_string(i)) } });
        REQUIRE(office.count("SELECT count(*) FROM frame") > 0);
        REQUIRE(office.count("SELECT count(*) FROM op") > 0);
        REQUIRE(office.problems() == "");
    }
};

} // namespace

TEST_CASE("verify finds each damage")
{
    Lived lived;
    TestOffice& office = lived.office;
    const std::string at = "x'" + lived.torn.hex() + "'";
    const auto [sql, code] = GENERATE_COPY(table<std::string, std::string>({
        { "UPDATE family SET income = 7 WHERE id = " + at, "row" },
        { "UPDATE family SET life = 'signed' WHERE id = " + at, "row" },
        { "UPDATE family SET trail = substr(trail, 1, 5) WHERE id = " + at, "trail" },
        { "DELETE FROM family WHERE id = " + at, "missingRow" },
        { "INSERT INTO person(id, unit, life, trail) VALUES(zeroblob(16), zeroblob(16), 'draft', zeroblob(5))", "strayRow" },
        { "DELETE FROM conflict WHERE rank = 1", "conflicts" },
        { "INSERT INTO conflict SELECT zeroblob(16), field, rank, type, operation FROM conflict", "conflicts" },
        { "DELETE FROM beside", "beside" },
        { "UPDATE name SET folded = 'somebody' WHERE type = 'person' AND no % 50 = 0", "names" },
        { "DELETE FROM name WHERE type = 'person' AND no % 50 = 0", "names" },
        { "INSERT INTO waiting VALUES(zeroblob(16), 'family', zeroblob(16), zeroblob(16))", "waiting" },
        { "UPDATE frame SET bytes = CAST(substr(bytes, 1, length(bytes) - 1) || x'00' AS BLOB)", "frame" },
        { "UPDATE frame SET units = zeroblob(32)", "frame" },
        { "UPDATE op SET bytes = zeroblob(40) WHERE no = (SELECT max(no) FROM op)", "operation" },
    }));
    INFO(sql);
    office.tamper(sql);
    const std::string problems = office.problems();
    INFO(problems);
    CHECK(problems.find(code + " ") != std::string::npos);
}

TEST_CASE("a rebuild mends every row that was damaged, pending ones included")
{
    Lived lived;
    const std::string before = lived.office.dump();
    lived.office.tamper("DELETE FROM family");
    lived.office.tamper("DELETE FROM conflict");
    lived.office.tamper("UPDATE person SET surname = 'x'");
    base::Job job;
    REQUIRE(store::rebuildAll(lived.office.store(), job));
    CHECK(lived.office.dump() == before);
    CHECK(lived.office.problems() == "");
}

TEST_CASE("a rebuild finds again what a person should look at, and indexes every text")
{
    Lived lived;
    TestOffice& office = lived.office;
    const RecordId dangling = office.create("member", { { "family", Value(lived.torn) }, { "person", Value(RecordId { 77, 1 }) } });
    base::Job job;
    const auto found = [&] {
        return office.store()
            .read([](const store::ReadTx& tx) -> base::Result<std::vector<store::Finding>> { return store::findings(tx); })
            .value();
    };
    REQUIRE(office.store().bulk([&](store::Store::Inner& inner) {
        return inner.judge.update({ { "member", dangling, true, {} } }, "2027-03-12");
    }));
    REQUIRE(store::indexTexts(office.store(), job));
    const auto before = found();
    REQUIRE(before.size() == 1);
    CHECK(before.front().kind == "danglingReference");
    const auto lines = office.count("SELECT count(*) FROM indexed_text");
    REQUIRE(lines > 0);
    REQUIRE(office.store().bulk([](store::Store::Inner& inner) -> base::Status {
        inner.connection.execute("DELETE FROM finding");
        inner.connection.execute("INSERT INTO text_words(text_words) VALUES('delete-all')");
        inner.connection.execute("DELETE FROM indexed_text");
        return {};
    }));
    REQUIRE(store::rebuildAll(office.store(), job));
    CHECK(found() == before);
    CHECK(office.count("SELECT count(*) FROM indexed_text") == lines);
    CHECK(office.count("SELECT count(*) FROM text_words WHERE text_words MATCH 's'") > 0);
    CHECK(office.store().bulk([](store::Store::Inner& inner) -> base::Status {
        inner.connection.execute("INSERT INTO text_words(text_words) VALUES('integrity-check')");
        return {};
    }));
    CHECK(office.problems() == "");
}

TEST_CASE("a cancelled rebuild leaves everything as it was")
{
    Lived lived;
    const std::string before = lived.office.dump();
    base::Job job;
    job.cancel();
    CHECK_FALSE(store::rebuildAll(lived.office.store(), job));
    CHECK(lived.office.dump() == before);
}

TEST_CASE("a rewritten past does not fit the opening that follows")
{
    TestOffice office(small(), 6);
    const RecordId family = office.create("family", { { "note", Value("x") } });
    office.reopen();
    office.put("family", family, { { "note", Value("y") } });
    // A start that writes nothing leaves no gap in the chain.
    office.reopen();
    REQUIRE(office.put("family", family, office.heads("family", family), { { "note", Value("y") } }));
    office.reopen();
    office.put("family", family, { { "note", Value("z") } });
    REQUIRE(office.problems() == "");
    REQUIRE(office.count("SELECT count(*) FROM origin WHERE site IS NOT NULL") == 3);
    const auto all = operationsOf(office);
    auto forged = all.back();
    auto operation = journal::decode(forged.id, forged.bytes).value();
    REQUIRE(operation.opening);
    // A head that no origin of this site ever had.
    operation.opening->previousHead[0] = static_cast<unsigned char>(operation.opening->previousHead[0] + 1);
    const std::string bytes = journal::encode(operation);
    office.tamper("UPDATE op SET bytes = x'" + base::hex(bytes) + "' WHERE no = (SELECT max(no) FROM op)");
    CHECK(office.problems().find("chain ") != std::string::npos);
}

} // namespace patronat::tests
