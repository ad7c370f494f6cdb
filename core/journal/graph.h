// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"
#include "core/journal/replay.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace patronat::journal {

/// A set of positions in the list of effective operations.
class Bits {
public:
    explicit Bits(std::size_t size = 0) : m_words((size + 63) / 64) {}
    void add(std::size_t i) { m_words[i / 64] |= std::uint64_t { 1 } << (i % 64); }
    bool has(std::size_t i) const { return (m_words[i / 64] >> (i % 64) & 1) != 0; }
    void unite(const Bits& other)
    {
        for (std::size_t w = 0; w < m_words.size(); ++w)
            m_words[w] |= other.m_words[w];
    }

private:
    std::vector<std::uint64_t> m_words;
};

/// The operations of one record that take effect, parents first, each with its ancestors. Views into the
/// operations it was made of. n operations take n*n/8 bytes.
struct Graph {
    std::vector<const Operation*> operations;
    std::vector<Bits> ancestors;
    std::vector<Bits> ended; ///< the ancestors that a cancel among the ancestors (or itself) descends from
    /// Per position the last one that does not descend from it: whatever comes later has seen it.
    std::vector<std::size_t> lastUnaware;
    std::vector<Waiting> waiting;
    std::vector<Head> heads;

    std::size_t size() const { return operations.size(); }
    bool isAncestor(std::size_t older, std::size_t newer) const { return ancestors[newer].has(older); }
    /// By (stamp, id): which of two concurrent ones is shown.
    bool isGreater(std::size_t a, std::size_t b) const;
};

Graph graphOf(const std::vector<Operation>& operations);

} // namespace patronat::journal
