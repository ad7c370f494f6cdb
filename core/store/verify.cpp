// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/store/applier.h"
#include "core/store/chain.h"
#include "core/store/digest.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace patronat::store {

using base::OperationId;
using base::RecordId;
using base::Result;
using base::Status;
using journal::Operation;
using journal::RecordState;

namespace {

constexpr std::size_t kMaxProblems = 100;
/// How many operations of one pass are held in memory decoded.
constexpr std::uint64_t kPassOperations = 400'000;

class Verifier {
public:
    Verifier(const ReadTx& tx, base::Job& job) : m_tx(tx), m_job(job) {}

    Result<VerifyReport> run()
    {
        checkFile();
        PATRONAT_TRY(checkFrames());
        const std::uint64_t passes = m_damaged ? 0 : 1 + m_report.operations / kPassOperations;
        for (std::uint64_t pass = 0; pass < passes; ++pass)
            PATRONAT_TRY(checkRecords(pass, passes));
        if (m_damaged)
            return m_report; // what a damaged journal says cannot be compared with anything
        checkStrays();
        checkOwnChains();
        m_report.waiting = count("SELECT count(*) FROM waiting");
        m_report.forks = count("SELECT count(*) FROM fork");
        if (m_report.waiting != m_waiting)
            problem("waiting", { std::to_string(m_report.waiting), std::to_string(m_waiting) });
        return m_report;
    }

private:
    using Key = std::pair<RecordId, std::string>;

    void problem(std::string code, std::vector<std::string> args)
    {
        if (m_report.problems.size() < kMaxProblems)
            m_report.problems.push_back({ std::move(code), std::move(args) });
    }
    std::uint64_t count(std::string_view sql)
    {
        auto select = m_tx.connection().prepareOnce(sql);
        select.step();
        return static_cast<std::uint64_t>(select.integer(0));
    }

    void checkFile()
    {
        auto check = m_tx.connection().prepareOnce("PRAGMA integrity_check(10)");
        while (check.step())
            if (check.text(0) != "ok")
                problem("integrity", { std::string(check.text(0)) });
    }

    Status checkFrames()
    {
        auto select = m_tx.connection().prepareOnce("SELECT no, units, bytes, hash FROM frame ORDER BY no");
        while (select.step()) {
            PATRONAT_TRY(m_job.checkpoint());
            ++m_report.frames;
            checkFrame(select.integer(0), select.blob(1), select.blob(2));
        }
        checkPending();
        return {};
    }

    void checkPending()
    {
        auto select = m_tx.connection().prepareOnce("SELECT origin, sequence, bytes FROM op");
        while (select.step()) {
            ++m_report.operations;
            const auto origin = m_tx.journal().origin(static_cast<std::uint32_t>(select.integer(0)));
            const OperationId id { origin.value_or(0), static_cast<std::uint64_t>(select.integer(1)) };
            const auto view = journal::view(id, select.blob(2));
            if (!view)
                problem("operation", { id.hex(), describe(view.error()) });
            m_damaged = m_damaged || !view;
        }
    }

    void checkFrame(std::int64_t number, std::string_view units, std::string_view bytes)
    {
        const auto frame = journal::openFrame(bytes);
        if (!frame) {
            problem("frame", { std::to_string(number), describe(frame.error()) });
            m_damaged = true;
            return;
        }
        m_report.operations += frame->size();
        std::vector<journal::OperationView> views;
        for (const journal::Stored& stored : frame->operations()) {
            const auto view = journal::view(stored.id, stored.bytes);
            if (view)
                views.push_back(*view);
            else
                problem("operation", { stored.id.hex(), describe(view.error()) });
            m_damaged = m_damaged || !view;
        }
        if (encodeShares(unitShares(views)) != units)
            problem("frame", { std::to_string(number), "units" });
        auto ranges = m_tx.connection().prepare("SELECT coalesce(sum(last - first + 1), 0) FROM frame_range WHERE frame = ?1");
        ranges.bind(1, number);
        if (!ranges.step() || ranges.integer(0) != static_cast<std::int64_t>(frame->size()))
            problem("frame", { std::to_string(number), "ranges" });
    }

    Status checkRecords(std::uint64_t pass, std::uint64_t passes)
    {
        std::map<Key, std::vector<Operation>> piles;
        m_tx.journal().forEach([&](OperationId id, std::string_view bytes) {
            const auto view = journal::view(id, bytes);
            if (view && std::hash<RecordId> {}(view->record) % passes == pass)
                piles[{ view->record, std::string(view->type) }].push_back(journal::decode(*view));
        });
        std::uint64_t done = 0;
        for (const auto& [key, operations] : piles) {
            if (++done % 1000 == 0) {
                PATRONAT_TRY(m_job.checkpoint());
                m_job.report(done, piles.size());
            }
            checkRecord(key, operations);
        }
        return {};
    }

