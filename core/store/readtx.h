// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/connection.h"
#include "core/journal/replay.h"
#include "core/store/journalreader.h"
#include "core/store/tables.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// A record as its row shows it. `heads` are what a form filled from it must name as its base.
struct Record {
    std::string type;
    base::RecordId id;
    base::UnitId unit;
    std::string life;
    base::Fields values; ///< without nulls; stored fields only
    std::vector<journal::Head> heads;
    bool hasConflicts = false;
    bool hasBeside = false;
    bool isPlain = false; ///< no conflict, nothing waiting or unknown: the row says all there is
};

/// One record that a signing or its cancelling will cover, with the heads its window shows.
struct SignItem {
    std::string type;
    base::RecordId id;
    std::vector<journal::Head> heads;
};
/// The record itself first, then the children its type signs with, parents before children.
using SignPlan = std::vector<SignItem>;

struct OpenConflict {
    std::string type;
    base::RecordId record;
    base::UnitId unit;
    std::string field; ///< "removed" for a removal against a restoring
    std::optional<base::Value> base; ///< what both had been shown, when all candidates share it
    std::vector<journal::Candidate> candidates; ///< shown first
};

struct BesideSigned {
    std::string type;
    base::RecordId record;
    journal::Operation operation;
};

/// A child under a signed record that no signature of that record's groups covers: it came beside.
struct UncoveredChild {
    std::string parentType;
    base::RecordId parent; ///< the signed record; between it and the child there may be others
    std::string childType;
    base::RecordId child;
    journal::Operation operation; ///< the one that created the child
};

/// A consistent look at the database on one connection; lives within Store::read or Store::write. Its
/// calls throw DbError (caught there).
class ReadTx {
public:
    ReadTx(db::Connection& connection, const Tables& tables, JournalReader& journal)
        : m_connection(connection)
        , m_tables(tables)
        , m_journal(journal)
    {
    }

    const Tables& tables() const { return m_tables; }
    const profile::Profile& profile() const { return m_tables.profile(); }
    /// For lists, reports and papers: SELECTs only (a reader's connection refuses anything else).
    db::Connection& connection() const { return m_connection; }
    JournalReader& journal() const { return m_journal; }

    base::Result<Record> record(std::string_view type, base::RecordId id) const;
    /// The type of a record that is held; nothing when it is not.
    std::optional<std::string> typeOf(base::RecordId id) const;
    /// Ids of a type's records, removed ones excluded unless `where` says otherwise; `where` is SQL over the
    /// columns, checked to be one read-only expression by its preparation.
    base::Result<std::vector<base::RecordId>> list(
        std::string_view type, const std::string& where = {}, std::int64_t limit = -1) const;
    std::vector<base::RecordId> children(std::string_view type, std::string_view field, base::RecordId parent) const;

    /// The state by the journal, not by the row.
    base::Result<journal::RecordState> state(std::string_view type, base::RecordId id) const;
    /// All operations of a record held here, oldest first by (stamp, id).
    base::Result<std::vector<journal::Operation>> history(std::string_view type, base::RecordId id) const;
    base::Result<SignPlan> signPlan(std::string_view type, base::RecordId id) const;
    /// What falls with the record's signature: the record, and each part under it whose standing signature is of a group in
    /// which the record was signed. What was signed by itself stands.
    base::Result<SignPlan> cancelPlan(std::string_view type, base::RecordId id) const;

    std::vector<OpenConflict> conflicts() const;
    std::vector<OpenConflict> conflictsOf(std::string_view type, base::RecordId id) const;
    std::vector<BesideSigned> besides() const;
    /// Of every signed record whose type signs with children. Found anew at each call from the rows and the journal.
    std::vector<UncoveredChild> uncoveredChildren() const;
    std::int64_t waitingCount() const;

    std::optional<std::string> setting(std::string_view name) const;

private:
    std::string trail(std::string_view type, base::RecordId id, bool& exists) const;
    db::Connection& m_connection;
    const Tables& m_tables;
    JournalReader& m_journal;
};

/// "id.check" of each head, comma-separated, as `get` prints and `put --base` reads them.
std::string headsText(const std::vector<journal::Head>& heads);
base::Result<std::vector<journal::Head>> parseHeads(std::string_view text);

/// The operations among `history` that `base` descends from, those of `base` included.
std::vector<journal::Operation> ancestorsOf(
    const std::vector<journal::Operation>& history, const std::vector<journal::Head>& base);

} // namespace patronat::store
