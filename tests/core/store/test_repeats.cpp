// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/proposals.h"
#include "core/store/repeats.h"
#include "core/store/rules.h"
#include "tests/core/store/smallstore.h"

#include <algorithm>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::SmallProfile;
using tests::SmallStore;

namespace {

/// Families of a district repeat what the last one of it had, their members come along.
void repeating(const SmallProfile& files)
{
    files.replace("base/records/family.json", R"("life": true,)",
        R"("life": true, "repeats": {"same": ["district"], "of": "\"rooms\" > 1",
            "fields": ["main", "large", "district"], "lines": {"member": ["person", "kinship"]}},)");
}

const profile::RecordType& familyOf(const SmallStore& office)
{
    return *office.db->profile().type("family");
}

std::optional<RecordId> lastOf(const SmallStore& office, const base::Fields& values)
{
    return SmallStore::need(office.db->read(
        [&](const store::ReadTx& tx) -> base::Result<std::optional<RecordId>> {
            return store::lastOfKind(tx, familyOf(office), values);
        }));
}

store::TakenOver takenFrom(const SmallStore& office, RecordId record)
{
    return SmallStore::need(office.db->read([&](const store::ReadTx& tx) {
        return store::takenOverFrom(tx, familyOf(office), record, SmallStore::today());
    }));
}

} // namespace

TEST_CASE("The last one is the newest of the same references that counts and is not removed")
{
    SmallStore office(repeating);
    const RecordId here = office.create("territory", { { "code", "1" } });
    const RecordId there = office.create("territory", { { "code", "2" } });
    const base::Fields ofHere { { "district", Value(here) } };
    CHECK_FALSE(lastOf(office, ofHere));
    const RecordId first
        = office.create("family", { { "district", Value(here) }, { "rooms", 2 } });
    const RecordId second
        = office.create("family", { { "district", Value(here) }, { "rooms", 3 } });
    office.create("family", { { "district", Value(here) }, { "rooms", 1 } }); // does not count
    office.create("family", { { "district", Value(there) }, { "rooms", 4 } });
    CHECK(lastOf(office, ofHere) == second);
    CHECK_FALSE(lastOf(office, {})); // nobody knows of where
    office.remove("family", second);
    CHECK(lastOf(office, ofHere) == first);
}

TEST_CASE("What comes along are the declared fields and lines, without what is offered no more")
{
    SmallStore office([](const SmallProfile& files) {
        repeating(files);
        files.replace("base/records/person.json", R"("title": "surname",)",
            R"("title": "surname", "offered": "\"note\" IS NULL",)");
        files.replace("base/classifiers/kinship.json", R"({"code": "father",)",
            R"({"code": "father", "to": "2027-03-11",)");
    });
    const RecordId district = office.create("territory", { { "code", "1" } });
    const RecordId anna = office.create("person", { { "surname", "Анна" } });
    const RecordId ivan = office.create("person", { { "surname", "Иван" }, { "note", "выбыл" } });
    const RecordId family = office.create("family",
        { { "district", Value(district) }, { "rooms", 2 }, { "main", "father" }, { "large", 1 },
            { "income", 100 } });
    office.create("member",
        { { "family", Value(family) }, { "n", 2 }, { "person", Value(ivan) },
            { "kinship", "mother" } });
    office.create("member",
        { { "family", Value(family) }, { "n", 1 }, { "person", Value(anna) },
            { "kinship", "mother" } });
    const store::TakenOver taken = takenFrom(office, family);
    CHECK(taken.from == family);
    // `main` names a code that was closed yesterday, `income` is not declared.
    CHECK(taken.fields == base::Fields { { "large", 1 }, { "district", Value(district) } });
    REQUIRE(taken.lines.size() == 1);
    CHECK(taken.lines[0].type == "member");
    const std::vector<base::Fields> expected { { { "person", Value(anna) },
                                                   { "kinship", "mother" } },
        { { "kinship", "mother" } } };
    CHECK(taken.lines[0].fields == expected);
}

TEST_CASE("A new line begins with its parent, what both refer to, and its place")
{
    SmallStore office([](const SmallProfile& files) {
        files.replace("base/records/member.json", R"({"id": "kinship")",
            R"({"id": "district", "type": "reference", "target": "territory", "label": {"ru": "Район", "en": "District"}},
  {"id": "kinship")");
    });
    const RecordId district = office.create("territory", { { "code", "1" } });
    const RecordId family { 1, 2 };
    const base::Fields begun = store::lineBegun(familyOf(office), family,
        { { "district", Value(district) }, { "rooms", 2 } }, *office.db->profile().type("member"),
        7);
    CHECK(begun
        == base::Fields {
            { "family", Value(family) }, { "district", Value(district) }, { "n", 7 } });
}

TEST_CASE("What is proposed reads the tables, the terms, who works here, and what stands there already")
{
    SmallStore office([](const SmallProfile& files) {
        files.replace("base/records/member.json", R"({"id": "n", "type": "integer",)",
            R"x({"id": "n", "type": "integer",
                "proposed": "(SELECT coalesce(max(m.n), 0) + 1 FROM member AS m WHERE m.family = r.family)",)x");
        files.replace("base/records/member.json", R"({"id": "person", "type": "reference",)",
            R"({"id": "person", "type": "reference", "proposed": ":author",)");
        files.replace("base/records/member.json", R"({"id": "kinship", "type": "choice",)",
            R"({"id": "kinship", "type": "choice",
                "proposed": "CASE WHEN NOT EXISTS (SELECT 1 FROM term) AND :today = '2027-03-12' THEN 'mother' END",)");
    });
    CHECK(store::Rules::brokenExpressions(office.db->profile()).empty());
    const RecordId family = office.create("family", {});
    office.create("member", { { "family", Value(family) }, { "n", 4 } });
    const RecordId who { 7, 7 };
    const auto proposed = [&](const base::Fields& values, RecordId author) {
        return SmallStore::need(
            office.db->read([&](const store::ReadTx& tx) -> base::Result<base::Fields> {
                return store::proposals(tx, "member", values, author, SmallStore::today());
            }));
    };
    CHECK(proposed({ { "family", Value(family) } }, who)
        == base::Fields { { "n", 5 }, { "person", Value(who) }, { "kinship", "mother" } });
    CHECK(proposed({ { "family", Value(family) }, { "n", 9 }, { "kinship", "father" } }, {})
              .empty());
}

TEST_CASE("A proposal that does not prepare is named, and so is a condition of what repeats")
{
    SmallProfile files;
    files.replace("base/records/member.json", R"({"id": "n", "type": "integer",)",
        R"x({"id": "n", "type": "integer", "proposed": "(SELECT max(x) FROM nowhere)",)x");
    files.replace("base/records/family.json", R"("life": true,)",
        R"("life": true, "repeats": {"of": "nothing = 1", "fields": ["main"]},)");
    const auto broken = store::Rules::brokenExpressions(*files.load());
    std::vector<std::string> expressions;
    for (const auto& one : broken)
        expressions.push_back(one.type + '/' + one.field + ": " + one.expression);
    std::sort(expressions.begin(), expressions.end());
    CHECK(expressions
        == std::vector<std::string> {
            "family/: nothing = 1", "member/n: (SELECT max(x) FROM nowhere)" });
}
