// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/loader.h"
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace patronat::profile;
using patronat::tests::findProblem;
using patronat::tests::listed;
using patronat::tests::SmallProfile;

TEST_CASE("a small profile loads with all it declares", "[profile]")
{
    const SmallProfile files;

    const auto profile = files.load();

    CHECK(profile->id == "base");
    CHECK(profile->version == "2026.1");
    CHECK(profile->languages == std::vector<std::string> { "ru", "tt", "en" });
    CHECK(profile->settingsJson == R"({"quorum":50})");
    const RecordType* family = profile->type("family");
    REQUIRE(family);
    CHECK(family->unitKind == UnitKind::Self);
    CHECK(family->scopeField == "district");
    CHECK(family->hasLife);
    CHECK(family->signsWith == std::vector<std::string> { "member" });
    CHECK(family->field("regNo")->numberSeries == "district");
    CHECK(family->field("regNo")->numberYear == "opened");
    CHECK(family->field("area")->decimals == 3);
    CHECK(family->field("perRoom")->expression == "income / rooms");
    CHECK_FALSE(family->field("nothing"));
    const RecordType* member = profile->type("member");
    CHECK(member->unitFields == std::vector<std::string> { "family" });
    CHECK(member->field("person")->draws);
    CHECK(profile->type("person")->field("surname")->required.always);
    const Check& check = profile->type("person")->field("birthDate")->checks.at(0);
    CHECK(check.id == "birthDate.1");
    CHECK(check.severity == Severity::Error);
    CHECK(profile->classifier("kinship")->code("mother")->extra.at("sex") == "F");
    CHECK(profile->hash.size() == 64);
}

TEST_CASE("every expression is listed with its place", "[profile]")
{
    const SmallProfile files;
    files.write("base/reports/table.json", "{\"rows\": [\n {\"value\": {\"sql\": \"SELECT 1\"}}]}");

    const Loaded loaded = loadProfile(files.base());

    const auto find = [&](std::string_view text) {
        const auto found = std::find_if(loaded.expressions.begin(), loaded.expressions.end(),
            [&](const Expression& expression) { return expression.text == text; });
        REQUIRE(found != loaded.expressions.end());
        return *found;
    };
    const Expression check = find("\"birthDate\" <= :today");
    CHECK(check.type == "person");
    CHECK(check.field == "birthDate");
    CHECK(check.key == "expr");
    CHECK(check.file == "records/person.json");
    CHECK(check.line == 7);
    CHECK(check.path == "fields[1].check[0].expr");
    CHECK(find("regNo").key == "title");
    CHECK(find("regNo").field.empty());
    CHECK(find("SELECT 1").path == "rows[0].value.sql");
    CHECK(find("SELECT 1").line == 2);
}

TEST_CASE("parents and roots stand before what hangs on them", "[profile]")
{
    const auto profile = SmallProfile().load();

    const auto at = [&](const char* id) { return profile->type(id) - profile->types.data(); };
    CHECK(at("family") < at("member"));
}

TEST_CASE("an address and a mark become fields of their own", "[profile]")
{
    const auto profile = SmallProfile().load();
    const RecordType& person = *profile->type("person");

    CHECK_FALSE(person.field("addrFact")->isStored());
    const Field* street = person.field("addrFact.street");
    REQUIRE(street);
    CHECK(street->type == FieldType::Text);
    CHECK(street->partOf == "addrFact");
    CHECK(street->part == "street");
    CHECK(street->personalData == "ordinary");
    CHECK(street->label.at("ru") == "Улица");
    CHECK(person.fieldIndex("addrFact.region") == person.fieldIndex("addrFact") + 1);
    const Field* mark = person.field("birthDate.mark");
    REQUIRE(mark);
    CHECK(mark->type == FieldType::Choice);
    CHECK(mark->classifier == "valueMark");
    CHECK_FALSE(person.field("surname.mark"));
}

TEST_CASE("a region starts from what it extends", "[profile]")
{
    const SmallProfile files;
    files.write(
        "region/records/member.json", R"({"id": "member", "extends": true, "title": "kinship",
 "fields": [{"id": "kinship", "required": true}, {"id": "since", "type": "date", "label": {"ru": "С", "en": "Since"}}]})");

    const Loaded loaded = loadProfile(files.region());

    INFO(listed(loaded.problems));
    REQUIRE(loaded.profile);
    CHECK(loaded.profile->id == "region");
    CHECK(loaded.profile->version == "2027.3");
    CHECK(loaded.profile->chain == std::vector<std::string> { "base", "region" });
    CHECK(loaded.profile->languages.size() == 3);
    CHECK(loaded.profile->settingsJson == R"({"quorum":50,"body":"kdn"})");
    const RecordType& member = *loaded.profile->type("member");
    CHECK(member.titleExpression == "kinship");
    CHECK(member.field("kinship")->required.always);
    CHECK(member.field("kinship")->classifier == "kinship");
    CHECK(member.field("since")->type == FieldType::Date);
    CHECK(member.fields.size() == 5);
}

