// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/instrument.h"
#include "core/profile/loader.h"
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace patronat::profile;
using patronat::tests::findProblem;
using patronat::tests::listed;
using patronat::tests::SmallProfile;

namespace {

constexpr const char* kFile = "base/instruments/MOOD.json";

constexpr const char* kMood = R"({
  "id": "MOOD", "version": "1", "label": {"ru": "Настроение", "en": "Mood"},
  "respondents": [{"who": ["mother"], "ageFrom": 12, "form": "own"}],
  "types": [{"id": "three", "options": [{"value": 1, "label": {"ru": "да", "en": "yes"}}, {"value": 3, "label": {"ru": "нет", "en": "no"}}]}],
  "items": [{"id": "1", "text": {"ru": "Раз", "en": "One"}, "type": "three", "reverse": true},
            {"id": "2", "text": {"ru": "Два", "en": "Two"}, "type": "three"},
            {"id": "3", "text": {"ru": "Слова", "en": "Words"}, "type": "text", "optional": true}],
  "forms": [{"id": "own", "label": {"ru": "своя", "en": "own"}, "reverse": ["2"]}],
  "scales": [{"id": "sum", "label": {"ru": "Сумма", "en": "Sum"}, "items": ["1", "2"], "divisor": 1, "decimals": 0, "min": 2, "max": 6,
    "bands": [{"id": "low", "from": 2, "to": 3, "label": {"ru": "мало", "en": "low"}}, {"id": "high", "from": 4, "to": 6, "label": {"ru": "много", "en": "high"}}]}],
  "outcomes": [{"id": "good", "label": {"ru": "хорошо", "en": "good"}, "any": [{"scale": "sum", "bands": ["high"]}]},
               {"id": "rest", "label": {"ru": "прочее", "en": "rest"}, "all": [{"items": ["1", "2"], "from": 1}]}]
})";

/// The small profile with an instrument and the classifiers that it names.
SmallProfile profileWithMood()
{
    SmallProfile files;
    files.write("base/classifiers/instrument.json",
        R"({"id": "instrument", "label": {"ru": "М", "en": "I"}, "codes": [{"code": "MOOD", "label": {"ru": "Н", "en": "M"}}]})");
    files.write("base/classifiers/respondentKind.json",
        R"({"id": "respondentKind", "label": {"ru": "К", "en": "W"}, "codes": [{"code": "mother", "label": {"ru": "мать", "en": "mother"}}]})");
    files.write(kFile, kMood);
    return files;
}

struct Mistake
{
    std::string from;
    std::string to;
    std::string code;
    std::string argument;
};

const std::vector<Mistake>& mistakes()
{
    static const std::vector<Mistake> kMistakes {
        { R"("items": ["1", "2"], "div)", R"("items": ["1", "4"], "div)", "unknownItem", "sum 4" },
        { R"("items": ["1", "2"], "div)", R"("items": ["1", "1"], "div)", "duplicateItem",
            "sum 1" },
        { R"("items": ["1", "2"], "div)", R"("items": ["1", "3"], "div)", "countedWords", "sum 3" },
        { R"("items": ["1", "2"], "div)", R"("items": [], "div)", "scaleWithoutItems", "sum" },
        { R"({"id": "2", "text")", R"({"id": "1", "text")", "duplicateId", "1" },
        { R"("type": "three"},)", R"("type": "four"},)", "unknownAnswerType", "four" },
        { R"("type": "text")", R"("type": "text", "reverse": true)", "reverseOfWords", "3" },
        { R"("reverse": ["2"])", R"("reverse": ["3"])", "reverseOfWords", "3" },
        { R"("reverse": ["2"])", R"("reverse": ["7"])", "unknownItem", "7" },
        { R"("divisor": 1)", R"("divisor": 0)", "badDivisor", "sum" },
        { R"("min": 2, "max": 6)", R"("min": 2, "max": 9)", "rangeOfItems", "sum 2…6" },
        { R"("from": 4, "to": 6)", R"("from": 3, "to": 6)", "bandsOverlap", "sum high" },
        { R"("from": 4, "to": 6)", R"("from": 5, "to": 6)", "bandsGap", "sum high" },
        { R"("from": 4, "to": 6)", R"("from": 4, "to": 5)", "bandsGap", "sum" },
        { R"("from": 4, "to": 6)", R"("from": 6, "to": 4)", "bandUpsideDown", "high" },
        { R"("bands": ["high"])", R"("bands": ["huge"])", "unknownBand", "huge" },
        { R"({"scale": "sum", "bands")", R"({"scale": "all", "bands")", "unknownScale", "all" },
        { R"("all": [{"items": ["1", "2"], "from": 1}])", R"("all": [])", "conditionEmpty",
            "rest" },
        { R"("who": ["mother"])", R"("who": ["neighbour"])", "unknownCode", "neighbour" },
        { R"("form": "own")", R"("form": "theirs")", "unknownForm", "theirs" },
        { R"("version": "1", )", "", "versionMissing", "MOOD" },
        { R"("id": "MOOD", "version")", R"("id": "MOOD", "colour": "red", "version")", "unknownKey",
            "colour" },
        { R"("respondents": [)", R"("minimumAnswered": 1.5, "respondents": [)", "badShare", "0…1" },
        { R"("respondents": [)", R"("missing": "median", "respondents": [)", "unknownWord",
            "median" },
        { R"("respondents": [)", R"("after": ["CALM"], "respondents": [)", "unknownInstrument",
            "CALM" },
        { R"("respondents": [)", R"("storedIn": {"type": "house"}, "respondents": [)",
            "unknownType", "house" },
        { R"({"value": 3, )", R"({"value": 1, )", "duplicateOption", "three" },
        { R"({"value": 3, )", R"({"value": "three", )", "wrongKind", "number" },
        { R"("divisor": 1)", R"("percentiles": [[2, 50], [1, 60]], "divisor": 1)",
            "percentilesFall", "sum" },
    };
    return kMistakes;
}

} // namespace

