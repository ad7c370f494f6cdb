// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/comparison.h"

#include "tests/core/diagnostics/shipped.h"

using namespace patronat;
using namespace patronat::tests;
using diagnostics::compare;
using diagnostics::KeptResult;
using diagnostics::Trend;
using profile::kPoint;

namespace {

KeptResult need(const std::string& date, profile::Points sum, const std::string& band, profile::Points care,
    profile::Points home)
{
    KeptResult out;
    out.record = date;
    out.instrument = "NEED";
    out.date = date;
    out.total = sum * kPoint;
    out.band = band;
    out.values = { { "2", "Базовый уход и питание", care * kPoint, {}, {} },
        { "9", "Жильё и быт", home * kPoint, {}, {} }, { "10", "Доход и занятость", kPoint, {}, {} } };
    return out;
}

} // namespace

TEST_CASE("the first and the last of a family are compared, whatever lies between and in whatever order they come")
{
    const auto found = compare(shipped("NEED"),
        { need("2027-02-01", 20, "sop", 2, 2), need("2026-01-10", 14, "tzs", 2, 1), need("2027-11-30", 9, "tzs", 1, 2) });
    REQUIRE(found.size() == 1);
    const auto& one = found.front();
    CHECK(one.first.date == "2026-01-10");
    CHECK(one.last.date == "2027-11-30");
    CHECK(one.change == -5 * kPoint);
    CHECK(one.trend == Trend::Better);
    CHECK_FALSE(one.bandChanged);
    REQUIRE(one.fell.size() == 1);
    CHECK(one.fell[0].id == "2");
    REQUIRE(one.rose.size() == 1);
    CHECK(one.rose[0].label == "Жильё и быт");
    CHECK(one.rose[0].change == kPoint);
    CHECK(one.same.size() == 1);
}

TEST_CASE("one result is no comparison, and people are not compared with each other")
{
    KeptResult mother = need("2026-01-10", 14, "tzs", 2, 1);
    mother.about = "m";
    KeptResult father = need("2027-01-10", 4, "risk", 0, 1);
    father.about = "f";
    CHECK(compare(shipped("NEED"), { mother, father }).empty());
}

TEST_CASE("what grew is worse where less is better, and a sum that lacks tells nothing")
{
    auto found = compare(shipped("NEED"), { need("2026-01-10", 4, "risk", 1, 1), need("2026-05-10", 9, "tzs", 1, 3) });
    CHECK(found.front().trend == Trend::Worse);
    CHECK(found.front().bandChanged);
    KeptResult without = need("2026-05-10", 4, "", 1, 1);
    without.total.reset();
    found = compare(shipped("NEED"), { need("2026-01-10", 4, "risk", 1, 1), without });
    CHECK(found.front().trend == Trend::Unknown);
    CHECK_FALSE(found.front().change.has_value());
}

TEST_CASE("two editions of an instrument are told")
{
    KeptResult old = need("2026-01-10", 4, "risk", 1, 1);
    KeptResult now = need("2026-05-10", 4, "risk", 1, 1);
    old.version = "2026.1";
    now.version = "2027.1";
    const auto found = compare(shipped("NEED"), { old, now });
    CHECK(found.front().otherVersion);
    CHECK(found.front().trend == Trend::Same);
}

TEST_CASE("a scale is better or worse by the tones of its levels, else by what much of it means")
{
    const profile::Instrument faces = shipped("FACES3");
    KeptResult before;
    before.instrument = "FACES3";
    before.date = "2026-01-10";
    before.values = { { "cohesion", "Сплочённость", 30 * kPoint, "disengaged", "разобщённый" } };
    KeptResult now = before;
    now.date = "2026-06-10";
    now.values = { { "cohesion", "Сплочённость", 38 * kPoint, "separated", "разделённый" } };
    const auto levels = diagnostics::comparison(faces, before, now);
    REQUIRE(levels.rose.size() == 1);
    CHECK(levels.rose[0].trend == Trend::Better);
    CHECK(diagnostics::comparison(faces, now, before).fell[0].trend == Trend::Worse);
    const profile::Instrument drawing = shipped("KRS");
    before.values = { { "anxiety", "Тревожность", 9 * kPoint / 10, {}, {} },
        { "favourable", "Благоприятная ситуация", kPoint / 10, {}, {} } };
    now.values = { { "anxiety", "Тревожность", 3 * kPoint / 10, {}, {} },
        { "favourable", "Благоприятная ситуация", 5 * kPoint / 10, {}, {} } };
    const auto by = diagnostics::comparison(drawing, before, now);
    REQUIRE(by.fell.size() == 1);
    REQUIRE(by.rose.size() == 1);
    CHECK(by.fell[0].trend == Trend::Better);
    CHECK(by.rose[0].trend == Trend::Better);
}

TEST_CASE("without a sum the levels say what is better")
{
    KeptResult before;
    before.instrument = "SAFE";
    before.band = "unsafe";
    KeptResult now = before;
    now.band = "safe";
    CHECK(diagnostics::comparison(shipped("SAFE"), before, now).trend == Trend::Better);
    CHECK(diagnostics::comparison(shipped("SAFE"), now, before).trend == Trend::Worse);
    CHECK(diagnostics::comparison(shipped("SAFE"), now, now).trend == Trend::Same);
}

TEST_CASE("what one of two results lacks is told, in the order of the last one")
{
    KeptResult before = need("2026-01-10", 14, "tzs", 2, 1);
    KeptResult now = need("2026-05-10", 9, "tzs", 1, 2);
    before.values.push_back({ "12", "Документы и права", kPoint, {}, {} });
    const auto lines = diagnostics::inOrder(diagnostics::comparison(shipped("NEED"), before, now));
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].id == "2");
    CHECK(lines[0].trend == Trend::Better);
    CHECK(lines[1].id == "9");
    CHECK(lines[1].trend == Trend::Worse);
    CHECK(lines[2].id == "10");
    CHECK(lines[3].id == "12");
    CHECK_FALSE(lines[3].last.has_value());
}

TEST_CASE("two parents who answer about one child are not compared with each other")
{
    KeptResult mother = need("2026-01-10", 14, "tzs", 2, 1);
    mother.about = "c";
    mother.respondent = "m";
    KeptResult father = need("2027-01-10", 4, "risk", 0, 1);
    father.about = "c";
    father.respondent = "f";
    CHECK(compare(shipped("NEED"), { mother, father }).empty());
}
