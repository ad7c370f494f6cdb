// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/loader.h"
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat::profile;
using patronat::base::ErrorCode;
using patronat::tests::findProblem;
using patronat::tests::listed;
using patronat::tests::SmallProfile;

namespace {

// 2 territories, 2 + 2 + 9 codes
constexpr int kSeedsOfBase = 15;

} // namespace

TEST_CASE("a release appends every record once and then nothing", "[profile]")
{
    const SmallProfile files;
    CHECK(findProblem(loadProfile(files.base()), "seedNotReleased").argument
        == std::to_string(kSeedsOfBase));

    CHECK(releaseSeeds(files.base()).value() == kSeedsOfBase);
    const std::string log = files.read("base/seeds.log");
    CHECK(releaseSeeds(files.base()).value() == 0);

    CHECK(files.read("base/seeds.log") == log);
    CHECK(std::count(log.begin(), log.end(), '\n') == kSeedsOfBase);
    CHECK(log.substr(0, log.find('\n'))
        == R"({"type":"territory","key":"16","fields":{"code":"16","name":"Татарстан"}})");
    CHECK(
        log.find(
            R"({"type":"classifierCode","key":"kinship/mother","fields":{"classifier":"kinship","code":"mother","labelEn":"Mother","labelRu":"Мать","sort":1,"validFrom":"2007-01-01","extra":"{\"sex\":\"F\"}"}})")
        != std::string::npos);
    CHECK(loadProfile(files.base()).problems.empty());
}

TEST_CASE(
    "a changed record is one more line with what changed, on top of its last one", "[profile]")
{
    const SmallProfile files;
    REQUIRE(releaseSeeds(files.base()));
    const std::string before = files.read("base/seeds.log");
    files.replace("base/classifiers/kinship.json", R"("to": null)", R"("to": "2026-12-31")");

    CHECK(releaseSeeds(files.base()).value() == 1);
    const std::string after = files.read("base/seeds.log");
    CHECK(after.substr(0, before.size()) == before);
    CHECK(after.substr(before.size())
        == "{\"type\":\"classifierCode\",\"key\":\"kinship/"
           "mother\",\"fields\":{\"validTo\":\"2026-12-31\"}}\n");
    files.replace("base/classifiers/kinship.json", R"("to": "2026-12-31")", R"("to": null)");
    CHECK(releaseSeeds(files.base()).value() == 1);

    const auto profile = files.load();
    const auto& entries = profile->seeds.at(0).entries;
    REQUIRE(entries.size() == kSeedsOfBase + 2);
    const SeedEntry& last = entries.back();
    CHECK(last.fieldsJson == R"({"validTo":null})");
    CHECK(last.base == kSeedsOfBase + 1);
    CHECK(entries[last.record - 1].key == "kinship/mother");
    CHECK(entries[last.record - 1].base == 0);
    CHECK(entries[last.record - 1].record == last.record);
}

TEST_CASE("a released record may close but not vanish", "[profile]")
{
    const SmallProfile files;
    REQUIRE(releaseSeeds(files.base()));
    const std::string log = files.read("base/seeds.log");
    files.write("base/seeds/territory.json",
        R"([{"key": "16", "fields": {"code": "16", "name": "Татарстан"}}])");

    const auto refused = releaseSeeds(files.base());

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ProfileBroken);
    CHECK(refused.error().args
        == std::vector<std::string> { "seeds.log", "2", "", "seedDeleted territory/16-01" });
    CHECK(files.read("base/seeds.log") == log);
}

TEST_CASE("each profile of a chain has a log and an origin of its own", "[profile]")
{
    const SmallProfile files;
    files.write("region/classifiers/kinship.json", R"({"id": "kinship", "extends": true, "codes": [
 {"code": "guardian", "label": {"ru": "Опекун", "en": "Guardian"}}]})");
    files.write("region/seeds/organisation.json",
        R"([{"key": "A", "fields": {"code": "A", "name": "Приют", "territory": {"seed": ["territory", "16-01"]}}}])");
    REQUIRE(releaseSeeds(files.base()));

    CHECK(releaseSeeds(files.region()).value() == 2);

    const Loaded loaded = loadProfile(files.region());
    INFO(listed(loaded.problems));
    REQUIRE(loaded.profile);
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.profile->seeds.size() == 2);
    CHECK(loaded.profile->seeds[0].profileId == "base");
    CHECK(loaded.profile->seeds[0].entries.size() == kSeedsOfBase);
    CHECK(loaded.profile->seeds[1].origin == 0x4e61000000000002ULL);
    const auto& entries = loaded.profile->seeds[1].entries;
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].type == "organisation");
    CHECK(entries[0].fieldsJson
        == R"({"code":"A","name":"Приют","territory":{"seed":["territory","16-01"]}})");
    CHECK(entries[1].key == "kinship/guardian");
    CHECK(loaded.profile->classifier("kinship")->codes.size() == 3);
}

TEST_CASE("a seed must be right before it is released for ever", "[profile]")
{
    const SmallProfile files;
    const std::string file = "base/seeds/territory.json";

    SECTION("its reference leads somewhere")
    {
        files.replace(file, R"(["territory", "16"])", R"(["territory", "61"])");
        const Problem problem = findProblem(loadProfile(files.base()), "unknownSeed");
        CHECK(problem.argument == "territory/61");
        CHECK(problem.file == "seeds/territory.json");
        CHECK(problem.line == 3);
        CHECK(problem.path == "[1].fields.parent");
    }
    SECTION("its reference leads to the type of the field")
    {
        files.replace(file, R"(["territory", "16"])", R"(["organisation", "16"])");
        CHECK(findProblem(loadProfile(files.base()), "badSeedReference").argument == "parent");
    }
    SECTION("its fields are the type's")
    {
        files.replace(file, R"("name": "Агрызский")", R"("nam": "Агрызский")");
        CHECK(findProblem(loadProfile(files.base()), "badSeedValue").line == 3);
    }
    SECTION("its values are of their kind")
    {
        files.replace(file, R"("name": "Агрызский")", R"("name": 16)");
        CHECK(findProblem(loadProfile(files.base()), "badSeedValue").path == "[1].fields.name");
    }
    SECTION("its key is its own")
    {
        files.replace(file, R"("key": "16-01")", R"("key": "16")");
        CHECK(findProblem(loadProfile(files.base()), "duplicateSeed").argument == "territory/16");
    }
    SECTION("its profile has an origin")
    {
        files.replace("base/profile.json", R"("origin": "ba5e000000000001", )", "");
        CHECK(findProblem(loadProfile(files.base()), "originMissing").argument == "base");
    }
    CHECK_FALSE(releaseSeeds(files.base()));
}

TEST_CASE("a region does not rewrite a code that the base ships", "[profile]")
{
    const SmallProfile files;
    files.write("region/classifiers/kinship.json", R"({"id": "kinship", "extends": true, "codes": [
 {"code": "mother", "label": {"ru": "Мама", "en": "Mum"}}]})");

    CHECK(
        findProblem(loadProfile(files.region()), "codeShippedByBase").argument == "kinship/mother");
}

TEST_CASE("a broken line of a log is named by its number", "[profile]")
{
    const SmallProfile files;
    REQUIRE(releaseSeeds(files.base()));
    files.replace("base/seeds.log", R"("key":"16-01","fields")", R"("key":"16-01","fields)");

    const Problem problem = findProblem(loadProfile(files.base()), "brokenJson");

    CHECK(problem.file == "seeds.log");
    CHECK(problem.line == 2);
}
