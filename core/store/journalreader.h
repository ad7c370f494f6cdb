// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/journal/frame.h"
#include "core/journal/operation.h"
#include "core/journal/trail.h"

#include <functional>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace patronat::store {

/// Reads operations out of frames and pending rows over one connection, on its thread. Keeps the last few
/// frames open, so asking in frame order is cheap.
class JournalReader {
public:
    explicit JournalReader(db::Connection& connection) : m_connection(connection) {}

    /// Number of an origin in this database; nothing when none of its operations is held.
    std::optional<std::uint32_t> originNumber(base::Origin origin);
    std::optional<base::Origin> origin(std::uint32_t number);

    /// Where an operation lies.
    struct Place {
        const journal::Frame* frame; ///< until the next question
        std::size_t at;
        /// How many operations of its origin follow one another from here, itself with them; at most `most`.
        std::size_t inSequence(std::uint64_t most) const;
    };
    /// Nothing for one that is pending or not held.
    std::optional<Place> place(base::OperationId id);

    /// The bytes of a held operation.
    std::optional<std::string> bytes(base::OperationId id);
    std::optional<journal::Operation> operation(base::OperationId id);
    /// All operations of a record, waiting ones too. `trail` as in its row; empty when there is no row yet.
    std::vector<journal::Operation> history(base::RecordId record, std::string_view trail);

    /// Every held operation, frame by frame, then the pending ones; in no other order.
    void forEach(const std::function<void(base::OperationId, std::string_view)>& visit);

    /// Forgets opened frames and origin numbers: after a rollback.
    void forget();

private:
    /// The frame that holds an operation, by its range; 0: none, it is pending.
    std::int64_t frameOf(std::uint32_t origin, std::uint64_t sequence);
    const journal::Frame* frame(std::int64_t number);
    std::optional<std::string> pendingBytes(std::uint32_t origin, std::uint64_t sequence);

    db::Connection& m_connection;
    std::unordered_map<base::Origin, std::uint32_t> m_numbers;
    std::unordered_map<std::uint32_t, base::Origin> m_origins;
    std::list<std::pair<std::int64_t, journal::Frame>> m_frames; ///< most recently used first
};

} // namespace patronat::store
