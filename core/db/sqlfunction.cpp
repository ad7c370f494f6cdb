// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "core/db/connection.h"

#include <exception>
#include <vector>

namespace patronat::db {

namespace {

/// Nothing when the argument is no value of ours (a fraction, bytes that are no identity).
bool toValue(sqlite3_value* argument, base::Value& value)
{
    const auto bytes = [argument](const void* start) {
        return std::string_view(static_cast<const char*>(start),
            static_cast<std::size_t>(sqlite3_value_bytes(argument)));
    };
    switch (sqlite3_value_type(argument)) {
    case SQLITE_NULL:
        value = {};
        return true;
    case SQLITE_INTEGER:
        value = static_cast<std::int64_t>(sqlite3_value_int64(argument));
        return true;
    case SQLITE_TEXT:
        value = bytes(sqlite3_value_text(argument));
        return true;
    case SQLITE_BLOB:
        if (const auto reference = base::RecordId::fromBytes(bytes(sqlite3_value_blob(argument)))) {
            value = *reference;
            return true;
        }
        return false;
    default:
        return false;
    }
}

void setResult(sqlite3_context* context, const base::Value& value)
{
    if (const auto* number = value.number()) {
        sqlite3_result_int64(context, *number);
    } else if (const auto* text = value.text()) {
        sqlite3_result_text64(context, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else if (const auto* reference = value.reference()) {
        const auto bytes = reference->bytes();
        sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    } else {
        sqlite3_result_null(context);
    }
}

void callFunction(sqlite3_context* context, int count, sqlite3_value** arguments)
{
    const auto* function = static_cast<const SqlFunction*>(sqlite3_user_data(context));
    // SQLite is C: no exception may pass through it.
    try {
        std::vector<base::Value> values(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            if (!toValue(arguments[i], values[static_cast<std::size_t>(i)]))
                return sqlite3_result_error(context, "an argument is no value of a field", -1);
        setResult(context, (*function)(values));
    } catch (const std::exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    } catch (...) {
        sqlite3_result_error(context, "a function failed", -1);
    }
}

void deleteFunction(void* function)
{
    delete static_cast<SqlFunction*>(function);
}

} // namespace

void Connection::addFunction(const std::string& name, int argumentCount, SqlFunction function)
{
    checkThread();
    // Innocuous: trusted_schema=OFF keeps every other function out of indexes and triggers.
    constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const int code = sqlite3_create_function_v2(m_handle, name.c_str(), argumentCount, kFlags,
        new SqlFunction(std::move(function)), callFunction, nullptr, nullptr, deleteFunction);
    if (code != SQLITE_OK) // SQLite has deleted the function already
        fail(code, name);
}

} // namespace patronat::db
