// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/languageswitch.h"

#include <catch2/catch.hpp>

using patronat::ui::LanguageSwitch;

TEST_CASE("the window starts in Russian where somebody reads Russian, in English elsewhere")
{
    const auto chosen = [](const QStringList& wanted) {
        return LanguageSwitch::preferredOf(wanted).toStdString();
    };
    CHECK(chosen({ u"ru-RU"_qs, u"ru"_qs }) == "ru");
    CHECK(chosen({ u"bg-BG"_qs, u"bg"_qs }) == "en");
    CHECK(chosen({ u"de-DE"_qs, u"ru-RU"_qs, u"en"_qs }) == "ru");
    CHECK(chosen({ u"en-GB"_qs, u"ru"_qs }) == "en");
    CHECK(chosen({ u"tt-RU"_qs, u"tt"_qs }) == "ru");
    CHECK(chosen({ u"C"_qs }) == "en");
    CHECK(chosen({}) == "en");
}