TEST_CASE("an instrument without mistakes is taken, and read again from the cache of the profile",
    "[profile]")
{
    const SmallProfile files = profileWithMood();
    const auto profile = files.load();
    const auto cached = fromCache(toCache(*profile));
    REQUIRE(cached.ok());
    const auto mood = instrument(**cached, "MOOD");
    REQUIRE(mood.ok());
    CHECK(mood->items.size() == 3);
    CHECK(mood->items[0].reverse);
    CHECK(mood->scales[0].bands[1].to == 6 * kPoint);
    CHECK(mood->outcomes[1].when.of[0].kind == Condition::Kind::Items);
    CHECK(instrument(**cached, "CALM").error().code == patronat::base::ErrorCode::NotFound);
    CHECK((*cached)->hash == profile->hash);
}

TEST_CASE(
    "a database of an older program has no instruments, and is read all the same", "[profile]")
{
    std::string cache = toCache(*profileWithMood().load());
    const std::string before = "\"format\":";
    const std::string now = cache.substr(
        cache.find(before), cache.find_first_of(",}", cache.find(before)) - cache.find(before));
    for (const auto& [from, to] : { std::pair<std::string, std::string> { now, before + '3' },
             { "\"instruments\":", "\"unread\":" } }) {
        const std::size_t at = cache.find(from);
        REQUIRE(at != std::string::npos);
        cache.replace(at, from.size(), to);
    }
    const auto older = fromCache(cache);
    REQUIRE(older.ok());
    CHECK((*older)->instruments.empty());
    CHECK(instrumentIds(**older).empty());
}

TEST_CASE("each mistake in an instrument is named with its place", "[profile]")
{
    for (const Mistake& mistake : mistakes()) {
        INFO(mistake.code << ' ' << mistake.argument);
        const SmallProfile files = profileWithMood();
        files.replace(kFile, mistake.from, mistake.to);
        const Loaded loaded = loadProfile(files.base());
        const Problem problem = findProblem(loaded, mistake.code);
        CHECK(problem.argument == mistake.argument);
        CHECK(problem.severity == Severity::Error);
        CHECK(problem.file == "instruments/MOOD.json");
        CHECK(problem.line > 0);
        CHECK(loaded.profile == nullptr);
    }
}

TEST_CASE("a region overrides one item, scale or outcome of an instrument and inherits the rest",
    "[profile]")
{
    const SmallProfile files = profileWithMood();
    files.write("region/instruments/MOOD.json",
        R"({"id": "MOOD", "extends": true, "version": "1r", "outcomes": [{"id": "good", "label": {"ru": "отлично", "en": "fine"}}]})");
    const Loaded loaded = loadProfile(files.region());
    INFO(listed(loaded.problems));
    REQUIRE(loaded.profile != nullptr);
    const auto mood = instrument(*loaded.profile, "MOOD");
    REQUIRE(mood.ok());
    CHECK(mood->version == "1r");
    CHECK(mood->outcomes[0].label.at("ru") == "отлично");
    CHECK(mood->outcomes[0].when.of.size() == 1);
    CHECK(mood->items.size() == 3);
}

TEST_CASE("a battery names instruments, respondents and categories that are there", "[profile]")
{
    const SmallProfile files = profileWithMood();
    files.write("base/instruments/battery.json",
        R"({"id": "battery", "version": "1", "always": [{"instrument": "CALM", "need": "required"}], "categories": {"C77": []}})");
    const Loaded loaded = loadProfile(files.base());
    CHECK(findProblem(loaded, "unknownInstrument").argument == "CALM");
    CHECK(findProblem(loaded, "unknownCode").argument == "C77");
}
