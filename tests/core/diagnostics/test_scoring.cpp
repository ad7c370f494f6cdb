// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnostics/shipped.h"

using namespace patronat;
using namespace patronat::tests;
using diagnostics::answersFromJson;
using diagnostics::answersJson;
using diagnostics::pointsText;
using diagnostics::score;
using diagnostics::Sheet;
using profile::kPoint;

namespace {

/// Four items of 1…5 in one scale, the second of them reverse.
profile::Instrument four()
{
    profile::Instrument out;
    out.id = "FOUR";
    out.types.push_back({ "five", {} });
    for (int value = 1; value <= 5; ++value)
        out.types[0].options.push_back({ value * kPoint, {} });
    profile::Scale scale;
    scale.id = "sum";
    scale.total = true;
    for (const char* id : { "1", "2", "3", "4" }) {
        profile::Item item;
        item.id = id;
        item.type = "five";
        item.reverse = item.id == "2";
        out.items.push_back(item);
        scale.items.emplace_back(id);
    }
    out.scales.push_back(scale);
    out.forms.push_back({ "turned", {}, { "4" } });
    return out;
}

} // namespace

TEST_CASE("a reverse item counts from the other end, and so does one that the form turns")
{
    Sheet sheet = allBut(4, 3, { { 2, 1 }, { 4, 2 } });
    CHECK(valueOf(score(four(), sheet), "sum") == "13"); // 3 + 5 + 3 + 2
    sheet.form = "turned";
    CHECK(valueOf(score(four(), sheet), "sum") == "15"); // 3 + 5 + 3 + 4
}

TEST_CASE("an outcome over a scale holds also where the scale was counted on paper")
{
    profile::Instrument instrument = four();
    instrument.entry = profile::Instrument::Entry::Scales;
    profile::InstrumentOutcome high;
    high.id = "high";
    high.when.kind = profile::Condition::Kind::Range;
    high.when.scale = "sum";
    high.when.from = 15 * kPoint;
    instrument.outcomes.push_back(high);
    Sheet sheet;
    sheet.answers["sum"].points = 16 * kPoint;
    CHECK(score(instrument, sheet).band == "high");
    sheet.answers["sum"].points = 14 * kPoint;
    CHECK(score(instrument, sheet).band.empty());
}

TEST_CASE("a divisor rounds half away from zero to the decimals of its scale")
{
    profile::Instrument instrument = four();
    instrument.scales[0].divisor = 2 * kPoint;
    instrument.scales[0].decimals = 0;
    CHECK(valueOf(score(instrument, allBut(4, 3, { { 2, 1 }, { 4, 2 } })), "sum") == "7"); // 6.5
    instrument.scales[0].divisor = 3 * kPoint;
    instrument.scales[0].decimals = 2;
    CHECK(valueOf(score(instrument, allBut(4, 3, { { 2, 1 }, { 4, 2 } })), "sum") == "4.33");
}

TEST_CASE("answers that differ from the key are counted, those that lack are not")
{
    profile::Instrument instrument = four();
    instrument.items[1].reverse = false;
    for (profile::Item& item : instrument.items)
        item.key = 2 * kPoint;
    instrument.scales[0].way = profile::Scale::Way::Mismatches;
    Sheet sheet = allBut(3, 2, { { 3, 5 } });
    CHECK(valueOf(score(instrument, sheet), "sum") == "1");
    sheet.answers["4"] = points(1);
    CHECK(valueOf(score(instrument, sheet), "sum") == "2");
}

TEST_CASE("too few answers are a result of their own: values without levels")
{
    profile::Instrument instrument = four();
    instrument.scales[0].bands.push_back({ "all", 4 * kPoint, 20 * kPoint, {}, "good" });
    const auto none = score(instrument, {});
    CHECK_FALSE(none.enough);
    CHECK(none.answered == 0);
    CHECK(valueOf(none, "sum").empty());
    const auto three = score(instrument, allOf(3, 3));
    CHECK_FALSE(three.enough);
    CHECK(three.needed == 4); // 90 % of four
    CHECK(valueOf(three, "sum") == "9");
    CHECK(three.band.empty());
    CHECK(three.unanswered == std::vector<std::string> { "4" });
    CHECK(score(instrument, allOf(4, 3)).band == "all");
}

TEST_CASE("what is no answer of an item is named and not counted")
{
    Sheet sheet = allOf(4, 3);
    sheet.answers["3"] = points(6);
    sheet.answers["9"] = points(1);
    const auto counted = score(four(), sheet);
    CHECK(counted.answered == 3);
    REQUIRE(counted.problems.size() == 2);
    CHECK(counted.problems[0].code == "notAnOption");
    CHECK(counted.problems[0].item == "3");
    CHECK(counted.problems[0].argument == "6.000");
    CHECK(counted.problems[1].code == "unknownItem");
}

TEST_CASE("points are exact decimals: ten tenths are one")
{
    profile::Points sum = 0;
    for (int i = 0; i < 3; ++i)
        sum += answersFromJson(R"({"a": 0.1})")->at("a").points.value();
    CHECK(sum == 300);
    CHECK(pointsText(sum, 1) == "0.3");
    CHECK(pointsText(sum, 0) == "0");
    CHECK(pointsText(-1500, 0) == "-2");
    CHECK(pointsText(2500, 0) == "3");
    CHECK(pointsText(41'000, 0) == "41");
}

TEST_CASE("answers go into JSON and back, and what is no answer is refused")
{
    const auto answers = answersFromJson(
        R"({"1": 3, "2": 0.2, "text": "Приезжать \"чаще\"", "4": null, "5": true})");
    REQUIRE(answers.ok());
    CHECK(answers->size() == 4);
    CHECK(*answersFromJson(answersJson(*answers)) == *answers);
    CHECK(answersJson(*answers) == R"({"1": 3, "2": 0.2, "5": 1, "text": "Приезжать \"чаще\""})");
    CHECK_FALSE(answersFromJson("[1]").ok());
    CHECK_FALSE(answersFromJson("{\"1\": [3]}").ok());
    CHECK_FALSE(answersFromJson("{\"1\": 0.0001}").ok());
    CHECK_FALSE(answersFromJson("{").ok());
}
