// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/readtx.h"

#include "core/base/text.h"
#include "core/db/steplimit.h"
#include "core/journal/trail.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace patronat::store {

using base::ErrorCode;
using base::OperationId;
using base::RecordId;
using base::Result;
using journal::Head;
using journal::Operation;
using journal::Trail;

namespace {

/// A condition over all persons of a region takes a tenth of it.
constexpr std::int64_t kMostSteps = 50'000'000;

std::vector<Head> headsOf(const Trail& trail, JournalReader& journal)
{
    std::vector<Head> heads;
    for (const std::uint32_t position : trail.heads()) {
        const journal::TrailEntry& entry = trail.entries[position];
        heads.push_back({ { journal.origin(entry.origin).value_or(0), entry.sequence }, entry.check });
    }
    std::sort(heads.begin(), heads.end());
    return heads;
}

base::Error notFound(std::string_view type, RecordId id)
{
    return { ErrorCode::NotFound, { std::string(type), id.hex() }, {} };
}

std::string hexCheck(std::uint32_t check)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(check >> shift);
    return base::hex(bytes);
}

void planChildren(const ReadTx& tx, const profile::RecordType& signer, SignPlan& plan)
{
    for (const std::string& childType : signer.signsWith) {
        const Table* table = tx.tables().find(childType);
        if (table == nullptr || table->type().parent.empty())
            continue;
        const std::size_t covered = plan.size();
        for (std::size_t i = 0; i < covered; ++i) {
            const profile::Field* parent = table->type().field(table->type().parent);
            if (parent == nullptr || parent->target != plan[i].type)
                continue;
            for (const RecordId& child : tx.children(childType, table->type().parent, plan[i].id)) {
                const auto record = tx.record(childType, child);
                if (record && (record->life == "draft" || record->life == "cancelled"))
                    plan.push_back({ childType, child, record->heads });
            }
        }
    }
}

} // namespace

std::string headsText(const std::vector<Head>& heads)
{
    std::string out;
    for (const Head& head : heads) {
        out += out.empty() ? "" : ",";
        out += head.id.hex() + "." + hexCheck(head.check);
    }
    return out;
}

Result<std::vector<Head>> parseHeads(std::string_view text)
{
    std::vector<Head> heads;
    for (const std::string& part : base::split(text, ',')) {
        const std::string one = base::trimmed(part);
        const auto id = OperationId::fromHex(std::string_view(one).substr(0, 32));
        Head head { id.value_or(OperationId {}), 0 };
        const char* from = one.data() + std::min<std::size_t>(33, one.size());
        const auto parsed = std::from_chars(from, one.data() + one.size(), head.check, 16);
        if (!id || one.size() != 41 || one[32] != '.' || parsed.ec != std::errc()
            || parsed.ptr != one.data() + one.size())
            return { ErrorCode::InvalidArgument, { "base", std::string(text) } };
        heads.push_back(head);
    }
    std::sort(heads.begin(), heads.end());
    heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
    return heads;
}

std::vector<Operation> ancestorsOf(const std::vector<Operation>& history, const std::vector<Head>& base)
{
    std::set<OperationId> wanted;
    std::vector<OperationId> open;
    for (const Head& head : base)
        open.push_back(head.id);
    while (!open.empty()) {
        const OperationId id = open.back();
        open.pop_back();
        if (!wanted.insert(id).second)
            continue;
        const auto at = std::find_if(
            history.begin(), history.end(), [&](const Operation& o) { return o.id == id; });
        if (at != history.end())
            for (const Head& head : at->base)
                open.push_back(head.id);
    }
    std::vector<Operation> out;
    for (const Operation& o : history)
        if (wanted.contains(o.id))
            out.push_back(o);
    return out;
}

Result<Record> ReadTx::record(std::string_view type, RecordId id) const
{
    const Table* table = m_tables.find(type);
    if (table == nullptr)
        return { ErrorCode::UnknownType, { std::string(type) } };
    auto select = m_connection.prepare(table->selectSql() + " WHERE id = ?1");
    select.bind(1, id);
    if (!select.step())
        return notFound(type, id);
    Record out { std::string(type), id, select.id<base::UnitId>(1), std::string(select.text(2)), {}, {},
        false, false, false };
    for (std::size_t i = 0; i < table->columns().size(); ++i) {
        base::Value value = select.value(Table::kFirstSelectedColumn + static_cast<int>(i));
        if (!value.isNull())
            out.values.emplace(table->columns()[i].field, std::move(value));
    }
    const std::string trailBytes(select.blob(3));
    select.reset();
    const auto creation = base::idCast<OperationId>(id);
    const auto trail
        = journal::decodeTrail(trailBytes, m_journal.originNumber(creation.origin).value_or(0), creation.sequence);
    if (!trail)
        return trail.error();
    out.heads = headsOf(*trail, m_journal);
    out.hasConflicts = (trail->flags & Trail::OpenConflict) != 0;
    out.isPlain = (trail->flags & ~Trail::Signed) == 0;
    auto beside = m_connection.prepare("SELECT EXISTS(SELECT 1 FROM beside WHERE record = ?1)");
    beside.bind(1, id);
    out.hasBeside = beside.step() && beside.integer(0) != 0;
    return out;
}

std::optional<std::string> ReadTx::typeOf(RecordId id) const
{
    for (const Table& table : m_tables.all()) {
        auto select = m_connection.prepare("SELECT 1 FROM " + sqlName(table.type().id) + " WHERE id = ?1");
        select.bind(1, id);
        if (select.step())
            return table.type().id;
    }
    return std::nullopt;
}

