// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/probes.h"

#include "core/base/text.h"
#include "core/profile/required.h"

#include <algorithm>
#include <optional>

namespace patronat::store {

using profile::Field;
using profile::FieldType;
using profile::Severity;

namespace {

constexpr std::string_view kAlive = "NOT IN ('removed', 'erased')";

std::string literal(std::string_view text)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += c;
        out += c;
    }
    return out + "'";
}

std::string columnOf(const Table& table, const std::string& field)
{
    return sqlName(table.type().id) + "." + sqlName(field);
}

bool isNumbered(const Field& field)
{
    return field.type == FieldType::Number && !field.numberMask.empty();
}

/// `value` is no code of the classifier, by the profile nor by the records that office or region
/// added.
std::string isUnknown(
    const Tables& tables, const std::string& classifierId, const std::string& value)
{
    std::string codes;
    if (const profile::Classifier* classifier = tables.profile().classifier(classifierId))
        for (const profile::Code& code : classifier->codes)
            codes += (codes.empty() ? "" : ",") + literal(code.code);
    std::string sql = "(" + value + " NOT IN (" + codes + ")";
    const Table* records = tables.find("classifierCode");
    if (records && records->column("classifier") != Table::npos
        && records->column("code") != Table::npos)
        sql += " AND NOT EXISTS(SELECT 1 FROM \"classifierCode\" AS held WHERE held.\"classifier\" "
               "= "
            + literal(classifierId) + " AND held.\"code\" = " + value + ")";
    return sql + ")";
}

std::optional<Probe> codeProbe(const Tables& tables, const Table& table, const Field& field)
{
    if (field.classifier.empty())
        return std::nullopt;
    const std::string column = columnOf(table, field.id);
    const Finding finding { "unknownCode", table.type().id, {}, field.id, Severity::Warning, {} };
    if (field.type == FieldType::Choice)
        return Probe { finding,
            "(" + column + " IS NOT NULL AND " + isUnknown(tables, field.classifier, column) + ")",
            column };
    if (field.type != FieldType::Choices)
        return std::nullopt;
    const std::string list
        = "CASE WHEN json_valid(" + column + ") THEN " + column + " ELSE '[]' END";
    return Probe { finding,
        "(" + column + " IS NOT NULL AND (NOT json_valid(" + column
            + ") OR EXISTS(SELECT 1 FROM json_each(" + list + ") AS one WHERE "
            + isUnknown(tables, field.classifier, "one.value") + ")))",
        column };
}

std::optional<Probe> referenceProbe(const Tables& tables, const Table& table, const Field& field)
{
    if (field.type != FieldType::Reference || tables.find(field.target) == nullptr)
        return std::nullopt;
    const std::string column = columnOf(table, field.id);
    return Probe { { "danglingReference", table.type().id, {}, field.id, Severity::Warning, {} },
        "(" + column + " IS NOT NULL AND NOT EXISTS(SELECT 1 FROM " + sqlName(field.target)
            + " AS held WHERE held.id = " + column + "))",
        "lower(hex(" + column + "))" };
}

/// The id that `field` names, where the record of that id is as `condition` says.
Probe upwardProbe(
    const Table& table, const Field& field, const char* kind, const std::string& condition)
{
    const std::string column = columnOf(table, field.id);
    return { { kind, table.type().id, {}, field.id, Severity::Warning, {} },
        "(" + column + " IS NOT NULL AND " + condition + ")", "lower(hex(" + column + "))" };
}

std::optional<Probe> removedParentProbe(
    const Tables& tables, const Table& table, const Field& field)
{
    if (!leadsUpward(table.type(), field) || tables.find(field.target) == nullptr)
        return std::nullopt;
    return upwardProbe(table, field, "parentRemoved",
        "EXISTS(SELECT 1 FROM " + sqlName(field.target) + " AS upper WHERE upper.id = "
            + columnOf(table, field.id) + " AND NOT upper.life " + std::string(kAlive) + ")");
}

/// ReadTx::uncoveredChildren tells them apart exactly; this one tells that there is something to
/// look at.
std::optional<Probe> besideSignedProbe(const Tables& tables, const Table& table, const Field& field)
{
    if (!signsOver(tables, table.type(), field))
        return std::nullopt;
    return upwardProbe(table, field, "besideSigned",
        sqlName(table.type().id) + ".life <> 'signed' AND EXISTS(SELECT 1 FROM "
            + sqlName(field.target) + " AS upper WHERE upper.id = " + columnOf(table, field.id)
            + " AND upper.life = 'signed')");
}

