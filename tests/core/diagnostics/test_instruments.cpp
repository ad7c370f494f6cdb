// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnostics/shipped.h"

// Each shipped instrument, counted by hand: everything least, everything greatest, something
// between.

using namespace patronat;
using namespace patronat::tests;
using diagnostics::answersFromJson;
using diagnostics::pointsText;
using diagnostics::score;
using diagnostics::Score;
using diagnostics::Sheet;

namespace {

Sheet sheetOf(const std::string& json, std::string form = {})
{
    const auto answers = answersFromJson(json);
    REQUIRE(answers.ok());
    return { *answers, std::move(form) };
}

} // namespace

TEST_CASE("every instrument of the classifier that has a structure is shipped and can be read")
{
    const auto ids = profile::instrumentIds(*shippedBase());
    CHECK(ids
        == std::vector<std::string> { "SAFE", "RISK", "NEED", "ASV", "AUDIT", "FACES3", "KRS",
            "ORO", "PHIL", "SATISF", "SITU", "VRR", "generic" });
    for (const std::string& id : ids) {
        INFO(id);
        const profile::Instrument one = shipped(id);
        CHECK(one.id == id);
        CHECK_FALSE(one.version.empty());
        CHECK_FALSE(one.respondents.empty());
    }
}

TEST_CASE("SAFE: no threat among eighteen is safe, and the plan is not asked for")
{
    const Score safe = score(shipped("SAFE"), allOf(18, 0));
    CHECK(safe.band == "safe");
    CHECK(safe.enough);
    CHECK(safe.asked == 18);
    CHECK(valueOf(safe, "danger") == "0");
    CHECK(valueOf(safe, "plan").empty());
    CHECK(safe.advice.empty());
}

TEST_CASE("SAFE: any yes is unsafe at once, whatever else is not answered")
{
    const profile::Instrument instrument = shipped("SAFE");
    for (int n = 1; n <= 18; ++n) {
        INFO(n);
        Sheet one;
        one.answers[std::to_string(n)] = points(1);
        const Score unsafe = score(instrument, one);
        CHECK(unsafe.band == "unsafe");
        CHECK(unsafe.tone == "danger");
        CHECK(unsafe.atOnce);
        CHECK_FALSE(unsafe.enough);
        CHECK(unsafe.answered == 1);
        CHECK(unsafe.asked == 22);
        CHECK_FALSE(unsafe.advice.empty());
    }
}

TEST_CASE("SAFE: a threat with the whole plan met is safe on condition of the plan, with a part of "
          "it is unsafe")
{
    const profile::Instrument instrument = shipped("SAFE");
    const Score conditional = score(
        instrument, allBut(22, 0, { { 5, 1 }, { 19, 1 }, { 20, 1 }, { 21, 1 }, { 22, 1 } }));
    CHECK(conditional.band == "conditional");
    CHECK(conditional.enough);
    const Score part
        = score(instrument, allBut(22, 0, { { 5, 1 }, { 19, 1 }, { 20, 1 }, { 21, 1 } }));
    CHECK(part.band == "unsafe");
    CHECK(part.enough);
    const Score all = score(instrument, allOf(22, 1));
    CHECK(all.band == "conditional");
    CHECK(valueOf(all, "danger") == "18");
}

TEST_CASE("SAFE: a plan that is met does not make safe what is not looked at wholly")
{
    Sheet some;
    for (const char* id : { "5", "19", "20", "21", "22" })
        some.answers[id] = points(1);
    CHECK(score(shipped("SAFE"), some).band == "unsafe");
}

TEST_CASE("SAFE: seventeen noes are no result yet, and say which question is open")
{
    Sheet open = allOf(18, 0);
    open.answers.erase("10");
    const Score none = score(shipped("SAFE"), open);
    CHECK(none.band.empty());
    CHECK_FALSE(none.enough);
    CHECK(none.unanswered == std::vector<std::string> { "10" });
}

TEST_CASE("SAFE: answers about a plan that is not asked for do not count")
{
    const Score safe = score(shipped("SAFE"), allBut(18, 0, { { 19, 1 }, { 20, 1 } }));
    CHECK(safe.band == "safe");
    CHECK(safe.asked == 18);
    CHECK(safe.answered == 18);
}