    void checkRecord(const Key& key, const std::vector<Operation>& operations)
    {
        const RecordState state = journal::replay(operations);
        m_waiting += state.waiting.size();
        if (!state.exists)
            return;
        ++m_report.records;
        const auto& [record, type] = key;
        const Table* table = m_tx.tables().find(type);
        for (const journal::Conflict& conflict : state.conflicts)
            m_conflicts += conflict.candidates.size();
        m_besides += state.beside.size();
        if (table == nullptr) {
            checkOther(key, operations, state);
            return;
        }
        auto row = m_tx.connection().prepare(table->selectSql() + " WHERE id = ?1");
        row.bind(1, record);
        if (!row.step()) {
            problem("missingRow", { type, record.hex() });
            return;
        }
        checkRow(*table, record, operations, state, row);
        checkSides(type, record, state);
    }

    /// A record of a type this profile does not know.
    void checkOther(const Key& key, const std::vector<Operation>& operations, const RecordState& state)
    {
        const auto& [record, type] = key;
        auto row = m_tx.connection().prepare("SELECT trail, unit FROM other_record WHERE id = ?1 AND type = ?2");
        row.bind(1, record).bind(2, std::string_view(type));
        if (!row.step()) {
            problem("missingRow", { type, record.hex() });
            return;
        }
        if (row.id<base::UnitId>(1) != state.unit)
            problem("row", { type, record.hex() });
        checkTrail(type, nullptr, record, operations, state, row.blob(0));
        checkSides(type, record, state);
    }

    void checkRow(const Table& table, RecordId record, const std::vector<Operation>& operations,
        const RecordState& state, const db::Statement& row)
    {
        const std::string& type = table.type().id;
        RecordState shown;
        shown.type = type;
        base::Fields expected = state.values;
        expected.erase(std::string(journal::kRemovedField));
        for (std::size_t i = 0; i < table.columns().size(); ++i) {
            base::Value value = row.value(Table::kFirstSelectedColumn + static_cast<int>(i));
            if (!value.isNull())
                shown.values.emplace(table.columns()[i].field, std::move(value));
        }
        std::erase_if(expected, [&](const auto& field) {
            const std::size_t column = table.column(field.first);
            return column == Table::npos || !table.fits(column, field.second);
        });
        if (shown.values != expected || row.text(2) != lifeName(state.life) || row.id<base::UnitId>(1) != state.unit)
            problem("row", { type, record.hex() });
        checkTrail(type, &table, record, operations, state, row.blob(3));
        checkName(table, record, state);
    }

    void checkTrail(const std::string& type, const Table* table, RecordId record, const std::vector<Operation>& operations,
        const RecordState& state, std::string_view bytes)
    {
        const auto creation = base::idCast<OperationId>(record);
        const auto trail = journal::decodeTrail(
            bytes, m_tx.journal().originNumber(creation.origin).value_or(0), creation.sequence);
        std::set<std::pair<std::uint32_t, std::uint64_t>> listed;
        if (trail)
            for (const journal::TrailEntry& entry : trail->entries)
                listed.emplace(entry.origin, entry.sequence);
        bool same = trail.ok() && listed.size() == operations.size();
        for (const Operation& o : operations)
            same = same && listed.contains({ m_tx.journal().originNumber(o.id.origin).value_or(0), o.id.sequence });
        same = same && trail->flags == trailOf(operations, state, table, m_tx.journal()).flags;
        if (!same)
            problem("trail", { type, record.hex() });
    }

    void checkName(const Table& table, RecordId record, const RecordState& state)
    {
        if (table.type().nameFields.empty())
            return;
        const bool gone = state.life == journal::Life::Removed || state.life == journal::Life::Erased;
        const std::string expected = gone ? std::string() : nameLine(table, state.values);
        if (expected.empty())
            return; // one too many is counted at the end
        ++m_names;
        auto select = m_tx.connection().prepare("SELECT 1 FROM name INDEXED BY name_folded WHERE folded = ?1 AND record = ?2");
        select.bindStatic(1, expected).bind(2, record);
        if (!select.step())
            problem("names", { table.type().id, record.hex() });
    }

