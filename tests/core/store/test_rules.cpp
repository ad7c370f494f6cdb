// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rules.h"

#include "core/store/typechecks.h"
#include "tests/core/store/smallstore.h"

#include <algorithm>
#include <atomic>
#include <thread>

using namespace patronat;
using namespace patronat::tests;
using store::BrokenRule;
using store::Rules;

namespace {

const std::string kToday = "2027-03-12";

std::vector<std::string> names(const std::vector<BrokenRule>& broken)
{
    std::vector<std::string> out;
    for (const BrokenRule& rule : broken)
        out.push_back(rule.field + ":" + rule.rule);
    return out;
}

/// Rules over the small profile; a test may change its files first.
struct RulesCase {
    explicit RulesCase(const std::function<void(const SmallProfile&)>& made = {})
    {
        if (made)
            made(files);
        profile = files.load();
        tables = std::make_unique<store::Tables>(profile);
        rules = std::make_unique<Rules>(*tables);
    }
    SmallProfile files;
    std::shared_ptr<const profile::Profile> profile;
    std::unique_ptr<store::Tables> tables;
    std::unique_ptr<Rules> rules;
};

void addCheck(const SmallProfile& files, const std::string& expression)
{
    files.replace("base/records/person.json", R"("names": ["surname"],)",
        R"("names": ["surname"], "checks": [{"id": "BR-99", "expr": ")" + expression
            + R"(", "severity": "W", "message": {"ru": "нет", "en": "no"}}],)");
}

} // namespace

TEST_CASE("A record without a required field breaks the rule of that field")
{
    const RulesCase c;
    CHECK(names(c.rules->check("person", {}, kToday)) == std::vector<std::string> { "surname:required" });
    CHECK(c.rules->check("person", { { "surname", "Иванова" } }, kToday).empty());
}

TEST_CASE("A rule compares with today and is not broken by a missing value")
{
    const RulesCase c;
    const auto birth = [&](const char* date) {
        return c.rules->check("person", { { "surname", "Иванова" }, { "birthDate", date } }, kToday);
    };
    CHECK(birth("2027-03-12").empty());
    const auto broken = birth("2027-03-13");
    REQUIRE(broken.size() == 1);
    CHECK(broken[0].field == "birthDate");
    CHECK(broken[0].severity == profile::Severity::Error);
    CHECK(broken[0].message.at("en") == "After today");
}

TEST_CASE("A rule of the record carries its id, its severity and no field")
{
    const RulesCase c([](const SmallProfile& files) { addCheck(files, R"(\"phone\" IS NOT NULL OR \"snils\" IS NOT NULL)"); });
    const auto broken = c.rules->check("person", { { "surname", "Иванова" } }, kToday);
    REQUIRE(broken.size() == 1);
    CHECK(broken[0].rule == "BR-99");
    CHECK(broken[0].field.empty());
    CHECK(broken[0].severity == profile::Severity::Warning);
    CHECK(c.rules->check("person", { { "surname", "Иванова" }, { "phone", "+7 843 123-45-67" } }, kToday).empty());
}

TEST_CASE("A computed field is at hand for rules, and a field marked as not established is not missing")
{
    const RulesCase c([](const SmallProfile& files) {
        files.replace("base/records/family.json", R"("expr": "income / rooms",)",
            R"("expr": "income / rooms", "check": [{"expr": "\"perRoom\" < 1000", "severity": "I", "message": {"ru": "много", "en": "much"}}],)");
        files.replace("base/records/person.json", R"("type": "date", "marks": true,)", R"("type": "date", "marks": true, "required": true,)");
    });
    CHECK(c.rules->check("family", { { "income", 5000 }, { "rooms", 5 } }, kToday).size() == 1);
    CHECK(c.rules->check("family", { { "income", 4999 }, { "rooms", 6 } }, kToday).empty());
    CHECK(names(c.rules->check("person", { { "surname", "А" } }, kToday)) == std::vector<std::string> { "birthDate:required" });
    CHECK(c.rules->check("person", { { "surname", "А" }, { "birthDate.mark", "unknown" } }, kToday).empty());
    CHECK(c.rules->check("person", { { "surname", "А" }, { "birthDate.mark", "stated" } }, kToday).size() == 1);
}

TEST_CASE("A hidden field is not required, and its parts hide with it")
{
    const RulesCase c([](const SmallProfile& files) {
        files.replace("base/records/person.json", R"("id": "addrFact", "type": "address",)",
            R"("id": "addrFact", "type": "address", "required": true, "visible": "\"note\" IS NULL",)");
    });
    CHECK(names(c.rules->check("person", { { "surname", "А" } }, kToday)) == std::vector<std::string> { "addrFact:required" });
    CHECK(c.rules->check("person", { { "surname", "А" }, { "addrFact.street", "Лесная" } }, kToday).empty());
    CHECK(c.rules->check("person", { { "surname", "А" }, { "note", "без адреса" } }, kToday).empty());
    const auto seen = [&](const base::Fields& values, const char* field) {
        const auto visible = c.rules->visibleFields("person", values, kToday);
        return std::find(visible.begin(), visible.end(), field) != visible.end();
    };
    CHECK(seen({}, "addrFact.street"));
    CHECK_FALSE(seen({ { "note", "x" } }, "addrFact.street"));
    CHECK(seen({ { "note", "x" } }, "birthDate.mark"));
}

