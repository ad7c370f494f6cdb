// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/amounteditor.h"
#include "ui/forms/dateeditor.h"

#include <QDate>
#include <QLocale>
#include <catch2/catch.hpp>

using patronat::ui::dateFromText;
using patronat::ui::scaledFromText;

TEST_CASE("a date is understood in every way people type it")
{
    const QDate today(2027, 3, 12);
    for (const char* text : { "05.03.2027", "5.3.27", "05/03/2027", "5-3-2027", "050327",
             "05032027", "2027-03-05", "05.03.2027 г." }) {
        INFO(text);
        CHECK(dateFromText(QString::fromUtf8(text), today) == QDate(2027, 3, 5));
    }
    CHECK(dateFromText(QStringLiteral("01.02.85"), today) == QDate(1985, 2, 1));
    CHECK(dateFromText(QStringLiteral("01.02.36"), today) == QDate(2036, 2, 1));
    for (const char* text : { "32.13.2020", "29.02.2027", "завтра", "", "1.2" })
        CHECK_FALSE(dateFromText(QString::fromUtf8(text), today).has_value());
}

TEST_CASE("an amount is read digit by digit")
{
    CHECK(scaledFromText(QStringLiteral("1 250,5"), 2) == 125050);
    CHECK(scaledFromText(QStringLiteral("1250.50"), 2) == 125050);
    CHECK(scaledFromText(QStringLiteral("0,07"), 2) == 7);
    CHECK(scaledFromText(QStringLiteral("-3"), 0) == -3);
    for (const char* text : { "12,345", "1,2,3", "abc", "", "-", "12345678901234567890" })
        CHECK_FALSE(scaledFromText(QString::fromUtf8(text), 2).has_value());
    CHECK_FALSE(scaledFromText(QStringLiteral("1,5"), 0).has_value());
}

TEST_CASE("an amount that an editor shows can be read again, whatever parts its thousands")
{
    const QLocale before;
    for (const QLocale& locale : { QLocale(QLocale::English), QLocale(QLocale::Russian),
             QLocale(QLocale::German), QLocale::c() }) {
        QLocale::setDefault(locale);
        INFO(locale.name().toStdString());
        CHECK(scaledFromText(patronat::ui::amountText(123456789, 2), 2) == 123456789);
        CHECK(scaledFromText(patronat::ui::amountText(-150000, 2), 2) == -150000);
    }
    QLocale::setDefault(before);
}
