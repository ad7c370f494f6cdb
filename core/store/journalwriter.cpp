// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journalwriter.h"

#include "core/base/cbor.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace patronat::store {

using base::OperationId;
using journal::FrameHeader;
using journal::OperationView;
using journal::Stored;

namespace {

constexpr std::int64_t kSealAt = 256;

void putFixed(std::string& out, std::uint64_t value)
{
    for (int shift = 0; shift < 64; shift += 8)
        out += static_cast<char>(value >> shift);
}

std::uint64_t fixedAt(const char* bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
}

} // namespace

std::vector<UnitShare> unitShares(std::span<const OperationView> operations)
{
    std::vector<UnitShare> all;
    all.reserve(operations.size());
    for (const OperationView& o : operations)
        all.push_back({ o.unit, 1, o.hash });
    std::sort(all.begin(), all.end(),
        [](const UnitShare& a, const UnitShare& b) { return a.unit < b.unit; });
    std::vector<UnitShare> out;
    for (const UnitShare& share : all) {
        if (out.empty() || out.back().unit != share.unit) {
            out.push_back(share);
            continue;
        }
        ++out.back().operations;
        out.back().sum += share.sum;
    }
    return out;
}

std::string encodeShares(const std::vector<UnitShare>& shares)
{
    std::string out;
    out.reserve(shares.size() * kShareBytes);
    for (const UnitShare& share : shares) {
        const auto unit = share.unit.bytes();
        out.append(reinterpret_cast<const char*>(unit.data()), unit.size());
        putFixed(out, share.operations);
        putFixed(out, share.sum);
    }
    return out;
}

std::vector<UnitShare> decodeShares(std::string_view bytes)
{
    std::vector<UnitShare> out;
    forEachShare(bytes, [&](const UnitShare& share) { out.push_back(share); });
    return out;
}

UnitShare shareAt(const char* bytes)
{
    return { base::UnitId::fromBytes(static_cast<const void*>(bytes)), fixedAt(bytes + 16), fixedAt(bytes + 24) };
}

std::string encodeRows(std::span<const std::int64_t> numbers)
{
    std::string out;
    base::CborWriter writer(out);
    std::int64_t before = 0;
    for (const std::int64_t number : numbers) // mostly one after the other: a byte each
        writer.integer(number - std::exchange(before, number));
    return out;
}

std::vector<std::int64_t> decodeRows(std::string_view bytes)
{
    std::vector<std::int64_t> out;
    base::CborReader reader(bytes);
    std::int64_t before = 0;
    while (!reader.atEnd() && !reader.failed())
        out.push_back(before += reader.integer());
    return out;
}

JournalWriter::JournalWriter(db::Connection& connection, JournalReader& reader)
    : m_connection(connection)
    , m_reader(reader)
{
    load();
}

void JournalWriter::load()
{
    m_held.clear();
    m_numbers.clear();
    m_reader.forget();
    std::unordered_map<std::int64_t, base::Origin> origins;
    auto select = m_connection.prepare("SELECT no, origin FROM origin");
    while (select.step()) {
        base::Origin origin = 0;
        for (const char c : select.blob(1))
            origin = origin << 8 | static_cast<unsigned char>(c);
        origins.emplace(select.integer(0), origin);
        m_numbers.emplace(origin, static_cast<std::uint32_t>(select.integer(0)));
    }
    auto ranges = m_connection.prepare("SELECT origin, first, last FROM frame_range ORDER BY origin, first");
    while (ranges.step())
        m_held[origins[ranges.integer(0)]].add(
            static_cast<std::uint64_t>(ranges.integer(1)), static_cast<std::uint64_t>(ranges.integer(2)));
    auto pending = m_connection.prepare("SELECT origin, sequence FROM op");
    m_pending = 0;
    while (pending.step()) {
        m_held[origins[pending.integer(0)]].add(static_cast<std::uint64_t>(pending.integer(1)));
        ++m_pending;
    }
    m_dirty = false;
}

bool JournalWriter::holds(OperationId id) const
{
    const auto origin = m_held.find(id.origin);
    return origin != m_held.end() && origin->second.contains(id.sequence);
}

