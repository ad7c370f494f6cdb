// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/checkedbatch.h"
#include "core/exchange/mergereport.h"
#include "core/store/store.h"

#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace patronat::exchange {

/// Counts by origin and record type, without a search for each operation.
class Tally {
public:
    MergeCounts& at(base::Origin origin, std::string_view type);
    bool hasFresh(base::Origin origin) const;
    struct Cell {
        std::string type;
        MergeCounts counts;
    };
    const std::unordered_map<base::Origin, std::vector<Cell>>& cells() const { return m_cells; }

private:
    std::unordered_map<base::Origin, std::vector<Cell>> m_cells;
    base::Origin m_origin = 0;
    std::vector<Cell>* m_last = nullptr;
};

/// Checked batches on their way into the database, chunk by chunk; each chunk is one transaction and leaves a
/// consistent database. Writer thread.
class Arrival {
public:
    /// `outcomes`: one per batch, in the same order.
    Arrival(std::vector<CheckedBatch>& batches, std::vector<BatchOutcome*> outcomes, base::SiteId self,
        std::uint64_t chunkBytes);

    /// What the batches say besides records: sites, membership, receipts.
    base::Status begin(store::Store::Inner& inner);
    /// The next frames, until the bound or until somebody waits.
    base::Status chunk(store::Store::Inner& inner);
    /// Looks at the records that the chunks of this transaction touched, once for all of them.
    base::Status find(store::Store::Inner& inner, const std::string& today);
    bool isDone() const { return m_batch == m_batches.size(); }
    /// Completes the outcomes and the report and remembers the batches as received. `stamp`: this site's time.
    base::Status finish(store::Store::Inner& inner, MergeReport& report, std::int64_t stamp);

    std::uint64_t framesDone() const { return m_framesDone; }

private:
    struct Slice {
        std::vector<const journal::OperationView*> fresh; ///< of the frames
        std::vector<const journal::OperationView*> met; ///< held already: the same content, or a fork
        std::vector<CheckedFrame*> frames; ///< keep them, and what they view into
        std::uint64_t plainBytes = 0;
    };
    using Signs = std::set<MergeEntry>;
    base::Status takeFrame(store::Store::Inner& inner, Slice& slice);
    void takeNew(store::Store::Inner& inner, CheckedFrame& frame, Slice& slice);
    base::Status apply(store::Store::Inner& inner, Slice& slice);
    void countFresh(store::Store::Inner& inner, const journal::OperationView& operation, BatchOutcome& outcome);
    void advance();
    Signs signs(db::Connection& connection) const;
    void listEntries(store::Store::Inner& inner, MergeReport& report);
    void listLines(db::Connection& connection, MergeReport& report) const;
    void compareUnits(db::Connection& connection);
    void checkChains(store::Store::Inner& inner);

    std::vector<CheckedBatch>& m_batches;
    std::vector<BatchOutcome*> m_outcomes;
    base::SiteId m_self;
    std::uint64_t m_chunkBytes;
    std::size_t m_batch = 0;
    std::size_t m_frame = 0;
    std::uint64_t m_framesDone = 0;
    bool m_anyFresh = false;
    Signs m_before; ///< conflicts and the like before anything was applied
    Tally m_tally;
    std::vector<MergeEntry> m_forks;
};

} // namespace patronat::exchange
