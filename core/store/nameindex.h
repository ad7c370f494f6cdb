// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/store/tables.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// The names index: one folded line per record (people, families, numbers), kept in the transaction that
/// changes the record. First letters come from its B-tree, words from FTS5. Lines are staged and written together.
/// FTS5 writes a segment at each commit, which cost more than the rest of a saved edit: it learns the words of a few
/// dozen lines at once, and until then they wait in name_pending, which a search reads too. Writer thread.
class NameIndex {
public:
    explicit NameIndex(db::Connection& connection) : m_connection(connection) {}
    /// For a record that had no line.
    void insert(std::string_view type, base::RecordId record, std::string folded);
    /// For any record. A line follows from its row: `before` is that of the row as it was (empty: none), by which it
    /// is found; an empty `folded` takes it out.
    void set(std::string_view type, base::RecordId record, std::string before, std::string folded);
    /// Writes what was staged. Nothing may be staged when the transaction ends.
    void flush();
    /// Drops what was staged: after a rollback.
    void forget() { m_staged.clear(); }
    /// Tells FTS5 of all lines that wait.
    void settle();

private:
    struct Line {
        std::string type;
        base::RecordId record;
        std::string before;
        std::string folded;
    };
    /// Number of a line -> what FTS5 knows of it.
    using Known = std::map<std::int64_t, std::string>;
    void writeLine(const Line& line, Known& changed);
    void addLine(const Line& line, Known& changed);
    void postpone(const Known& changed);
    Known pending();
    void teach(const Known& changed);

    db::Connection& m_connection;
    std::vector<Line> m_staged;
};

} // namespace patronat::store
