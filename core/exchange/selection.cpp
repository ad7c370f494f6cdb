// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/selection.h"

#include "core/exchange/unittotals.h"

#include <algorithm>

namespace patronat::exchange {

using base::Status;

namespace {

/// Loose operations are packed in runs of this many: few frames in memory, most of an origin side
/// by side.
constexpr std::size_t kPackAt = journal::kFrameOperations * 16;

std::string frameBytes(db::Connection& connection, std::int64_t number)
{
    auto select = connection.prepare("SELECT bytes FROM frame WHERE no = ?1");
    select.bind(1, number);
    select.step();
    return std::string(select.blob(0));
}

std::int64_t newest(db::Connection& connection, const char* table)
{
    auto select = connection.prepare("SELECT seq FROM sqlite_sequence WHERE name = ?1");
    select.bind(1, std::string_view(table));
    return select.step() ? select.integer(0) : 0;
}

} // namespace

Selection::Selection(const store::ReadTx& read, const Scope& scope, FeedCursor cursor)
    : m_read(read)
    , m_scope(scope)
    , m_cursor(std::move(cursor))
{
    m_reached = { newest(read.connection(), "frame"), newest(read.connection(), "op"),
        scope.isEverything(), scope.units(), {} };
}

bool Selection::wants(base::UnitId unit, bool isNew) const
{
    // At the beginning nothing was had, not even what goes to everyone.
    return m_scope.has(unit) && (isNew || !m_cursor.had(unit));
}

Status Selection::run(base::Job& job)
{
    const auto frames = choose();
    std::uint64_t done = 0;
    for (const Chosen& frame : frames) {
        PATRONAT_TRY(job.checkpoint());
        if (frame.isWhole)
            takeWhole(frame.number);
        else
            PATRONAT_TRY(takePart(frame));
        job.report(++done, 2 * (frames.size() + 1)); // the other half is to put the pieces together
    }
    PATRONAT_TRY(takePending());
    pack(m_loose);
    return {};
}

std::vector<Selection::Chosen> Selection::choose()
{
    std::vector<Chosen> out;
    auto select = m_read.connection().prepare("SELECT no, units, rows FROM frame ORDER BY no");
    while (select.step()) {
        Chosen frame { select.integer(0), false, select.integer(0) > m_cursor.frame, {} };
        if (frame.isNew && !select.isNull(2)) {
            frame.rows = store::decodeRows(select.blob(2));
            const auto fresh = std::count_if(
                frame.rows.begin(), frame.rows.end(), [&](auto row) { return isNewRow(row); });
            frame.isNew = fresh > 0;
            if (static_cast<std::size_t>(fresh) == frame.rows.size() || fresh == 0)
                frame.rows.clear();
        }
        const auto shares = store::decodeShares(select.blob(1));
        const auto wanted = std::count_if(shares.begin(), shares.end(),
            [&](const store::UnitShare& share) { return wants(share.unit, frame.isNew); });
        if (wanted == 0)
            continue;
        frame.isWhole = static_cast<std::size_t>(wanted) == shares.size() && frame.rows.empty();
        if (frame.isWhole)
            for (const store::UnitShare& share : shares)
                m_units.insert(share.unit);
        out.push_back(std::move(frame));
    }
    return out;
}

void Selection::takeWhole(std::int64_t number)
{
    const auto header = journal::readFrameHeader(frameBytes(m_read.connection(), number));
    if (!header)
        throw db::DbError({ base::ErrorCode::DatabaseDamaged, { m_read.connection().pathText() },
            describe(header.error()) });
    for (const journal::Range& range : header->ranges)
        m_origins.insert(range.origin);
    m_pieces.push_back({ number, {}, header->operations, header->plainBytes });
}

Status Selection::takePart(const Chosen& chosen)
{
    PATRONAT_LET(const journal::Frame frame,
        journal::openFrame(frameBytes(m_read.connection(), chosen.number)));
    for (std::size_t i = 0; i < frame.size(); ++i)
        PATRONAT_TRY(take(frame[i].id, frame[i].bytes,
            i < chosen.rows.size() ? isNewRow(chosen.rows[i]) : chosen.isNew));
    if (m_loose.size() >= kPackAt)
        pack(m_loose);
    return {};
}

Status Selection::takePending()
{
    auto select = m_read.connection().prepare(
        "SELECT op.no, op.origin, op.sequence, op.bytes FROM op ORDER BY op.no");
    while (select.step()) {
        const base::OperationId id {
            m_read.journal().origin(static_cast<std::uint32_t>(select.integer(1))).value_or(0),
            static_cast<std::uint64_t>(select.integer(2))
        };
        PATRONAT_TRY(take(id, select.blob(3), isNewRow(select.integer(0))));
    }
    return {};
}

Status Selection::take(base::OperationId id, std::string_view bytes, bool isNew)
{
    PATRONAT_LET(const journal::OperationView operation, journal::view(id, bytes));
    if (!wants(operation.unit, isNew))
        return {};
    m_units.insert(operation.unit);
    m_loose.push_back({ id, std::string(bytes) });
    return {};
}

void Selection::pack(std::vector<Loose>& loose)
{
    // What every database ships with lies apart: a recipient then keeps the rest as it came.
    std::set<base::Origin> seeds;
    for (const profile::SeedLog& log : m_read.profile().seeds)
        seeds.insert(log.origin);
    const auto key
        = [&](const Loose& one) { return std::pair(!seeds.contains(one.id.origin), one.id); };
    std::sort(loose.begin(), loose.end(),
        [&](const Loose& a, const Loose& b) { return key(a) < key(b); });
    std::vector<journal::Stored> stored;
    for (const Loose& one : loose) {
        stored.push_back({ one.id, one.bytes });
        m_origins.insert(one.id.origin);
    }
    const auto seedEnd = std::find_if(stored.begin(), stored.end(),
        [&](const journal::Stored& one) { return !seeds.contains(one.id.origin); });
    const auto shipped = static_cast<std::size_t>(seedEnd - stored.begin());
    for (std::size_t at = 0; at < stored.size();) {
        const std::size_t end = at < shipped ? shipped : stored.size();
        const std::span<const journal::Stored> rest = std::span(stored).subspan(at, end - at);
        const std::size_t count = journal::fittingFrame(rest);
        std::string made = journal::makeFrame(rest.first(count));
        const auto header = journal::readFrameHeader(made);
        m_pieces.push_back({ 0, std::move(made), header->operations, header->plainBytes });
        at += count;
    }
    loose.clear();
}

std::string Selection::bytes(const Piece& piece) const
{
    return piece.frame == 0 ? piece.made : frameBytes(m_read.connection(), piece.frame);
}

std::vector<store::UnitShare> Selection::unitTable() const
{
    std::vector<store::UnitShare> out;
    for (const auto& [unit, share] : unitTotals(m_read.connection()))
        if (m_units.contains(unit))
            out.push_back(share);
    std::sort(out.begin(), out.end(),
        [](const store::UnitShare& a, const store::UnitShare& b) { return a.unit < b.unit; });
    return out;
}

} // namespace patronat::exchange
