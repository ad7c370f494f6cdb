// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/loader.h"
#include "core/profile/worksettings.h"
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace patronat::profile;
using patronat::tests::listed;

TEST_CASE("every shipped profile opens without a single remark", "[profile]")
{
    int profiles = 0;
    for (const auto& entry : std::filesystem::directory_iterator(PATRONAT_PROFILES)) {
        if (!entry.is_directory())
            continue;
        ++profiles;
        const Loaded loaded = loadProfile(entry.path());
        INFO(entry.path().filename() << '\n' << listed(loaded.problems));
        REQUIRE(loaded.profile);
        CHECK(loaded.problems.empty());
        CHECK(checkSuccession(*loaded.profile, *loaded.profile).empty());
        CHECK(toCache(**fromCache(toCache(*loaded.profile))) == toCache(*loaded.profile));
    }
    CHECK(profiles >= 2);
}

TEST_CASE("the shipped profiles say all that the window asks of the work", "[profile]")
{
    const auto profile = openProfile(std::filesystem::path(PATRONAT_PROFILES) / "ru-ta");
    REQUIRE(profile);
    const WorkSettings work = workSettings(**profile);
    CHECK(work.caseTypes.size() == 4);
    CHECK(work.openMeasures.size() == 2);
    CHECK_FALSE(work.reviewQuestion.empty());
    CHECK_FALSE(work.otherQuestion.empty());
    CHECK(work.roleOfSite.size() == 4);
    CHECK_FALSE(work.seesAll.empty());
}
