// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/savedmappings.h"
#include "core/profile/loader.h"
#include "tests/core/intake/lists.h"
#include "tests/support/temporaryfolder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace patronat;
using namespace patronat::tests;

namespace {

std::vector<std::string> idsOf(const std::vector<intake::SavedMapping>& saved)
{
    std::vector<std::string> ids;
    for (const intake::SavedMapping& one : saved)
        ids.push_back(one.id);
    return ids;
}

} // namespace

TEST_CASE("every mapping that a profile ships fits it")
{
    std::size_t read = 0;
    for (const auto& entry : std::filesystem::directory_iterator(PROFILES)) {
        if (!entry.is_directory())
            continue;
        const auto profile = profile::openProfile(entry.path());
        REQUIRE(profile);
        for (const intake::SavedMapping& saved : intake::savedMappings(**profile, {})) {
            INFO(saved.path.string());
            const auto mapping = intake::loadMapping(**profile, saved);
            INFO((mapping ? std::string() : describe(mapping.error())));
            REQUIRE(mapping);
            CHECK(mapping->id == saved.id);
            for (const char* language : { "ru", "tt", "en" })
                CHECK(saved.label.contains(language));
            for (const intake::MappedRecord& record : mapping->records)
                CHECK_FALSE(record.keys.empty()); // a second loading adds nothing
            ++read;
        }
    }
    CHECK(read > 0);
}

TEST_CASE("a mapping is kept under a name and found again beside the shipped ones")
{
    const TemporaryFolder folder;
    const std::filesystem::path own = folder.file("mappings");
    const auto& profile = *shippedProfile();
    const intake::Mapping mapping = mappingOf(kPersonMap, "person");
    REQUIRE(intake::keepMapping(own, "Наш список-2", mapping));
    std::ofstream(own / "broken.json") << "{";
    const auto saved = intake::savedMappings(profile, own);
    CHECK(idsOf(saved) == std::vector<std::string> { "families", "papercases", "Наш список-2" });
    CHECK_FALSE(saved.back().isShipped);
    const auto again = intake::loadMapping(profile, saved.back());
    REQUIRE(again);
    CHECK(intake::mappingToJson(*again).find("birthDate") != std::string::npos);
    CHECK(again->records.front().keys.size() == 1);
}

TEST_CASE("a name that leads out of the folder is none")
{
    const TemporaryFolder folder;
    const intake::Mapping mapping = mappingOf(kPersonMap, "person");
    for (const std::string name :
        { "", "../x", "a/b", " a", "a.b", "CON:", std::string(81, 'a').c_str() }) {
        INFO(name);
        const auto kept = intake::keepMapping(folder.file("m"), name, mapping);
        REQUIRE_FALSE(kept);
        CHECK(kept.error().args == std::vector<std::string> { "map", "name", name });
    }
    CHECK_FALSE(std::filesystem::exists(folder.file("m")));
}
