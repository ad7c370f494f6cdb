// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/proposals.h"

#include "core/db/dberror.h"

namespace patronat::store {

namespace {

std::string_view castName(Storage storage)
{
    return storage == Storage::Integer ? "INTEGER" : storage == Storage::Blob ? "BLOB" : "TEXT";
}

std::string sqlText(std::string_view text)
{
    std::string out = "'";
    for (const char one : text)
        out += one == '\'' ? std::string("''") : std::string(1, one);
    return out + '\'';
}

/// No deadline at all is a table of no rows.
std::string terms(const profile::Profile& profile)
{
    std::string rows;
    for (const profile::Process& process : profile.processes)
        for (const profile::Deadline& deadline : process.deadlines)
            rows += (rows.empty() ? "VALUES (" : ", (") + sqlText(deadline.id) + ", "
                + std::to_string(deadline.value) + ", " + sqlText(deadline.unit) + ")";
    return rows.empty() ? "SELECT NULL, NULL, NULL WHERE 0" : rows;
}

base::Value proposed(const ReadTx& tx, const std::string& sql, const Table& table,
    const base::Fields& values, base::RecordId author, const std::string& today)
{
    try {
        auto statement = tx.connection().prepare(sql);
        for (std::size_t i = 0; i < table.columns().size(); ++i) {
            const auto value = values.find(table.columns()[i].field);
            if (value != values.end())
                statement.bind(static_cast<int>(i) + 1, value->second);
            else
                statement.bindNull(static_cast<int>(i) + 1);
        }
        if (const auto parameter = statement.parameter(":today"))
            statement.bind(*parameter, std::string_view(today));
        if (const auto parameter = statement.parameter(":author")) {
            if (author.isNull())
                statement.bindNull(*parameter);
            else
                statement.bind(*parameter, author);
        }
        return statement.step() ? statement.value(0) : base::Value();
    } catch (const db::DbError&) {
        return {};
    }
}

} // namespace

ProposalSource proposalSource(const profile::Profile& profile, const Table& table)
{
    std::string row;
    for (std::size_t i = 0; i < table.columns().size(); ++i)
        row += (i == 0 ? "CAST(?" : ", CAST(?") + std::to_string(i + 1) + " AS "
            + std::string(castName(table.columns()[i].storage)) + ") AS "
            + sqlName(table.columns()[i].field);
    return { "WITH term(id, value, unit) AS (" + terms(profile) + "), r AS (SELECT " + row + ") ",
        " FROM r" };
}

base::Fields proposals(const ReadTx& tx, std::string_view type, const base::Fields& values,
    base::RecordId author, const std::string& today)
{
    base::Fields out;
    const Table* table = tx.tables().find(type);
    if (table == nullptr)
        return out;
    for (const profile::Field& field : table->type().fields) {
        if (field.proposedExpression.empty() || !field.isStored() || values.contains(field.id))
            continue;
        const ProposalSource source = proposalSource(tx.profile(), *table);
        base::Value value = proposed(tx,
            source.with + "SELECT (" + field.proposedExpression + "\n)" + source.from, *table, values,
            author, today);
        if (!value.isNull() && table->fits(table->column(field.id), value))
            out.emplace(field.id, std::move(value));
    }
    return out;
}

} // namespace patronat::store
