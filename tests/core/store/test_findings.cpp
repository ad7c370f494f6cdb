// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/findings.h"

#include "tests/core/store/smallstore.h"

#include <chrono>

using namespace patronat;
using namespace patronat::tests;
using base::RecordId;
using profile::Severity;
using store::Finding;

namespace {

struct FindingsCase : SmallStore {
    explicit FindingsCase(const std::function<void(const SmallProfile&)>& made = {}) : SmallStore(made)
    {
        db->onChanged([this](const store::Changes& changes) {
            touched.insert(touched.end(), changes.begin(), changes.end());
        });
    }
    /// Updates the findings of what was touched since the last time.
    std::vector<Finding> update()
    {
        const store::Changes changes = std::move(touched);
        touched.clear();
        need(db->bulk([&](store::Store::Inner& inner) {
            return inner.judge.update(changes, today());
        }));
        return all();
    }
    std::vector<Finding> all() const
    {
        return need(db->read([](const store::ReadTx& tx) -> base::Result<std::vector<Finding>> { return store::findings(tx); }));
    }
    void restore(std::string_view type, RecordId id)
    {
        const auto heads = record(type, id).heads;
        need(db->write({}, [&](store::WriteTx& tx) { return tx.restore(type, id, heads); }));
    }
    void cancel(std::string_view type, RecordId id)
    {
        const auto falls = need(db->read([&](const store::ReadTx& tx) { return tx.cancelPlan(type, id); }));
        need(db->write({}, [&](store::WriteTx& tx) { return tx.cancel(falls); }));
    }
    /// As a merge may bring it, whatever forms would refuse.
    void force(std::string_view table, RecordId id, const std::string& assignment)
    {
        execute("UPDATE \"" + std::string(table) + "\" SET " + assignment + " WHERE id = x'" + id.hex() + "'");
        touched.push_back({ std::string(table), id, false, {} });
    }
    store::Changes touched;
};

} // namespace

TEST_CASE("What is whole leaves no findings")
{
    FindingsCase c;
    const auto territory = c.create("territory", { { "code", "16-01" } });
    const auto family = c.create("family", { { "district", territory }, { "main", "mother" }, { "traits", R"(["father","mother"])" } });
    c.create("member", { { "family", family }, { "person", c.create("person", { { "surname", "А" } }) }, { "kinship", "father" } });
    CHECK(c.sign("family", family));
    CHECK(c.update().empty());
}

TEST_CASE("A reference to what is not held dangles until that comes")
{
    FindingsCase c;
    const auto family = c.create("family", {});
    const RecordId absent { 77, 1 };
    const auto member = c.create("member", { { "family", family }, { "person", absent } });
    const auto other = c.create("member", { { "family", family }, { "person", RecordId { 77, 2 } } });
    const Finding expected { "danglingReference", "member", member, "person", Severity::Warning, absent.hex() };
    REQUIRE(c.update().size() == 2);
    CHECK(c.all().at(0) == expected);
    // The person comes by a later batch: nothing of the member is touched.
    c.execute("INSERT INTO person(id, unit, life, trail) VALUES(x'" + absent.hex() + "', x'" + absent.hex() + "', 'draft', x'')");
    c.touched.push_back({ "person", absent, true, {} });
    const auto left = c.update();
    REQUIRE(left.size() == 1);
    CHECK(left[0].record == other);
    c.put("member", other, { { "person", base::Value() } });
    CHECK(c.update().empty());
}

TEST_CASE("A reference to a record of another type dangles, and goes on when one more of that type comes")
{
    FindingsCase c;
    const auto family = c.create("family", {});
    const auto member = c.create("member", { { "family", family }, { "person", family } });
    const Finding expected { "danglingReference", "member", member, "person", Severity::Warning, family.hex() };
    // Judged with the write itself, from what was seen of its rows; then again from the tables.
    CHECK(c.all() == std::vector<Finding> { expected });
    c.touched.push_back({ "family", family, true, {} });
    CHECK(c.update() == std::vector<Finding> { expected });
}

