// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain.h"

#include <algorithm>

namespace patronat::store {

namespace {

constexpr std::uint64_t kRun = 256;

std::string_view view(const base::Digest256& digest)
{
    return { reinterpret_cast<const char*>(digest.data()), digest.size() };
}

} // namespace

void Chain::add(std::string_view operationBytes)
{
    addLaid(journal::lengthBefore(operationBytes.size()), 0);
    addLaid(operationBytes, 1);
}

void Chain::add(const journal::Frame& frame, std::size_t first, std::size_t count)
{
    for (std::size_t end = first + count; first < end;) {
        const auto fits = std::min<std::size_t>(end - first, kRun - m_length % kRun);
        addLaid(frame.laid(first, fits), fits);
        first += fits;
    }
}

void Chain::addLaid(std::string_view bytes, std::uint64_t count)
{
    if (!m_open)
        m_open.emplace().add(view(m_run));
    m_open->add(bytes);
    m_length += count;
    if (count == 0 || m_length % kRun != 0)
        return;
    m_run = m_open->finish();
    m_open.reset();
}

base::Digest256 Chain::head() const
{
    return m_open ? base::Blake2b(*m_open).finish() : m_run;
}

base::Digest256 chainHead(JournalReader& journal, base::Origin origin, std::uint64_t length)
{
    Chain chain;
    while (chain.length() < length) {
        const base::OperationId next { origin, chain.length() + 1 };
        if (const auto place = journal.place(next)) {
            chain.add(*place->frame, place->at, place->inSequence(length - chain.length()));
        } else if (const auto bytes = journal.bytes(next)) {
            chain.add(*bytes);
        } else {
            break;
        }
    }
    return chain.head();
}

} // namespace patronat::store
