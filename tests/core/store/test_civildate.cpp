// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/civildate.h"

#include <catch2/catch.hpp>

using namespace patronat::store;

TEST_CASE("a long date is written as each language writes it", "[store]")
{
    CHECK(longDate("2027-03-12", "ru") == "«12» марта 2027 г.");
    CHECK(longDate("2027-03-12", "tt") == "2027 елның 12 марты");
    CHECK(longDate("2027-01-01", "tt") == "2027 елның 1 гыйнвары");
    CHECK(longDate("2027-03-12", "bg") == "12 март 2027 г.");
    CHECK(longDate("2027-03-12T09:30:00Z", "en") == "12 March 2027");
    CHECK(longDate("2027-02-30", "ru").empty());
    CHECK(longDate("", "ru").empty());
}

TEST_CASE("a short date has two digits, two digits and the year", "[store]")
{
    CHECK(shortDate("2027-03-02") == "02.03.2027");
    CHECK(shortDate("soon").empty());
}

TEST_CASE("a time is shown in the zone of the place, a local one as it is", "[store]")
{
    CHECK(clockTime("2027-03-12T06:30:00Z", "Europe/Moscow") == "09:30");
    CHECK(clockTime("2027-03-12T06:30", "Europe/Moscow") == "06:30");
    CHECK(clockTime("9:05", "Europe/Moscow") == "09:05");
    CHECK(clockTime("09:05:59", {}) == "09:05");
    CHECK(clockTime("noon", {}).empty());
}

TEST_CASE("days are added over the ends of months and years", "[store]")
{
    CHECK(plusDays("2016-01-01", -1) == "2015-12-31");
    CHECK(plusDays("2016-02-28", 1) == "2016-02-29");
    CHECK(plusDays("x", 1).empty());
}

TEST_CASE("years are whole years", "[store]")
{
    CHECK(yearsBetween("2010-03-12", "2027-03-11") == 16);
    CHECK(yearsBetween("2010-03-12", "2027-03-12") == 17);
    CHECK(yearsBetween("", "2027-03-12") == -1);
}
