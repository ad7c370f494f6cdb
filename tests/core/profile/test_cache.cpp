// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "core/base/hash.h"
#include "core/profile/loader.h"
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

using namespace patronat::profile;
using patronat::tests::SmallProfile;

TEST_CASE("a profile comes back from its cache as it was", "[profile]")
{
    const SmallProfile files;
    REQUIRE(releaseSeeds(files.base()));
    files.write("base/templates/card.json", R"({"id": "card", "type": "family"})");
    files.write("base/templates/card.html", "<p></p>");
    files.write("base/templates/card.fodt", "<x/>");
    const auto profile = files.load();

    const auto back = fromCache(toCache(*profile), profile->folders);

    REQUIRE(back);
    const Profile& now = **back;
    CHECK(toCache(now) == toCache(*profile));
    CHECK(now.hash == profile->hash);
    CHECK(now.folders == profile->folders);
    CHECK(now.templates == profile->templates);
    CHECK(now.label == profile->label);
    REQUIRE(now.types.size() == profile->types.size());
    for (std::size_t i = 0; i < now.types.size(); ++i) {
        CHECK(now.types[i].fields == profile->types[i].fields);
        CHECK(now.types[i].checks == profile->types[i].checks);
        CHECK(now.types[i].indexes == profile->types[i].indexes);
        CHECK(now.types[i].unitKind == profile->types[i].unitKind);
        for (const Field& field : now.types[i].fields)
            CHECK(now.types[i].field(field.id) == &field);
    }
    CHECK(now.classifier("kinship")->codes == profile->classifier("kinship")->codes);
    REQUIRE(now.seeds.size() == 1);
    CHECK(now.seeds[0].origin == 0xba5e000000000001ULL);
    CHECK(now.seeds[0].entries.size() == profile->seeds[0].entries.size());
}

TEST_CASE("a hash is that of the cached text and the same wherever the folder lies", "[profile]")
{
    const SmallProfile here;
    const SmallProfile there;

    CHECK(here.load()->hash == there.load()->hash);
    const std::string cached = toCache(*here.load());
    CHECK(here.load()->hash == patronat::base::hex(patronat::base::blake2b(cached)));

    there.replace("base/records/member.json", R"("order": "n")", R"("order": "kinship")");
    CHECK(here.load()->hash != there.load()->hash);
}

TEST_CASE("a cache that is torn or of a newer program is refused", "[profile]")
{
    const std::string cached = toCache(*SmallProfile().load());

    CHECK_FALSE(fromCache(""));
    CHECK_FALSE(fromCache("{}"));
    CHECK_FALSE(fromCache(cached.substr(0, cached.size() / 2)));
    auto later = nlohmann::json::parse(cached);
    later["format"] = 99;
    const auto refused = fromCache(later.dump());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == patronat::base::ErrorCode::DatabaseTooNew);
    auto torn = nlohmann::json::parse(cached);
    torn["types"][0].erase("offered"); // its form promises it
    CHECK_FALSE(fromCache(torn.dump()));
}

TEST_CASE("a cache that an older program wrote is read as that program meant it", "[profile]")
{
    const auto profile = SmallProfile().load();
    auto older = nlohmann::json::parse(toCache(*profile));
    older["format"] = 1;
    for (auto& type : older["types"]) {
        type.erase("offered");
        type.erase("repeats");
        for (auto& field : type["fields"])
            field.erase("proposed");
    }
    older.erase("processes");
    older["holidays"] = nlohmann::json::object(); // a map of the first form, which nobody reads any more

    const auto read = fromCache(older.dump());

    REQUIRE(read);
    CHECK((*read)->types.size() == profile->types.size());
    for (const RecordType& type : (*read)->types)
        CHECK((type.offeredExpression.empty() && !type.repeats.isDeclared()));
    CHECK((*read)->hash == patronat::base::hex(patronat::base::blake2b(older.dump())));
}
