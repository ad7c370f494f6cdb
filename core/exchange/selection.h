// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/exchange/payload.h"
#include "core/exchange/receipts.h"
#include "core/exchange/scope.h"
#include "core/store/readtx.h"

#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace patronat::exchange {

/// Which frames and operations go into a batch: decided per unit. A stored frame goes as it is when every
/// operation in it is wanted; of the others the wanted operations go in frames made for the batch.
class Selection {
public:
    /// Of the units in scope: what came after the cursor, and all of a unit that the cursor's batch did not have.
    Selection(const store::ReadTx& read, const Scope& scope, FeedCursor cursor);

    base::Status run(base::Job& job);

    struct Piece {
        std::int64_t frame = 0; ///< stored frame; 0: `made`
        std::string made;
        std::uint32_t operations = 0;
        std::uint32_t plainBytes = 0;
    };
    const std::vector<Piece>& pieces() const { return m_pieces; }
    std::string bytes(const Piece& piece) const;
    /// Count and sum of everything held here of each unit in the batch.
    std::vector<store::UnitShare> unitTable() const;
    /// Origins with an operation in the batch.
    const std::set<base::Origin>& origins() const { return m_origins; }
    /// Where the feed will stand when the recipient confirms the batch.
    const FeedCursor& reached() const { return m_reached; }

private:
    struct Loose {
        base::OperationId id;
        std::string bytes;
    };
    struct Chosen {
        std::int64_t number;
        bool isWhole;
        bool isNew;
        std::vector<std::int64_t> rows; ///< of one that was packed here in part after the cursor
    };
    bool wants(base::UnitId unit, bool isNew) const;
    bool isNewRow(std::int64_t row) const { return row > m_cursor.op; }
    std::vector<Chosen> choose();
    void takeWhole(std::int64_t number);
    base::Status takePart(const Chosen& chosen);
    base::Status takePending();
    base::Status take(base::OperationId id, std::string_view bytes, bool isNew);
    void pack(std::vector<Loose>& loose);

    const store::ReadTx& m_read;
    const Scope& m_scope;
    FeedCursor m_cursor;
    FeedCursor m_reached;
    std::vector<Piece> m_pieces;
    std::vector<Loose> m_loose;
    std::set<base::Origin> m_origins;
    std::unordered_set<base::UnitId> m_units;
};

} // namespace patronat::exchange
