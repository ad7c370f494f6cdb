// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rules.h"

#include "core/db/dberror.h"
#include "core/store/expressions.h"
#include "core/store/typechecks.h"

#include <map>
#include <mutex>
#include <thread>

namespace patronat::store {

using profile::Field;
using profile::FieldType;
using profile::RecordType;

namespace {

/// A type's rules, compiled once: statements over its row whose columns are the conditions in order.
struct TypeRules {
    std::vector<Condition> conditions;
    std::string checkSql;
    std::vector<std::string> visible; ///< fields with a condition of visibility
    std::string visibleSql;
    std::vector<std::string> defaults;
    std::string defaultsSql;
    std::string titleSql;
};

std::string isTrue(const std::string& expression)
{
    return "((" + expression + "\n) IS TRUE)";
}

std::string empty(const RecordType& type, const Field& field)
{
    if (field.type != FieldType::Address) {
        std::string sql = sqlName(field.id) + " IS NULL";
        // «не установлено» is an answer.
        if (field.marks)
            sql += " AND " + sqlName(field.id + ".mark") + " IS NOT 'unknown'";
        return sql;
    }
    std::string sql;
    for (const Field& part : type.fields)
        if (part.partOf == field.id && part.part != "mark")
            sql += (sql.empty() ? "" : " AND ") + sqlName(part.id) + " IS NULL";
    return sql.empty() ? "0" : sql;
}

/// Issued or computed by the program, or filled after signing: never missing when a person signs.
bool isFilledByItself(const Field& field)
{
    return (field.type == FieldType::Number && !field.numberMask.empty()) || field.type == FieldType::Computed
        || !field.signingExpression.empty() || (field.afterSigning && field.required.always);
}

std::optional<Condition> requiredCondition(const RecordType& type, const Field& field)
{
    const bool demanded = field.required.always || !field.required.expression.empty();
    if (!demanded || field.retired || isFilledByItself(field))
        return std::nullopt;
    std::string sql = empty(type, field);
    if (!field.required.always)
        sql += " AND " + isTrue(field.required.expression);
    if (!field.visible.always && !field.visible.expression.empty())
        sql += " AND " + isTrue(field.visible.expression);
    return Condition { { "required", field.id, profile::Severity::Error, {} }, "(" + sql + ")" };
}

Condition checkCondition(const profile::Check& check, const std::string& field)
{
    return { { check.id, field, check.severity, check.message }, "((" + check.expression + "\n) IS FALSE)" };
}

std::vector<Condition> declaredConditions(const RecordType& type)
{
    std::vector<Condition> out;
    for (const Field& field : type.fields) {
        if (auto condition = requiredCondition(type, field))
            out.push_back(std::move(*condition));
        for (const profile::Check& check : field.checks)
            if (!field.retired)
                out.push_back(checkCondition(check, field.id));
    }
    for (const profile::Check& check : type.checks)
        out.push_back(checkCondition(check, {}));
    return out;
}

std::string select(const RowSource& row, const std::vector<std::string>& columns)
{
    std::string sql = row.with + " SELECT 0";
    for (const std::string& column : columns)
        sql += ", " + column;
    return sql + " FROM " + row.name;
}

std::vector<std::string> sqlOf(const std::vector<Condition>& conditions)
{
    std::vector<std::string> out;
    for (const Condition& condition : conditions)
        out.push_back(condition.sql);
    return out;
}

TypeRules compile(Expressions& expressions, const Table& table)
{
    const RowSource row = expressions.rowSource(table);
    const auto prepares = [&](const std::string& sql) { return !expressions.whyNot(row, sql); };
    TypeRules rules;
    std::vector<std::string> columns;
    rules.conditions = declaredConditions(table.type());
    // What does not prepare is left out here and named by brokenExpressions: such a profile is not opened.
    if (!expressions.prepares(select(row, sqlOf(rules.conditions))))
        std::erase_if(rules.conditions, [&](const Condition& condition) { return !prepares(condition.sql); });
    rules.checkSql = select(row, sqlOf(rules.conditions));
    std::vector<std::string> defaults;
    for (const Field& field : table.type().fields) {
        if (!field.visible.always && prepares(isTrue(field.visible.expression))) {
            rules.visible.push_back(field.id);
            columns.push_back(isTrue(field.visible.expression));
        }
        if (!field.defaultExpression.empty() && field.isStored() && prepares(field.defaultExpression)) {
            rules.defaults.push_back(field.id);
            defaults.push_back("(" + field.defaultExpression + "\n)");
        }
    }
    rules.visibleSql = select(row, columns);
    rules.defaultsSql = select(row, defaults);
    const std::string title = "CAST((" + table.type().titleExpression + "\n) AS TEXT)";
    if (!table.type().titleExpression.empty() && prepares(title))
        rules.titleSql = select(row, { title });
    return rules;
}

} // namespace

struct Rules::Private {
    const Tables& tables;
    std::mutex mutex;
    std::map<std::string, TypeRules, std::less<>> types;
    std::map<std::thread::id, std::unique_ptr<Expressions>> threads;

    explicit Private(const Tables& all) : tables(all) {}