const journal::Intervals& JournalWriter::held(base::Origin origin) const
{
    static const journal::Intervals kNone;
    const auto at = m_held.find(origin);
    return at == m_held.end() ? kNone : at->second;
}

std::uint32_t JournalWriter::number(base::Origin origin, base::SiteId site)
{
    const auto known = m_numbers.find(origin);
    if (known != m_numbers.end())
        return known->second;
    auto insert = m_connection.prepare("INSERT INTO origin(origin, site) VALUES(?1, ?2)");
    const auto raw = OperationId { origin, 0 }.bytes();
    insert.bindBlob(1, { reinterpret_cast<const char*>(raw.data()), 8 });
    if (site.isNull())
        insert.bindNull(2);
    else
        insert.bind(2, site);
    insert.run();
    m_dirty = true;
    const auto number = static_cast<std::uint32_t>(m_connection.lastInsertRowId());
    m_numbers.emplace(origin, number);
    return number;
}

void JournalWriter::markHeld(base::Origin origin, std::uint64_t first, std::uint64_t last)
{
    m_dirty = true;
    m_held[origin].add(first, last);
}

void JournalWriter::insertRow(OperationId id, std::string_view bytes)
{
    auto insert = m_connection.prepare("INSERT INTO op(origin, sequence, bytes) VALUES(?1, ?2, ?3)");
    insert.bind(1, std::int64_t { number(id.origin) });
    insert.bind(2, static_cast<std::int64_t>(id.sequence));
    insert.bindStaticBlob(3, bytes);
    insert.run();
    ++m_pending;
    m_dirty = true;
}

void JournalWriter::keep(OperationId id, std::string_view bytes)
{
    insertRow(id, bytes);
    markHeld(id.origin, id.sequence, id.sequence);
}

void JournalWriter::setSite(base::Origin origin, base::SiteId site)
{
    auto update = m_connection.prepare("UPDATE origin SET site = ?2 WHERE no = ?1 AND site IS NULL");
    update.bind(1, std::int64_t { number(origin, site) }).bind(2, site).run();
}

void JournalWriter::dropFrom(std::int64_t frame, OperationId id)
{
    auto select = m_connection.prepare("SELECT bytes FROM frame WHERE no = ?1");
    select.bind(1, frame);
    select.step();
    const auto opened = journal::openFrame(select.blob(0));
    select.reset();
    std::vector<Stored> stored;
    std::vector<OperationView> views;
    for (const Stored& one : opened ? opened->operations() : std::span<const Stored>()) {
        const auto viewed = journal::view(one.id, one.bytes);
        if (one.id == id || !viewed)
            continue;
        stored.push_back(one);
        views.push_back(*viewed);
    }
    if (!opened || stored.size() + 1 != opened->size())
        throw db::DbError({ base::ErrorCode::DatabaseDamaged, { m_connection.pathText() }, "frame" });
    auto ranges = m_connection.prepare("DELETE FROM frame_range WHERE frame = ?1");
    ranges.bind(1, frame).run();
    auto remove = m_connection.prepare("DELETE FROM frame WHERE no = ?1");
    remove.bind(1, frame).run();
    if (!stored.empty()) {
        const std::string bytes = journal::makeFrame(stored);
        insertFrame(bytes, *journal::readFrameHeader(bytes), encodeShares(unitShares(views)));
    }
}

void JournalWriter::replace(OperationId id, std::string_view bytes)
{
    const std::int64_t origin = number(id.origin);
    auto range = m_connection.prepare("SELECT frame FROM frame_range WHERE origin = ?1 AND first <= ?2 AND last >= ?2 "
                                      "ORDER BY first DESC LIMIT 1");
    range.bind(1, origin).bind(2, static_cast<std::int64_t>(id.sequence));
    if (range.step()) {
        const std::int64_t frame = range.integer(0);
        range.reset();
        dropFrom(frame, id);
    } else {
        auto remove = m_connection.prepare("DELETE FROM op WHERE origin = ?1 AND sequence = ?2");
        remove.bind(1, origin).bind(2, static_cast<std::int64_t>(id.sequence)).run();
        m_pending -= m_connection.changes();
    }
    insertRow(id, bytes);
    m_dirty = true;
    m_reader.forget(); // the frame it had open is another now
}