TEST_CASE("RISK: the four levels, each at its threshold")
{
    const profile::Instrument risk = shipped("RISK");
    CHECK(score(risk, allOf(18, 0)).band == "low");
    CHECK(score(risk, allOf(18, 3)).band == "intensive");
    // 11 points, no threes: 5 + 6.
    const Score eleven = score(
        risk, allBut(18, 0, { { 7, 2 }, { 8, 2 }, { 9, 2 }, { 10, 2 }, { 11, 2 }, { 12, 1 } }));
    CHECK(pointsText(*eleven.total, 0) == "11");
    CHECK(eleven.band == "low");
    const Score twelve = score(
        risk, allBut(18, 0, { { 7, 2 }, { 8, 2 }, { 9, 2 }, { 10, 2 }, { 11, 2 }, { 12, 2 } }));
    CHECK(twelve.band == "moderate");
    CHECK(score(risk, allBut(18, 0, { { 10, 3 } })).band == "moderate");
    CHECK(score(risk, allBut(18, 0, { { 4, 3 } })).band == "high");
    const Score ofTwo = score(
        risk, allBut(18, 1, { { 5, 2 }, { 7, 2 }, { 8, 2 }, { 9, 2 }, { 10, 2 }, { 11, 2 } }));
    CHECK(pointsText(*ofTwo.total, 0) == "24");
    CHECK(ofTwo.band == "high");
    const Score strong = score(risk, allOf(18, 2));
    CHECK(pointsText(*strong.total, 0) == "36");
    CHECK(strong.band == "intensive");
    // A grave factor and a vulnerable child: 3 + 9 points.
    const Score both = score(risk, allBut(18, 0, { { 1, 3 }, { 13, 3 }, { 14, 3 }, { 15, 3 } }));
    CHECK(pointsText(*both.total, 0) == "12");
    CHECK(both.band == "intensive");
    CHECK(score(risk, allBut(18, 0, { { 1, 3 }, { 13, 3 }, { 14, 3 }, { 15, 2 } })).band == "high");
}

TEST_CASE("RISK: every factor must be rated, but what is intensive already needs no more")
{
    Sheet open = allOf(18, 0);
    open.answers.erase("18");
    const Score none = score(shipped("RISK"), open);
    CHECK(none.band.empty());
    CHECK(none.needed == 18);
    Sheet grave = allOf(12, 3);
    const Score atOnce = score(shipped("RISK"), grave);
    CHECK(atOnce.band == "intensive");
    CHECK(atOnce.atOnce);
}

TEST_CASE("NEED: every outcome at its threshold")
{
    const profile::Instrument need = shipped("NEED");
    CHECK(score(need, allOf(12, 0)).band == "none");
    CHECK(score(need, allBut(12, 0, { { 3, 2 }, { 4, 1 } })).band == "none"); // 3
    CHECK(score(need, allBut(12, 0, { { 3, 2 }, { 4, 2 } })).band == "risk"); // 4
    CHECK(
        score(need, allBut(12, 0, { { 3, 2 }, { 4, 2 }, { 5, 2 }, { 6, 2 } })).band == "risk"); // 8
    CHECK(score(need, allBut(12, 0, { { 3, 2 }, { 4, 2 }, { 5, 2 }, { 6, 2 }, { 7, 1 } })).band
        == "tzs"); // 9
    CHECK(score(need, allBut(12, 0, { { 9, 3 } })).band == "tzs"); // any 3
    CHECK(score(need, allBut(12, 0, { { 9, 3 }, { 10, 3 } })).band == "tzs");
    CHECK(
        score(need, allBut(12, 0, { { 9, 3 }, { 10, 3 }, { 11, 3 } })).band == "sop"); // three at 3
    CHECK(score(need, allBut(12, 1, { { 3, 2 }, { 4, 2 }, { 5, 2 }, { 6, 2 }, { 7, 2 } })).band
        == "tzs"); // 17
    CHECK(score(need, allBut(12, 1, { { 3, 2 }, { 4, 2 }, { 5, 2 }, { 6, 2 }, { 7, 2 }, { 9, 2 } }))
              .band
        == "sop"); // 18
    for (const int urgent : { 1, 2, 8 }) {
        INFO(urgent);
        CHECK(score(need, allBut(12, 0, { { urgent, 3 } })).band == "sopUrgent");
        CHECK(score(need, allBut(12, 0, { { urgent, 2 } })).band == "none");
    }
    const Score most = score(need, allOf(12, 3));
    CHECK(pointsText(*most.total, 0) == "36");
    CHECK(most.band == "sopUrgent");
}