TEST_CASE("A new form opens with its default values")
{
    const RulesCase c([](const SmallProfile& files) {
        files.replace("base/records/family.json", R"("type": "integer", "label": {"ru": "Комнат",)",
            R"("type": "integer", "default": "2 + 1", "label": {"ru": "Комнат",)");
        files.replace("base/records/family.json", R"("type": "datetime", "label")",
            R"("type": "datetime", "default": ":today || 'T00:00:00Z'", "label")");
    });
    const base::Fields expected { { "opened", "2027-03-12T00:00:00Z" }, { "rooms", 3 } };
    CHECK(c.rules->defaults("family", kToday) == expected);
}

TEST_CASE("A title is the profile's expression over the record's values, computed ones too")
{
    const RulesCase c([](const SmallProfile& files) {
        files.replace("base/records/family.json", R"("title": "regNo")", R"("title": "\"regNo\" || ', ' || \"perRoom\"")");
    });
    CHECK(c.rules->title("person", { { "surname", "Иванова" } }) == "Иванова");
    CHECK(c.rules->title("family", { { "regNo", "16-01/2027/0001" }, { "income", 900 }, { "rooms", 3 } }) == "16-01/2027/0001, 300");
    CHECK(c.rules->title("family", {}).empty());
}

TEST_CASE("A rule that would run for ever is stopped and counts as broken, the others still answer")
{
    const RulesCase c([](const SmallProfile& files) {
        addCheck(files, "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n) > 0");
    });
    // A recursive query is not even prepared; a join of lists is, and is stopped.
    CHECK(Rules::brokenExpressions(*c.profile).size() == 1);
    const RulesCase slow([&](const SmallProfile& files) {
        addCheck(files, "(SELECT count(*) FROM json_each('[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]') a, json_each('[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]') b, "
                        "json_each('[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]') c, json_each('[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]') d, "
                        "json_each('[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]') e) > 0");
    });
    for (const auto& broken : Rules::brokenExpressions(*slow.profile))
        FAIL_CHECK(broken.field << ": " << broken.why);
    CHECK(names(slow.rules->check("person", {}, kToday)) == std::vector<std::string> { "surname:required", ":BR-99" });
}

TEST_CASE("A rule that cannot be computed with a value counts as broken and hides no other")
{
    const RulesCase c([](const SmallProfile& files) { addCheck(files, R"(json_array_length(\"note\") > 0)"); });
    CHECK(names(c.rules->check("person", { { "note", "[1" } }, kToday)) == std::vector<std::string> { "surname:required", ":BR-99" });
    CHECK(c.rules->check("person", { { "surname", "А" }, { "note", "[1]" } }, kToday).empty());
}

