// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/expressions.h"

#include "core/db/dberror.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace patronat::store {

namespace {

// An expression of a form takes some hundreds of steps; one that takes a million is a mistake or an attack.
constexpr int kStepsBetweenCalls = 1000;
constexpr std::int64_t kCallsAllowed = 1000;

/// Sorted. Nothing that reads files, loads code, says what time it is by itself or allocates without bound.
constexpr std::array<std::string_view, 53> kFunctions {
    "abs", "avg", "char", "coalesce", "count", "date", "datetime", "dense_rank", "format", "glob",
    "group_concat", "hex", "ifnull", "iif", "instr", "json", "json_array", "json_array_length", "json_each",
    "json_extract", "json_group_array", "json_object", "json_type", "json_valid", "julianday", "length",
    "like", "likely", "lower", "ltrim", "max", "min", "nullif", "printf", "quote", "rank", "replace", "round",
    "row_number", "rtrim", "sign", "strftime", "substr", "substring", "sum", "time", "total", "trim", "typeof",
    "unicode", "unixepoch", "unlikely", "upper",
};

static_assert(std::is_sorted(kFunctions.begin(), kFunctions.end()));

bool isAllowed(std::string_view function)
{
    return std::binary_search(kFunctions.begin(), kFunctions.end(), function)
        || function == "->" || function == "->>";
}

int authorize(void*, int action, const char* first, const char* second, const char*, const char*)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
        // On a connection without tables there is only the row itself and json_each.
        return first == nullptr || !std::string_view(first).starts_with("sqlite_") ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
        return second != nullptr && isAllowed(second) ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

int countSteps(void* steps)
{
    return ++*static_cast<std::int64_t*>(steps) > kCallsAllowed ? 1 : 0;
}

std::string_view castName(Storage storage)
{
    switch (storage) {
    case Storage::Integer:
        return "INTEGER";
    case Storage::Blob:
        return "BLOB";
    case Storage::Text:
        break;
    }
    return "TEXT";
}

/// The casts give each parameter the affinity of its column: a rule means the same here and in a table.
std::string columnsAsParameters(const Table& table)
{
    std::string sql = "WITH row0 AS (SELECT 0 AS \"row\"";
    for (std::size_t i = 0; i < table.columns().size(); ++i)
        sql += ", CAST(?" + std::to_string(i + 1) + " AS " + std::string(castName(table.columns()[i].storage))
            + ") AS " + sqlName(table.columns()[i].field);
    return sql + ")";
}

} // namespace

std::string reason(db::Connection& connection, const db::DbError& error)
{
    // The error's own detail begins with the statement, which is not what the author of an expression wrote.
    return sqlite3_errcode(connection.handle()) == SQLITE_OK ? error.error().detail
                                                             : sqlite3_errmsg(connection.handle());
}

void allowOnlyReading(db::Connection& connection)
{
    // json_each declares its columns at its first use, which the authorizer would take for a CREATE TABLE.
    connection.prepareOnce("SELECT count(*) FROM json_each('[]')").step();
    sqlite3_set_authorizer(connection.handle(), authorize, nullptr);
}

Expressions::Expressions() : m_connection(":memory:", db::Access::Writer)
{
    sqlite3_limit(m_connection.handle(), SQLITE_LIMIT_LENGTH, 16 << 20);
    sqlite3_limit(m_connection.handle(), SQLITE_LIMIT_ATTACHED, 0);
    allowOnlyReading(m_connection);
    sqlite3_progress_handler(m_connection.handle(), kStepsBetweenCalls, countSteps, &m_steps);
}

Expressions::~Expressions()
{
    sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr);
}

RowSource Expressions::rowSource(const Table& table)
{
    RowSource row { columnsAsParameters(table), "row0", {} };
    std::vector<const profile::Field*> open;
    for (const profile::Field& field : table.type().fields)
        if (field.type == profile::FieldType::Computed)
            open.push_back(&field);
    // One may use another, in whatever order they are declared.
    int layer = 0;
    for (bool moved = true; moved;) {
        moved = false;
        std::vector<const profile::Field*> left;
        for (const profile::Field* field : open) {
            if (whyNot(row, field->expression)) {
                left.push_back(field);
                continue;
            }
            const std::string next = "row" + std::to_string(++layer);
            row.with += ", " + next + " AS (SELECT *, (" + field->expression + ") AS " + sqlName(field->id)
                + " FROM " + row.name + ")";
            row.name = next;
            moved = true;
        }
        open = std::move(left);
    }
    for (const profile::Field* field : open)
        row.broken.emplace_back(field, whyNot(row, field->expression).value_or(std::string()));
    return row;
}

bool Expressions::prepares(const std::string& sql)
{
    try {
        m_steps = 0;
        m_connection.prepareOnce(sql);
        return true;
    } catch (const db::DbError&) {
        return false;
    }
}

std::optional<std::string> Expressions::whyNot(const RowSource& row, const std::string& expression)
{
    try {
        m_steps = 0;
        // The line break ends a comment that would swallow the bracket.
        const auto one = m_connection.prepareOnce(row.with + " SELECT (" + expression + "\n) FROM " + row.name);
        // "1), (2" would be two columns.
        return one.columnCount() == 1 ? std::nullopt : std::optional<std::string>("not one expression");
    } catch (const db::DbError& error) {
        return reason(m_connection, error);
    }
}

db::Statement Expressions::over(
    const std::string& sql, const Table& table, const base::Fields& values, const std::string& today)
{
    m_steps = 0;
    db::Statement statement = m_connection.prepare(sql);
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const auto value = values.find(table.columns()[i].field);
        const int parameter = static_cast<int>(i) + 1;
        if (value == values.end())
            statement.bindNull(parameter);
        else
            statement.bind(parameter, value->second);
    }
    if (const auto parameter = statement.parameter(":today"))
        statement.bind(*parameter, std::string_view(today));
    return statement;
}

} // namespace patronat::store