/// "family.territory" of the row `alias`: a subquery for each step.
std::string pathSql(const Tables& tables, const profile::RecordType& type, const std::string& alias,
    const std::string& path, int depth = 0)
{
    const std::size_t dot = path.find('.');
    if (type.field(path) != nullptr || dot == std::string::npos)
        return alias + "." + sqlName(path);
    const Field* field = type.field(path.substr(0, dot));
    const Table* target = field ? tables.find(field->target) : nullptr;
    if (target == nullptr)
        return "NULL";
    const std::string next = "step" + std::to_string(depth);
    return "(SELECT " + pathSql(tables, target->type(), next, path.substr(dot + 1), depth + 1)
        + " FROM " + sqlName(target->type().id) + " AS " + next + " WHERE " + next
        + ".id = " + alias + "." + sqlName(field->id) + ")";
}

/// Rows `one` and `other` of the type carry one number.
std::string isSameNumber(const Tables& tables, const Table& table, const Field& field,
    const std::string& one, const std::string& other)
{
    const std::string column = sqlName(field.id);
    std::string sql = other + "." + column + " = " + one + "." + column + " AND " + other
        + ".id <> " + one + ".id AND " + other + ".life " + std::string(kAlive);
    for (const std::string& path : base::split(field.numberSeries, ','))
        if (!path.empty())
            sql += " AND " + pathSql(tables, table.type(), other, base::trimmed(path)) + " IS "
                + pathSql(tables, table.type(), one, base::trimmed(path));
    if (!field.numberYear.empty())
        sql += " AND substr(" + other + "." + sqlName(field.numberYear) + ", 1, 4) IS substr(" + one
            + "." + sqlName(field.numberYear) + ", 1, 4)";
    return sql;
}

std::optional<Probe> numberProbe(const Tables& tables, const Table& table, const Field& field)
{
    if (!isNumbered(field))
        return std::nullopt;
    const std::string name = sqlName(table.type().id);
    return Probe { { "duplicateNumber", table.type().id, {}, field.id, Severity::Error, {} },
        "(" + columnOf(table, field.id) + " IS NOT NULL AND EXISTS(SELECT 1 FROM " + name
            + " AS other WHERE " + isSameNumber(tables, table, field, name, "other") + "))",
        columnOf(table, field.id) };
}

/// Two offices have added one code to a classifier, each in a record of its own.
std::optional<Probe> sameCodeProbe(const Table& table)
{
    constexpr const char* kCode = "code";
    if (table.type().id != "classifierCode" || table.column("classifier") == Table::npos
        || table.column(kCode) == Table::npos)
        return std::nullopt;
    return Probe { { "duplicateCode", table.type().id, {}, kCode, Severity::Warning, {} },
        "(classifierCode.life " + std::string(kAlive)
            + " AND EXISTS(SELECT 1 FROM classifierCode AS other WHERE other.classifier = classifierCode.classifier "
              "AND other.code = classifierCode.code AND other.id <> classifierCode.id AND other.life "
            + std::string(kAlive) + "))",
        "classifierCode.classifier || '/' || classifierCode.code" };
}

/// The event `alias` has not been taken back.
std::string stands(const std::string& alias)
{
    return alias + ".life " + std::string(kAlive)
        + " AND NOT EXISTS(SELECT 1 FROM caseEvent AS later WHERE later.reverses = " + alias
        + ".id AND later.life " + std::string(kAlive) + ")";
}

/// Two standing events of one record follow the same one.
std::string isConcurrent(const std::string& one, const std::string& other)
{
    return other + ".subject = " + one + ".subject AND " + other + ".id <> " + one + ".id AND "
        + other + ".follows IS " + one + ".follows AND " + stands(other);
}

/// Row `other` stands against a row whose columns `valueOf` gives, as the rule says.
template <typename ValueOf>
std::string isRival(const Tables& tables, const Table& table, const profile::Rivalry& rivalry,
    const std::string& id, const ValueOf& valueOf)
{
    std::vector<std::string> all;
    for (const std::string& path : rivalry.same)
        all.push_back(pathSql(tables, table.type(), "other", path) + " = " + valueOf(path));
    for (const std::string& path : rivalry.differ)
        all.push_back(pathSql(tables, table.type(), "other", path) + " <> " + valueOf(path));
    all.push_back("other.id <> " + id);
    all.push_back(rivalry.isSigned ? std::string("other.life = 'signed'")
                                   : "other.life " + std::string(kAlive));
    if (!rivalry.unless.empty()) {
        all.push_back("other." + sqlName(rivalry.unless) + " IS NOT " + id);
        all.push_back(valueOf(rivalry.unless) + " IS NOT other.id");
    }
    // Names that say no table are those of the innermost row: here of `other`.
    if (!rivalry.condition.empty())
        all.push_back("(" + rivalry.condition + "\n)");
    return base::join(all, " AND ");
}

