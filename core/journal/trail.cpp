// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/trail.h"

#include <limits>

namespace patronat::journal {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::uint8_t kAllFlags
    = Trail::OpenConflict | Trail::HasWaiting | Trail::Signed | Trail::UnknownFields;

// flags | check of the creation (4) | per later entry: origin, sequence, check (4), 2 x parents + waiting, each parent
void putVarint(std::string& out, std::uint64_t value)
{
    while (value >= 0x80) {
        out += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

void putCheck(std::string& out, std::uint32_t check)
{
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(check >> shift);
}

struct Source {
    std::string_view bytes;
    std::size_t at = 0;
    bool bad = false;

    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && at < bytes.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes[at++]);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) {
                // A last group of zero, or one that does not fit, would be a second spelling.
                bad = bad || (shift > 0 && byte == 0) || (shift == 63 && byte > 1);
                return value;
            }
        }
        bad = true;
        return 0;
    }
    std::uint32_t narrow()
    {
        const std::uint64_t value = varint();
        bad = bad || value > std::numeric_limits<std::uint32_t>::max();
        return static_cast<std::uint32_t>(value);
    }
    std::uint32_t check()
    {
        if (bytes.size() - at < 4) {
            bad = true;
            return 0;
        }
        std::uint32_t value = 0;
        for (int shift = 0; shift < 32; shift += 8)
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at++])) << shift;
        return value;
    }
};

TrailEntry readEntry(Source& in, std::size_t position)
{
    TrailEntry entry;
    entry.origin = in.narrow();
    entry.sequence = in.varint();
    entry.check = in.check();
    const std::uint64_t counted = in.varint();
    entry.waiting = (counted & 1) != 0;
    if (counted / 2 > in.bytes.size()) {
        in.bad = true;
        return entry;
    }
    for (std::uint64_t i = 0; i < counted / 2 && !in.bad; ++i) {
        const std::uint32_t parent = in.narrow();
        in.bad = in.bad || parent >= position;
        entry.parents.push_back(parent);
    }
    return entry;
}

} // namespace

std::vector<std::uint32_t> Trail::heads() const
{
    std::vector<bool> built(entries.size());
    for (const TrailEntry& entry : entries)
        for (const std::uint32_t parent : entry.parents)
            built[parent] = true;
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        if (!built[i] && !entries[i].waiting)
            out.push_back(i);
    return out;
}

std::string encodeTrail(const Trail& trail)
{
    std::string out;
    out += static_cast<char>(trail.flags);
    putCheck(out, trail.entries.front().check);
    for (std::size_t i = 1; i < trail.entries.size(); ++i) {
        const TrailEntry& entry = trail.entries[i];
        putVarint(out, entry.origin);
        putVarint(out, entry.sequence);
        putCheck(out, entry.check);
        putVarint(out, entry.parents.size() * 2 + (entry.waiting ? 1 : 0));
        for (const std::uint32_t parent : entry.parents)
            putVarint(out, parent);
    }
    return out;
}

Result<Trail> decodeTrail(std::string_view bytes, std::uint32_t creationOrigin, std::uint64_t creationSequence)
{
    Trail trail;
    Source in { bytes };
    if (bytes.size() < 5)
        return { ErrorCode::Internal, { "trail" }, "a row's trail is too short" };
    trail.flags = static_cast<std::uint8_t>(bytes[in.at++]);
    trail.entries.push_back({ creationOrigin, creationSequence, in.check(), {}, false });
    while (in.at < bytes.size() && !in.bad)
        trail.entries.push_back(readEntry(in, trail.entries.size()));
    if (in.bad || (trail.flags & ~kAllFlags) != 0)
        return { ErrorCode::Internal, { "trail" }, "a row's trail does not decode" };
    return trail;
}

} // namespace patronat::journal
