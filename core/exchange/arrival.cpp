// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/arrival.h"

#include "core/exchange/forks.h"
#include "core/exchange/sites.h"
#include "core/exchange/unittotals.h"
#include "core/store/chain.h"
#include "core/store/findings.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace patronat::exchange {

using base::Origin;
using base::Status;
using journal::OperationView;
using store::Store;

namespace {

/// What is sorted and written at once; between two of these a person's write may come first.
constexpr std::uint64_t kSliceBytes = std::uint64_t { 16 } << 20;
constexpr auto kPatience = std::chrono::milliseconds(50);
/// A frame with less is not worth a row of its own: its operations are framed with others.
constexpr std::uint32_t kMinFrame = 32;

Origin originAt(const db::Statement& row, int column)
{
    Origin origin = 0;
    for (const char c : row.blob(column))
        origin = origin << 8 | static_cast<unsigned char>(c);
    return origin;
}

void addSigns(db::Connection& connection, const char* sql, MergeEntry::What what, std::set<MergeEntry>& out)
{
    auto select = connection.prepare(sql);
    while (select.step())
        out.insert({ what, std::string(select.text(0)), select.id<base::RecordId>(1), std::string(select.text(2)),
            select.id<base::OperationId>(3) });
}

} // namespace

MergeCounts& Tally::at(Origin origin, std::string_view type)
{
    if (m_last == nullptr || m_origin != origin) {
        m_last = &m_cells[origin]; // its place stays while others come
        m_origin = origin;
    }
    for (Cell& cell : *m_last)
        if (cell.type == type)
            return cell.counts;
    return m_last->emplace_back(Cell { std::string(type), {} }).counts;
}

bool Tally::hasFresh(Origin origin) const
{
    const auto at = m_cells.find(origin);
    return at != m_cells.end()
        && std::any_of(at->second.begin(), at->second.end(), [](const Cell& cell) { return cell.counts.fresh > 0; });
}

Arrival::Arrival(std::vector<CheckedBatch>& batches, std::vector<BatchOutcome*> outcomes, base::SiteId self,
    std::uint64_t chunkBytes)
    : m_batches(batches)
    , m_outcomes(std::move(outcomes))
    , m_self(self)
    , m_chunkBytes(chunkBytes)
{
    while (!isDone() && m_batches[m_batch].frames.empty())
        ++m_batch;
}

Status Arrival::begin(Store::Inner& inner)
{
    for (std::size_t i = 0; i < m_batches.size(); ++i) {
        const CheckedBatch& batch = m_batches[i];
        if (batch.merged)
            continue; // late or again: what it said of its site has been heard
        const Manifest& m = batch.file.manifest;
        if (!batch.certified) {
            saveSite(inner.connection, { m.site, m.officeCode, m.siteName, m.siteKind, {} });
            rememberKey(inner.connection, m.site, m.key);
        } else if (!batch.isKept) {
            PATRONAT_LET(const vault::SiteCertificate says, vault::readCertificate(m.certificate));
            saveSite(inner.connection, { says.site, says.officeCode, says.name, says.kind, m.certificate });
        }
        if (batch.adopted)
            saveInstitution(inner.connection, *batch.adopted);
        // One made for another site names only what came from that one.
        if (m.recipient.isNull() || m.recipient == m_self)
            m_outcomes[i]->receipts = keepReceipts(inner.connection, m.site, batch.receipts);
    }
    return {};
}

Status Arrival::chunk(Store::Inner& inner)
{
    const auto began = std::chrono::steady_clock::now();
    const auto shouldYield
        = [&] { return inner.somebodyWaits() && std::chrono::steady_clock::now() - began > kPatience; };
    std::uint64_t bytes = 0;
    do {
        Slice slice;
        while (!isDone() && slice.plainBytes < std::min(kSliceBytes, m_chunkBytes) && (slice.plainBytes == 0 || !shouldYield()))
            PATRONAT_TRY(takeFrame(inner, slice));
        bytes += slice.plainBytes;
        PATRONAT_TRY(apply(inner, slice));
    } while (!isDone() && bytes < m_chunkBytes && !shouldYield());
    return {};
}

void Arrival::advance()
{
    ++m_framesDone;
    ++m_frame;
    while (!isDone() && m_frame >= m_batches[m_batch].frames.size()) {
        ++m_batch;
        m_frame = 0;
    }
}

