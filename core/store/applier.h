// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/replay.h"
#include "core/store/change.h"
#include "core/store/directrow.h"
#include "core/store/glance.h"
#include "core/store/journalwriter.h"
#include "core/store/nameindex.h"
#include "core/store/tables.h"

#include <cstddef>
#include <span>
#include <vector>

namespace patronat::store {

class DirectRow;

/// Makes the record tables follow the journal: for what a person saved, an import, a merge, a restore and a
/// rebuild alike. Writer thread, inside its transaction; the operations are in the journal already.
class Applier {
public:
    Applier(db::Connection& connection, const Tables& tables, JournalReader& journal, Glance& glance);

    /// Applies operations that were not held before, of any records, in any order. Adds what it touched to
    /// `changes`. Rows are written by table and id (speed.md 10.7).
    using Views = std::span<const journal::OperationView* const>;
    void apply(Views operations, Changes& changes);
    void apply(std::span<const journal::OperationView> operations, Changes& changes);
    /// Writes one record's row anew from all of its operations.
    void rebuild(std::string_view type, base::RecordId record);
    /// Waiting operations exist at all: read after opening and after a rollback.
    void load();

    struct Counts {
        std::uint64_t direct = 0; ///< changed the row directly
        std::uint64_t rebuilt = 0; ///< took the whole history
    };
    const Counts& counts() const { return m_counts; }

private:
    /// What inserting rows of one type needs, made once for all of a chunk's records of that type.
    struct Inserting {
        Inserting(const Table& t, std::size_t at, db::Statement s)
            : table(t)
            , position(at)
            , statement(std::move(s))
            , row(t)
        {
        }
        const Table& table;
        std::size_t position;
        db::Statement statement;
        DirectRow row;
    };
    void applyRecord(Inserting* inserting, Views operations, Changes& changes);
    bool insertDirectly(Inserting& inserting, Views operations);
    bool updateDirectly(const Table& table, const journal::OperationView& operation, Changes& changes);
    void rebuildWith(std::string_view type, base::RecordId record, Views arrived);
    void writeState(const Table& table, base::RecordId record, const journal::RecordState& state,
        const std::string& trail, bool exists);
    void writeSideTables(std::string_view type, base::RecordId record, const journal::RecordState& state,
        const std::vector<std::string>& unknown);
    void writeOther(std::string_view type, base::RecordId record, const journal::RecordState& state,
        const std::string& trail);
    bool hasWaiting(base::RecordId record);
    std::string trailOf(std::string_view type, base::RecordId record, bool& exists);

    db::Connection& m_connection;
    const Tables& m_tables;
    JournalReader& m_journal;
    Glance& m_glance;
    NameIndex m_names;
    bool m_anyWaiting = false;
    Counts m_counts;
};

/// The line of the names index for a record's values: its name fields in their order, folded.
std::string nameLine(const Table& table, const base::Fields& values);

/// The same of the row a record has; empty when it has none or is removed.
std::string nameLineOf(db::Connection& connection, const Table& table, base::RecordId record);

/// The trail of a record from all of its operations and the state they give.
journal::Trail trailOf(const std::vector<journal::Operation>& operations, const journal::RecordState& state,
    const Table* table, JournalReader& journal);

} // namespace patronat::store
