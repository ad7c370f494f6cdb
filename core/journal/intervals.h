// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace patronat::journal {

/// Which sequence numbers of one origin are held: sorted, disjoint, not touching. A value.
class Intervals {
public:
    struct Span {
        std::uint64_t first = 1;
        std::uint64_t last = 0; ///< inclusive
        bool operator==(const Span&) const = default;
    };

    bool contains(std::uint64_t sequence) const;
    /// True when first .. last are all held.
    bool containsAll(std::uint64_t first, std::uint64_t last) const;
    /// True when none of first .. last is held.
    bool containsNone(std::uint64_t first, std::uint64_t last) const;
    void add(std::uint64_t first, std::uint64_t last);
    void add(std::uint64_t sequence) { add(sequence, sequence); }
    /// How far everything from 1 on is held; 0 when 1 is not.
    std::uint64_t contiguous() const;
    std::uint64_t count() const;
    const std::vector<Span>& spans() const { return m_spans; }
    bool operator==(const Intervals&) const = default;

private:
    std::vector<Span>::const_iterator firstEndingAtOrAfter(std::uint64_t sequence) const;
    std::vector<Span> m_spans;
};

} // namespace patronat::journal
