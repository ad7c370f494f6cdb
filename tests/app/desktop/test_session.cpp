// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/profileupdate.h"
#include "app/desktop/session.h"
#include "core/profile/loader.h"
#include "core/profile/worksettings.h"
#include "tests/support/temporaryfolder.h"

#include <QSettings>
#include <catch2/catch.hpp>

using namespace patronat;
using tests::TemporaryFolder;

TEST_CASE("a database takes up a newer shipped profile when the window opens it, and is told so once")
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
    copied.version = "2026.0";
    auto older = profile::fromCache(profile::toCache(copied), copied.folders);
    REQUIRE(older);
    REQUIRE(profile::workSettings(**older).caseTypes.empty());
    {
        const store::SiteIdentity site { { 1, 7 }, "office", "K01", "КЦСОН" };
        REQUIRE(store::Store::create(database, *older, site, { clock, random }));
    }
    QSettings settings(
        QString::fromStdU16String((folder.path() / "s.ini").u16string()), QSettings::IniFormat);

    int told = 0;
    const auto open = [&] {
        return desktop::Session::open(
            database, profiles, clock, settings, [&](const std::function<base::Status()>& work) {
                ++told;
                return desktop::whileTold(QStringLiteral("…"), work);
            });
    };
    auto session = open();

    REQUIRE(session);
    CHECK(told == 1);
    CHECK((*session)->desk().store.profile().hash == (*shipped)->hash);
    CHECK_FALSE(profile::workSettings((*session)->desk().store.profile()).openMeasures.empty());

    session->reset();
    session = open();
    REQUIRE(session);
    CHECK(told == 1);
}

TEST_CASE("versions are compared number by number")
{
    CHECK(desktop::isNewerVersion("2026.2", "2026.1"));
    CHECK(desktop::isNewerVersion("2026.10", "2026.9"));
    CHECK(desktop::isNewerVersion("2027.1", "2026.10"));
    CHECK(desktop::isNewerVersion("2026.1.1", "2026.1"));
    CHECK_FALSE(desktop::isNewerVersion("2026.1", "2026.1"));
    CHECK_FALSE(desktop::isNewerVersion("2026.1", "2026.2"));
    CHECK_FALSE(desktop::isNewerVersion("", "2026.1"));
}
