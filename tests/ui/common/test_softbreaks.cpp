// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/softbreaks.h"

#include <QString>
#include <catch2/catch.hpp>

using patronat::ui::withSoftBreaks;

namespace {

QString broken(const char* text)
{
    return withSoftBreaks(QString::fromUtf8(text)).replace(QChar(0x00AD), QLatin1Char('|'));
}

} // namespace

TEST_CASE("a long word may be divided between syllables, never near its ends")
{
    CHECK(broken("благотворительного фонда") == QString::fromUtf8("бла|готво|ри|тельного фонда"));
    CHECK(broken("здравоохранением, школа") == QString::fromUtf8("здра|воохра|не|нием, школа"));
    CHECK(broken("мероприятие") == QString::fromUtf8("мероприя|тие"));
}

TEST_CASE("short words, numbers and other letters stay as they are")
{
    for (const char* text : { "", "школа", "ИПР-16-44/2016/0075", "individualization", "12.03.2027" })
        CHECK(broken(text) == QString::fromUtf8(text));
}
