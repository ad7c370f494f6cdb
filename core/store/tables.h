// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/value.h"
#include "core/db/connection.h"
#include "core/profile/profile.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace patronat::store {

enum class Storage { Text, Integer, Blob };

/// One stored column of a record table.
struct Column {
    std::string field;
    Storage storage = Storage::Text;
    bool afterSigning = false;
    bool inNames = false;
    bool inTexts = false;
    /// Part of a record's line in the names index.
    bool isNameText() const { return inNames && storage == Storage::Text; }
};

/// What a record type's table looks like, and the texts of its statements. Built once per profile; immutable.
/// Parameters of `insert`: 1 id, 2 unit, 3 life, 4 trail, 5… the columns in order.
class Table {
public:
    explicit Table(const profile::RecordType& type);

    const profile::RecordType& type() const { return *m_type; }
    const std::vector<Column>& columns() const { return m_columns; }
    /// Position of a field's column, npos when the table has none (unknown or computed).
    std::size_t column(std::string_view field) const;
    /// The same, trying `guess` first: operations list their fields in one order.
    std::size_t column(std::string_view field, std::size_t& guess) const;
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    bool fits(std::size_t column, const base::Value& value) const;
    /// Positions of the columns sorted by field id: the order of digests and operations.
    const std::vector<std::size_t>& sortedColumns() const { return m_sorted; }

    std::string createSql() const;
    std::vector<std::string> indexSql() const;
    const std::string& insertSql() const { return m_insert; }
    /// id, unit, life, trail, the columns… of one record (parameter 1: id), of all with " WHERE …" appended.
    const std::string& selectSql() const { return m_select; }
    const std::string& selectTrailSql() const { return m_selectTrail; }
    /// The columns of the names index, in their order, of one record (parameter 1: id) that is not removed.
    const std::string& selectNamesSql() const { return m_selectNames; }
    static constexpr int kFirstColumnParameter = 5;
    static constexpr int kFirstSelectedColumn = 4;

private:
    const profile::RecordType* m_type;
    std::vector<Column> m_columns;
    std::unordered_map<std::string, std::size_t> m_byField;
    std::vector<std::size_t> m_sorted;
    std::vector<std::string> m_sortedNames; ///< their fields
    std::string m_insert;
    std::string m_select;
    std::string m_selectTrail;
    std::string m_selectNames;
};

/// All record tables of a profile. Immutable; shared between threads.
class Tables {
public:
    explicit Tables(std::shared_ptr<const profile::Profile> profile);
    const profile::Profile& profile() const { return *m_profile; }
    const std::shared_ptr<const profile::Profile>& sharedProfile() const { return m_profile; }
    const std::vector<Table>& all() const { return m_tables; }
    const Table* find(std::string_view type) const;
    /// Position in all(), npos for a type the profile does not know.
    std::size_t position(std::string_view type) const;

    /// Creates missing tables and columns and indexes; no stored column is ever dropped. A table whose computed
    /// columns are not those of `before` is copied into one that has them. Returns whether something changed.
    bool bringUp(db::Connection& connection, const Tables* before = nullptr) const;

private:
    std::shared_ptr<const profile::Profile> m_profile;
    std::vector<Table> m_tables;
    std::unordered_map<std::string, std::size_t> m_byType;
};

/// "name" in double quotes for SQL.
std::string sqlName(std::string_view name);

} // namespace patronat::store
