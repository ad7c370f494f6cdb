// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/rules/ruleworld.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::tests;

namespace {

std::string listed(const std::set<std::string>& rules)
{
    std::string out;
    for (const std::string& rule : rules)
        out += (out.empty() ? "" : ", ") + rule;
    return out;
}

bool isRefusal(const std::string& rule)
{
    return rule.ends_with(" E");
}

/// Of a question that only asks who is in the way, others may be there too.
bool mustSucceed(const Json& question)
{
    return question.contains("sign");
}

void judge(const Json& one, const std::string& rule)
{
    INFO(rule << ": " << one["name"].get<std::string>());
    RuleWorld world(one.value("profile", "ru-ta"), one.value("change", Json::object()));
    for (const Json& step : one.value("given", Json::array()))
        world.step(step);
    const std::set<std::string> found = world.ask(one["ask"]);
    INFO("found: " << listed(found));
    for (const Json& expected : one.value("trips", Json::array())) {
        INFO("expected: " << expected);
        CHECK(found.contains(expected.get<std::string>()));
    }
    for (const Json& passed : one.value("passes", Json::array())) {
        INFO("must not be there: " << passed);
        CHECK_FALSE(found.contains(passed.get<std::string>()));
    }
    // What passes really passes: nothing else hides the rule.
    if (!one.contains("trips") && mustSucceed(one["ask"]))
        CHECK(std::none_of(found.begin(), found.end(), isRefusal));
}

} // namespace

TEST_CASE("Every business rule has a case that breaks it and one that does not")
{
    for (const auto& file : ruleFiles()) {
        const Json cases = ruleFile(file);
        const std::string rule = file.stem().string();
        bool breaks = false;
        bool passes = false;
        for (const Json& one : cases) {
            breaks = breaks || one.contains("trips");
            passes = passes || one.contains("passes");
            judge(one, rule);
        }
        INFO(rule);
        CHECK(breaks);
        CHECK(passes);
    }
}
