// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journalreader.h"

#include <algorithm>

namespace patronat::store {

using base::OperationId;
using journal::Operation;

namespace {

constexpr std::size_t kOpenFrames = 16;

std::string_view originBytes(const std::array<unsigned char, 16>& id)
{
    return { reinterpret_cast<const char*>(id.data()), 8 };
}

base::Origin originFrom(std::string_view eight)
{
    base::Origin origin = 0;
    for (const char c : eight)
        origin = origin << 8 | static_cast<unsigned char>(c);
    return origin;
}

} // namespace

std::optional<std::uint32_t> JournalReader::originNumber(base::Origin origin)
{
    const auto known = m_numbers.find(origin);
    if (known != m_numbers.end())
        return known->second;
    auto select = m_connection.prepare("SELECT no FROM origin WHERE origin = ?1");
    const auto raw = OperationId { origin, 0 }.bytes();
    select.bindBlob(1, originBytes(raw));
    if (!select.step())
        return std::nullopt;
    const auto number = static_cast<std::uint32_t>(select.integer(0));
    m_numbers.emplace(origin, number);
    m_origins.emplace(number, origin);
    return number;
}

std::optional<base::Origin> JournalReader::origin(std::uint32_t number)
{
    const auto known = m_origins.find(number);
    if (known != m_origins.end())
        return known->second;
    auto select = m_connection.prepare("SELECT origin FROM origin WHERE no = ?1");
    select.bind(1, std::int64_t { number });
    if (!select.step())
        return std::nullopt;
    const base::Origin origin = originFrom(select.blob(0));
    m_numbers.emplace(origin, number);
    m_origins.emplace(number, origin);
    return origin;
}

const journal::Frame* JournalReader::frame(std::int64_t number)
{
    const auto open = std::find_if(m_frames.begin(), m_frames.end(),
        [&](const auto& entry) { return entry.first == number; });
    if (open != m_frames.end()) {
        m_frames.splice(m_frames.begin(), m_frames, open);
        return &m_frames.front().second;
    }
    auto select = m_connection.prepare("SELECT bytes FROM frame WHERE no = ?1");
    select.bind(1, number);
    if (!select.step())
        return nullptr;
    auto opened = journal::openFrame(select.blob(0));
    if (!opened)
        throw db::DbError(
            { base::ErrorCode::DatabaseDamaged, { m_connection.path().string() }, describe(opened.error()) });
    m_frames.emplace_front(number, std::move(*opened));
    if (m_frames.size() > kOpenFrames)
        m_frames.pop_back();
    return &m_frames.front().second;
}

std::optional<std::string> JournalReader::pendingBytes(std::uint32_t origin, std::uint64_t sequence)
{
    auto select = m_connection.prepare("SELECT bytes FROM op WHERE origin = ?1 AND sequence = ?2");
    select.bind(1, std::int64_t { origin }).bind(2, static_cast<std::int64_t>(sequence));
    if (!select.step())
        return std::nullopt;
    return std::string(select.blob(0));
}

std::int64_t JournalReader::frameOf(std::uint32_t origin, std::uint64_t sequence)
{
    // Ranges are disjoint: only the last that begins before can hold it. Asking for its end in the statement
    // would walk through all of an origin's ranges for each pending operation.
    auto range = m_connection.prepare(
        "SELECT frame, last FROM frame_range WHERE origin = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1");
    range.bind(1, std::int64_t { origin }).bind(2, static_cast<std::int64_t>(sequence));
    if (!range.step() || range.integer(1) < static_cast<std::int64_t>(sequence))
        return 0;
    return range.integer(0);
}

std::size_t JournalReader::Place::inSequence(std::uint64_t most) const
{
    const OperationId first = (*frame)[at].id;
    std::size_t count = 1;
    while (count < most && at + count < frame->size()
        && (*frame)[at + count].id == OperationId { first.origin, first.sequence + count })
        ++count;
    return count;
}

std::optional<JournalReader::Place> JournalReader::place(OperationId id)
{
    const auto number = originNumber(id.origin);
    const std::int64_t holder = number ? frameOf(*number, id.sequence) : 0;
    const journal::Frame* opened = holder != 0 ? frame(holder) : nullptr;
    const auto at = opened ? opened->find(id) : -1;
    if (at < 0)
        return std::nullopt;
    return Place { opened, static_cast<std::size_t>(at) };
}

std::optional<std::string> JournalReader::bytes(OperationId id)
{
    if (const auto found = place(id))
        return std::string((*found->frame)[found->at].bytes);
    const auto number = originNumber(id.origin);
    return number ? pendingBytes(*number, id.sequence) : std::nullopt;
}

std::optional<Operation> JournalReader::operation(OperationId id)
{
    const auto found = bytes(id);
    if (!found)
        return std::nullopt;
    auto decoded = journal::decode(id, *found);
    if (!decoded)
        throw db::DbError(
            { base::ErrorCode::DatabaseDamaged, { m_connection.path().string() }, describe(decoded.error()) });
    return std::move(*decoded);
}

std::vector<Operation> JournalReader::history(base::RecordId record, std::string_view trail)
{
    std::vector<OperationId> ids;
    const auto creation = base::idCast<OperationId>(record);
    if (!trail.empty()) {
        ids.push_back(creation);
        const auto decoded = journal::decodeTrail(trail, originNumber(creation.origin).value_or(0), creation.sequence);
        if (!decoded)
            throw db::DbError({ base::ErrorCode::DatabaseDamaged, { m_connection.path().string() }, "trail" });
        for (std::size_t i = 1; i < decoded->entries.size(); ++i)
            ids.push_back({ origin(decoded->entries[i].origin).value_or(0), decoded->entries[i].sequence });
    } else {
        auto waiting = m_connection.prepare("SELECT operation FROM waiting WHERE record = ?1");
        waiting.bind(1, record);
        while (waiting.step())
            ids.push_back(waiting.id<OperationId>(0));
    }
    std::vector<Operation> out;
    out.reserve(ids.size());
    for (const OperationId& id : ids) {
        auto found = operation(id);
        // A row without one of its operations would be shown, and saved over, as if it had never been.
        if (!found)
            throw db::DbError(
                { base::ErrorCode::DatabaseDamaged, { m_connection.path().string() }, "lost " + id.hex() });
        out.push_back(std::move(*found));
    }
    return out;
}

void JournalReader::forEach(const std::function<void(OperationId, std::string_view)>& visit)
{
    auto frames = m_connection.prepareOnce("SELECT bytes FROM frame ORDER BY no");
    while (frames.step()) {
        auto opened = journal::openFrame(frames.blob(0));
        if (!opened)
            throw db::DbError({ base::ErrorCode::DatabaseDamaged, { m_connection.path().string() },
                describe(opened.error()) });
        for (const journal::Stored& stored : opened->operations())
            visit(stored.id, stored.bytes);
    }
    auto pending = m_connection.prepareOnce(
        "SELECT origin.origin, op.sequence, op.bytes FROM op JOIN origin ON origin.no = op.origin ORDER BY op.no");
    while (pending.step())
        visit({ originFrom(pending.blob(0)), static_cast<std::uint64_t>(pending.integer(1)) }, pending.blob(2));
}

void JournalReader::forget()
{
    m_numbers.clear();
    m_origins.clear();
    m_frames.clear();
}

} // namespace patronat::store