void JournalWriter::insertFrame(
    std::string_view bytes, const FrameHeader& header, const std::string& units, const std::string& rows)
{
    auto insert
        = m_connection.prepare("INSERT INTO frame(hash, operations, units, bytes, rows) VALUES(?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, static_cast<std::int64_t>(header.contentHash));
    insert.bind(2, std::int64_t { header.operations });
    insert.bindStaticBlob(3, units);
    insert.bindStaticBlob(4, bytes);
    if (rows.empty())
        insert.bindNull(5);
    else
        insert.bindStaticBlob(5, rows);
    insert.run();
    const std::int64_t frame = m_connection.lastInsertRowId();
    auto range = m_connection.prepare("INSERT INTO frame_range(origin, first, last, frame) VALUES(?1, ?2, ?3, ?4)");
    for (const journal::Range& r : header.ranges) {
        range.bind(1, std::int64_t { number(r.origin) });
        range.bind(2, static_cast<std::int64_t>(r.first));
        range.bind(3, static_cast<std::int64_t>(r.first + r.count - 1));
        range.bind(4, frame);
        range.run();
    }
}

void JournalWriter::keepFrame(
    std::string_view bytes, const FrameHeader& header, std::span<const OperationView> operations)
{
    insertFrame(bytes, header, encodeShares(unitShares(operations)));
    for (const journal::Range& r : header.ranges)
        markHeld(r.origin, r.first, r.first + r.count - 1);
}

bool JournalWriter::hasFrame(const FrameHeader& header)
{
    for (const journal::Range& r : header.ranges)
        if (!held(r.origin).containsAll(r.first, r.first + r.count - 1))
            return false;
    auto select = m_connection.prepare("SELECT bytes FROM frame WHERE hash = ?1");
    select.bind(1, static_cast<std::int64_t>(header.contentHash));
    while (select.step()) {
        const auto known = journal::readFrameHeader(select.blob(0));
        if (known && known->ranges == header.ranges && known->plainBytes == header.plainBytes)
            return true;
    }
    return false;
}

void JournalWriter::sealWhenFull()
{
    while (m_pending >= kSealAt) {
        struct Row {
            OperationId id;
            std::int64_t no;
            std::string bytes;
        };
        std::vector<Row> rows;
        auto select = m_connection.prepare(
            "SELECT op.no, op.origin, op.sequence, op.bytes FROM op ORDER BY op.no LIMIT 256");
        while (select.step())
            rows.push_back({ { m_reader.origin(static_cast<std::uint32_t>(select.integer(1))).value_or(0),
                                 static_cast<std::uint64_t>(select.integer(2)) },
                select.integer(0), std::string(select.blob(3)) });
        select.reset();
        const std::int64_t last = rows.back().no;
        std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
        std::vector<Stored> stored;
        std::vector<OperationView> views;
        std::vector<std::int64_t> numbers;
        for (const Row& row : rows) {
            numbers.push_back(row.no);
            stored.push_back({ row.id, row.bytes });
            auto viewed = journal::view(row.id, row.bytes);
            if (!viewed)
                throw db::DbError({ base::ErrorCode::DatabaseDamaged, { m_connection.path().string() },
                    describe(viewed.error()) });
            views.push_back(*viewed);
        }
        for (std::size_t at = 0; at < stored.size();) {
            const std::span<const Stored> rest = std::span(stored).subspan(at);
            const std::size_t count = journal::fittingFrame(rest);
            const std::string bytes = journal::makeFrame(rest.first(count));
            const auto header = journal::readFrameHeader(bytes);
            insertFrame(bytes, *header, encodeShares(unitShares(std::span(views).subspan(at, count))),
                encodeRows(std::span(numbers).subspan(at, count)));
            at += count;
        }
        auto remove = m_connection.prepare("DELETE FROM op WHERE no <= ?1");
        remove.bind(1, last);
        remove.run();
        m_pending -= static_cast<std::int64_t>(rows.size());
        m_dirty = true;
    }
}

} // namespace patronat::store
