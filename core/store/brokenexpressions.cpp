// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dberror.h"
#include "core/store/expressions.h"
#include "core/store/numbers.h"
#include "core/store/processsql.h"
#include "core/store/proposals.h"
#include "core/store/rules.h"

#include <map>

namespace patronat::store {

using profile::Field;
using profile::FieldType;
using profile::RecordType;

namespace {

using Broken = std::vector<Rules::BrokenExpression>;

void checkPrepared(Expressions& expressions, const RowSource& row, const std::string& type,
    const std::string& field, const std::string& expression, Broken& out)
{
    if (expression.empty())
        return;
    if (auto why = expressions.whyNot(row, expression))
        out.push_back({ type, field, expression, std::move(*why) });
}

void checkType(Expressions& expressions, const Table& table, Broken& out)
{
    const RecordType& type = table.type();
    const RowSource row = expressions.rowSource(table);
    for (const auto& [field, why] : row.broken)
        out.push_back({ type.id, field->id, field->expression, why });
    const auto check = [&](const std::string& field, const std::string& expression) {
        checkPrepared(expressions, row, type.id, field, expression, out);
    };
    for (const Field& field : type.fields) {
        check(field.id, field.required.expression);
        check(field.id, field.visible.expression);
        check(field.id, field.defaultExpression);
        for (const profile::Check& one : field.checks)
            check(field.id, one.expression);
    }
    for (const profile::Check& one : type.checks)
        check({}, one.expression);
    for (const profile::Rivalry& rivalry : type.rivals)
        check({}, rivalry.condition);
    check({}, type.titleExpression);
    check({}, type.offeredExpression);
    check({}, type.repeats.of);
}

/// The type without the computed fields that cannot be columns (a subquery, `:today`), which are
/// reported.
RecordType creatable(db::Connection& model, const RecordType& type, Broken& out)
{
    RecordType kept = type;
    std::erase_if(
        kept.fields, [](const Field& field) { return field.type == FieldType::Computed; });
    kept.indexFields();
    std::vector<const Field*> open;
    for (const Field& field : type.fields)
        if (field.type == FieldType::Computed)
            open.push_back(&field);
    std::map<std::string, std::string> why;
    for (bool moved = true; moved;) {
        moved = false;
        std::vector<const Field*> left;
        for (const Field* field : open) {
            kept.fields.push_back(*field);
            kept.indexFields();
            try {
                model.prepareOnce(Table(kept).createSql()).run();
                model.execute("DROP TABLE " + sqlName(kept.id));
                moved = true;
            } catch (const db::DbError& error) {
                why[field->id] = reason(model, error);
                kept.fields.pop_back();
                kept.indexFields();
                left.push_back(field);
            }
        }
        open = std::move(left);
    }
    for (const Field* field : open)
        out.push_back({ type.id, field->id, field->expression, why[field->id] });
    return kept;
}

void checkSigning(db::Connection& model, const RecordType& type, Broken& out)
{
    for (const Field& field : type.fields) {
        if (field.signingExpression.empty())
            continue;
        try {
            model.prepareOnce("SELECT (" + field.signingExpression + "\n) FROM " + sqlName(type.id)
                + " WHERE id = :id");
        } catch (const db::DbError& error) {
            out.push_back({ type.id, field.id, field.signingExpression, reason(model, error) });
        }
    }
}

void checkProposals(
    db::Connection& model, const profile::Profile& profile, const RecordType& type, Broken& out)
{
    const ProposalSource source = proposalSource(profile, Table(type));
    for (const Field& field : type.fields) {
        if (field.proposedExpression.empty())
            continue;
        try {
            model.prepareOnce(
                source.with + "SELECT (" + field.proposedExpression + "\n)" + source.from);
        } catch (const db::DbError& error) {
            out.push_back({ type.id, field.id, field.proposedExpression, reason(model, error) });
        }
    }
}

/// What a process asks of the record `r` and of the tables; see FORMAT.md, Process.
void checkProcess(db::Connection& model, const profile::Profile& profile,
    const profile::Process& process, Broken& out)
{
    const auto prepare
        = [&](const std::string& part, const std::string& expression, const std::string& sql) {
              try {
                  model.prepareOnce(sql);
              } catch (const db::DbError& error) {
                  out.push_back(
                      { process.type, process.id + '/' + part, expression, reason(model, error) });
              }
          };
    if (!process.initialExpression.empty())
        prepare("initialWhen", process.initialExpression,
            "SELECT (" + process.initialExpression + "\n) FROM " + sqlName(process.type) + " AS r");
    const std::string with = processWith(profile, process);
    const auto over = [&](const std::string& part, const std::string& expression) {
        if (!expression.empty())
            prepare(part, expression,
                with + "SELECT (" + expression + "\n) FROM subject AS r WHERE r.id = :id");
    };
    for (const profile::Transition& transition : process.transitions) {
        for (const profile::Check& need : transition.needs)
            over(transition.id, need.expression);
        for (const profile::Filling& filling : transition.fills)
            over(transition.id, filling.expression);
        for (const profile::Filling& filling : transition.opens.fields)
            over(transition.id, filling.expression);
        over(transition.id, transition.opens.existing);
    }
    for (const profile::Deadline& deadline : process.deadlines)
        prepare(deadline.id, deadline.sql,
            with + "SELECT record, " + (deadline.unit == "ON" ? "due" : "since")
                + ", family, who, title FROM (" + deadline.sql + "\n)");
}

} // namespace

Broken Rules::brokenExpressions(const profile::Profile& profile)
{
    Broken out;
    Expressions expressions;
    db::Connection model(":memory:", db::Access::Writer);
    for (const RecordType& type : profile.types) {
        const Table table(type);
        const std::size_t before = out.size();
        checkType(expressions, table, out);
        Broken asColumns;
        const RecordType kept = creatable(model, type, asColumns);
        model.execute(Table(kept).createSql());
        // Said once: what does not even prepare cannot be a column either.
        for (BrokenExpression& broken : asColumns) {
            bool known = false;
            for (std::size_t i = before; i < out.size(); ++i)
                known = known
                    || (out[i].field == broken.field && out[i].expression == broken.expression);
            if (!known)
                out.push_back(std::move(broken));
        }
        for (NumberPath& path : unresolvedNumberPaths(profile, type))
            out.push_back({ type.id, std::move(path.field), std::move(path.path), "path" });
    }
    allowOnlyReading(model);
    for (const RecordType& type : profile.types) {
        checkSigning(model, type, out);
        checkProposals(model, profile, type, out);
    }
    for (const profile::Process& process : profile.processes)
        checkProcess(model, profile, process, out);
    return out;
}

} // namespace patronat::store