TEST_CASE("What was entered under a parent removed elsewhere is told of until the parent is restored")
{
    FindingsCase c;
    const auto family = c.create("family", {});
    const auto other = c.create("family", {});
    const auto member = c.create("member", { { "family", family } });
    c.create("member", { { "family", other } });
    CHECK(c.all().empty());
    c.remove("family", family);
    const std::vector<Finding> expected { { "parentRemoved", "member", member, "family", Severity::Warning, family.hex() } };
    CHECK(c.all() == expected);
    CHECK(c.update() == expected);
    c.put("member", member, { { "kinship", "father" } });
    CHECK(c.all() == expected);
    c.restore("family", family);
    CHECK(c.all().empty());
    // Gone with the parent is no question any more.
    c.remove("family", family);
    c.remove("member", member);
    CHECK(c.all().empty());
}

TEST_CASE("A part that no signature covers is told of until it is signed, removed or the signature cancelled")
{
    FindingsCase c;
    const auto family = c.create("family", {});
    c.create("member", { { "family", family } });
    REQUIRE(c.sign("family", family));
    CHECK(c.all().empty());
    const auto late = c.create("member", { { "family", family } });
    const std::vector<Finding> expected { { "besideSigned", "member", late, "family", Severity::Warning, family.hex() } };
    CHECK(c.all() == expected);
    CHECK(c.update() == expected);
    c.cancel("family", family);
    CHECK(c.all().empty());
    REQUIRE(c.sign("family", family));
    CHECK(c.all().empty());
    const auto again = c.create("member", { { "family", family } });
    REQUIRE(c.all().size() == 1);
    c.remove("member", again);
    CHECK(c.all().empty());
}

TEST_CASE("A code that neither the profile nor a record knows is found, in a choice and among choices")
{
    FindingsCase c;
    const auto family = c.create("family", { { "main", "aunt" }, { "traits", R"(["aunt","mother"])" } });
    const std::vector<Finding> expected {
        { "unknownCode", "family", family, "main", Severity::Warning, "aunt" },
        { "unknownCode", "family", family, "traits", Severity::Warning, R"(["aunt","mother"])" },
    };
    CHECK(c.update() == expected);
    c.create("classifierCode", { { "classifier", "kinship" }, { "code", "aunt" } });
    c.put("family", family, { { "rooms", 1 } });
    CHECK(c.update().empty());
    c.put("family", family, { { "traits", "not a list" } });
    REQUIRE(c.update().size() == 1);
    CHECK(c.all()[0].field == "traits");
}

TEST_CASE("Two records of one code are told of, both, until one of them is removed; the code stays known")
{
    FindingsCase c;
    const auto mine = c.create("classifierCode", { { "classifier", "kinship" }, { "code", "aunt" } });
    const auto family = c.create("family", { { "main", "aunt" } });
    CHECK(c.update().empty());
    const auto theirs = c.create("classifierCode", { { "classifier", "kinship" }, { "code", "aunt" } });
    c.create("classifierCode", { { "classifier", "other" }, { "code", "aunt" } });
    CHECK(c.update().size() == 2);
    for (const Finding& finding : c.all()) {
        CHECK(finding.kind == "duplicateCode");
        CHECK(finding.argument == "kinship/aunt");
    }
    c.remove("classifierCode", theirs);
    CHECK(c.update().empty());
    c.remove("classifierCode", mine);
    c.put("family", family, { { "rooms", 1 } });
    CHECK(c.update().empty()); // in use: readable for ever
}

TEST_CASE("Missing fields and broken rules are findings of signed records only")
{
    FindingsCase c([](const SmallProfile& files) {
        files.replace("base/records/family.json", R"("type": "money",)",
            R"("type": "money", "required": true, "check": [{"id": "BR-20", "expr": "\"income\" > 10", "severity": "W", "message": {"ru": "мало", "en": "little"}}],)");
        files.replace("base/records/family.json", R"("life": true,)",
            R"("life": true, "checks": [{"id": "BR-21", "expr": "\"rooms\" < 100", "severity": "E", "message": {"ru": "!", "en": "!"}},
               {"id": "BR-22", "expr": "\"rooms\" < 50", "severity": "I", "message": {"ru": "!", "en": "!"}}],)");
    });
    const auto family = c.create("family", { { "rooms", 200 } });
    CHECK(c.update().empty());
    c.put("family", family, { { "rooms", 2 }, { "income", 5 } });
    REQUIRE(c.sign("family", family));
    CHECK(c.update() == std::vector<Finding> { { "brokenRule", "family", family, "income", Severity::Warning, "BR-20" } });
    c.force("family", family, "income = NULL, rooms = 200");
    const std::vector<Finding> expected {
        { "brokenRule", "family", family, "", Severity::Error, "BR-21" },
        { "missingRequired", "family", family, "income", Severity::Error, "" },
    };
    CHECK(c.update() == expected);
    c.force("family", family, "income = 100, rooms = 2");
    CHECK(c.update().empty());
}

