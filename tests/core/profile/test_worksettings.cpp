// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/worksettings.h"
#include "tests/core/profile/smallprofile.h"

#include <catch2/catch.hpp>

using namespace patronat::profile;
using patronat::tests::findProblem;
using patronat::tests::listed;
using patronat::tests::SmallProfile;

namespace {

/// The small profile with measures, whose states are codes of kinship, and this setting "work".
struct WithWork
{
    explicit WithWork(const std::string& work)
    {
        files.write("base/records/measure.json",
            R"({"id": "measure", "label": {"ru": "Дело", "en": "Measure"}, "plural": {"ru": "Дела", "en": "Measures"},
 "unit": {"through": ["family"]}, "parent": "family", "title": "state",
 "fields": [
  {"id": "family", "type": "reference", "target": "family", "label": {"ru": "Семья", "en": "Family"}},
  {"id": "state", "type": "choice", "classifier": "kinship", "label": {"ru": "Как", "en": "State"}}
 ]})");
        files.replace("base/profile.json", R"("quorum": 50)", R"("quorum": 50, "work": )" + work);
    }
    SmallProfile files;
};

} // namespace

TEST_CASE("what the window knows of the work is read from the settings", "[profile]")
{
    const WithWork with(
        R"({"caseTypes": ["family", "member"], "openMeasures": ["mother"], "atOnce": "measure", "comment": "why"})");

    const WorkSettings work = workSettings(*with.files.load());

    CHECK(work.caseTypes == std::vector<std::string> { "family", "member" });
    CHECK(work.openMeasures == std::vector<std::string> { "mother" });
    CHECK(work.atOnce == "measure");
    CHECK(work.reviewQuestion.empty());
    CHECK(workSettings(*SmallProfile().load()).caseTypes.empty());
}

TEST_CASE(
    "a type or a code of the work that the profile has not is an error at its place", "[profile]")
{
    struct Mistake
    {
        std::string work;
        std::string code;
        std::string argument;
    };
    const std::vector<Mistake> mistakes {
        { R"({"caseTypes": ["family", "house"]})", "unknownType", "house" },
        { R"({"caseTypes": "family"})", "wrongKind", "caseTypes" },
        { R"({"atOnce": "house"})", "unknownType", "house" },
        { R"({"atOnce": "person"})", "unknownField", "person/family" },
        { R"({"atOnce": ["measure"]})", "wrongKind", "atOnce" },
        { R"({"openMeasures": ["mother", "late"]})", "unknownCode", "late" },
        { R"({"openMeasures": [1]})", "wrongKind", "openMeasures" },
        { R"({"reviewQuestion": "4"})", "unknownCode", "4" }, // there are no agenda items
        { R"({"roleOfSite": {"office": "BOSS"}})", "unknownCode", "BOSS" },
        { R"({"visits": ["visit.never"]})", "unknownDeadline", "visit.never" },
        { R"({"visits": "visit.next"})", "wrongKind", "visits" },
        { R"({"seesEverything": []})", "unknownKey", "seesEverything" },
        { R"([])", "wrongKind", "work" },
    };
    for (const Mistake& mistake : mistakes) {
        DYNAMIC_SECTION(mistake.work)
        {
            const WithWork with(mistake.work);
            const Loaded loaded = loadProfile(with.files.base());
            CHECK_FALSE(loaded.profile);
            const Problem problem = findProblem(loaded, mistake.code);
            CHECK(problem.argument == mistake.argument);
            CHECK(problem.file == "profile.json");
            CHECK(problem.line > 0);
        }
    }
}

TEST_CASE("a region replaces what the window knows of the work as a whole", "[profile]")
{
    const WithWork with(R"({"caseTypes": ["family"], "openMeasures": ["mother"]})");
    with.files.replace("region/profile.json", R"("body": "kdn")",
        R"("body": "kdn", "work": {"caseTypes": ["member"]})");

    const Loaded loaded = loadProfile(with.files.region());

    INFO(listed(loaded.problems));
    REQUIRE(loaded.profile);
    const WorkSettings work = workSettings(*loaded.profile);
    CHECK(work.caseTypes == std::vector<std::string> { "member" });
    CHECK(work.openMeasures.empty());
}