TEST_CASE("NEED: a domain that is not rated leaves no outcome, but a child in danger does not wait "
          "for it")
{
    Sheet open = allOf(11, 2);
    CHECK(score(shipped("NEED"), open).band.empty());
    Sheet danger;
    danger.answers["8"] = points(3);
    const Score atOnce = score(shipped("NEED"), danger);
    CHECK(atOnce.band == "sopUrgent");
    CHECK(atOnce.atOnce);
}

TEST_CASE("SITU: the highest factor is the level")
{
    const profile::Instrument situ = shipped("SITU");
    CHECK(score(situ, allOf(12, 1)).band == "low");
    CHECK(score(situ, allOf(12, 3)).band == "high");
    CHECK(score(situ, allBut(12, 1, { { 4, 2 } })).band == "medium");
    CHECK(score(situ, allBut(12, 2, { { 12, 3 } })).band == "high");
    CHECK(valueOf(score(situ, allBut(12, 1, { { 4, 2 }, { 5, 3 } })), "mediumFactors") == "2");
}

TEST_CASE("FACES-3: odd items are cohesion, even ones adaptability; the norms of Olson")
{
    const profile::Instrument faces = shipped("FACES3");
    const Score least = score(faces, allOf(20, 1));
    CHECK(valueOf(least, "cohesion") == "10");
    CHECK(bandOf(least, "cohesion") == "disengaged");
    CHECK(bandOf(least, "adaptability") == "rigid");
    CHECK(least.band == "extreme");
    const Score most = score(faces, allOf(20, 5));
    CHECK(valueOf(most, "adaptability") == "50");
    CHECK(bandOf(most, "cohesion") == "enmeshed");
    CHECK(bandOf(most, "adaptability") == "chaotic");
    // Odd: 9 x 4 + 5 = 41; even: 8 x 2 + 3 + 3 = 22.
    Sheet mixed;
    for (int n = 1; n <= 20; ++n)
        mixed.answers[std::to_string(n)] = points(n % 2 == 1 ? 4 : 2);
    mixed.answers["19"] = points(5);
    mixed.answers["2"] = points(3);
    mixed.answers["4"] = points(3);
    const Score balanced = score(faces, mixed);
    CHECK(valueOf(balanced, "cohesion") == "41");
    CHECK(bandOf(balanced, "cohesion") == "connected");
    CHECK(valueOf(balanced, "adaptability") == "22");
    CHECK(bandOf(balanced, "adaptability") == "structured");
    CHECK(balanced.band == "balanced");
    // 41 and 20: 10 x 3 = 30 is disengaged beside structured: neither balanced nor extreme.
    for (int n = 1; n <= 19; n += 2)
        mixed.answers[std::to_string(n)] = points(3);
    CHECK(score(faces, mixed).band == "middle");
}

TEST_CASE(
    "FACES-3: two answers may lack, and count as the mean of their scale; a third leaves no level")
{
    Sheet sheet = allOf(20, 4);
    sheet.answers.erase("1");
    sheet.answers["3"] = points(1);
    const Score mean = score(shipped("FACES3"), sheet);
    // Cohesion: (8 x 4 + 1) x 10 / 9 = 36.67.
    CHECK(valueOf(mean, "cohesion") == "37");
    CHECK(mean.enough);
    sheet.answers.erase("5");
    sheet.answers.erase("6");
    const Score few = score(shipped("FACES3"), sheet);
    CHECK_FALSE(few.enough);
    CHECK(few.band.empty());
    CHECK(bandOf(few, "cohesion").empty());
    CHECK(few.answered == 17);
    CHECK(few.needed == 18);
}