Probe rivalProbe(const Tables& tables, const Table& table, const profile::Rivalry& rivalry)
{
    const std::string name = sqlName(table.type().id);
    const auto valueOf = [&](const std::string& path) {
        return pathSql(tables, table.type(), name, path);
    };
    std::vector<std::string> own;
    if (rivalry.isSigned)
        own.push_back(name + ".life = 'signed'");
    if (!rivalry.condition.empty())
        own.push_back("(" + rivalry.condition + "\n)");
    own.push_back("EXISTS(SELECT 1 FROM " + name + " AS other WHERE "
        + isRival(tables, table, rivalry, name + ".id", valueOf) + ")");
    // What the two have in common tells apart whom a finding is shared with.
    std::vector<std::string> common;
    for (const std::string& path : rivalry.same)
        common.push_back("hex(" + valueOf(path) + ")");
    return { { "rival", table.type().id, {}, rivalry.same.front(), rivalry.severity, {} },
        "(" + base::join(own, " AND ") + ")",
        literal(rivalry.id + ':') + " || " + base::join(common, " || '/' || ") };
}

std::optional<Probe> concurrencyProbe(const Tables& tables, const Table& table)
{
    if (table.type().id != profile::kEventType || tables.profile().processes.empty())
        return std::nullopt;
    return Probe { { "concurrentTransition", table.type().id, {}, "transition", Severity::Error,
                       {} },
        "(" + stands("caseEvent") + " AND EXISTS(SELECT 1 FROM caseEvent AS other WHERE "
            + isConcurrent("caseEvent", "other") + "))",
        "caseEvent.subject" };
}

} // namespace

bool leadsUpward(const profile::RecordType& type, const Field& field)
{
    return field.type == FieldType::Reference
        && (field.id == type.parent
            || std::find(type.unitFields.begin(), type.unitFields.end(), field.id)
                != type.unitFields.end());
}

bool signsOver(const Tables& tables, const profile::RecordType& type, const Field& field)
{
    if (field.id != type.parent || field.type != FieldType::Reference
        || tables.find(field.target) == nullptr)
        return false;
    const auto covers = [](const profile::RecordType& signer, const std::string& part) {
        return std::find(signer.signsWith.begin(), signer.signsWith.end(), part)
            != signer.signsWith.end();
    };
    return std::any_of(tables.all().begin(), tables.all().end(), [&](const Table& signer) {
        return covers(signer.type(), type.id)
            && (signer.type().id == field.target || covers(signer.type(), field.target));
    });
}

std::vector<Probe> declaredProbes(const Tables& tables, const Table& table)
{
    std::vector<Probe> probes;
    for (const Field& field : table.type().fields)
        for (auto probe :
            { referenceProbe(tables, table, field), codeProbe(tables, table, field),
                removedParentProbe(tables, table, field), besideSignedProbe(tables, table, field) })
            if (probe)
                probes.push_back(std::move(*probe));
    return probes;
}

std::vector<Probe> pairProbes(const Tables& tables, const Table& table)
{
    std::vector<Probe> probes;
    for (const Field& field : table.type().fields)
        if (auto probe = numberProbe(tables, table, field))
            probes.push_back(std::move(*probe));
    if (auto probe = concurrencyProbe(tables, table))
        probes.push_back(std::move(*probe));
    for (const profile::Rivalry& rivalry : table.type().rivals)
        probes.push_back(rivalProbe(tables, table, rivalry));
    if (auto probe = sameCodeProbe(table))
        probes.push_back(std::move(*probe));
    return probes;
}

Finding findingOf(const BrokenRule& rule, const std::string& type, base::RecordId record)
{
    const bool missing = rule.rule == "required";
    return { missing ? "missingRequired" : "brokenRule", type, record, rule.field, rule.severity,
        missing ? std::string() : rule.rule };
}

