// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/checker.h"
#include "core/profile/required.h"
#include "core/profile/words.h"
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace patronat::profile;
using patronat::tests::findProblem;
using patronat::tests::SmallProfile;

namespace {

/// One mistake in one file of the small profile, and what must be said of it.
struct Mistake
{
    std::string name;
    std::string file;
    std::string from;
    std::string to;
    std::string code;
    std::string argument;
    int line;
    std::string path;
};

const std::vector<Mistake>& mistakes()
{
    static const std::string family = "base/records/family.json";
    static const std::string member = "base/records/member.json";
    static const std::vector<Mistake> kMistakes {
        { "a reference to a type that is not there", member, R"("target": "person")",
            R"("target": "persons")", "unknownType", "persons", 6, "fields[1].target" },
        { "a choice of a classifier that is not there", member, R"("classifier": "kinship")",
            R"("classifier": "kin")", "unknownClassifier", "kin", 7, "fields[2].classifier" },
        { "a choice without a classifier", member, R"("classifier": "kinship", )", "",
            "classifierMissing", "kinship", 7, "fields[2].type" },
        { "a reference without a target", member, R"("target": "person", )", "", "targetMissing",
            "person", 6, "fields[1].type" },
        { "a parent that is no field", member, R"("parent": "family")", R"("parent": "house")",
            "unknownField", "house", 2, "parent" },
        { "a parent that is no reference", member, R"("parent": "family")", R"("parent": "n")",
            "notAReference", "n", 2, "parent" },
        { "a unit through a field that is not there", member, R"(["family"])", R"(["house"])",
            "unknownField", "house", 2, "unit" },
        { "a unit through reference records", family, R"("unit": "self", "scope": "district")",
            R"("unit": {"through": ["district"]})", "unitOfEveryone", "district", 2, "unit" },
        { "a type without a unit", family, R"("unit": "self", )", "", "unitMissing", "family", 1,
            "" },
        { "a scope that is no territory", member, R"("unit": {"through": ["family"]})",
            R"("unit": "self", "scope": "person")", "notATerritory", "person", 2, "scope" },
        { "a signature over a type that is no child", family, R"("signsWith": ["member"])",
            R"("signsWith": ["person"])", "notAChild", "person", 3, "signsWith" },
        { "a signature over a type that is not there", family, R"("signsWith": ["member"])",
            R"("signsWith": ["nobody"])", "unknownType", "nobody", 3, "signsWith" },
        { "a day that is to come along from last time", family, R"("signsWith": ["member"])",
            R"("signsWith": ["member"], "repeats": {"fields": ["main", "opened"]})", "notRepeated",
            "opened", 3, "repeats" },
        { "a reckoned value that is to come along", family, R"("signsWith": ["member"])",
            R"("signsWith": ["member"], "repeats": {"fields": ["perRoom"]})", "notRepeated",
            "perRoom", 3, "repeats" },
        { "a field that comes along and is not there", family, R"("signsWith": ["member"])",
            R"("signsWith": ["member"], "repeats": {"fields": ["nothing"]})", "unknownField",
            "nothing", 3, "repeats" },
        { "a last one that is the same in no reference", family, R"("signsWith": ["member"])",
            R"("signsWith": ["member"], "repeats": {"same": ["main"], "fields": ["main"]})",
            "notAReference", "main", 3, "repeats" },
        { "lines that come along and are no children", family, R"("signsWith": ["member"])",
            R"("signsWith": ["member"], "repeats": {"lines": {"person": ["note"]}})", "notAChild",
            "person", 3, "repeats" },
        { "the place of a line that is to come along", family, R"("signsWith": ["member"])",
            R"("signsWith": ["member"], "repeats": {"lines": {"member": ["n"]}})", "notRepeated",
            "n", 3, "repeats" },
        { "a name that is no field", family, R"("names": ["regNo"])", R"("names": ["number"])",
            "unknownField", "number", 3, "names" },
        { "a name that is no text", family, R"("names": ["regNo"])", R"("names": ["income"])",
            "notText", "income", 3, "names" },
        { "a name of what only some may read", family, R"("names": ["regNo"])",
            R"("names": ["regNo"], "readableBy": ["PSYCH"])", "closedSearched", "regNo", 3,
            "names" },
        { "an index over a field that is not there", family, R"(["district", "opened"])",
            R"(["district", "closed"])", "unknownField", "closed", 3, "indexes" },
        { "an order that is no field", member, R"("order": "n")", R"("order": "m")", "unknownField",
            "m", 3, "order" },
        { "a mask that does not count", family, "/{0001}", "/1", "badMask",
            "{district.code}/{YYYY}/1", 5, "fields[0].mask" },
        { "a mask of a field that is not there", family, "{district.code}", "{district.cod}",
            "unknownField", "district.cod", 5, "fields[0].mask" },
        { "a mask of the fields of what a reference leads to", family, "{district.code}",
            "{district.parent.cod}", "unknownField", "district.parent.cod", 5, "fields[0].mask" },
        { "a year of what is no date", family, R"("year": "opened")", R"("year": "rooms")",
            "notADate", "rooms", 5, "fields[0].year" },
        { "a computed field without its expression", family, R"("expr": "income / rooms", )", "",
            "expressionMissing", "perRoom", 14, "fields[9]" },
        { "an expression with an open quote", "base/records/person.json", R"(\"birthDate\" <=)",
            R"(\"birthDate <=)", "brokenExpression", "\"birthDate <= :today", 7,
            "fields[1].check[0].expr" },
        { "a column of the engine's own", member, R"("id": "n", "type")",
            R"("id": "trail", "type")", "reservedWord", "trail", 8, "fields[3].id" },
        { "two fields that SQLite takes for one", member, R"("id": "n", "type")",
            R"("id": "Kinship", "type")", "badId", "Kinship", 8, "fields[3]" },
        { "a type of field nobody knows", member, R"("type": "integer")", R"("type": "int")",
            "unknownFieldType", "int", 8, "fields[3].type" },
        { "a key nobody knows", member, R"("order": "n")", R"("ordr": "n")", "unknownKey", "ordr",
            3, "ordr" },
        { "a flag that is a text", family, R"("life": true)", R"("life": "yes")", "wrongKind",
            "life", 3, "life" },
        { "an id that is not its file's", member, R"("id": "member")", R"("id": "members")",
            "idDiffersFromFile", "members", 1, "" },
        { "a type that C++ needs with a field of another type", "base/records/staff.json",
            R"("id": "surname", "type": "text")", R"("id": "surname", "type": "note")",
            "requiredFieldType", "staff/surname text", 4, "fields[0].type" },
        { "a code given twice", "base/classifiers/kinship.json", R"("code": "father")",
            R"("code": "mother")", "duplicateCode", "mother", 3, "codes[1]" },
        { "a date that is none", "base/classifiers/kinship.json", "2007-01-01", "2007-02-29",
            "notADate", "2007-02-29", 2, "codes[0]" },
        { "an origin that is no number", "base/profile.json", "ba5e000000000001", "ba5e",
            "badOrigin", "ba5e", 2, "origin" },
    };
    return kMistakes;
}

} // namespace

