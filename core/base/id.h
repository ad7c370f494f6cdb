// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace patronat::base {

/// Eight random bytes drawn at a site's first write after each opening (design: Origin).
/// Kept as a big-endian number so that comparing numbers compares bytes.
using Origin = std::uint64_t;

/// The sixteen bytes of an identity: origin and a sequence number counted from 1 within it.
/// An operation is identified so, and a record by the operation that created it. All zero means
/// "none". A value.
template <typename Tag>
struct Id {
    Origin origin = 0;
    std::uint64_t sequence = 0;

    auto operator<=>(const Id&) const = default;
    bool isNull() const { return origin == 0 && sequence == 0; }

    /// The sixteen bytes as stored, big-endian.
    std::array<unsigned char, 16> bytes() const
    {
        std::array<unsigned char, 16> out {};
        for (std::size_t i = 0; i < 8; ++i) {
            out[i] = static_cast<unsigned char>(origin >> (56 - 8 * i));
            out[8 + i] = static_cast<unsigned char>(sequence >> (56 - 8 * i));
        }
        return out;
    }
    static Id fromBytes(const void* sixteen)
    {
        const auto* in = static_cast<const unsigned char*>(sixteen);
        Id id;
        for (std::size_t i = 0; i < 8; ++i) {
            id.origin = id.origin << 8 | in[i];
            id.sequence = id.sequence << 8 | in[8 + i];
        }
        return id;
    }
    static std::optional<Id> fromBytes(std::string_view bytes)
    {
        if (bytes.size() != 16)
            return std::nullopt;
        return fromBytes(static_cast<const void*>(bytes.data()));
    }

    /// 32 lower-case hex digits: the form ids have in files, on the command line and in logs.
    std::string hex() const
    {
        static constexpr char kDigits[] = "0123456789abcdef";
        std::string out;
        out.reserve(32);
        for (const unsigned char byte : bytes()) {
            out += kDigits[byte >> 4];
            out += kDigits[byte & 15];
        }
        return out;
    }
    static std::optional<Id> fromHex(std::string_view text)
    {
        if (text.size() != 32)
            return std::nullopt;
        std::array<unsigned char, 16> raw {};
        for (std::size_t i = 0; i < 32; ++i) {
            const char c = text[i];
            int digit = -1;
            if (c >= '0' && c <= '9')
                digit = c - '0';
            else if (c >= 'a' && c <= 'f')
                digit = c - 'a' + 10;
            else if (c >= 'A' && c <= 'F')
                digit = c - 'A' + 10;
            if (digit < 0)
                return std::nullopt;
            raw[i / 2] = static_cast<unsigned char>(raw[i / 2] << 4 | digit);
        }
        return fromBytes(static_cast<const void*>(raw.data()));
    }
};

using OperationId = Id<struct OperationTag>;
/// A record's id is the id of the operation that created it.
using RecordId = Id<struct RecordTag>;
/// The smallest thing that scope selects: the id of its root record (a family, a person, a body),
/// or the null id for reference data that everyone holds.
using UnitId = Id<struct UnitTag>;
/// What one action of a person wrote, over as many writes as it takes: the id of its first operation.
using GroupId = Id<struct GroupTag>;
/// An installation: the database of one place.
using SiteId = Id<struct SiteTag>;
/// One unsaved form.
using DraftId = Id<struct DraftTag>;

template <typename To, typename From>
To idCast(From from)
{
    return To { from.origin, from.sequence };
}

} // namespace patronat::base

template <typename Tag>
struct std::hash<patronat::base::Id<Tag>> {
    std::size_t operator()(const patronat::base::Id<Tag>& id) const noexcept
    {
        // Origins are random already; the odd constant spreads the counters.
        return static_cast<std::size_t>(id.origin ^ (id.sequence * 0x9E3779B97F4A7C15ULL));
    }
};