namespace {

/// Nobody has said why the rule is signed over.
std::string isUnanswered(const Table& table, const std::string& rule)
{
    return "NOT EXISTS(SELECT 1 FROM " + sqlName(profile::kReasonType)
        + " AS said WHERE said.\"subject\" = lower(hex(" + sqlName(table.type().id)
        + ".id)) AND said.\"rule\" = " + literal(rule) + " AND said.life " + std::string(kAlive)
        + ")";
}

} // namespace

std::vector<Probe> ruleProbes(const Tables& tables, const Rules& rules, const Table& table)
{
    const bool keepsReasons = tables.find(profile::kReasonType) != nullptr;
    std::vector<Probe> probes;
    for (const Condition& condition : rules.conditions(table.type().id)) {
        if (condition.rule.severity == Severity::Info)
            continue;
        const Finding finding = findingOf(condition.rule, table.type().id, {});
        std::string sql = condition.sql;
        if (keepsReasons && finding.severity == Severity::Warning)
            sql = "(" + sql + " AND " + isUnanswered(table, condition.rule.rule) + ")";
        probes.push_back({ finding, std::move(sql), literal(finding.argument) });
    }
    return probes;
}

Question::Question(
    const Table& table, const std::vector<Probe>& any, const std::vector<Probe>& ofSigned)
{
    const std::string name = sqlName(table.type().id);
    const std::string isSigned = name + ".life = 'signed'";
    std::string columns;
    const auto add = [&](const Probe& probe, const std::string& condition, std::string& all) {
        columns += ", " + condition + ", " + probe.argument;
        all += (all.empty() ? "" : " OR ") + probe.condition;
        probes.push_back(probe);
    };
    std::string found;
    std::string broken;
    for (const Probe& probe : any)
        add(probe, probe.condition, found);
    for (const Probe& probe : ofSigned)
        add(probe, "(" + isSigned + " AND " + probe.condition + ")", broken);
    select = "SELECT " + name + ".id" + columns + " FROM " + name + " WHERE ";
    if (found.empty()) // whatever is signed is not removed
        select += isSigned + " AND (" + (broken.empty() ? "0" : broken) + ")";
    else
        select += name + ".life " + std::string(kAlive) + " AND (" + found
            + (broken.empty() ? "" : " OR (" + isSigned + " AND (" + broken + "))") + ")";
}

std::vector<Finding> ask(db::Connection& connection, const Question& question, const Where& where,
    const std::string& today)
{
    std::vector<Finding> out;
    if (question.probes.empty())
        return out;
    auto select = connection.prepare(question.select + " AND " + where.sql);
    if (const auto parameter = select.parameter(":today"))
        select.bind(*parameter, std::string_view(today));
    if (const auto parameter = select.parameter(":row"))
        select.bind(*parameter, where.row);
    if (const auto parameter = select.parameter(":record"))
        select.bind(*parameter, where.record);
    while (select.step()) {
        for (std::size_t i = 0; i < question.probes.size(); ++i) {
            const int column = 1 + 2 * static_cast<int>(i);
            if (select.integer(column) == 0)
                continue;
            Finding finding = question.probes[i].finding;
            finding.record = select.id<base::RecordId>(0);
            finding.argument = select.text(column + 1);
            out.push_back(std::move(finding));
        }
    }
    return out;
}

std::string partnersSql(const Tables& tables, const Table& table, const Finding& finding)
{
    if (finding.kind == "concurrentTransition")
        return "SELECT other.id FROM caseEvent AS one JOIN caseEvent AS other ON "
            + isConcurrent("one", "other") + " WHERE one.id = ?1";
    const std::string name = sqlName(table.type().id);
    if (finding.kind == "rival") {
        const std::string_view argument = finding.argument;
        const profile::Rivalry& rivalry
            = *table.type().rivalry(argument.substr(0, argument.find(':')));
        const auto valueOf = [&](const std::string& path) {
            return "(SELECT " + pathSql(tables, table.type(), "one", path) + " FROM " + name
                + " AS one WHERE one.id = ?1)";
        };
        return "SELECT other.id FROM " + name + " AS other WHERE "
            + isRival(tables, table, rivalry, "?1", valueOf);
    }
    const Field& field = *table.type().field(finding.field);
    return "SELECT other.id FROM " + name + " AS one JOIN " + name + " AS other ON "
        + isSameNumber(tables, table, field, "one", "other") + " WHERE one.id = ?1";
}

} // namespace patronat::store
