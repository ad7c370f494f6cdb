// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain.h"

#include <array>

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
    if (!m_open)
        m_open.emplace().add(view(m_run));
    std::array<char, 4> length {};
    for (std::size_t i = 0; i < length.size(); ++i)
        length[i] = static_cast<char>(operationBytes.size() >> (8 * i));
    m_open->add({ length.data(), length.size() }).add(operationBytes);
    if (++m_length % kRun != 0)
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
    for (std::uint64_t sequence = 1; sequence <= length; ++sequence) {
        const auto bytes = journal.bytes({ origin, sequence });
        if (!bytes)
            break;
        chain.add(*bytes);
    }
    return chain.head();
}

} // namespace patronat::store
