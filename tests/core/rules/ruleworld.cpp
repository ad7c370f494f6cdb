// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/rules/ruleworld.h"

#include "core/process/deadlines.h"
#include "core/process/transitions.h"
#include "core/store/findings.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

namespace patronat::tests {

using base::Fields;
using base::RecordId;
using base::Result;
using base::Value;

namespace {

template <typename T>
T must(Result<T> result)
{
    INFO((result ? std::string() : describe(result.error())));
    REQUIRE(result);
    return std::move(*result);
}

std::string severity(profile::Severity severity)
{
    switch (severity) {
    case profile::Severity::Error:
        return " E";
    case profile::Severity::Warning:
        return " W";
    case profile::Severity::Info:
        break;
    }
    return " I";
}

std::string broken(const store::BrokenRule& rule)
{
    return (rule.rule == "required" ? "required:" + rule.field : rule.rule) + severity(rule.severity);
}

/// The rules that an error names, all of them E.
std::set<std::string> refused(const base::Error& error)
{
    std::set<std::string> out;
    for (std::size_t i = 2; i < error.args.size(); ++i) {
        const std::string& rule = error.args[i];
        out.insert((rule.starts_with("required:") ? rule : rule.substr(0, rule.find(':'))) + " E");
    }
    return out;
}

} // namespace

Json ruleFile(const std::filesystem::path& name)
{
    std::ifstream in(std::filesystem::path(PATRONAT_RULES) / name);
    INFO(name.string());
    REQUIRE(in.good());
    Json json = Json::parse(in, nullptr, false);
    REQUIRE(!json.is_discarded());
    return json;
}

std::vector<std::filesystem::path> ruleFiles()
{
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(PATRONAT_RULES))
        if (entry.path().filename().string().starts_with("BR-"))
            out.push_back(entry.path().filename());
    std::sort(out.begin(), out.end());
    return out;
}

std::shared_ptr<const profile::Profile> shippedProfile(std::string_view id)
{
    static std::map<std::string, std::shared_ptr<const profile::Profile>, std::less<>> opened;
    auto at = opened.find(id);
    if (at == opened.end())
        at = opened
                 .emplace(std::string(id),
                     must(profile::openProfile(std::filesystem::path(PATRONAT_PROFILES) / id)))
                 .first;
    return at->second;
}

RuleWorld::RuleWorld(std::string_view profile, Json changes)
    : m_office(shippedProfile(profile), 53)
    , m_world(ruleFile("world.json"))
    , m_changes(std::move(changes))
{
    on(m_world["today"]);
}

void RuleWorld::on(const std::string& day)
{
    std::int64_t ms = 0;
    REQUIRE(base::parseIsoDate(day, ms));
    m_office.clock().set(ms + 12 * 3'600'000LL);
}

const std::string& RuleWorld::typeOf(const std::string& name) const
{
    INFO(name);
    REQUIRE(m_world["records"].contains(name));
    return m_world["records"][name]["type"].get_ref<const std::string&>();
}

Value RuleWorld::valueOf(const Json& json)
{
    if (json.is_string() && json.get_ref<const std::string&>().starts_with('@'))
        return make(json.get<std::string>().substr(1));
    if (json.is_string())
        return json.get<std::string>();
    if (json.is_boolean())
        return json.get<bool>() ? 1 : 0;
    if (json.is_array()) {
        Json sorted = json;
        std::sort(sorted.begin(), sorted.end());
        return sorted.dump();
    }
    REQUIRE(json.is_number_integer());
    return json.get<std::int64_t>();
}

Fields RuleWorld::fieldsOf(const Json& json)
{
    Fields out;
    for (const auto& [field, value] : json.items())
        if (!value.is_null())
            out.emplace(field, valueOf(value));
    return out;
}

RecordId RuleWorld::make(const std::string& name)
{
    if (const auto made = m_made.find(name); made != m_made.end())
        return made->second;
    const std::string& type = typeOf(name);
    Json fields = m_world["records"][name].value("fields", Json::object());
    if (const auto changed = m_changes.find(name); changed != m_changes.end())
        fields.merge_patch(*changed);
    const Fields values = fieldsOf(fields);
    INFO(name);
    const RecordId id = must(m_office.store().write(m_office.by(), [&](store::WriteTx& tx) {
        const store::WriteTx::ByProcess opening(tx); // a world begins in any state
        return tx.create(type, values);
    }));
    m_made.emplace(name, id);
    // What belongs to it without being named by it: the members of a family, the rows of a paper.
    for (const Json& one : m_world["records"][name].value("with", Json::array()))
        make(one.get<std::string>());
    return id;
}

Result<store::Signing> RuleWorld::sign(const std::string& name, const std::string& reason)
{
    const std::string& type = typeOf(name);
    const RecordId id = make(name);
    const auto plan = must(
        m_office.store().read([&](const store::ReadTx& tx) { return tx.signPlan(type, id); }));
    return store::signWithReason(m_office.store(), m_office.by("sign"), plan, reason);
}