Status Arrival::takeFrame(Store::Inner& inner, Slice& slice)
{
    CheckedFrame& frame = m_batches[m_batch].frames[m_frame];
    BatchOutcome& outcome = *m_outcomes[m_batch];
    if (frame.known || inner.journal.hasFrame(frame.header)) {
        outcome.had += frame.header.operations;
        for (const journal::Range& range : frame.header.ranges)
            m_tally.at(range.origin, {}).had += range.count;
        frame.operations = {};
        frame.opened.reset();
        advance();
        return {};
    }
    if (!frame.opened)
        PATRONAT_TRY(openOperations(frame));
    takeNew(inner, frame, slice);
    slice.frames.push_back(&frame);
    slice.plainBytes += frame.header.plainBytes;
    advance();
    return {};
}

void Arrival::takeNew(Store::Inner& inner, CheckedFrame& frame, Slice& slice)
{
    BatchOutcome& outcome = *m_outcomes[m_batch];
    const auto& ranges = frame.header.ranges;
    const bool allNew = std::all_of(ranges.begin(), ranges.end(), [&](const journal::Range& r) {
        return inner.journal.held(r.origin).containsNone(r.first, r.first + r.count - 1);
    });
    const bool whole = allNew && frame.header.operations >= kMinFrame;
    if (whole)
        inner.journal.keepFrame(frame.bytes, frame.header, frame.operations);
    for (const OperationView& o : frame.operations) {
        if (!allNew && inner.journal.holds(o.id)) {
            slice.met.push_back(&o);
            ++outcome.had;
            continue;
        }
        if (!whole)
            inner.journal.keep(o.id, o.bytes);
        slice.fresh.push_back(&o);
        countFresh(inner, o, outcome);
    }
}

void Arrival::countFresh(Store::Inner& inner, const OperationView& operation, BatchOutcome& outcome)
{
    ++outcome.fresh;
    ++m_tally.at(operation.id.origin, operation.type).fresh;
    if (operation.id.sequence != 1)
        return;
    const journal::Operation first = journal::decode(operation);
    if (first.opening)
        inner.journal.setSite(first.id.origin, first.opening->site);
}

Status Arrival::apply(Store::Inner& inner, Slice& slice)
{
    if (!slice.fresh.empty() || !slice.met.empty()) {
        if (!m_anyFresh)
            m_before = signs(inner.connection);
        m_anyFresh = true;
    }
    inner.applier.apply(store::Applier::Views(slice.fresh), inner.changes);
    // By id: those of one frame follow one another, and it is opened once.
    std::sort(slice.met.begin(), slice.met.end(),
        [](const OperationView* a, const OperationView* b) { return a->id < b->id; });
    for (const OperationView* o : slice.met) {
        const Meeting meeting = meetHeld(inner, *o);
        MergeCounts& counts = m_tally.at(o->id.origin, o->type);
        ++counts.had;
        if (meeting == Meeting::KeptBeside || meeting == Meeting::Replaced) {
            ++counts.forks;
            m_forks.push_back({ MergeEntry::What::Fork, std::string(o->type), o->record, {}, o->id });
        }
    }
    inner.journal.sealWhenFull();
    for (CheckedFrame* frame : slice.frames) {
        frame->operations = {};
        frame->opened.reset();
    }
    return {};
}

Status Arrival::find(Store::Inner& inner, const std::string& today)
{
    return inner.judge.update(inner.changes, today);
}

Arrival::Signs Arrival::signs(db::Connection& connection) const
{
    using What = MergeEntry::What;
    Signs out;
    addSigns(connection, "SELECT type, record, field, zeroblob(16) FROM conflict WHERE rank = 0", What::Conflict, out);
    addSigns(connection, "SELECT type, record, '', operation FROM beside", What::Beside, out);
    addSigns(connection, "SELECT type, record, '', operation FROM waiting", What::Waiting, out);
    addSigns(connection, "SELECT type, record, rule || ':' || field, zeroblob(16) FROM finding", What::Finding, out);
    return out;
}

void Arrival::listEntries(Store::Inner& inner, MergeReport& report)
{
    if (!m_anyFresh)
        return;
    const Signs now = signs(inner.connection);
    std::set_difference(
        now.begin(), now.end(), m_before.begin(), m_before.end(), std::back_inserter(report.entries));
    report.entries.insert(report.entries.end(), m_forks.begin(), m_forks.end());
    for (const MergeEntry& entry : report.entries) {
        const Origin origin = entry.operation.isNull() ? entry.record.origin : entry.operation.origin;
        MergeCounts& counts = m_tally.at(origin, entry.type);
        counts.conflicts += entry.what == MergeEntry::What::Conflict ? 1 : 0;
        counts.beside += entry.what == MergeEntry::What::Beside ? 1 : 0;
        counts.waiting += entry.what == MergeEntry::What::Waiting ? 1 : 0;
        counts.findings += entry.what == MergeEntry::What::Finding ? 1 : 0;
    }
}