    Expressions& mine()
    {
        auto& expressions = threads[std::this_thread::get_id()];
        if (!expressions)
            expressions = std::make_unique<Expressions>();
        return *expressions;
    }
    /// The rules of a type and this thread's connection; map nodes stay where they are.
    std::pair<const TypeRules*, Expressions*> of(const Table& table)
    {
        const std::lock_guard guard(mutex);
        Expressions& expressions = mine();
        auto at = types.find(table.type().id);
        if (at == types.end())
            at = types.emplace(table.type().id, compile(expressions, table)).first;
        return { &at->second, &expressions };
    }
};

Rules::Rules(const Tables& tables) : d(std::make_unique<Private>(tables)) {}
Rules::~Rules() = default;

namespace {

/// Which conditions hold. One that cannot be computed with these values (a text that should be JSON and is
/// not) counts as true: a rule that cannot say yes does not say yes.
std::vector<bool> truths(Expressions& expressions, const std::string& sql, std::size_t count, const Table& table,
    const base::Fields& values, const std::string& today)
{
    std::vector<bool> out(count, true);
    auto statement = expressions.over(sql, table, values, today);
    if (statement.step())
        for (std::size_t i = 0; i < count; ++i)
            out[i] = statement.integer(static_cast<int>(i) + 1) != 0;
    return out;
}

std::vector<bool> truthsOneByOne(Expressions& expressions, const std::vector<std::string>& statements,
    const Table& table, const base::Fields& values, const std::string& today)
{
    std::vector<bool> out;
    for (const std::string& sql : statements) {
        try {
            out.push_back(truths(expressions, sql, 1, table, values, today).front());
        } catch (const db::DbError&) {
            out.push_back(true);
        }
    }
    return out;
}

std::vector<std::string> oneByOne(Expressions& expressions, const Table& table, const std::vector<std::string>& conditions)
{
    const RowSource row = expressions.rowSource(table);
    std::vector<std::string> out;
    for (const std::string& condition : conditions)
        out.push_back(select(row, { condition }));
    return out;
}

} // namespace

std::vector<BrokenRule> Rules::check(
    std::string_view type, const base::Fields& values, const std::string& today) const
{
    std::vector<BrokenRule> out;
    const Table* table = d->tables.find(type);
    if (table == nullptr)
        return out;
    for (const Field& field : table->type().fields) {
        const auto value = values.find(field.id);
        if (value == values.end())
            continue;
        if (const auto problem = typeProblem(field, value->second))
            out.push_back({ std::string(problem->rule), field.id, problem->severity, {} });
    }
    const auto [rules, expressions] = d->of(*table);
    std::vector<bool> broken;
    try {
        broken = truths(*expressions, rules->checkSql, rules->conditions.size(), *table, values, today);
    } catch (const db::DbError&) {
        std::vector<std::string> conditions;
        for (const Condition& condition : rules->conditions)
            conditions.push_back(condition.sql);
        broken = truthsOneByOne(*expressions, oneByOne(*expressions, *table, conditions), *table, values, today);
    }
    for (std::size_t i = 0; i < broken.size(); ++i)
        if (broken[i])
            out.push_back(rules->conditions[i].rule);
    return out;
}

std::vector<std::string> Rules::visibleFields(
    std::string_view type, const base::Fields& values, const std::string& today) const
{
    std::vector<std::string> out;
    const Table* table = d->tables.find(type);
    if (table == nullptr)
        return out;
    const auto [rules, expressions] = d->of(*table);
    std::vector<bool> visible;
    try {
        visible = truths(*expressions, rules->visibleSql, rules->visible.size(), *table, values, today);
    } catch (const db::DbError&) {
        visible.assign(rules->visible.size(), true);
    }
    std::size_t next = 0;
    for (const Field& field : table->type().fields) {
        const bool conditional = next < rules->visible.size() && rules->visible[next] == field.id;
        const bool shown = conditional ? visible[next++] : field.visible.always;
        // A part is seen with the field it is a part of.
        const bool whole = field.partOf.empty() || (!out.empty() && [&] {
            for (const std::string& id : out)
                if (id == field.partOf)
                    return true;
            return false;
        }());
        if (shown && whole && !field.retired)
            out.push_back(field.id);
    }
    return out;
}

base::Fields Rules::defaults(std::string_view type, const std::string& today) const
{
    base::Fields out;
    const Table* table = d->tables.find(type);
    if (table == nullptr)
        return out;
    const auto [rules, expressions] = d->of(*table);
    try {
        auto statement = expressions->over(rules->defaultsSql, *table, {}, today);
        if (!statement.step())
            return out;
        for (std::size_t i = 0; i < rules->defaults.size(); ++i) {
            const base::Value value = statement.value(static_cast<int>(i) + 1);
            if (!value.isNull() && table->fits(table->column(rules->defaults[i]), value))
                out.emplace(rules->defaults[i], value);
        }
    } catch (const db::DbError&) {
        return {}; // a form opens empty rather than not at all
    }
    return out;
}

std::string Rules::title(std::string_view type, const base::Fields& values) const
{
    const Table* table = d->tables.find(type);
    if (table == nullptr)
        return {};
    const auto [rules, expressions] = d->of(*table);
    if (rules->titleSql.empty())
        return {};
    try {
        auto statement = expressions->over(rules->titleSql, *table, values, {});
        return statement.step() && !statement.isNull(1) ? std::string(statement.text(1)) : std::string();
    } catch (const db::DbError&) {
        return {};
    }
}

std::vector<Condition> Rules::conditions(std::string_view type) const
{
    const Table* table = d->tables.find(type);
    return table ? declaredConditions(table->type()) : std::vector<Condition> {};
}

} // namespace patronat::store
