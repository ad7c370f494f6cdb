// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/store/tables.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// The names index: one folded line per record (people, families, numbers), kept in the transaction that
/// changes the record. First letters come from its B-tree, words from FTS5. Writer thread.
class NameIndex {
public:
    explicit NameIndex(db::Connection& connection) : m_connection(connection) {}
    /// For a record that had no line.
    void insert(std::string_view type, base::RecordId record, std::string_view folded);
    /// For any record; an empty line takes it out.
    void set(std::string_view type, base::RecordId record, std::string_view folded);

private:
    db::Connection& m_connection;
};

} // namespace patronat::store