TEST_CASE(
    "a mistake keeps a profile from opening and is named with file, line and path", "[profile]")
{
    for (const Mistake& mistake : mistakes()) {
        DYNAMIC_SECTION(mistake.name)
        {
            const SmallProfile files;
            files.replace(mistake.file, mistake.from, mistake.to);

            const Loaded loaded = loadProfile(files.base());

            CHECK_FALSE(loaded.profile);
            const Problem problem = findProblem(loaded, mistake.code);
            CHECK(problem.severity == Severity::Error);
            CHECK("base/" + problem.file == mistake.file);
            CHECK(problem.argument == mistake.argument);
            CHECK(problem.line == mistake.line);
            CHECK(problem.path == mistake.path);
        }
    }
}

TEST_CASE("fields that differ only in case are one column to SQLite", "[profile]")
{
    const SmallProfile files;
    files.replace("base/records/family.json", R"("id": "rooms")", R"("id": "inCome")");

    CHECK(findProblem(loadProfile(files.base()), "duplicateField").argument == "inCome");
}

TEST_CASE("what C++ relies on must be there", "[profile]")
{
    for (const RequiredField& required : kRequiredFields) {
        const SmallProfile files;
        const std::string file = "base/records/" + std::string(required.type) + ".json";
        const std::string id = "\"id\": \"" + std::string(required.field) + "\", \"type\"";
        files.replace(file, id, R"("id": "other", "type")");

        const Problem problem = findProblem(loadProfile(files.base()), "requiredFieldMissing");

        CHECK(problem.argument == std::string(required.type) + '/' + std::string(required.field));
    }
}

