// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tables.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace patronat::store {

using profile::Field;
using profile::FieldType;

namespace {

Storage storageOf(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
    case FieldType::Boolean:
        return Storage::Integer;
    case FieldType::Reference:
        return Storage::Blob;
    default:
        return Storage::Text;
    }
}

std::string_view storageName(Storage storage)
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

bool isAmong(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string computedColumn(const Field& field)
{
    return sqlName(field.id) + " ANY GENERATED ALWAYS AS (" + field.expression + ") VIRTUAL";
}

std::set<std::string> existingColumns(db::Connection& connection, const std::string& table)
{
    std::set<std::string> names;
    // table_xinfo also lists generated columns.
    auto info = connection.prepareOnce("SELECT name FROM pragma_table_xinfo(?1)");
    info.bind(1, std::string_view(table));
    while (info.step())
        names.emplace(info.text(0));
    return names;
}

bool sameComputed(const profile::RecordType& a, const profile::RecordType& b)
{
    const auto computed = [](const profile::RecordType& type) {
        std::set<std::pair<std::string, std::string>> out;
        for (const Field& field : type.fields)
            if (field.type == FieldType::Computed)
                out.emplace(field.id, field.expression);
        return out;
    };
    return computed(a) == computed(b);
}

/// SQLite neither changes a generated column nor drops one that another names: the rows move to a new table.
void remake(db::Connection& connection, const Table& table)
{
    const std::string name = sqlName(table.type().id);
    const std::string old = sqlName(table.type().id + ".before");
    connection.execute("ALTER TABLE " + name + " RENAME TO " + old);
    connection.execute(table.createSql());
    std::string columns = "rowno, id, unit, life, trail";
    for (const Column& column : table.columns())
        columns += ", " + sqlName(column.field);
    connection.execute("INSERT INTO " + name + "(" + columns + ") SELECT " + columns + " FROM " + old);
    connection.execute("DROP TABLE " + old);
}

} // namespace

