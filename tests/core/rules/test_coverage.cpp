// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/rules/ruleworld.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace patronat;
using namespace patronat::tests;

namespace {

/// Those of domain.md 6.1–6.3, 6.5 and 6.6.
std::vector<std::string> allRules()
{
    std::vector<std::string> out;
    for (int n = 1; n <= 53; ++n)
        if (n <= 28 || (n >= 40 && n != 49))
            out.push_back("BR-" + std::string(n < 10 ? "0" : "") + std::to_string(n));
    return out;
}

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

struct Declared
{
    std::string where;
    std::string rule; ///< "BR-07-C8 W"
    profile::Label message;
};

void add(const std::string& where, const std::string& id, profile::Severity severity,
    const profile::Label& message, std::vector<Declared>& out)
{
    if (id.starts_with("BR-"))
        out.push_back({ where, id + (severity == profile::Severity::Error ? " E" : " W"), message });
}

std::vector<Declared> declaredBy(const profile::Profile& profile)
{
    std::vector<Declared> out;
    for (const profile::RecordType& type : profile.types) {
        for (const profile::Check& check : type.checks)
            add(type.id, check.id, check.severity, check.message, out);
        for (const profile::Field& field : type.fields)
            for (const profile::Check& check : field.checks)
                add(type.id, check.id, check.severity, check.message, out);
        for (const profile::Rivalry& rivalry : type.rivals) {
            add(type.id, rivalry.id, rivalry.severity, rivalry.message, out);
            add(type.id, rivalry.id, rivalry.severity, rivalry.advice, out);
        }
    }
    for (const profile::Process& process : profile.processes)
        for (const profile::Transition& transition : process.transitions)
            for (const profile::Check& need : transition.needs)
                add(process.id + '/' + transition.id, need.id, need.severity, need.message, out);
    return out;
}

} // namespace

TEST_CASE("Every business rule has cases, or says which test proves it")
{
    const Json elsewhere = ruleFile("elsewhere.json");
    for (const std::string& rule : allRules()) {
        INFO(rule);
        const bool hasCases
            = std::filesystem::exists(std::filesystem::path(PATRONAT_RULES) / (rule + ".json"));
        CHECK((hasCases || elsewhere.contains(rule)));
    }
}

TEST_CASE("A test that proves a business rule elsewhere is there under its name")
{
    const Json elsewhere = ruleFile("elsewhere.json");
    for (const auto& [rule, proofs] : elsewhere.items()) {
        INFO(rule);
        if (proofs.contains("exception")) {
            CHECK(proofs["exception"].get<std::string>().size() > 20);
            continue;
        }
        REQUIRE(!proofs["tests"].empty());
        for (const Json& proof : proofs["tests"]) {
            INFO(proof.dump());
            const std::string source
                = bytesOf(std::filesystem::path(PATRONAT_TESTS) / proof["file"].get<std::string>());
            CHECK(source.find('"' + proof["test"].get<std::string>() + '"') != std::string::npos);
        }
    }
}

TEST_CASE("Every declared rule of the domain is broken by a case, with its severity")
{
    std::set<std::string> broken;
    for (const auto& file : ruleFiles())
        for (const Json& one : ruleFile(file))
            for (const Json& rule : one.value("trips", Json::array()))
                broken.insert(rule.get<std::string>());
    for (const char* profile : { "base", "ru-ta", "ru-tam", "ru-nov" })
        for (const Declared& declared : declaredBy(*shippedProfile(profile))) {
            INFO(profile << ' ' << declared.where << ' ' << declared.rule);
            CHECK(broken.contains(declared.rule));
        }
}

TEST_CASE("The rules of the domain speak to people in every language of the profile")
{
    for (const char* id : { "base", "ru-ta" }) {
        const auto profile = shippedProfile(id);
        for (const Declared& declared : declaredBy(*profile))
            for (const std::string& language : profile->languages) {
                INFO(id << ' ' << declared.where << ' ' << declared.rule << ' ' << language);
                const auto said = declared.message.find(language);
                REQUIRE(said != declared.message.end());
                CHECK(said->second.size() > 10);
                CHECK(said->second.find(":setting") == std::string::npos);
                CHECK(said->second.find("BR-") == std::string::npos);
            }
    }
}
