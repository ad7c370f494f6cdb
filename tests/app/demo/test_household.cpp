// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/household.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace patronat::demo;
using patronat::base::SeededRandom;

namespace {

const Words& words()
{
    static const auto loaded = loadWords(PATRONAT_RESOURCES "/demo");
    REQUIRE(loaded.ok());
    return *loaded;
}

const Day kEnd = dayOf(2016, 12, 31);

/// Full years on a day.
int age(const Relative& one, Day day)
{
    int years = yearOf(day) - yearOf(one.born);
    return addMonths(one.born, years * 12) > day ? years - 1 : years;
}

std::size_t count(const Household& home, bool (*is)(const Relative&))
{
    return static_cast<std::size_t>(std::count_if(home.people.begin(), home.people.end(), is));
}

bool isChild(const Relative& one)
{
    return one.child;
}
bool hasCustody(const Relative& one)
{
    return one.rights == "guardian" || one.rights == "foster";
}
bool isDisabledChild(const Relative& one)
{
    return one.disabledChild;
}
bool isOvzToTheEnd(const Relative& one)
{
    return one.ovz && age(one, kEnd) < 3;
}
bool isNewborn(const Relative& one)
{
    return one.child && kEnrolment - one.born <= 28;
}
bool hasOffence(const Relative& one)
{
    return !one.incidents.empty();
}
bool isMinorParent(const Relative& one)
{
    return one.role == "mother" && age(one, kEnd) < 18;
}
bool isParent(const Relative& one)
{
    return one.role == "mother" || one.role == "father";
}

/// What a household is, by the hints of domain.md 4.1 in the profile's order.
unsigned proposed(const Household& home)
{
    if (count(home, isNewborn) > 0)
        return 5;
    if (count(home, isMinorParent) > 0)
        return 8;
    if (count(home, hasCustody) > 0)
        return 1;
    if (count(home, isOvzToTheEnd) > 0)
        return 3;
    if (count(home, isDisabledChild) > 0)
        return 2;
    if (count(home, hasOffence) > 0)
        return 7;
    if (count(home, isChild) >= 3)
        return 4;
    return count(home, isParent) < 2 ? 6 : 9;
}

} // namespace

TEST_CASE("Every household fits its category and none that goes before")
{
    const std::uint64_t seed = 20160101;
    INFO("seed " << seed);
    SeededRandom random(seed);
    HouseholdMaker maker(words(), random);
    for (unsigned category = 1; category <= 9; ++category)
        for (int i = 0; i < 200; ++i) {
            const Household home = maker.make(category);
            REQUIRE(proposed(home) == category);
            CHECK(count(home, isChild) >= 1);
            CHECK(home.people.front().representative);
            const bool many = std::count(home.traits.begin(), home.traits.end(), "manyChildren") > 0;
            CHECK(many == (count(home, isChild) >= 3));
        }
}

TEST_CASE("Ages are possible: children stay children for the year, parents are old enough")
{
    SeededRandom random(3);
    HouseholdMaker maker(words(), random);
    for (unsigned category = 1; category <= 9; ++category)
        for (int i = 0; i < 100; ++i) {
            const Household home = maker.make(category);
            for (const Relative& one : home.people) {
                if (one.child)
                    CHECK(age(one, kEnd) < 18);
                CHECK(one.born < kEnrolment);
                for (const Relative& parent : home.people)
                    if (isParent(parent) && (one.role == "son" || one.role == "daughter"))
                        CHECK(age(parent, one.born) >= 15);
            }
        }
}

TEST_CASE("Numbers of papers have right check digits and belong to nobody")
{
    Papers papers(7);
    std::set<std::string> seen;
    for (int i = 0; i < 5000; ++i) {
        const std::string snils = papers.snils();
        REQUIRE(seen.insert(snils).second);
        REQUIRE(snils.size() == 14);
        CHECK(snils.substr(0, 2) == "99");
        int sum = 0;
        int weight = 9;
        for (const char c : snils.substr(0, 11))
            if (c != '-')
                sum += (c - '0') * weight--;
        CHECK(sum % 101 % 100 == std::stoi(snils.substr(12)));
    }
    CHECK(papers.phone().substr(0, 6) == "+7 000");
    CHECK(Papers::passportSeries(dayOf(2009, 5, 1)) == "0009");
}

TEST_CASE("Women have women's names, in both spellings")
{
    SeededRandom random(5);
    const Nation& tatars = words().nations.front();
    const Surname surname { "Хабибуллин", "Хабибуллина", "Хәбибуллин", "Хәбибуллина" };
    const FirstName father { "Азат", "Азат", "Азатович", "Азатовна" };
    const FullName her = nameOf(false, { "Гузель", "Гүзәл", "", "" }, { &tatars, &surname, &father });
    CHECK(her.whole() == "Хабибуллина Гузель Азатовна");
    CHECK(her.initials() == "Хабибуллина Г.А.");
    CHECK(her.surnameTt + " " + her.firstNameTt + " " + her.patronymicTt == "Хәбибуллина Гүзәл Азат кызы");
}
