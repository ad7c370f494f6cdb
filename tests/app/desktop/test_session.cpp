// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"
#include "core/profile/loader.h"
#include "core/profile/worksettings.h"
#include "tests/support/temporaryfolder.h"

#include <QSettings>
#include <catch2/catch.hpp>

using namespace patronat;
using tests::TemporaryFolder;

TEST_CASE(
    "a database whose profile does not say yet what can be late takes up the shipped one when "
    "the window opens it")
{
    const TemporaryFolder folder;
    const std::filesystem::path database = folder.path() / "office.db";
    const std::filesystem::path profiles = PATRONAT_PROFILES;
    const base::SystemClock clock;
    base::SeededRandom random(7);
    const auto shipped = profile::openProfile(profiles / "ru-ta");
    REQUIRE(shipped);
    profile::Profile copied = **shipped;
    copied.settingsJson = "{}";
    auto older = profile::fromCache(profile::toCache(copied), copied.folders);
    REQUIRE(older);
    REQUIRE(profile::workSettings(**older).caseTypes.empty());
    {
        const store::SiteIdentity site { { 1, 7 }, "office", "K01", "КЦСОН" };
        REQUIRE(store::Store::create(database, *older, site, { clock, random }));
    }
    QSettings settings(
        QString::fromStdU16String((folder.path() / "s.ini").u16string()), QSettings::IniFormat);

    const auto session = desktop::Session::open(database, profiles, clock, settings);

    REQUIRE(session);
    CHECK((*session)->desk().store.profile().hash == (*shipped)->hash);
    CHECK_FALSE(profile::workSettings((*session)->desk().store.profile()).openMeasures.empty());
}
