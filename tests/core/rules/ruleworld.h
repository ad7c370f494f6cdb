// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/signing.h"
#include "tests/support/office.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::tests {

using Json = nlohmann::json;

/// A file of tests/resources/rules.
Json ruleFile(const std::filesystem::path& name);
/// Those that hold cases, one for each rule: "BR-07.json".
std::vector<std::filesystem::path> ruleFiles();
std::shared_ptr<const profile::Profile> shippedProfile(std::string_view id);

/// An office of a shipped profile whose records are named: world.json says what each is when a case
/// does not say otherwise. A record is made when something first names it, with what it refers to.
class RuleWorld
{
public:
    /// `changes`: name -> fields that differ; null leaves a field out.
    RuleWorld(std::string_view profile, Json changes);

    TestOffice& office() { return m_office; }
    base::RecordId make(const std::string& name);
    const std::string& typeOf(const std::string& name) const;
    void on(const std::string& day);

    /// One of `on`, `make`, `sign`, `put`, `move`: what came before the question. Fails the test
    /// when it does not happen.
    void step(const Json& step);
    /// What a case asks (`sign`, `check`, `move`, `findings`, `deadlines`), and what comes of it:
    /// "BR-07-C8 W" for each broken rule, the id of each open deadline.
    std::set<std::string> ask(const Json& question);
    /// The same signing twice: what stands in the way of it, E and W apart.
    base::Result<store::Signing> sign(const std::string& name, const std::string& reason);

private:
    base::Value valueOf(const Json& json);
    base::Fields fieldsOf(const Json& json);
    std::set<std::string> askSigning(const std::string& name);
    std::set<std::string> askMove(const Json& question);
    std::set<std::string> askFindings();
    std::set<std::string> askDeadlines(const std::string& today);

    TestOffice m_office;
    Json m_world;
    Json m_changes;
    std::map<std::string, base::RecordId> m_made;
};

} // namespace patronat::tests