TEST_CASE("a profile without staff does not open", "[profile]")
{
    const SmallProfile files;
    files.remove("base/records/staff.json");

    CHECK(findProblem(loadProfile(files.base()), "requiredTypeMissing").argument == "staff");
}

TEST_CASE("units that lead in a circle are refused", "[profile]")
{
    const SmallProfile files;
    files.replace("base/records/family.json", R"("unit": "self", "scope": "district")",
        R"("unit": {"through": ["chief"]})");
    files.replace("base/records/family.json", R"("fields": [)",
        R"("fields": [{"id": "chief", "type": "reference", "target": "member", "label": {"ru": "Глава", "en": "Chief"}},)");

    CHECK(findProblem(loadProfile(files.base()), "typeCycle").path == "unit");
}

TEST_CASE("a paper needs both its forms and a type to print", "[profile]")
{
    const SmallProfile files;
    files.write("base/templates/card.json", R"({"id": "card", "type": "house"})");
    files.write("base/templates/card.html", "<p></p>");

    const Loaded loaded = loadProfile(files.base());

    CHECK(findProblem(loaded, "templateMissing").argument == "card.fodt");
    CHECK(findProblem(loaded, "unknownType").file == "templates/card.json");
}

TEST_CASE("a report that is no JSON is found before anybody asks for it", "[profile]")
{
    const SmallProfile files;
    files.write("base/reports/table.json", "{\n \"id\": \n}");

    const Problem problem = findProblem(loadProfile(files.base()), "brokenJson");

    CHECK(problem.file == "reports/table.json");
    CHECK(problem.line == 3);
}

TEST_CASE("a label that is missing is told but keeps nothing from opening", "[profile]")
{
    const SmallProfile files;
    files.replace("base/records/member.json", R"({"ru": "Родство", "en": "Kinship"})",
        R"({"ru": "Родство"})");

    const Loaded loaded = loadProfile(files.base());

    CHECK(loaded.profile);
    const Problem problem = findProblem(loaded, "missingLabel");
    CHECK(problem.severity == Severity::Warning);
    CHECK(problem.file == "records/member.json");
    CHECK(problem.line == 7);
    CHECK(problem.argument == "label.en");
}

TEST_CASE("one run shows every mistake", "[profile]")
{
    const SmallProfile files;
    files.replace("base/records/member.json", R"("target": "person")", R"("target": "persons")");
    files.replace("base/records/family.json", R"("names": ["regNo"])", R"("names": ["number"])");

    const Loaded loaded = loadProfile(files.base());

    CHECK(findProblem(loaded, "unknownType").file == "records/member.json");
    CHECK(findProblem(loaded, "unknownField").file == "records/family.json");
}

TEST_CASE("quotes and parentheses of an expression must close", "[profile]")
{
    CHECK(isBalanced(R"("to" > "from" AND x IN ('it''s', ')'))"));
    CHECK_FALSE(isBalanced("a = 'b"));
    CHECK_FALSE(isBalanced("\"a"));
    CHECK_FALSE(isBalanced("(a"));
    CHECK_FALSE(isBalanced("a) + (b"));
}

TEST_CASE("a mask names its fields and its counter", "[profile]")
{
    std::vector<std::string> names;
    bool counter = false;

    CHECK(maskNames("{territory.code}-{YY}/{N}", names, counter));
    CHECK(counter);
    CHECK(names == std::vector<std::string> { "territory.code" });
    CHECK(maskNames("{0000}", names, counter));
    CHECK(counter);
    CHECK(maskNames("{YYYY}", names, counter));
    CHECK_FALSE(counter);
    CHECK_FALSE(maskNames("{N", names, counter));
}
