// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/intervals.h"

#include <algorithm>

namespace patronat::journal {

std::vector<Intervals::Span>::const_iterator Intervals::firstEndingAtOrAfter(std::uint64_t sequence) const
{
    return std::lower_bound(m_spans.begin(), m_spans.end(), sequence,
        [](const Span& span, std::uint64_t wanted) { return span.last < wanted; });
}

bool Intervals::contains(std::uint64_t sequence) const
{
    return containsAll(sequence, sequence);
}

bool Intervals::containsAll(std::uint64_t first, std::uint64_t last) const
{
    const auto at = firstEndingAtOrAfter(first);
    return at != m_spans.end() && at->first <= first && last <= at->last;
}

bool Intervals::containsNone(std::uint64_t first, std::uint64_t last) const
{
    const auto at = firstEndingAtOrAfter(first);
    return at == m_spans.end() || at->first > last;
}

void Intervals::add(std::uint64_t first, std::uint64_t last)
{
    if (first > last)
        return;
    // Neighbours that overlap or touch become one span. Sequences count from 1.
    auto from = m_spans.begin() + (firstEndingAtOrAfter(first == 0 ? 0 : first - 1) - m_spans.begin());
    auto to = from;
    while (to != m_spans.end() && to->first - 1 <= last) {
        first = std::min(first, to->first);
        last = std::max(last, to->last);
        ++to;
    }
    from = m_spans.erase(from, to);
    m_spans.insert(from, Span { first, last });
}

std::uint64_t Intervals::contiguous() const
{
    return m_spans.empty() || m_spans.front().first != 1 ? 0 : m_spans.front().last;
}

std::uint64_t Intervals::count() const
{
    std::uint64_t total = 0;
    for (const Span& span : m_spans)
        total += span.last - span.first + 1;
    return total;
}

} // namespace patronat::journal