std::string sqlName(std::string_view name)
{
    std::string out = "\"";
    for (const char c : name) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

Table::Table(const profile::RecordType& type) : m_type(&type)
{
    for (const Field& field : type.fields) {
        if (!field.isStored())
            continue;
        m_byField.emplace(field.id, m_columns.size());
        const std::string& declared = field.partOf.empty() ? field.id : field.partOf;
        m_columns.push_back({ field.id, storageOf(field.type), field.afterSigning,
            isAmong(type.nameFields, field.id) || isAmong(type.nameFields, declared),
            isAmong(type.textFields, field.id) || isAmong(type.textFields, declared) });
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_sorted.push_back(i);
    std::sort(m_sorted.begin(), m_sorted.end(),
        [this](std::size_t a, std::size_t b) { return m_columns[a].field < m_columns[b].field; });
    for (const std::size_t column : m_sorted)
        m_sortedNames.push_back(m_columns[column].field);
    std::string names;
    std::string parameters;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        names += ", " + sqlName(m_columns[i].field);
        parameters += ",?" + std::to_string(kFirstColumnParameter + static_cast<int>(i));
    }
    const std::string table = sqlName(type.id);
    m_insert = "INSERT INTO " + table + "(id, unit, life, trail" + names + ") VALUES(?1,?2,?3,?4"
        + parameters + ")";
    m_select = "SELECT id, unit, life, trail" + names + " FROM " + table;
    std::string inNames;
    for (const Column& column : m_columns)
        if (column.isNameText())
            inNames += (inNames.empty() ? "" : ", ") + sqlName(column.field);
    m_selectNames = "SELECT " + (inNames.empty() ? "NULL" : inNames) + " FROM " + table
        + " WHERE id = ?1 AND life NOT IN ('removed', 'erased')";
    m_selectTrail = "SELECT trail, unit, life, rowno FROM " + table + " WHERE id = ?1";
}

std::size_t Table::column(std::string_view field) const
{
    const auto at = m_byField.find(std::string(field));
    return at == m_byField.end() ? npos : at->second;
}

std::size_t Table::column(std::string_view field, std::size_t& guess) const
{
    // What an operation leaves out is passed over; few leave out many in a row.
    constexpr std::size_t kNear = 6;
    std::size_t at = guess;
    const std::size_t end = std::min(m_sortedNames.size(), guess + kNear);
    while (at < end && m_sortedNames[at] != field)
        ++at;
    if (at >= end) {
        at = static_cast<std::size_t>(
            std::lower_bound(m_sortedNames.begin(), m_sortedNames.end(), field) - m_sortedNames.begin());
        if (at == m_sortedNames.size() || m_sortedNames[at] != field)
            return npos;
    }
    guess = at + 1;
    return m_sorted[at];
}

bool Table::fits(std::size_t column, const base::Value& value) const
{
    if (value.isNull())
        return true;
    switch (m_columns[column].storage) {
    case Storage::Integer:
        return value.number() != nullptr;
    case Storage::Blob:
        return value.reference() != nullptr;
    case Storage::Text:
        break;
    }
    return value.text() != nullptr;
}

std::string Table::createSql() const
{
    std::string sql = "CREATE TABLE " + sqlName(m_type->id)
        + "(rowno INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id) = 16), "
          "unit BLOB NOT NULL, life TEXT NOT NULL";
    for (const Column& column : m_columns)
        sql += ", " + sqlName(column.field) + " " + std::string(storageName(column.storage));
    for (const Field& field : m_type->fields)
        if (field.type == FieldType::Computed)
            sql += ", " + computedColumn(field);
    return sql + ", trail BLOB NOT NULL) STRICT";
}

std::vector<std::string> Table::indexSql() const
{
    std::vector<std::string> out;
    const auto add = [&](const std::string& name, const std::string& columns) {
        out.push_back(
            "CREATE INDEX IF NOT EXISTS " + sqlName(name) + " ON " + sqlName(m_type->id) + "(" + columns + ")");
    };
    for (const profile::Index& index : m_type->indexes) {
        std::string name = m_type->id;
        std::string columns;
        for (const std::string& field : index.fields) {
            name += "_" + field;
            columns += (columns.empty() ? "" : ", ") + sqlName(field);
        }
        add(name, columns);
    }
    // Numbers are looked up by their text, where two may be the same and where a series goes on.
    for (const Field& field : m_type->fields) {
        if (field.type != FieldType::Number || field.numberMask.empty())
            continue;
        std::string columns = sqlName(field.id);
        for (const std::string& path : base::split(field.numberSeries, ','))
            if (const std::string own = base::trimmed(path); m_byField.contains(own))
                columns += ", " + sqlName(own);
        add("number_" + m_type->id + "_" + field.id, columns);
    }
    return out;
}

Tables::Tables(std::shared_ptr<const profile::Profile> profile) : m_profile(std::move(profile))
{
    for (const profile::RecordType& type : m_profile->types) {
        m_byType.emplace(type.id, m_tables.size());
        m_tables.emplace_back(type);
    }
}

const Table* Tables::find(std::string_view type) const
{
    const std::size_t at = position(type);
    return at == Table::npos ? nullptr : &m_tables[at];
}

std::size_t Tables::position(std::string_view type) const
{
    const auto at = m_byType.find(std::string(type));
    return at == m_byType.end() ? Table::npos : at->second;
}

bool Tables::bringUp(db::Connection& connection, const Tables* before) const
{
    bool changed = false;
    for (const Table& table : m_tables) {
        const std::string& name = table.type().id;
        const auto columns = existingColumns(connection, name);
        if (columns.empty()) {
            connection.execute(table.createSql());
            changed = true;
        }
        for (const Column& column : table.columns())
            if (!columns.empty() && !columns.contains(column.field)) {
                connection.execute("ALTER TABLE " + sqlName(name) + " ADD COLUMN " + sqlName(column.field)
                    + " " + std::string(storageName(column.storage)));
                changed = true;
            }
        const Table* earlier = before ? before->find(name) : nullptr;
        if (!columns.empty() && earlier && !sameComputed(earlier->type(), table.type())) {
            remake(connection, table);
            changed = true;
        }
        for (const std::string& sql : table.indexSql())
            connection.execute(sql);
    }
    return changed;
}

} // namespace patronat::store