    void checkSides(const std::string& type, RecordId record, const RecordState& state)
    {
        std::vector<std::pair<std::string, OperationId>> expected;
        for (const journal::Conflict& conflict : state.conflicts)
            for (const journal::Candidate& candidate : conflict.candidates)
                expected.emplace_back(conflict.field, candidate.operation);
        std::vector<std::pair<std::string, OperationId>> held;
        auto conflicts = m_tx.connection().prepare(
            "SELECT field, operation FROM conflict WHERE record = ?1 AND type = ?2 ORDER BY field, rank");
        conflicts.bind(1, record).bind(2, base::Value(type));
        while (conflicts.step())
            held.emplace_back(conflicts.text(0), conflicts.id<OperationId>(1));
        if (held != expected)
            problem("conflicts", { type, record.hex() });
        std::vector<OperationId> besides;
        auto beside = m_tx.connection().prepare("SELECT operation FROM beside WHERE record = ?1 ORDER BY operation");
        beside.bind(1, record);
        while (beside.step())
            besides.push_back(beside.id<OperationId>(0));
        std::vector<OperationId> expectedBeside;
        for (const journal::Candidate& candidate : state.beside)
            expectedBeside.push_back(candidate.operation);
        if (besides != expectedBeside)
            problem("beside", { type, record.hex() });
    }

    /// Rows that no operation made.
    void checkStrays()
    {
        std::uint64_t rows = count("SELECT count(*) FROM other_record");
        for (const Table& table : m_tx.tables().all())
            rows += count("SELECT count(*) FROM " + sqlName(table.type().id));
        if (rows != m_report.records)
            problem("strayRow", { std::to_string(rows), std::to_string(m_report.records) });
        checkCount("names", "name", m_names);
        checkCount("conflicts", "conflict", m_conflicts);
        checkCount("beside", "beside", m_besides);
    }

    void checkCount(const std::string& code, const std::string& table, std::uint64_t expected)
    {
        const std::uint64_t held = count("SELECT count(*) FROM " + table);
        if (held != expected)
            problem(code, { std::to_string(held), std::to_string(expected) });
    }

    /// Each origin of this site names the chain head of the one before: a rewritten past does not fit.
    std::vector<base::Origin> ownOrigins()
    {
        const auto site = base::SiteId::fromHex(m_tx.setting("site.id").value_or(""));
        std::vector<base::Origin> out;
        auto select = m_tx.connection().prepareOnce("SELECT no FROM origin WHERE site = ?1");
        select.bind(1, site.value_or(base::SiteId {}));
        while (select.step())
            out.push_back(m_tx.journal().origin(static_cast<std::uint32_t>(select.integer(0))).value_or(0));
        return out;
    }
    bool isForked(base::Origin origin)
    {
        auto select = m_tx.connection().prepare("SELECT 1 FROM fork WHERE operation >= ?1 AND operation <= ?2");
        select.bind(1, OperationId { origin, 0 }).bind(2, OperationId { origin, ~std::uint64_t { 0 } });
        return select.step();
    }
    /// The origin that had this head, at whatever length: what followed may have been lost with an older file
    /// and have come back from others.
    std::optional<base::Origin> withHead(const std::vector<base::Origin>& origins, const base::Digest256& head)
    {
        for (const base::Origin origin : origins) {
            Chain chain;
            for (std::uint64_t sequence = 1;; ++sequence) {
                const auto bytes = m_tx.journal().bytes({ origin, sequence });
                if (!bytes)
                    break;
                chain.add(*bytes);
                if (chain.head() == head)
                    return origin;
            }
        }
        return std::nullopt;
    }
    /// From what this file wrote last back to its first. Origins of the same site that came from a copy or
    /// with a scope need not be whole; one that forked has another content than its site signed.
    void checkOwnChains()
    {
        const auto last = OperationId::fromHex(m_tx.setting("site.origin").value_or(""));
        std::vector<base::Origin> left = ownOrigins();
        if (!last || std::any_of(left.begin(), left.end(), [&](base::Origin o) { return isForked(o); }))
            return;
        for (std::optional<base::Origin> at = last->origin; at;) {
            const auto first = m_tx.journal().operation({ *at, 1 });
            if (!first || !first->opening)
                return problem("chain", { OperationId { *at, 1 }.hex(), "opening" });
            std::erase(left, *at);
            if (first->opening->previousHead == base::Digest256 {})
                return;
            at = withHead(left, first->opening->previousHead);
            if (!at)
                problem("chain", { base::hex(first->opening->previousHead), "previousHead" });
        }
    }

    const ReadTx& m_tx;
    base::Job& m_job;
    VerifyReport m_report;
    std::uint64_t m_waiting = 0;
    std::uint64_t m_names = 0;
    std::uint64_t m_conflicts = 0;
    std::uint64_t m_besides = 0;
    bool m_damaged = false;
};

} // namespace

Result<VerifyReport> verify(const Store& store, base::Job& job)
{
    return store.read([&](const ReadTx& tx) { return Verifier(tx, job).run(); });
}

} // namespace patronat::store