void RuleWorld::step(const Json& step)
{
    INFO(step.dump());
    if (step.contains("on")) {
        on(step["on"]);
    } else if (step.contains("make")) {
        make(step["make"]);
    } else if (step.contains("sign")) {
        REQUIRE(!must(sign(step["sign"], "Так и есть, проверено")).group.isNull());
    } else if (step.contains("put")) {
        const std::string name = step["put"];
        Fields changes;
        for (const auto& [field, value] : step["fields"].items())
            changes.emplace(field, value.is_null() ? Value() : valueOf(value));
        const RecordId id = make(name);
        must(m_office.store().write(m_office.by(), [&](store::WriteTx& tx) -> Result<int> {
            const store::WriteTx::ByProcess moving(tx);
            PATRONAT_LET(const store::Record record, tx.read().record(typeOf(name), id));
            PATRONAT_LET(const auto put, tx.put(typeOf(name), id, record.heads, changes));
            static_cast<void>(put);
            return 0;
        }));
    } else {
        REQUIRE(step.contains("move"));
        const std::string name = step["move"];
        const RecordId id = make(name);
        process::Step said;
        if (step.contains("document"))
            said.document = make(step["document"]);
        said.reason = step.value("reason", "");
        must(m_office.store().write({ make(step["by"]), {}, {}, "transition" },
            [&](store::WriteTx& tx) -> Result<process::Applied> {
                PATRONAT_LET(const store::Record record, tx.read().record(typeOf(name), id));
                return process::apply(
                    tx, typeOf(name), id, step["transition"].get<std::string>(), record.heads, said);
            }));
    }
}

std::set<std::string> RuleWorld::ask(const Json& question)
{
    INFO(question.dump());
    if (question.contains("sign"))
        return askSigning(question["sign"]);
    if (question.contains("move"))
        return askMove(question);
    if (question.contains("findings"))
        return askFindings();
    if (question.contains("deadlines"))
        return askDeadlines(question["deadlines"]);
    REQUIRE(question.contains("check"));
    const std::string name = question["check"];
    const store::Record record = m_office.get(typeOf(name), make(name));
    std::set<std::string> out;
    for (const store::BrokenRule& rule : m_office.store().rules().check(
             typeOf(name), record.values, m_office.clock().today()))
        out.insert(broken(rule));
    return out;
}

std::set<std::string> RuleWorld::askSigning(const std::string& name)
{
    const auto signing = sign(name, {});
    if (!signing) {
        INFO(describe(signing.error()));
        REQUIRE(signing.error().code == base::ErrorCode::RuleBroken);
        return refused(signing.error());
    }
    std::set<std::string> out;
    for (const store::AskedReason& asked : signing->asked)
        out.insert(broken(asked.rule));
    return out;
}

std::set<std::string> RuleWorld::askMove(const Json& question)
{
    const std::string name = question["move"];
    const RecordId id = make(name);
    process::Step said;
    said.who = make(question["by"]);
    said.today = m_office.clock().today();
    said.now = base::isoTime(m_office.clock().nowMs());
    if (question.contains("document"))
        said.document = make(question["document"]);
    const auto possible = must(m_office.store().read([&](const store::ReadTx& tx) {
        return process::transitions(tx, m_office.store().rules(), typeOf(name), id, said);
    }));
    const auto asked = std::find_if(possible.begin(), possible.end(), [&](const auto& one) {
        return one.transition->id == question["transition"].get<std::string>();
    });
    REQUIRE(asked != possible.end());
    std::set<std::string> out;
    for (const process::Missing& missing : asked->missing)
        out.insert((missing.code == "need" ? missing.argument : missing.text())
            + severity(missing.severity));
    return out;
}

std::set<std::string> RuleWorld::askFindings()
{
    std::set<std::string> out;
    must(m_office.store().read([&](const store::ReadTx& tx) -> Result<int> {
        for (const store::Finding& finding : store::findings(tx)) {
            const bool isRule = finding.kind == "brokenRule" || finding.kind == "rival";
            out.insert((isRule ? finding.argument.substr(0, finding.argument.find(':'))
                               : finding.kind)
                + severity(finding.severity));
        }
        return 0;
    }));
    return out;
}

std::set<std::string> RuleWorld::askDeadlines(const std::string& today)
{
    std::set<std::string> out;
    for (const process::OpenDeadline& one :
        must(m_office.store().read([&](const store::ReadTx& tx) {
            return process::deadlines(tx, today);
        })))
        if (one.reminds)
            out.insert(one.deadline->id
                + (one.standing == process::Standing::LongOverdue   ? " red"
                        : one.standing == process::Standing::Overdue ? " yellow"
                                                                     : ""));
    return out;
}

} // namespace patronat::tests
