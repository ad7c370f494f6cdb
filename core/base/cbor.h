// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/base/value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace patronat::base {

/// Appends CBOR (RFC 8949, definite lengths, shortest heads) to a string. Heads are written by libcbor.
class CborWriter {
public:
    explicit CborWriter(std::string& out) : m_out(out) {}
    void null();
    void integer(std::int64_t value);
    void unsignedInteger(std::uint64_t value);
    void text(std::string_view value);
    void bytes(std::string_view value);
    void array(std::size_t count);
    void map(std::size_t count);
    void value(const Value& value);
    template <typename Tag>
    void id(const Id<Tag>& id)
    {
        const auto raw = id.bytes();
        bytes({ reinterpret_cast<const char*>(raw.data()), raw.size() });
    }

private:
    std::string& m_out;
};

/// What one CBOR item is: the head, and for a string a view into the source.
struct CborItem {
    enum class Kind { Invalid, Null, Unsigned, Negative, Text, Bytes, Array, Map };
    Kind kind = Kind::Invalid;
    std::uint64_t number = 0; ///< value, |value|-1 of a negative, or count of an array or map
    std::string_view view; ///< of a text or a byte string; lives as long as the source
};

/// Reads untrusted CBOR item by item without allocating: definite lengths only, no tags, no floats,
/// no simple values but null, heads in their shortest form, texts of valid UTF-8, negative numbers within int64 (an unsigned one
/// may need all 64 bits: origins do), counts no greater than what the rest of the source could hold.
/// After the first wrong item everything is Invalid. Decoding is libcbor's streaming decoder.
class CborReader {
public:
    /// Checked: the same bytes have been read to their end before, so that text and heads are known to be right.
    enum class Trust { Untrusted, Checked };
    explicit CborReader(std::string_view source, Trust trust = Trust::Untrusted)
        : m_source(source)
        , m_trust(trust)
    {
    }
    CborItem next()
    {
        CborItem item;
        return nextShort(item) ? item : nextLong();
    }
    bool atEnd() const { return m_position == m_source.size() && !m_failed; }
    bool failed() const { return m_failed; }
    std::size_t position() const { return m_position; }
    /// Skips one whole item, arrays and maps at most `depth` deep.
    bool skip(int depth = 8);

    // Each reads one item of that kind and fails the reader otherwise.
    std::int64_t integer(); ///< within int64
    std::uint64_t unsignedInteger();
    std::string_view text()
    {
        const CborItem item = next();
        return item.kind == CborItem::Kind::Text ? item.view : fail().view;
    }
    /// A text of which the caller looks at every byte: its encoding is not checked again.
    std::string_view name()
    {
        const Trust trust = std::exchange(m_trust, Trust::Checked);
        CborItem item;
        const bool isShort = nextShort(item);
        m_trust = trust;
        if (!isShort)
            item = nextLong();
        return item.kind == CborItem::Kind::Text ? item.view : fail().view;
    }
    std::string_view bytes();
    std::size_t array();
    std::size_t map();
    Value value(); ///< null, integer, text, or a 16-byte string as a reference

private:
    CborItem fail();
    /// Numbers and strings whose head is one byte, nearly all of an operation, are read in place, longer heads by
    /// nextWide(), because a merge reads millions of both; whatever is anything else, or wrong, is left to libcbor (the
    /// oracle tests hold for all three).
    bool nextShort(CborItem& item)
    {
        if (m_failed || m_position >= m_source.size())
            return false;
        const auto head = static_cast<unsigned char>(m_source[m_position]);
        const std::size_t number = head & 31U;
        if (number >= 24 || head >= 0x80)
            return false;
        using Kind = CborItem::Kind;
        constexpr Kind kKinds[] { Kind::Unsigned, Kind::Negative, Kind::Bytes, Kind::Text };
        item.kind = kKinds[head >> 5];
        if (head < 0x40) {
            item.number = number;
            ++m_position;
            return true;
        }
        return takeString(1, number, item);
    }
    bool takeString(std::size_t head, std::size_t size, CborItem& item)
    {
        if (size > m_source.size() - m_position - head)
            return false;
        item.view = { m_source.data() + m_position + head, size };
        if (m_trust == Trust::Untrusted && item.kind == CborItem::Kind::Text && !isUtf8(item.view))
            return false;
        m_position += head + size;
        return true;
    }
    bool nextWide(CborItem& item);
    CborItem nextLong();
    std::string_view m_source;
    std::size_t m_position = 0;
    Trust m_trust = Trust::Untrusted;
    bool m_failed = false;
};

} // namespace patronat::base