TEST_CASE("an overlay adds a field of its own", "[profile]")
{
    const SmallProfile files;
    files.addOverlay();
    files.write("overlay/records/family.json", R"({"id": "family", "extends": true,
 "fields": [{"id": "x_box_no", "type": "text", "label": {"ru": "Ящик", "en": "Box"}}]})");

    const Loaded loaded = loadProfile(files.region(), { files.overlay() });

    INFO(listed(loaded.problems));
    REQUIRE(loaded.profile);
    CHECK(loaded.profile->id == "region");
    CHECK(loaded.profile->chain.back() == "ours");
    CHECK(loaded.profile->type("family")->field("x_box_no"));
    CHECK(loaded.profile->hash != openProfile(files.region()).value()->hash);
}

TEST_CASE("an overlay that changes a field's type is refused with file and line", "[profile]")
{
    const SmallProfile files;
    files.addOverlay();
    files.write("overlay/records/family.json", R"({"id": "family", "extends": true,
 "fields": [
  {"id": "rooms",
   "type": "text"}
 ]})");

    const auto opened = openProfile(files.region(), { files.overlay() });

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == patronat::base::ErrorCode::ProfileBroken);
    CHECK(opened.error().args
        == std::vector<std::string> {
            "../overlay/records/family.json", "4", "fields[0].type", "fieldTypeChanged rooms" });
}

TEST_CASE("an overlay adds nothing under a name that a shipped profile may take", "[profile]")
{
    const SmallProfile files;
    files.addOverlay();

    SECTION("no field")
    {
        files.write("overlay/records/family.json", R"({"id": "family", "extends": true,
 "fields": [{"id": "box", "type": "text", "label": {"ru": "Ящик", "en": "Box"}}]})");
        CHECK(findProblem(loadProfile(files.base(), { files.overlay() }), "overlayId").argument
            == "box");
    }
    SECTION("no type")
    {
        files.write(
            "overlay/records/box.json", R"({"id": "box", "unit": "everyone", "fields": []})");
        CHECK(findProblem(loadProfile(files.base(), { files.overlay() }), "overlayId").argument
            == "box");
    }
    SECTION("and replaces no type")
    {
        files.write(
            "overlay/records/family.json", R"({"id": "family", "unit": "self", "fields": []})");
        CHECK(findProblem(loadProfile(files.base(), { files.overlay() }), "overlayReplaces").line
            == 1);
    }
}

TEST_CASE("a profile that extends nothing that is there does not open", "[profile]")
{
    const SmallProfile files;
    files.replace("region/profile.json", R"("extends": "base")", R"("extends": "basis")");

    const Loaded loaded = loadProfile(files.region());

    CHECK_FALSE(loaded.profile);
    const Problem problem = findProblem(loaded, "profileMissing");
    CHECK(problem.file == "profile.json");
    CHECK(problem.path == "extends");
}

TEST_CASE("profiles that extend each other do not open", "[profile]")
{
    const SmallProfile files;
    files.replace("base/profile.json", R"("id": "base",)", R"("id": "base", "extends": "region",)");

    CHECK(findProblem(loadProfile(files.region()), "extendsCycle").argument == "region");
}

TEST_CASE("papers are known by paths that mean the same on every machine", "[profile]")
{
    const SmallProfile files;
    files.write("base/templates/card.json", R"({"id": "card", "type": "family"})");
    files.write("base/templates/card.html", "<p></p>");
    files.write("base/templates/card.fodt", "<x/>");
    files.write("region/templates/card.html", "<p>ours</p>");

    const Loaded loaded = loadProfile(files.region());

    INFO(listed(loaded.problems));
    REQUIRE(loaded.profile);
    CHECK(loaded.profile->templates.at("card") == "base/templates/card.json");
    CHECK(loaded.profile->templateForms.at("card.html") == "region/templates/card.html");
    CHECK(std::filesystem::equivalent(
        loaded.profile->locate(loaded.profile->templateForms.at("card.html")),
        files.region() / "templates/card.html"));
}

