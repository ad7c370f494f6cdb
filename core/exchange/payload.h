// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/store/journalwriter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::exchange {

/// How far an origin goes at its site, and the head of its chain there.
struct ChainState {
    base::Origin origin = 0;
    std::uint64_t length = 0;
    base::Digest256 head {};
};

/// A payload in the making: sections, each with a letter and its length. First the tables: units (count and sum
/// of each at the sender), chains, receipts; then frames. The tables are here and not in the manifest
/// because they are large: an office has a new origin at every opening.
class PayloadWriter {
public:
    PayloadWriter(const std::vector<store::UnitShare>& units, const std::vector<ChainState>& chains,
        std::string_view receipts);
    void addFrame(std::string_view frame, std::uint32_t operations, std::uint32_t plainBytes);

    const std::string& bytes() const { return m_bytes; }
    std::uint64_t frames() const { return m_frames; }
    std::uint64_t operations() const { return m_operations; }
    std::uint64_t plainBytes() const { return m_plain; }

private:
    void addSection(char tag, std::string_view bytes);
    std::string m_bytes;
    std::uint64_t m_frames = 0;
    std::uint64_t m_operations = 0;
    std::uint64_t m_plain = 0;
};

/// A payload cut into its sections: views into it.
struct Payload {
    std::vector<store::UnitShare> units;
    std::vector<ChainState> chains;
    std::string_view receipts;
    std::vector<std::string_view> frames;
    std::uint64_t tableBytes = 0;
};
/// Nothing when sections do not fit, are out of order or unknown.
std::optional<Payload> cutPayload(std::string_view bytes);

} // namespace patronat::exchange
