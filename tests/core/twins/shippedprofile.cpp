// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/twins/shippedprofile.h"

#include "core/profile/loader.h"

#include <catch2/catch.hpp>

namespace patronat::tests {

std::shared_ptr<const profile::Profile> shippedProfile()
{
    static const auto opened
        = profile::openProfile(std::filesystem::path(PATRONAT_PROFILES) / "ru-ta");
    INFO((opened ? std::string() : describe(opened.error())));
    REQUIRE(opened);
    return *opened;
}

const twins::Settings& shippedSettings()
{
    static const twins::Settings settings = twins::settingsOf(*shippedProfile());
    REQUIRE(settings.isOn());
    return settings;
}

} // namespace patronat::tests
