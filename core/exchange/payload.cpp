// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/payload.h"

#include <algorithm>

namespace patronat::exchange {

namespace {

constexpr char kUnits = 'U';
constexpr char kChains = 'C';
constexpr char kReceipts = 'R';
constexpr char kFrame = 'F';
constexpr std::size_t kHeadBytes = 5;
constexpr std::size_t kShareBytes = 32;
constexpr std::size_t kChainBytes = 48;
constexpr std::size_t kMaxReceiptsBytes = std::size_t { 1 } << 20;

void putFixed(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(value >> (8 * i));
}

std::uint64_t fixedAt(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

std::string encodeChains(const std::vector<ChainState>& chains)
{
    std::string out;
    for (const ChainState& chain : chains) {
        putFixed(out, chain.origin, 8);
        putFixed(out, chain.length, 8);
        out.append(reinterpret_cast<const char*>(chain.head.data()), chain.head.size());
    }
    return out;
}

std::vector<ChainState> decodeChains(std::string_view bytes)
{
    std::vector<ChainState> out;
    for (std::size_t at = 0; at + kChainBytes <= bytes.size(); at += kChainBytes) {
        ChainState chain { fixedAt(bytes, at, 8), fixedAt(bytes, at + 8, 8), {} };
        std::copy_n(reinterpret_cast<const unsigned char*>(bytes.data()) + at + 16, chain.head.size(), chain.head.begin());
        out.push_back(chain);
    }
    return out;
}

/// Takes the next section off `rest`; false when its length does not fit.
bool takeSection(std::string_view& rest, char& tag, std::string_view& section)
{
    if (rest.size() < kHeadBytes)
        return false;
    tag = rest.front();
    const std::size_t length = fixedAt(rest, 1, 4);
    rest.remove_prefix(kHeadBytes);
    if (length > rest.size())
        return false;
    section = rest.substr(0, length);
    rest.remove_prefix(length);
    return true;
}

bool takeTable(std::string_view& rest, char wanted, std::size_t entry, std::string_view& section)
{
    char tag = 0;
    return takeSection(rest, tag, section) && tag == wanted && section.size() % entry == 0;
}

} // namespace

PayloadWriter::PayloadWriter(const std::vector<store::UnitShare>& units, const std::vector<ChainState>& chains,
    std::string_view receipts)
{
    addSection(kUnits, store::encodeShares(units));
    addSection(kChains, encodeChains(chains));
    addSection(kReceipts, receipts);
    m_plain = m_bytes.size() - 3 * kHeadBytes;
}

void PayloadWriter::addSection(char tag, std::string_view bytes)
{
    m_bytes += tag;
    putFixed(m_bytes, bytes.size(), 4);
    m_bytes += bytes;
}

void PayloadWriter::addFrame(std::string_view frame, std::uint32_t operations, std::uint32_t plainBytes)
{
    addSection(kFrame, frame);
    ++m_frames;
    m_operations += operations;
    m_plain += plainBytes;
}

std::optional<Payload> cutPayload(std::string_view bytes)
{
    Payload out;
    std::string_view units;
    std::string_view chains;
    if (!takeTable(bytes, kUnits, kShareBytes, units) || !takeTable(bytes, kChains, kChainBytes, chains)
        || !takeTable(bytes, kReceipts, 1, out.receipts) || out.receipts.size() > kMaxReceiptsBytes)
        return std::nullopt;
    out.units = store::decodeShares(units);
    out.chains = decodeChains(chains);
    out.tableBytes = units.size() + chains.size() + out.receipts.size();
    while (!bytes.empty()) {
        char tag = 0;
        std::string_view frame;
        if (!takeSection(bytes, tag, frame) || tag != kFrame)
            return std::nullopt;
        out.frames.push_back(frame);
    }
    return out;
}

} // namespace patronat::exchange
