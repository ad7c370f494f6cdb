// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/store/journalreader.h"

#include <cstdint>
#include <optional>

namespace patronat::store {

/// The tamper-evident chain of one origin: a BLAKE2b over runs of 256 operations, each run starting from the
/// head of the one before, so that a head at any length follows from the operations alone.
/// Source: design.md 4 ("a hash per run of 256 operations"), safety.md 3.5.
class Chain {
public:
    /// The next operation of the origin, in sequence.
    void add(std::string_view operationBytes);
    /// The next `count` of them, which lie one after the other in a frame.
    void add(const journal::Frame& frame, std::size_t first, std::size_t count);
    base::Digest256 head() const;
    std::uint64_t length() const { return m_length; }

private:
    void addLaid(std::string_view bytes, std::uint64_t count);
    base::Digest256 m_run {}; ///< head at the last whole run
    std::optional<base::Blake2b> m_open; ///< over it and the operations since, each after its length as in a frame
    std::uint64_t m_length = 0;
};

/// Head of the first `length` operations of an origin that is held whole so far.
base::Digest256 chainHead(JournalReader& journal, base::Origin origin, std::uint64_t length);

} // namespace patronat::store
