// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/frame.h"

#include "core/base/hash.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace patronat::journal {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

// Layout, all numbers little-endian varints but for the fixed ones:
//   "PFr1" | operations | plain bytes | content hash (8 fixed) | ranges | per range: origin (8 fixed), first, count
//   | zstd block of: per operation its length, its bytes
constexpr std::string_view kMagic = "PFr1";
constexpr int kLevel = 3; // level 9 gave no gain over 3 (libraries.md 1)

void putVarint(std::string& out, std::uint64_t value)
{
    while (value >= 0x80) {
        out += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

void putFixed(std::string& out, std::uint64_t value)
{
    for (int shift = 0; shift < 64; shift += 8)
        out += static_cast<char>(value >> shift);
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}
    bool varint(std::uint64_t& value)
    {
        value = 0;
        for (int shift = 0; shift < 64 && m_at < m_bytes.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return true;
        }
        return false;
    }
    bool fixed(std::uint64_t& value)
    {
        value = 0;
        if (m_bytes.size() - m_at < 8)
            return false;
        for (int shift = 0; shift < 64; shift += 8)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_bytes[m_at++])) << shift;
        return true;
    }
    bool take(std::size_t count, std::string_view& out)
    {
        if (m_bytes.size() - m_at < count)
            return false;
        out = m_bytes.substr(m_at, count);
        m_at += count;
        return true;
    }
    std::size_t at() const { return m_at; }
    bool atEnd() const { return m_at == m_bytes.size(); }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

Error damaged(const char* why) { return { ErrorCode::InvalidValue, { "frame", why }, {} }; }

std::vector<Range> rangesOf(std::span<const Stored> operations)
{
    std::vector<Range> ranges;
    for (const Stored& o : operations) {
        if (!ranges.empty() && ranges.back().origin == o.id.origin
            && ranges.back().first + ranges.back().count == o.id.sequence)
            ++ranges.back().count;
        else
            ranges.push_back({ o.id.origin, o.id.sequence, 1 });
    }
    return ranges;
}

std::string directoryOf(const std::vector<Range>& ranges)
{
    std::string out;
    putVarint(out, ranges.size());
    for (const Range& range : ranges) {
        putFixed(out, range.origin);
        putVarint(out, range.first);
        putVarint(out, range.count);
    }
    return out;
}

/// Without the directory a flipped bit there would put good operations under wrong ids.
std::uint64_t contentHashOf(const std::vector<Range>& ranges, std::string_view plain)
{
    return base::quickHash(plain, base::quickHash(directoryOf(ranges)));
}

std::size_t varintSize(std::uint64_t value)
{
    std::size_t size = 1;
    for (; value >= 0x80; value >>= 7)
        ++size;
    return size;
}

struct ContextFree {
    void operator()(ZSTD_CCtx* c) const { ZSTD_freeCCtx(c); }
    void operator()(ZSTD_DCtx* c) const { ZSTD_freeDCtx(c); }
};

bool readRanges(Reader& in, std::uint64_t count, FrameHeader& header)
{
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        Range range;
        std::uint64_t operations = 0;
        if (!in.fixed(range.origin) || !in.varint(range.first) || !in.varint(operations))
            return false;
        if (range.first == 0 || operations == 0 || operations > kFrameOperations)
            return false;
        range.count = static_cast<std::uint32_t>(operations);
        if (range.first > kMaxSequence - operations) // so that every part of it can be framed anew
            return false;
        if (!header.ranges.empty()) {
            const Range& last = header.ranges.back();
            if (range.origin < last.origin
                || (range.origin == last.origin && range.first <= last.first + last.count)) // touching ones are one
                return false;
        }
        total += operations;
        header.ranges.push_back(range);
    }
    return total == header.operations;
}

/// Cuts the plain bytes into operations; false when lengths do not fit.
bool cut(std::string_view plain, const FrameHeader& header, std::vector<Stored>& out)
{
    Reader in(plain);
    out.reserve(header.operations);
    for (const Range& range : header.ranges) {
        for (std::uint32_t i = 0; i < range.count; ++i) {
            std::uint64_t length = 0;
            Stored stored { { range.origin, range.first + i }, {} };
            const std::size_t at = in.at();
            // One way to write a length: what is hashed as it lies must not be two things.
            if (!in.varint(length) || in.at() - at != varintSize(length) || length > kMaxOperationBytes
                || !in.take(length, stored.bytes))
                return false;
            out.push_back(stored);
        }
    }
    return in.atEnd();
}

} // namespace

