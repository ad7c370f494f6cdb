// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cbor.h"

#include <cbor.h>

#include "core/base/text.h"

#include <array>
#include <limits>

namespace patronat::base {

namespace {

using Kind = CborItem::Kind;

template <typename Encode, typename... Number>
void appendHead(std::string& out, Encode encode, Number... number)
{
    std::array<unsigned char, 9> head {};
    const std::size_t size = encode(number..., head.data(), head.size());
    out.append(reinterpret_cast<const char*>(head.data()), size);
}

/// One callback for every head that carries a number: libcbor differs only in its width.
template <Kind kind, typename Number>
void take(void* item, Number number)
{
    *static_cast<CborItem*>(item) = { kind, number, {} };
}

template <Kind kind>
void takeString(void* item, cbor_data bytes, std::size_t size)
{
    *static_cast<CborItem*>(item) = { kind, 0, { reinterpret_cast<const char*>(bytes), size } };
}

void takeNull(void* item)
{
    static_cast<CborItem*>(item)->kind = Kind::Null;
}

// What stays with libcbor's empty callbacks leaves the item Invalid, which refuses it: indefinite
// lengths and their end, tags, floats, booleans, undefined. In the order of the struct.
constexpr cbor_callbacks kCallbacks {
    .uint8 = take<Kind::Unsigned, std::uint8_t>,
    .uint16 = take<Kind::Unsigned, std::uint16_t>,
    .uint32 = take<Kind::Unsigned, std::uint32_t>,
    .uint64 = take<Kind::Unsigned, std::uint64_t>,
    .negint64 = take<Kind::Negative, std::uint64_t>,
    .negint32 = take<Kind::Negative, std::uint32_t>,
    .negint16 = take<Kind::Negative, std::uint16_t>,
    .negint8 = take<Kind::Negative, std::uint8_t>,
    .byte_string_start = cbor_null_byte_string_start_callback,
    .byte_string = takeString<Kind::Bytes>,
    .string = takeString<Kind::Text>,
    .string_start = cbor_null_string_start_callback,
    .indef_array_start = cbor_null_indef_array_start_callback,
    .array_start = take<Kind::Array, std::size_t>,
    .indef_map_start = cbor_null_indef_map_start_callback,
    .map_start = take<Kind::Map, std::size_t>,
    .tag = cbor_null_tag_callback,
    .float2 = cbor_null_float2_callback,
    .float4 = cbor_null_float4_callback,
    .float8 = cbor_null_float8_callback,
    .undefined = cbor_null_undefined_callback,
    .null = takeNull,
    .boolean = cbor_null_boolean_callback,
    .indef_break = cbor_null_indef_break_callback,
};

constexpr std::uint64_t kMostInt64 = std::numeric_limits<std::int64_t>::max();

/// Whether the item is one this format has, with `rest` bytes after it.
bool isAllowed(const CborItem& item, std::size_t rest)
{
    switch (item.kind) {
    case Kind::Invalid:
        return false;
    case Kind::Negative:
        return item.number <= kMostInt64;
    case Kind::Array:
        return item.number <= rest;
    case Kind::Map:
        return item.number <= rest / 2;
    case Kind::Text:
        return isUtf8(item.view);
    case Kind::Null:
    case Kind::Unsigned:
    case Kind::Bytes:
        return true;
    }
    return false;
}

/// Bytes of the shortest head for a number. A longer one would be a second spelling of the same item.
std::size_t headSize(std::uint64_t number)
{
    if (number < 24)
        return 1;
    if (number <= 0xff)
        return 2;
    if (number <= 0xffff)
        return 3;
    return number <= 0xffffffff ? 5 : 9;
}

bool isShortest(const CborItem& item, std::size_t read)
{
    if (item.kind == CborItem::Kind::Text || item.kind == CborItem::Kind::Bytes)
        return read == headSize(item.view.size()) + item.view.size();
    return read == headSize(item.number);
}

bool fitsInt64(const CborItem& item)
{
    return item.kind == Kind::Negative
        || (item.kind == Kind::Unsigned && item.number <= kMostInt64);
}

std::int64_t toInt64(const CborItem& item)
{
    const auto number = static_cast<std::int64_t>(item.number);
    return item.kind == Kind::Negative ? -1 - number : number;
}

} // namespace

void CborWriter::null()
{
    appendHead(m_out, cbor_encode_null);
}

void CborWriter::integer(std::int64_t value)
{
    if (value >= 0)
        appendHead(m_out, cbor_encode_uint, static_cast<std::uint64_t>(value));
    else
        appendHead(m_out, cbor_encode_negint, static_cast<std::uint64_t>(-1 - value));
}

void CborWriter::unsignedInteger(std::uint64_t value)
{
    appendHead(m_out, cbor_encode_uint, value);
}

void CborWriter::text(std::string_view value)
{
    appendHead(m_out, cbor_encode_string_start, value.size());
    m_out += value;
}

void CborWriter::bytes(std::string_view value)
{
    appendHead(m_out, cbor_encode_bytestring_start, value.size());
    m_out += value;
}

void CborWriter::array(std::size_t count)
{
    appendHead(m_out, cbor_encode_array_start, count);
}

void CborWriter::map(std::size_t count)
{
    appendHead(m_out, cbor_encode_map_start, count);
}

void CborWriter::value(const Value& value)
{
    if (const auto* number = value.number())
        integer(*number);
    else if (const auto* string = value.text())
        text(*string);
    else if (const auto* reference = value.reference())
        id(*reference);
    else
        null();
}

bool CborReader::nextWide(CborItem& item)
{
    const auto* head = reinterpret_cast<const unsigned char*>(m_source.data()) + m_position;
    const unsigned major = *head >> 5U;
    std::uint64_t number = *head & 31U;
    std::size_t rest = m_source.size() - m_position - 1;
    std::size_t width = 0;
    if (number >= 24) {
        width = number < 28 ? std::size_t { 1 } << (number - 24) : rest + 1;
        if (width > rest)
            return false;
        number = 0;
        for (std::size_t i = 1; i <= width; ++i)
            number = number << 8 | head[i];
        // A shorter head would have done.
        if (number < (width == 1 ? 24U : std::uint64_t { 1 } << (width * 4)))
            return false;
        rest -= width;
    }
    constexpr Kind kKinds[] { Kind::Unsigned, Kind::Negative, Kind::Bytes, Kind::Text, Kind::Array, Kind::Map };
    if (major > 5)
        return false;
    item.kind = kKinds[major];
    if (item.kind == Kind::Bytes || item.kind == Kind::Text)
        return number <= rest && takeString(1 + width, static_cast<std::size_t>(number), item);
    const bool isTooMuch = (item.kind == Kind::Negative && number > kMostInt64)
        || (item.kind == Kind::Array && number > rest) || (item.kind == Kind::Map && number > rest / 2);
    item.number = number;
    m_position += isTooMuch ? 0 : 1 + width;
    return !isTooMuch;
}

CborItem CborReader::nextLong()
{
    const std::size_t size = m_source.size() - m_position;
    if (m_failed || size == 0)
        return fail();
    CborItem item;
    if (nextWide(item))
        return item;
    item = {};
    const auto result = cbor_stream_decode(
        reinterpret_cast<cbor_data>(m_source.data() + m_position), size, &kCallbacks, &item);
    if (result.status != CBOR_DECODER_FINISHED)
        return fail();
    if (m_trust == Trust::Untrusted
        && (!isAllowed(item, size - result.read) || !isShortest(item, result.read)))
        return fail();
    m_position += result.read;
    return item;
}

bool CborReader::skip(int depth)
{
    const CborItem item = next();
    if (item.kind == Kind::Array || item.kind == Kind::Map) {
        // A count is at most what the rest could hold, so twice of it does not overflow.
        std::uint64_t left = item.kind == Kind::Map ? item.number * 2 : item.number;
        if (depth == 0)
            fail();
        while (left-- > 0 && !m_failed)
            skip(depth - 1);
    }
    return !m_failed;
}

std::int64_t CborReader::integer()
{
    const CborItem item = next();
    return fitsInt64(item) ? toInt64(item) : toInt64(fail());
}

std::uint64_t CborReader::unsignedInteger()
{
    const CborItem item = next();
    return item.kind == Kind::Unsigned ? item.number : fail().number;
}

std::string_view CborReader::bytes()
{
    const CborItem item = next();
    return item.kind == Kind::Bytes ? item.view : fail().view;
}

std::size_t CborReader::array()
{
    const CborItem item = next();
    return static_cast<std::size_t>((item.kind == Kind::Array ? item : fail()).number);
}

std::size_t CborReader::map()
{
    const CborItem item = next();
    return static_cast<std::size_t>((item.kind == Kind::Map ? item : fail()).number);
}

Value CborReader::value()
{
    const CborItem item = next();
    if (item.kind == Kind::Null)
        return {};
    if (fitsInt64(item))
        return toInt64(item);
    if (item.kind == Kind::Text)
        return item.view;
    if (item.kind == Kind::Bytes)
        if (const auto reference = RecordId::fromBytes(item.view))
            return *reference;
    fail();
    return {};
}

CborItem CborReader::fail()
{
    m_failed = true;
    return {};
}

} // namespace patronat::base