TEST_CASE("KRS: tenths add up exactly and are shown as they are")
{
    const profile::Instrument krs = shipped("KRS");
    const Score sums = score(krs,
        sheetOf(
            R"({"favourable": 0.3, "anxiety": 1.1, "conflict": 0.7, "inferiority": 0, "hostility": 0.2})"));
    CHECK(sums.enough);
    CHECK(valueOf(sums, "favourable") == "0.3");
    CHECK(valueOf(sums, "anxiety") == "1.1");
    CHECK(valueOf(sums, "inferiority") == "0.0");
    CHECK(*sums.scales[2].value == 700);
    CHECK(sums.band.empty()); // a profile
    const Score none = score(krs,
        sheetOf(
            R"({"favourable": 0, "anxiety": 0, "conflict": 0, "inferiority": 0, "hostility": 0})"));
    CHECK(none.enough);
    const Score four = score(krs,
        sheetOf(R"({"favourable": 0.3, "anxiety": 1.1, "conflict": 0.7, "inferiority": 0.5})"));
    CHECK_FALSE(four.enough);
    CHECK(four.unanswered == std::vector<std::string> { "hostility" });
    CHECK(score(krs, sheetOf(R"({"anxiety": -0.1})")).problems.front().code == "outOfRange");
}

TEST_CASE("PHIL: more than half of the answers differing is raised, more than three quarters high")
{
    const profile::Instrument phil = shipped("PHIL");
    CHECK(phil.referenceOnly);
    CHECK(score(phil, sheetOf(R"({"anxiety": 0})")).band == "normal");
    const Score half = score(phil, sheetOf(R"({"anxiety": 29})"));
    CHECK(pointsText(*half.scales[0].percent, 1) == "50.0");
    CHECK(half.band == "normal");
    const Score over = score(phil, sheetOf(R"({"anxiety": 30})")); // 51.7 %
    CHECK(pointsText(*over.scales[0].percent, 1) == "51.7");
    CHECK(over.band == "raised");
    CHECK(score(phil, sheetOf(R"({"anxiety": 43})")).band == "raised"); // 74.1 %
    CHECK(score(phil, sheetOf(R"({"anxiety": 44})")).band == "high"); // 75.9 %
    CHECK(score(phil, sheetOf(R"({"anxiety": 58})")).band == "high");
    CHECK(score(phil, sheetOf(R"({"anxiety": 59})")).problems.front().code == "outOfRange");
}

TEST_CASE("VRR: the third and the fifth scale have ten items and are divided by two")
{
    const profile::Instrument vrr = shipped("VRR");
    const std::string rest
        = R"("s1": 5, "s2": 25, "s4": 13, "s6": 5, "s7": 5, "s8": 5, "s9": 5, "s10": 25})";
    const Score mixed = score(vrr, sheetOf("{\"s3\": 33, \"s5\": 50, " + rest, "child"));
    CHECK(mixed.enough);
    CHECK(valueOf(mixed, "s3") == "16.50");
    CHECK(valueOf(mixed, "s5") == "25.00");
    CHECK(valueOf(mixed, "s1") == "5");
    const Score least = score(vrr, sheetOf("{\"s3\": 10, \"s5\": 10, " + rest, "child"));
    CHECK(valueOf(least, "s3") == "5.00");
    CHECK(score(vrr, sheetOf(R"({"s3": 51})", "child")).problems.front().code == "outOfRange");
    CHECK(
        score(vrr, sheetOf(R"({"s3": 50})", "grandparent")).problems.front().code == "unknownForm");
}