std::ptrdiff_t Frame::find(OperationId id) const
{
    const auto at = std::lower_bound(m_stored.begin(), m_stored.end(), id,
        [](const Stored& stored, const OperationId& wanted) { return stored.id < wanted; });
    return at != m_stored.end() && at->id == id ? at - m_stored.begin() : -1;
}

std::string_view Frame::laid(std::size_t first, std::size_t count) const
{
    const std::string_view from = m_stored[first].bytes;
    const std::string_view to = m_stored[first + count - 1].bytes;
    const char* begin = from.data() - varintSize(from.size());
    return { begin, static_cast<std::size_t>(to.data() + to.size() - begin) };
}

std::string lengthBefore(std::size_t operationBytes)
{
    std::string out;
    putVarint(out, operationBytes);
    return out;
}

std::size_t fittingFrame(std::span<const Stored> operations)
{
    std::size_t plain = 0;
    std::size_t count = 0;
    for (; count < operations.size() && count < kFrameOperations; ++count) {
        const std::size_t bytes = operations[count].bytes.size();
        plain += varintSize(bytes) + bytes;
        if (plain > kMaxFramePlain)
            break;
    }
    return count;
}

std::string makeFrame(std::span<const Stored> operations)
{
    std::string plain;
    for (const Stored& o : operations) {
        putVarint(plain, o.bytes.size());
        plain += o.bytes;
    }
    const std::vector<Range> ranges = rangesOf(operations);
    std::string out(kMagic);
    putVarint(out, operations.size());
    putVarint(out, plain.size());
    putFixed(out, contentHashOf(ranges, plain));
    out += directoryOf(ranges);
    thread_local const std::unique_ptr<ZSTD_CCtx, ContextFree> context(ZSTD_createCCtx());
    const std::size_t start = out.size();
    out.resize(start + ZSTD_compressBound(plain.size()));
    const std::size_t written = ZSTD_compressCCtx(context.get(), out.data() + start,
        out.size() - start, plain.data(), plain.size(), kLevel);
    out.resize(start + written); // a bound-sized target cannot fail
    return out;
}

Result<FrameHeader> readFrameHeader(std::string_view frame)
{
    FrameHeader header;
    if (frame.substr(0, kMagic.size()) != kMagic)
        return damaged("magic");
    Reader in(frame.substr(kMagic.size()));
    std::uint64_t operations = 0;
    std::uint64_t plain = 0;
    std::uint64_t ranges = 0;
    if (!in.varint(operations) || !in.varint(plain) || !in.fixed(header.contentHash)
        || !in.varint(ranges))
        return damaged("header");
    if (operations == 0 || operations > kFrameOperations || plain > kMaxFramePlain
        || ranges > operations)
        return damaged("bounds");
    header.operations = static_cast<std::uint32_t>(operations);
    header.plainBytes = static_cast<std::uint32_t>(plain);
    if (!readRanges(in, ranges, header))
        return damaged("ranges");
    header.headerBytes = kMagic.size() + in.at();
    return header;
}

Result<Frame> openFrame(std::string_view frame)
{
    Frame out;
    PATRONAT_LET(out.m_header, readFrameHeader(frame));
    const std::string_view block = frame.substr(out.m_header.headerBytes);
    if (ZSTD_getFrameContentSize(block.data(), block.size()) != out.m_header.plainBytes
        || ZSTD_findFrameCompressedSize(block.data(), block.size()) != block.size())
        return damaged("blockSize");
    const std::size_t size = out.m_header.plainBytes;
    const auto plain = std::make_shared_for_overwrite<char[]>(size);
    thread_local const std::unique_ptr<ZSTD_DCtx, ContextFree> context(ZSTD_createDCtx());
    if (ZSTD_decompressDCtx(context.get(), plain.get(), size, block.data(), block.size()) != size)
        return damaged("block");
    const std::string_view bytes(plain.get(), size);
    if (contentHashOf(out.m_header.ranges, bytes) != out.m_header.contentHash)
        return damaged("contentHash");
    out.m_plain = plain;
    if (!cut(bytes, out.m_header, out.m_stored))
        return damaged("lengths");
    return out;
}

} // namespace patronat::journal