void Arrival::listLines(db::Connection& connection, MergeReport& report) const
{
    std::unordered_map<Origin, base::SiteId> sites;
    auto origins = connection.prepare("SELECT origin, site FROM origin WHERE site IS NOT NULL");
    while (origins.step())
        sites.emplace(originAt(origins, 0), origins.id<base::SiteId>(1));
    std::unordered_map<base::SiteId, std::string> codes;
    for (const KnownSite& site : knownSites(connection))
        codes.emplace(site.id, site.officeCode);
    std::map<std::pair<base::SiteId, std::string>, MergeCounts> lines;
    for (const auto& [origin, cells] : m_tally.cells()) {
        const auto site = sites.find(origin);
        for (const Tally::Cell& cell : cells) {
            MergeCounts& sum = lines[{ site == sites.end() ? base::SiteId {} : site->second, cell.type }];
            sum.fresh += cell.counts.fresh;
            sum.had += cell.counts.had;
            sum.waiting += cell.counts.waiting;
            sum.conflicts += cell.counts.conflicts;
            sum.beside += cell.counts.beside;
            sum.findings += cell.counts.findings;
            sum.forks += cell.counts.forks;
        }
    }
    for (const auto& [key, counts] : lines) {
        const auto code = codes.find(key.first);
        report.lines.push_back({ key.first, code == codes.end() ? std::string() : code->second, key.second, counts });
    }
}

void Arrival::compareUnits(db::Connection& connection)
{
    if (std::all_of(m_batches.begin(), m_batches.end(), [](const CheckedBatch& batch) { return batch.merged; }))
        return; // their first reports say it
    UnitTotals totals;
    for (const CheckedBatch& batch : m_batches)
        for (const store::UnitShare& there : batch.payload.units)
            totals[there.unit].unit = there.unit;
    addUnitTotals(connection, totals);
    for (std::size_t i = 0; i < m_batches.size(); ++i) {
        for (const store::UnitShare& there : m_batches[i].payload.units) {
            const auto at = totals.find(there.unit);
            const store::UnitShare here = at == totals.end() ? store::UnitShare { there.unit, 0, 0 } : at->second;
            if (here != there)
                m_outcomes[i]->differences.push_back({ there.unit, here.operations, there.operations });
        }
    }
}

void Arrival::checkChains(Store::Inner& inner)
{
    for (std::size_t i = 0; i < m_batches.size(); ++i) {
        const auto& verified = m_batches[i].verifiedChains;
        m_outcomes[i]->chains = verified.size();
        for (const ChainState& chain : m_batches[i].payload.chains) {
            const bool isVerified = std::find(verified.begin(), verified.end(), chain.origin) != verified.end();
            const bool isWhole = inner.journal.held(chain.origin).contiguous() >= chain.length;
            if (isVerified || !isWhole || !m_tally.hasFresh(chain.origin))
                continue;
            if (store::chainHead(inner.reader, chain.origin, chain.length) == chain.head)
                ++m_outcomes[i]->chains;
            else
                m_outcomes[i]->brokenChains.push_back(chain.origin);
        }
    }
}

Status Arrival::finish(Store::Inner& inner, MergeReport& report, std::int64_t stamp)
{
    checkChains(inner);
    compareUnits(inner.connection);
    listEntries(inner, report);
    listLines(inner.connection, report);
    const std::string text = toJson(report);
    bool isKept = false;
    for (const CheckedBatch& batch : m_batches) {
        // Merged before: the first report says what it brought. One report of all that came together.
        auto insert = inner.connection.prepare("INSERT INTO batch(id, direction, site, stamp, report, whole) "
                                               "VALUES(?1, 'received', ?2, ?3, ?4, ?5) ON CONFLICT(id) DO NOTHING");
        insert.bind(1, std::string_view(batch.file.manifest.id)).bind(2, batch.file.manifest.site).bind(3, stamp);
        insert.bindStatic(4, isKept ? std::string_view() : std::string_view(text));
        insert.bind(5, std::int64_t { isWhole(inner.connection, batch.file.manifest) });
        insert.run();
        isKept = isKept || inner.connection.changes() > 0;
    }
    return {};
}

} // namespace patronat::exchange
