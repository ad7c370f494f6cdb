// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain.h"

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
    for (int shift = 0; shift < 32; shift += 8)
        m_open += static_cast<char>(operationBytes.size() >> shift);
    m_open += operationBytes;
    if (++m_length % kRun != 0)
        return;
    m_run = base::Blake2b().add(view(m_run)).add(m_open).finish();
    m_open.clear();
}

base::Digest256 Chain::head() const
{
    if (m_open.empty())
        return m_run;
    return base::Blake2b().add(view(m_run)).add(m_open).finish();
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