TEST_CASE("A rule that cannot be computed for one record hides nothing of the others")
{
    FindingsCase c([](const SmallProfile& files) {
        files.replace("base/records/family.json", R"("life": true,)",
            R"("life": true, "checks": [{"id": "BR-30", "expr": "json_array_length(\"traits\") < 2", "severity": "E", "message": {"ru": "!", "en": "!"}}],)");
    });
    const auto damaged = c.create("family", { { "traits", R"(["mother"])" } });
    const auto family = c.create("family", { { "main", "aunt" }, { "traits", R"(["mother"])" } });
    REQUIRE(c.sign("family", damaged));
    REQUIRE(c.sign("family", family));
    c.force("family", damaged, "traits = '[1'");
    const auto found = c.update();
    CHECK(found.size() == 3);
    CHECK(found.at(0) == Finding { "brokenRule", "family", damaged, "", Severity::Error, "BR-30" });
}

TEST_CASE("Two records with one number of one series and year are found, both, until one has another")
{
    FindingsCase c;
    const auto agryz = c.create("territory", { { "code", "16-01" } });
    const auto other = c.create("territory", { { "code", "16-02" } });
    const auto family = [&](RecordId district, const char* opened) {
        return c.create("family", { { "district", district }, { "opened", opened }, { "regNo", "5" } });
    };
    const auto first = family(agryz, "2027-01-01T00:00:00Z");
    family(other, "2027-01-01T00:00:00Z");
    family(agryz, "2026-01-01T00:00:00Z");
    CHECK(c.update().empty());
    const auto second = family(agryz, "2027-05-01T00:00:00Z");
    // Only the one that came is touched, both are told.
    const std::vector<Finding> expected {
        { "duplicateNumber", "family", first, "regNo", Severity::Error, "5" },
        { "duplicateNumber", "family", second, "regNo", Severity::Error, "5" },
    };
    CHECK(c.update() == expected);
    c.put("family", second, { { "regNo", "6" } });
    CHECK(c.update().empty());
    c.put("family", second, { { "regNo", "5" } });
    CHECK(c.update().size() == 2);
    c.remove("family", first);
    CHECK(c.update().empty());
}

TEST_CASE("Findings of one record can be asked for, and a removed record has none")
{
    FindingsCase c;
    const auto family = c.create("family", { { "main", "aunt" } });
    c.create("family", { { "main", "uncle" } });
    CHECK(c.update().size() == 2);
    const auto of = [&](RecordId id) {
        return SmallStore::need(c.db->read([&](const store::ReadTx& tx) -> base::Result<std::vector<Finding>> {
            return store::findingsOf(tx, id);
        }));
    };
    REQUIRE(of(family).size() == 1);
    CHECK(of(family)[0].argument == "aunt");
    c.remove("family", family);
    CHECK(c.update().size() == 1);
    CHECK(of(family).empty());
}

TEST_CASE("What findings cost a row", "[.measure]")
{
    FindingsCase c;
    const auto territory = c.create("territory", { { "code", "16-01" } });
    const auto family = c.create("family", { { "district", territory } });
    const auto person = c.create("person", { { "surname", "А" } });
    for (int block = 0; block < 25; ++block)
        SmallStore::need(c.db->write({}, [&](store::WriteTx& tx) -> base::Result<RecordId> {
            for (int i = 0; i < 1999; ++i) {
                static_cast<void>(tx.create("member", { { "family", family }, { "person", person }, { "kinship", "father" } }));
                static_cast<void>(tx.create("family", { { "district", territory }, { "main", "mother" }, { "opened", "2027-01-01T00:00:00Z" }, { "regNo", std::to_string(block * 2000 + i) } }));
            }
            return tx.create("person", { { "surname", "Б" } });
        }));
    const std::size_t rows = c.touched.size();
    const auto measured = [&](const char* what) {
        const auto start = std::chrono::steady_clock::now();
        CHECK(c.update().size() == 0);
        const double us = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
        WARN(what << ": " << us << " us");
        return us;
    };
    const double bulk = measured("all");
    WARN(rows << " rows, " << bulk / static_cast<double>(rows) << " us a row");
    for (int i = 0; i < 5; ++i) {
        c.put("family", family, { { "rooms", i + 1 } });
        measured("one");
    }
}
