// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDate>
#include <QDateTime>
#include <catch2/catch.hpp>

#include <limits>

using namespace patronat::base;

TEST_CASE("moments are written as Qt writes them", "[clock]")
{
    const std::int64_t ms = GENERATE(values<std::int64_t>({ 0, 1, 999, 1000, -1, -1000,
        951'827'696'789, // 2000-02-29
        1'804'843'800'000, 4'102'444'799'999, -2'208'988'800'001 }));
    CAPTURE(ms);

    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);

    CHECK(isoDate(ms) == moment.date().toString(Qt::ISODate).toStdString());
    CHECK(isoTime(ms) == moment.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")).toStdString());
}

TEST_CASE("moments outside four-digit years are shown as the bound", "[clock]")
{
    CHECK(isoDate(std::numeric_limits<std::int64_t>::max()) == "9999-12-31");
    CHECK(isoTime(std::numeric_limits<std::int64_t>::min()) == "0000-01-01T00:00:00Z");
}

TEST_CASE("every day of four centuries is read back as it was written", "[clock]")
{
    constexpr std::int64_t kDay = 86'400'000;
    for (std::int64_t day = -73'000; day < 73'000; ++day) {
        std::int64_t ms = 1;
        REQUIRE(parseIsoDate(isoDate(day * kDay + 12'345), ms));
        REQUIRE(ms == day * kDay);
    }
}

TEST_CASE("what is not a date is refused and leaves the number alone", "[clock]")
{
    const std::string text = GENERATE(values<std::string>({ "", "2027", "2027-3-12", "2027-02-29",
        "2027-13-01", "2027-00-10", "2027-01-00", "2027-01-32", "2027/01/02", "2027-01-02 ",
        "2027-01-02T00:00:00Z", "-027-01-02", "20 7-01-02", "2027-01-+2" }));
    CAPTURE(text);

    std::int64_t ms = 42;

    CHECK_FALSE(parseIsoDate(text, ms));
    CHECK(ms == 42);
}

TEST_CASE("a manual clock stands still until told", "[clock]")
{
    ManualClock clock(1'804'843'800'000);
    CHECK(clock.nowMs() == 1'804'843'800'000);
    CHECK(clock.today() == "2027-03-12");

    clock.advance(86'400'000);
    CHECK(clock.today() == "2027-03-13");

    clock.set(0);
    CHECK(clock.today() == "1970-01-01");
}

TEST_CASE("the system's clock says the civil date of this place", "[clock]")
{
    const SystemClock clock;
    const std::string before = QDate::currentDate().toString(Qt::ISODate).toStdString();
    const std::string today = clock.today();
    const std::string after = QDate::currentDate().toString(Qt::ISODate).toStdString();
    CHECK((today == before || today == after));

    const std::int64_t earlier = QDateTime::currentMSecsSinceEpoch();
    const std::int64_t now = clock.nowMs();
    CHECK(now >= earlier);
    CHECK(now <= QDateTime::currentMSecsSinceEpoch());
}
