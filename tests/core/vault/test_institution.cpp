// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/institution.h"
#include "tests/support/temporaryfolder.h"

#include <nlohmann/json.hpp>

#include <catch2/catch.hpp>

#include <fstream>

using namespace patronat;

TEST_CASE("An institution's files come back as written, the secret one readable by its owner only")
{
    tests::TemporaryFolder folder;
    base::SeededRandom random(1);
    const auto key = vault::createInstitution("Министерство", random);
    REQUIRE(vault::writeInstitution(key, folder.path(), "demo").ok());
    CHECK(*vault::readInstitution(folder.file("demo.institution")) == key.institution);
    const auto back = vault::readInstitutionKey(folder.file("demo.institution-key"));
    REQUIRE(back);
    CHECK(back->institution == key.institution);
    CHECK(back->secret.hex() == key.secret.hex());
    using std::filesystem::perms;
    const auto mode = std::filesystem::status(folder.file("demo.institution-key")).permissions();
    CHECK((mode & (perms::group_all | perms::others_all)) == perms::none);
    // The public half of the secret file will do; the public file certifies nobody.
    CHECK(vault::readInstitution(folder.file("demo.institution-key")).ok());
    CHECK_FALSE(vault::readInstitutionKey(folder.file("demo.institution")).ok());
}

TEST_CASE("Files of an institution are never overwritten")
{
    tests::TemporaryFolder folder;
    base::SeededRandom random(1);
    REQUIRE(vault::writeInstitution(vault::createInstitution("One", random), folder.path(), "demo").ok());
    CHECK_FALSE(vault::writeInstitution(vault::createInstitution("Two", random), folder.path(), "demo").ok());
    CHECK(vault::readInstitution(folder.file("demo.institution"))->name == "One");
}

TEST_CASE("An institution whose id is not its key's is none")
{
    base::SeededRandom random(1);
    const auto one = vault::createInstitution("One", random).institution;
    auto forged = vault::toJson(vault::createInstitution("Two", random).institution);
    forged["id"] = one.id;
    CHECK_FALSE(vault::institutionFromJson(forged));
    CHECK(vault::institutionFromJson(vault::toJson(one)) == one);
}