Result<std::vector<RecordId>> ReadTx::list(
    std::string_view type, const std::string& where, std::int64_t limit) const
{
    const Table* table = m_tables.find(type);
    if (table == nullptr)
        return { ErrorCode::UnknownType, { std::string(type) } };
    std::string sql = "SELECT id FROM " + sqlName(type) + " WHERE ";
    sql += where.empty() ? "life NOT IN ('removed', 'erased')" : "(" + where + ")";
    sql += " ORDER BY rowno LIMIT " + std::to_string(limit);
    std::vector<RecordId> out;
    try {
        const db::StepLimit limited(m_connection, kMostSteps);
        auto select = m_connection.prepareOnce(sql);
        while (select.step())
            out.push_back(select.id<RecordId>(0));
    } catch (const db::DbError& error) {
        if (error.isFatal())
            throw;
        return { ErrorCode::InvalidArgument, { "where", where }, error.what() };
    }
    return out;
}

std::vector<RecordId> ReadTx::children(std::string_view type, std::string_view field, RecordId parent) const
{
    const Table* table = m_tables.find(type);
    if (table == nullptr)
        return {};
    std::string order = "rowno";
    if (!table->type().orderField.empty())
        order = sqlName(table->type().orderField) + ", id";
    auto select = m_connection.prepare("SELECT id FROM " + sqlName(type) + " WHERE " + sqlName(field)
        + " = ?1 AND life NOT IN ('removed', 'erased') ORDER BY " + order);
    select.bind(1, parent);
    std::vector<RecordId> out;
    while (select.step())
        out.push_back(select.id<RecordId>(0));
    return out;
}

std::string ReadTx::trail(std::string_view type, RecordId id, bool& exists) const
{
    const Table* table = m_tables.find(type);
    auto select = m_connection.prepare(
        table ? table->selectTrailSql() : std::string("SELECT trail FROM other_record WHERE id = ?1 AND type = ?2"));
    select.bind(1, id);
    if (table == nullptr)
        select.bind(2, type);
    exists = select.step();
    return exists ? std::string(select.blob(0)) : std::string();
}

Result<std::vector<Operation>> ReadTx::history(std::string_view type, RecordId id) const
{
    bool exists = false;
    const std::string bytes = trail(type, id, exists);
    std::vector<Operation> operations = m_journal.history(id, bytes);
    std::erase_if(operations, [&](const Operation& o) { return o.type != type; });
    if (operations.empty())
        return notFound(type, id);
    std::sort(operations.begin(), operations.end(), [](const Operation& a, const Operation& b) {
        return std::tuple(!a.isCreation(), a.stamp, a.id) < std::tuple(!b.isCreation(), b.stamp, b.id);
    });
    return operations;
}

Result<journal::RecordState> ReadTx::state(std::string_view type, RecordId id) const
{
    PATRONAT_LET(const std::vector<Operation> operations, history(type, id));
    return journal::replay(operations);
}

Result<SignPlan> ReadTx::signPlan(std::string_view type, RecordId id) const
{
    PATRONAT_LET(const Record root, record(type, id));
    SignPlan plan { { std::string(type), id, root.heads } };
    planChildren(*this, m_tables.find(type)->type(), plan);
    return plan;
}

std::vector<OpenConflict> ReadTx::conflicts() const
{
    std::vector<std::pair<std::string, RecordId>> records;
    auto select = m_connection.prepare("SELECT DISTINCT type, record FROM conflict ORDER BY type, record");
    while (select.step())
        records.emplace_back(select.text(0), select.id<RecordId>(1));
    select.reset();
    std::vector<OpenConflict> out;
    for (const auto& [type, record] : records)
        for (OpenConflict& conflict : conflictsOf(type, record))
            out.push_back(std::move(conflict));
    return out;
}

std::vector<OpenConflict> ReadTx::conflictsOf(std::string_view type, RecordId id) const
{
    const auto operations = history(type, id);
    if (!operations)
        return {};
    const journal::RecordState now = journal::replay(*operations);
    std::vector<OpenConflict> out;
    for (const journal::Conflict& conflict : now.conflicts) {
        OpenConflict open { std::string(type), id, now.unit, conflict.field, std::nullopt, conflict.candidates };
        // What the candidates' authors had been shown, where all saw the same.
        bool same = true;
        for (const journal::Candidate& candidate : conflict.candidates) {
            const auto writer = std::find_if(operations->begin(), operations->end(),
                [&](const Operation& o) { return o.id == candidate.operation; });
            const auto shown = journal::replay(ancestorsOf(*operations, writer->base));
            const auto value = shown.values.find(conflict.field);
            const base::Value before = value == shown.values.end() ? base::Value() : value->second;
            same = same && (!open.base || *open.base == before);
            open.base = before;
        }
        if (!same)
            open.base.reset();
        out.push_back(std::move(open));
    }
    return out;
}

std::vector<BesideSigned> ReadTx::besides() const
{
    std::vector<BesideSigned> out;
    auto select = m_connection.prepare("SELECT type, record, operation FROM beside ORDER BY type, record, operation");
    while (select.step()) {
        auto operation = m_journal.operation(select.id<OperationId>(2));
        if (operation)
            out.push_back({ std::string(select.text(0)), select.id<RecordId>(1), std::move(*operation) });
    }
    return out;
}

std::int64_t ReadTx::waitingCount() const
{
    auto select = m_connection.prepare("SELECT count(*) FROM waiting");
    select.step();
    return select.integer(0);
}

std::optional<std::string> ReadTx::setting(std::string_view name) const
{
    auto select = m_connection.prepare("SELECT CAST(value AS TEXT) FROM setting WHERE name = ?1");
    select.bind(1, name);
    if (!select.step() || select.isNull(0))
        return std::nullopt;
    return std::string(select.text(0));
}

} // namespace patronat::store