TEST_CASE("Every kind of broken expression is named with its type and field")
{
    SmallProfile files;
    auto broken = std::make_shared<profile::Profile>(*files.load());
    const auto listed = [&] {
        std::vector<std::string> out;
        for (const auto& one : Rules::brokenExpressions(*broken)) {
            CHECK_FALSE(one.why.empty());
            out.push_back(one.type + "/" + one.field);
        }
        return out;
    };
    const auto field = [&](std::string_view type, std::string_view id) -> profile::Field& {
        for (profile::RecordType& one : broken->types)
            if (one.id == type)
                return one.fields[one.fieldIndex(id)];
        throw std::runtime_error("no such field");
    };
    CHECK(listed().empty());
    using Expected = std::vector<std::string>;
    SECTION("a misspelt column in double quotes")
    {
        field("person", "note").required = { false, "\"surnme\" IS NULL" };
        CHECK(listed() == Expected { "person/note" });
    }
    SECTION("a visibility, a default, a check")
    {
        field("person", "note").visible = { false, "nothing here" };
        CHECK(listed() == Expected { "person/note" });
        field("person", "note").visible = { true, {} };
        field("person", "note").defaultExpression = "load_extension('x')";
        CHECK(listed() == Expected { "person/note" });
        field("person", "note").defaultExpression = {};
        field("person", "note").checks = { { "note1", "1), (2", profile::Severity::Error, {} } };
        CHECK(listed() == Expected { "person/note" });
    }
    SECTION("another table, a pragma, a file")
    {
        field("person", "note").required = { false, "EXISTS(SELECT 1 FROM family)" };
        CHECK(listed() == Expected { "person/note" });
        field("person", "note").required = { false, "EXISTS(SELECT 1 FROM pragma_database_list)" };
        CHECK(listed() == Expected { "person/note" });
        field("person", "note").required = { false, "readfile('x') IS NULL" };
        CHECK(listed() == Expected { "person/note" });
        field("person", "note").required = { false, "EXISTS(SELECT 1 FROM sqlite_schema)" };
        CHECK(listed() == Expected { "person/note" });
    }
    SECTION("a computed field, and what uses it")
    {
        field("family", "perRoom").expression = "income / rums";
        CHECK(listed() == Expected { "family/perRoom" });
    }
    SECTION("a computed field that no column may be: it asks for today")
    {
        field("family", "perRoom").expression = "income || :today";
        CHECK(listed() == Expected { "family/perRoom" });
    }
    SECTION("a title")
    {
        for (profile::RecordType& one : broken->types)
            if (one.id == "person")
                one.titleExpression = "surname ||";
        CHECK(listed() == Expected { "person/" });
    }
    SECTION("a signing expression reads tables and writes none")
    {
        field("member", "n").signingExpression = "(SELECT count(*) FROM \"family\" f WHERE f.id = member.\"family\" AND :today > '2020')";
        CHECK(listed().empty());
        field("member", "n").signingExpression = "(SELECT count(*) FROM \"famly\")";
        CHECK(listed() == Expected { "member/n" });
    }
    SECTION("a series and a mask that lead nowhere")
    {
        field("family", "regNo").numberSeries = "district.region";
        CHECK(listed() == Expected { "family/regNo" });
        field("family", "regNo").numberSeries = "district.parent.code";
        CHECK(listed().empty());
        field("family", "regNo").numberMask = "{distrct.code}/{N}";
        CHECK(listed() == Expected { "family/regNo" });
        field("family", "regNo").numberMask = "{N}";
        field("family", "regNo").numberYear = "income";
        CHECK(listed() == Expected { "family/regNo" });
    }
}

TEST_CASE("A condition of a rule asks the same of a table as of a form")
{
    SmallStore s;
    const auto& conditions = s.db->rules().conditions("person");
    REQUIRE(conditions.size() == 2);
    s.create("person", { { "surname", "Иванова" }, { "birthDate", "2030-01-01" } });
    s.create("person", { { "phone", "88005553535" } });
    for (const store::Condition& condition : conditions) {
        const auto count = SmallStore::need(s.db->read([&](const store::ReadTx& tx) -> base::Result<std::int64_t> {
            auto select = tx.connection().prepare("SELECT count(*) FROM person WHERE " + condition.sql);
            if (const auto parameter = select.parameter(":today"))
                select.bind(*parameter, std::string_view(kToday));
            select.step();
            return select.integer(0);
        }));
        CHECK(count == 1);
    }
}

TEST_CASE("Several threads ask one set of rules at once")
{
    const RulesCase c;
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 50; ++n)
                if (c.rules->check("person", {}, kToday).size() != 1 || c.rules->title("person", { { "surname", "А" } }) != "А")
                    ++wrong;
        });
    for (std::thread& thread : threads)
        thread.join();
    CHECK(wrong == 0);
}

TEST_CASE("The control number of a SNILS is checked, with and without its hyphens")
{
    CHECK(store::isSnils("112-233-445 95"));
    CHECK(store::isSnils("11223344595"));
    CHECK(store::isSnils("087-654-303 00")); // sum 202: two times 101
    CHECK(store::isSnils("001-001-998 12")); // issued without a control number
    CHECK_FALSE(store::isSnils("112-233-445 96"));
    CHECK_FALSE(store::isSnils("112-233-445"));
    CHECK_FALSE(store::isSnils("112-233-445 9a"));
}

TEST_CASE("The date and the check digit of an EGN are checked")
{
    CHECK(store::isEgn("7523169263")); // 1875: month + 20 - not of this century
    CHECK(store::isEgn("6101057509"));
    CHECK_FALSE(store::isEgn("6101057508"));
    CHECK_FALSE(store::isEgn("6113057509"));
    CHECK_FALSE(store::isEgn("610105750"));
}

TEST_CASE("Values of the wrong form break the rule of their type")
{
    const RulesCase c;
    const base::Fields values { { "surname", "Длинная фамилия" }, { "snils", "112-233-445 96" }, { "phone", "позвонить" },
        { "birthDate", "2027-02-30" } };
    const auto broken = names(c.rules->check("person", values, kToday));
    const std::vector<std::string> expected { "surname:tooLong", "birthDate:date", "phone:phone", "snils:snils" };
    CHECK(broken == expected);
    CHECK(c.rules->check("person", { { "surname", "Десятьбукв" }, { "phone", "+7 (843) 123-45-67" } }, kToday).empty());
}
