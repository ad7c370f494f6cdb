// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile.h"

#include <catch2/catch.hpp>

using namespace patronat::profile;

TEST_CASE("a label falls back to Russian, then English, then whatever there is", "[profile]")
{
    CHECK(labelIn({ { "ru", "Мать" }, { "tt", "Ана" } }, "tt") == "Ана");
    CHECK(labelIn({ { "ru", "Мать" }, { "en", "Mother" }, { "tt", "" } }, "tt") == "Мать");
    CHECK(labelIn({ { "en", "Mother" }, { "bg", "Майка" } }, "tt") == "Mother");
    CHECK(labelIn({ { "bg", "Майка" } }, "tt") == "Майка");
    CHECK(labelIn({}, "ru").empty());
}

TEST_CASE("every field type has one name and comes back from it", "[profile]")
{
    for (int i = 0; i <= static_cast<int>(FieldType::Address); ++i) {
        const auto type = static_cast<FieldType>(i);
        CHECK_FALSE(typeName(type).empty());
        CHECK(typeFromName(typeName(type)) == type);
    }
    CHECK_FALSE(typeFromName("string"));
}

TEST_CASE("a path of the profile is found in the folder of the layer that has it", "[profile]")
{
    Profile profile;
    profile.folders = { { "base", "/profiles/base" } };

    CHECK(profile.locate("base/templates/a.json") == "/profiles/base/templates/a.json");
    CHECK(profile.locate("region/templates/a.json").empty());
}
