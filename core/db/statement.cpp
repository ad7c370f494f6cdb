// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/statement.h"

#include <sqlite3.h>

#include "core/db/connection.h"

#include <utility>

namespace patronat::db {

namespace {

/// SQLite takes a null pointer for NULL; an empty text is not NULL.
const char* notNull(std::string_view bytes)
{
    return bytes.data() ? bytes.data() : "";
}

} // namespace

Statement::Statement(Connection& connection, sqlite3_stmt* statement, bool* inUse)
    : m_connection(&connection)
    , m_statement(statement)
    , m_inUse(inUse)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_inUse(std::exchange(other.m_inUse, nullptr))
{
}

Statement::~Statement()
{
    // The codes repeat the error of the last step, which has been thrown already.
    if (m_inUse != nullptr) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
        *m_inUse = false;
    } else {
        sqlite3_finalize(m_statement);
    }
}

Statement& Statement::checked(int code)
{
    if (code != SQLITE_OK)
        m_connection->fail(code, sqlite3_sql(m_statement));
    return *this;
}

Statement& Statement::bindNull(int index)
{
    return checked(sqlite3_bind_null(m_statement, index));
}

Statement& Statement::bind(int index, std::int64_t value)
{
    return checked(sqlite3_bind_int64(m_statement, index, value));
}

Statement& Statement::bind(int index, std::string_view text)
{
    return checked(sqlite3_bind_text64(
        m_statement, index, notNull(text), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bindBlob(int index, std::string_view bytes)
{
    return checked(
        sqlite3_bind_blob64(m_statement, index, notNull(bytes), bytes.size(), SQLITE_TRANSIENT));
}

Statement& Statement::bindStatic(int index, std::string_view text)
{
    return checked(sqlite3_bind_text64(
        m_statement, index, notNull(text), text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Statement& Statement::bindStaticBlob(int index, std::string_view bytes)
{
    return checked(
        sqlite3_bind_blob64(m_statement, index, notNull(bytes), bytes.size(), SQLITE_STATIC));
}

Statement& Statement::bindValue(int index, const base::Value& value)
{
    if (const auto* number = value.number())
        return bind(index, *number);
    if (const auto* string = value.text())
        return bind(index, std::string_view(*string));
    if (const auto* reference = value.reference())
        return bind(index, *reference);
    return bindNull(index);
}

std::optional<int> Statement::parameter(const std::string& name) const
{
    const int index = sqlite3_bind_parameter_index(m_statement, name.c_str());
    return index == 0 ? std::nullopt : std::optional(index);
}

bool Statement::step()
{
    m_connection->meetFault(sqlite3_sql(m_statement));
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_connection->fail(code, sqlite3_sql(m_statement));
    return code == SQLITE_ROW;
}

void Statement::run()
{
    if (step())
        m_connection->fail(SQLITE_MISUSE, "rows of a statement that should give none");
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view Statement::text(int column) const
{
    // The order matters: the first call may convert, the second counts what it made.
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    if (text == nullptr)
        return {};
    return { text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) };
}

std::string_view Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    if (bytes == nullptr)
        return {};
    return { bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) };
}

base::Value Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        if (const auto reference = base::RecordId::fromBytes(blob(column)))
            return *reference;
        break;
    default:
        break;
    }
    m_connection->fail(SQLITE_MISMATCH, "column " + columnName(column) + " is no value");
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

std::string Statement::columnName(int column) const
{
    const char* name = sqlite3_column_name(m_statement, column);
    return name == nullptr ? std::string() : name;
}

} // namespace patronat::db