TEST_CASE("a damaged file is refused or read, never more", "[profile]")
{
    const unsigned seed = std::random_device {}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const SmallProfile files;
    REQUIRE(releaseSeeds(files.base()));
    const std::vector<std::string> names { "base/profile.json", "base/records/family.json",
        "base/classifiers/kinship.json", "base/seeds/territory.json", "base/seeds.log" };

    int refused = 0;
    for (int i = 0; i < 300; ++i) {
        const std::string& name = names[random() % names.size()];
        const std::string whole = files.read(name);
        std::string damaged = whole;
        if (random() % 2 == 0)
            damaged.resize(random() % damaged.size());
        else
            damaged[random() % damaged.size()] = "\"{}[]:,0x"[random() % 9];
        files.write(name, damaged);

        const Loaded loaded = loadProfile(files.base());

        if (loaded.profile)
            CHECK(fromCache(toCache(*loaded.profile)));
        else
            ++refused;
        files.write(name, whole);
    }
    CHECK(refused > 100);
}

TEST_CASE("a rule takes its limit from the settings, those of a region and an overlay included",
    "[profile]")
{
    const SmallProfile files;
    files.replace("base/records/family.json", R"("signsWith": ["member"],)",
        R"("signsWith": ["member"],
 "checks": [{"id": "BR-01", "expr": "name <> :setting.words.none OR 3 < :setting.most", "severity": "W",
             "message": {"ru": "не больше :setting.most детей", "en": "at most :setting.most children"}}],)");
    files.replace("base/profile.json", R"("settings": {)",
        R"("settings": {"most": 4, "words": {"none": "б'н"}, )");

    const auto base = loadProfile(files.base());
    INFO(patronat::tests::listed(base.problems));
    REQUIRE(base.profile);
    const Check& check = base.profile->type("family")->checks.front();
    CHECK(check.expression == "name <> 'б''н' OR 3 < 4");
    CHECK(check.message.at("ru") == "не больше 4 детей");

    files.addOverlay();
    files.replace("overlay/profile.json", R"("id")", R"("settings": {"most": 7}, "id")");
    const auto over = loadProfile(files.base(), { files.overlay() });
    REQUIRE(over.profile);
    CHECK(over.profile->type("family")->checks.front().expression == "name <> 'б''н' OR 3 < 7");

    files.replace("base/profile.json", R"("most": 4, )", "");
    const auto problem = patronat::tests::findProblem(loadProfile(files.base()), "unknownSetting");
    CHECK(problem.argument == "most");
    CHECK(problem.file == "records/family.json");
}

TEST_CASE("a type says which of its records must not stand twice", "[profile]")
{
    const SmallProfile files;
    files.replace("base/records/member.json", R"("parent": "family")", R"("parent": "family",
 "rivals": [{"id": "BR-02", "same": ["person"], "differ": ["family"], "when": "n IS NOT NULL", "severity": "W",
             "message": {"ru": "Дважды", "en": "Twice"}, "advice": {"ru": "Закройте одно", "en": "Close one"}}])");
    const auto profile = files.load();
    const Rivalry* rivalry = profile->type("member")->rivalry("BR-02");
    REQUIRE(rivalry != nullptr);
    CHECK(rivalry->same == std::vector<std::string> { "person" });
    CHECK(rivalry->differ == std::vector<std::string> { "family" });
    CHECK(rivalry->severity == Severity::Warning);
    CHECK(rivalry->advice.at("en") == "Close one");
    const auto again = fromCache(toCache(*profile));
    REQUIRE(again);
    CHECK((*again)->type("member")->rivals == profile->type("member")->rivals);
    CHECK(profile->type("family")->rivalry("BR-02") == nullptr);

    const auto wrong = [&](const char* from, const char* to, const char* code) {
        const SmallProfile other;
        other.write("base/records/member.json", files.read("base/records/member.json"));
        other.replace("base/records/member.json", from, to);
        INFO(to);
        patronat::tests::findProblem(loadProfile(other.base()), code);
    };
    wrong(R"("same": ["person"])", R"("same": [])", "unknownField");
    wrong(R"("differ": ["family"])", R"("differ": ["family.colour"])", "unknownField");
    wrong(R"("severity": "W")", R"("unless": "family", "severity": "W")", "notAReference");
    wrong(R"("n IS NOT NULL")", R"("n < :today")", "todayInRivals");
    wrong(R"("severity": "W")", R"("signed": true, "severity": "W")", "neverSigned");
}
