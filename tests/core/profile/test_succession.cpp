// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/loader.h"
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat::profile;
using patronat::tests::listed;
using patronat::tests::SmallProfile;

namespace {

/// The code and argument of the only problem there is.
std::string only(const std::vector<Problem>& problems)
{
    INFO(listed(problems));
    REQUIRE(problems.size() == 1);
    return problems[0].code + ' ' + problems[0].argument;
}

} // namespace

TEST_CASE("a profile succeeds itself, and one that only adds", "[profile]")
{
    const SmallProfile files;
    const auto old = files.load();
    files.replace("base/records/member.json", R"("fields": [)",
        R"("fields": [{"id": "since", "type": "date", "label": {"ru": "С", "en": "Since"}},)");
    REQUIRE(releaseSeeds(files.base()));

    CHECK(checkSuccession(*old, *old).empty());
    CHECK(checkSuccession(*old, *files.load()).empty());
}

TEST_CASE("nothing that records rest on may change or vanish", "[profile]")
{
    const SmallProfile files;
    const auto old = files.load();

    SECTION("no type of a field")
    {
        files.replace("base/records/family.json", R"("id": "rooms", "type": "integer")",
            R"("id": "rooms", "type": "money")");
        CHECK(only(checkSuccession(*old, *files.load())) == "fieldTypeChanged rooms");
    }
    SECTION("no scale")
    {
        files.replace("base/records/family.json", R"("decimals": 3)", R"("decimals": 2)");
        CHECK(only(checkSuccession(*old, *files.load())) == "decimalsChanged area");
    }
    SECTION("no field")
    {
        files.replace("base/records/family.json", R"("id": "large")", R"("id": "big")");
        CHECK(only(checkSuccession(*old, *files.load())) == "fieldVanished large");
    }
    SECTION("no mark")
    {
        files.replace("base/records/person.json", R"("marks": true, )", "");
        CHECK(only(checkSuccession(*old, *files.load())) == "fieldVanished birthDate.mark");
    }
    SECTION("no unit")
    {
        files.replace("base/records/person.json", R"("unit": "self")", R"("unit": "everyone")");
        CHECK(only(checkSuccession(*old, *files.load())) == "unitChanged person");
    }
    SECTION("no code")
    {
        files.replace("base/classifiers/kinship.json", R"("code": "father")", R"("code": "dad")");
        CHECK(only(checkSuccession(*old, *files.load())) == "codeVanished father");
    }
}

TEST_CASE("a released seed that changed is found against the old profile", "[profile]")
{
    const SmallProfile files;
    REQUIRE(releaseSeeds(files.base()));
    const auto old = files.load();
    files.replace("base/seeds.log", "Татарстан", "Тамбов");
    files.replace("base/seeds/territory.json", "Татарстан", "Тамбов");

    const auto problems = checkSuccession(*old, *files.load());

    CHECK(only(problems) == "releasedSeedChanged territory/16");
    CHECK(problems[0].line == 1);
}

TEST_CASE("an origin is for ever", "[profile]")
{
    const SmallProfile files;
    const auto old = files.load();
    files.replace("base/profile.json", "ba5e000000000001", "ba5e000000000009");

    CHECK(only(checkSuccession(*old, *files.load())) == "originChanged base");
}

TEST_CASE("labels that a language lacks are counted by path", "[profile]")
{
    const SmallProfile files;

    const auto missing = missingLabels(*files.load());

    CHECK(missing.count("ru") == 0);
    const auto& tatar = missing.at("tt");
    CHECK(std::count(tatar.begin(), tatar.end(), "records.person.label") == 0);
    CHECK(std::count(tatar.begin(), tatar.end(), "records.person.surname") == 1);
    CHECK(
        std::count(tatar.begin(), tatar.end(), "records.person.birthDate.checks.birthDate.1") == 1);
    CHECK(std::count(tatar.begin(), tatar.end(), "classifiers.kinship.mother") == 1);
}
