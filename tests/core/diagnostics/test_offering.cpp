// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/offering.h"

#include "tests/core/diagnostics/shipped.h"

using namespace patronat;
using namespace patronat::tests;
using diagnostics::ageOn;
using diagnostics::Fitness;
using diagnostics::fitness;
using diagnostics::offered;

namespace {

std::vector<std::string> codes(const diagnostics::FamilyTraits& traits)
{
    std::vector<std::string> out;
    for (const profile::BatteryEntry& entry : offered(profile::battery(*shippedBase()), traits))
        out.push_back(entry.instrument + ' ' + entry.need);
    return out;
}

} // namespace

TEST_CASE("safety, risk and need are for every family, the rest by its category")
{
    const std::vector<std::string> unknown { "SAFE required", "RISK required", "NEED required" };
    CHECK(codes({}) == unknown);
    CHECK(codes({ "C3", {}, false })
        == std::vector<std::string> {
            "SAFE required", "RISK required", "NEED required", "ORO recommended", "FACES3 recommended" });
    for (const profile::Code& category : shippedBase()->classifier("familyCategory")->codes) {
        INFO(category.code);
        CHECK(codes({ category.code, {}, false }).size() > unknown.size());
    }
}

TEST_CASE("what the open card says of a family adds to its battery, and so does the end of the work")
{
    diagnostics::FamilyTraits traits { "C3", { { "problems", { "alcoholMother" } }, { "legalStatus", { "SOP" } } }, true };
    CHECK(codes(traits)
        == std::vector<std::string> { "SAFE required", "RISK required", "NEED required", "SATISF recommended",
            "AUDIT recommended", "SITU recommended", "ORO recommended", "FACES3 recommended" });
    traits.signs["problems"] = { "noSuchProblem" };
    CHECK(codes(traits).size() == 7);
}

TEST_CASE("the more urgent of two words about one instrument holds")
{
    profile::Battery battery;
    battery.always = { { "A", "optional", {}, {} } };
    battery.final = { { "A", "required", {}, {} } };
    CHECK(offered(battery, {}).front().need == "optional");
    const auto last = offered(battery, { {}, {}, true });
    REQUIRE(last.size() == 1);
    CHECK(last.front().need == "required");
}

TEST_CASE("ages are whole years on the day")
{
    CHECK(ageOn("2015-03-12", "2027-03-11") == 11);
    CHECK(ageOn("2015-03-12", "2027-03-12") == 12);
    CHECK(ageOn("2027-03-12", "2027-03-12") == 0);
    CHECK_FALSE(ageOn("2027-03-13", "2027-03-12").has_value());
    CHECK_FALSE(ageOn("", "2027-03-12").has_value());
}

TEST_CASE("an instrument says whom it is not for")
{
    const profile::Instrument faces = shipped("FACES3");
    CHECK(fitness(faces, "child", 12) == Fitness {});
    CHECK(fitness(faces, "child", 11) == Fitness { "ageBelow", 12 });
    CHECK(fitness(faces, "child", std::nullopt) == Fitness { "ageUnknown", 12 });
    CHECK(fitness(faces, "specialist", 40) == Fitness { "respondentKind", 0 });
    const profile::Instrument drawing = shipped("KRS");
    CHECK(fitness(drawing, "child", 4) == Fitness {});
    CHECK(fitness(drawing, "child", 12) == Fitness { "ageAbove", 11 });
    CHECK(fitness(drawing, "mother", 30).code == "respondentKind");
    const profile::Instrument vrr = shipped("VRR");
    CHECK(fitness(vrr, "mother", std::nullopt, "adultTeen") == Fitness {});
    CHECK(fitness(vrr, "mother", std::nullopt, "child") == Fitness { "form", 0 });
    CHECK(fitness(vrr, "child", 6, "child") == Fitness { "ageBelow", 7 });
    CHECK(fitness(shipped("SAFE"), "specialist", std::nullopt) == Fitness {});
}