TEST_CASE("AUDIT: four levels; the last two questions have three answers only")
{
    const profile::Instrument audit = shipped("AUDIT");
    CHECK(score(audit, allOf(10, 0)).band == "low");
    const Score most = score(audit, allOf(10, 4));
    CHECK(pointsText(*most.total, 0) == "40");
    CHECK(most.band == "dependence");
    CHECK(score(audit, allBut(10, 0, { { 1, 4 }, { 2, 3 } })).band == "low"); // 7
    CHECK(score(audit, allBut(10, 0, { { 1, 4 }, { 2, 4 } })).band == "hazardous"); // 8
    CHECK(score(audit, allBut(10, 0, { { 1, 4 }, { 2, 4 }, { 3, 4 }, { 4, 3 } })).band
        == "hazardous"); // 15
    CHECK(score(audit, allBut(10, 0, { { 1, 4 }, { 2, 4 }, { 3, 4 }, { 9, 4 } })).band
        == "harmful"); // 16
    CHECK(
        score(audit, allBut(10, 0, { { 1, 4 }, { 2, 4 }, { 3, 4 }, { 9, 4 }, { 10, 2 }, { 4, 1 } }))
            .band
        == "harmful"); // 19
    CHECK(score(audit, allBut(10, 0, { { 1, 4 }, { 2, 4 }, { 3, 4 }, { 9, 4 }, { 10, 4 } })).band
        == "dependence"); // 20
    CHECK(score(audit, allBut(10, 0, { { 9, 1 } })).problems.front().code == "notAnOption");
    // One answer that is missing may lift 7 over the limit of 8: no level is told without it.
    Sheet gap = allBut(10, 0, { { 1, 4 }, { 2, 3 } });
    gap.answers.erase("10");
    CHECK_FALSE(score(audit, gap).enough);
    CHECK(score(audit, gap).band.empty());
}

TEST_CASE("ASV: a scale is flagged from its diagnostic value on, which the form asks for")
{
    const profile::Instrument asv = shipped("ASV");
    CHECK(asv.scales.size() == 20);
    const Score flags
        = score(asv, sheetOf(R"({"G+": 7, "dz:G+": 7, "G-": 6, "dz:G-": 7, "U+": 3})"));
    CHECK(flags.scales[0].flagged);
    CHECK_FALSE(flags.scales[1].flagged);
    CHECK_FALSE(flags.scales[2].flagged);
    CHECK_FALSE(flags.enough); // 3 of 20
    std::string all = "{";
    for (const profile::Scale& scale : asv.scales)
        all += (all.size() > 1 ? ", \"" : "\"") + scale.id + "\": 0";
    const Score least = score(asv, sheetOf(all + "}"));
    CHECK(least.enough);
    CHECK(least.answered == 20);
}

TEST_CASE("ORO: five raw scores; percentiles come with a licensed table")
{
    profile::Instrument oro = shipped("ORO");
    const std::string sheet
        = R"({"acceptance": 12, "cooperation": 8, "symbiosis": 0, "control": 3, "failure": 8})";
    const Score raw = score(oro, sheetOf(sheet));
    CHECK(raw.enough);
    CHECK(valueOf(raw, "acceptance") == "12");
    CHECK_FALSE(raw.scales[0].percentile.has_value());
    oro.scales[0].percentiles = { { 10'000, 41 }, { 12'500, 60 }, { 20'000, 90 } };
    CHECK(score(oro, sheetOf(sheet)).scales[0].percentile == 41); // between two, the lower
}

TEST_CASE("SATISF: a mean to one decimal, half away from zero; words count nothing")
{
    const profile::Instrument satisf = shipped("SATISF");
    const Score least = score(satisf, allOf(5, 1));
    CHECK(valueOf(least, "mean") == "1.0");
    CHECK(least.band == "low");
    CHECK(score(satisf, allOf(5, 5)).band == "satisfied");
    CHECK(valueOf(score(satisf, allBut(5, 4, { { 1, 3 } })), "mean") == "3.8");
    CHECK(score(satisf, allBut(5, 4, { { 1, 3 } })).band == "partly");
    // Four of five, 80 %: 4 + 4 + 4 + 3 = 15, the mean of four is 3.75.
    Sheet four = allBut(4, 4, { { 1, 3 } });
    four.answers["text"].text = "Приезжать чаще";
    CHECK(valueOf(score(satisf, four), "mean") == "3.8");
    CHECK(score(satisf, four).enough);
}

TEST_CASE("the free instrument takes scales, ends and levels of the form")
{
    const profile::Instrument own = shipped("generic");
    const Score free = score(own,
        sheetOf(
            R"({"Авторитарность": 14, "max:Авторитарность": 20, "band:Авторитарность": "high", "Контакт": 3.5})"));
    CHECK(free.enough);
    CHECK(free.scales.size() == 2);
    CHECK(bandOf(free, "Авторитарность") == "high");
    CHECK(valueOf(free, "Контакт") == "3.50");
    CHECK(score(own, sheetOf(R"({"А": 21, "max:А": 20})")).problems.front().code == "outOfRange");
}
