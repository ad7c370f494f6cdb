// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/applier.h"

#include "core/base/cbor.h"
#include "core/base/text.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

namespace patronat::store {

using base::OperationId;
using base::RecordId;
using base::UnitId;
using journal::Life;
using journal::Operation;
using journal::OperationView;
using journal::RecordState;
using journal::Trail;

namespace {

/// What sorting asks of an operation, side by side.
struct Keyed {
    RecordId record;
    const OperationView* operation;
    std::size_t type;
};

std::vector<Keyed> sortedByRecord(Applier::Views operations, const Tables& tables)
{
    std::vector<Keyed> out;
    out.reserve(operations.size());
    std::string_view lastType;
    std::size_t lastPosition = Table::npos;
    for (const OperationView* o : operations) {
        if (o->type != lastType) {
            lastType = o->type;
            lastPosition = tables.position(o->type);
        }
        out.push_back({ o->record, o, lastPosition });
    }
    std::sort(out.begin(), out.end(), [](const Keyed& a, const Keyed& b) {
        if (a.type != b.type)
            return a.type < b.type;
        if (a.record != b.record)
            return a.record < b.record;
        // The creation first, then as they were written where clocks agree.
        const bool left = a.operation->isCreation();
        const bool right = b.operation->isCreation();
        if (left != right)
            return left;
        return std::pair(a.operation->stamp, a.operation->id)
            < std::pair(b.operation->stamp, b.operation->id);
    });
    return out;
}

bool sameHeads(const Trail& trail, JournalReader& journal, const std::vector<journal::Head>& base)
{
    const auto positions = trail.heads();
    if (positions.size() != base.size())
        return false;
    for (const std::uint32_t position : positions) {
        const journal::TrailEntry& entry = trail.entries[position];
        const journal::Head head { { journal.origin(entry.origin).value_or(0), entry.sequence }, entry.check };
        if (std::find(base.begin(), base.end(), head) == base.end())
            return false;
    }
    return true;
}

std::vector<std::string> unknownFields(const std::vector<Operation>& operations, const Table* table)
{
    std::set<std::string> unknown;
    for (const Operation& o : operations) {
        for (const auto& [field, value] : o.fields) {
            const std::size_t column = table ? table->column(field) : Table::npos;
            if (column == Table::npos || !table->fits(column, value))
                unknown.insert(field);
        }
    }
    return { unknown.begin(), unknown.end() };
}

/// The operations and the profile disagree about what lies outside signatures. A signature that carries such a
/// field does so too: it was signed by a program for which the field lay inside, and covers it for ever.
bool disagrees(const std::vector<Operation>& operations, const Table& table)
{
    for (const Operation& o : operations) {
        if (o.kind != journal::Kind::Write && o.kind != journal::Kind::Sign)
            continue;
        std::size_t outside = 0;
        for (const auto& [field, value] : o.fields) {
            const std::size_t column = table.column(field);
            outside += column != Table::npos && table.columns()[column].afterSigning ? 1 : 0;
        }
        if (outside != o.afterSigning.size())
            return true;
    }
    return false;
}

void addName(std::string& line, std::string_view name)
{
    line += line.empty() ? "" : " ";
    line += name;
}

struct NameLines {
    std::string before;
    std::string after;
};

/// The line of a record as it stands, and as it will when `changes` (field, value) are written.
NameLines nameLinesOf(db::Connection& connection, const Table& table, RecordId record,
    std::span<const std::string> fields, std::span<const base::Value> values)
{
    auto select = connection.prepare(table.selectNamesSql());
    select.bind(1, record);
    NameLines lines;
    if (!select.step())
        return lines;
    int at = 0;
    for (const Column& column : table.columns()) {
        if (!column.isNameText())
            continue;
        if (!select.isNull(at))
            addName(lines.before, select.text(at));
        const auto changed = std::find(fields.begin(), fields.end(), column.field);
        if (changed == fields.end() && !select.isNull(at))
            addName(lines.after, select.text(at));
        else if (changed != fields.end())
            if (const std::string* text = values[static_cast<std::size_t>(changed - fields.begin())].text())
                addName(lines.after, *text);
        ++at;
    }
    return { base::fold(lines.before), base::fold(lines.after) };
}

} // namespace

std::string nameLine(const Table& table, const base::Fields& values)
{
    std::string line;
    for (const Column& column : table.columns()) {
        const auto at = column.inNames ? values.find(column.field) : values.end();
        if (at != values.end() && at->second.text() != nullptr)
            addName(line, *at->second.text());
    }
    return base::fold(line);
}

std::string nameLineOf(db::Connection& connection, const Table& table, RecordId record)
{
    return nameLinesOf(connection, table, record, {}, {}).before;
}

Trail trailOf(const std::vector<Operation>& operations, const RecordState& state, const Table* table,
    JournalReader& journal)
{
    Trail trail;
    std::set<OperationId> waiting;
    for (const journal::Waiting& w : state.waiting)
        waiting.insert(w.operation);
    std::vector<const Operation*> open;
    for (const Operation& o : operations)
        open.push_back(&o);
    std::sort(open.begin(), open.end(), [](const Operation* a, const Operation* b) {
        return std::tuple(!a->isCreation(), a->stamp, a->id) < std::tuple(!b->isCreation(), b->stamp, b->id);
    });
    std::unordered_map<OperationId, std::uint32_t> positions;
    const auto place = [&](const Operation& o, bool waits) {
        journal::TrailEntry entry { journal.originNumber(o.id.origin).value_or(0), o.id.sequence,
            o.head().check, {}, waits };
        if (!waits)
            for (const journal::Head& head : o.base)
                entry.parents.push_back(positions.at(head.id));
        // One form, whichever way the row was written.
        std::sort(entry.parents.begin(), entry.parents.end());
        positions.emplace(o.id, static_cast<std::uint32_t>(trail.entries.size()));
        trail.entries.push_back(std::move(entry));
    };
    for (bool moved = true; moved;) {
        moved = false;
        std::vector<const Operation*> left;
        for (const Operation* o : open) {
            const bool ready = !waiting.contains(o->id)
                && std::all_of(o->base.begin(), o->base.end(),
                    [&](const journal::Head& head) { return positions.contains(head.id); });
            if (ready)
                place(*o, false);
            else
                left.push_back(o);
            moved = moved || ready;
        }
        open = std::move(left);
    }
    for (const Operation* o : open)
        place(*o, true);
    if (!state.conflicts.empty())
        trail.flags |= Trail::OpenConflict;
    if (!state.waiting.empty())
        trail.flags |= Trail::HasWaiting;
    if (state.life != Life::Draft)
        trail.flags |= Trail::Signed;
    if (table == nullptr || !unknownFields(operations, table).empty() || disagrees(operations, *table))
        trail.flags |= Trail::UnknownFields;
    return trail;
}

Applier::Applier(db::Connection& connection, const Tables& tables, JournalReader& journal, Glance& glance)
    : m_connection(connection)
    , m_tables(tables)
    , m_journal(journal)
    , m_glance(glance)
    , m_names(connection)
{
    load();
}

void Applier::load()
{
    auto any = m_connection.prepare("SELECT EXISTS(SELECT 1 FROM waiting)");
    any.step();
    m_anyWaiting = any.integer(0) != 0;
    m_names.forget();
}

void Applier::apply(std::span<const OperationView> operations, Changes& changes)
{
    std::vector<const OperationView*> views;
    views.reserve(operations.size());
    for (const OperationView& operation : operations)
        views.push_back(&operation);
    apply(Views(views), changes);
}

void Applier::apply(Views operations, Changes& changes)
{
    const std::vector<Keyed> sorted = sortedByRecord(operations, m_tables);
    std::vector<const OperationView*> record;
    std::optional<Inserting> inserting;
    changes.reserve(changes.size() + operations.size());
    for (std::size_t at = 0; at < sorted.size();) {
        record.clear();
        const Keyed& first = sorted[at];
        // Operations of unknown types share a position.
        for (; at < sorted.size() && sorted[at].record == first.record && sorted[at].type == first.type
             && (first.type != Table::npos || sorted[at].operation->type == first.operation->type);
             ++at)
            record.push_back(sorted[at].operation);
        const Table* table = first.type == Table::npos ? nullptr : &m_tables.all()[first.type];
        if (table && (!inserting || &inserting->table != table)) {
            inserting.reset();
            inserting.emplace(*table, first.type, m_connection.prepare(table->insertSql()));
        }
        applyRecord(table ? &*inserting : nullptr, record, changes);
    }
    m_names.flush();
}

void Applier::applyRecord(Inserting* inserting, Views operations, Changes& changes)
{
    const OperationView& first = *operations.front();
    if (inserting && first.isCreation() && !hasWaiting(first.record) && insertDirectly(*inserting, operations)) {
        m_counts.direct += operations.size();
        changes.push_back({ inserting->table.type().id, first.record, true, {} });
        return;
    }
    // Each edit that builds on what the row shows changes it; from the first that does not, the history decides.
    std::size_t done = 0;
    if (inserting && !first.isCreation())
        while (done < operations.size() && updateDirectly(inserting->table, *operations[done], changes))
            ++done;
    m_counts.direct += done;
    if (done == operations.size())
        return;
    const Views rest = operations.subspan(done);
    m_counts.rebuilt += rest.size();
    rebuildWith(first.type, first.record, rest);
    changes.push_back({ std::string(first.type), first.record, first.isCreation(), {} });
}

bool Applier::hasWaiting(RecordId record)
{
    if (!m_anyWaiting)
        return false;
    auto select = m_connection.prepare("SELECT 1 FROM waiting WHERE record = ?1");
    select.bind(1, record);
    return select.step();
}

bool Applier::insertDirectly(Inserting& inserting, Views operations)
{
    const OperationView& first = *operations.front();
    inserting.row.clear();
    for (const OperationView* o : operations) {
        const auto origin = m_journal.originNumber(o->id.origin);
        if (!origin || o->unit != first.unit || !inserting.row.add(*o, *origin))
            return false;
    }
    inserting.row.bind(inserting.statement, first.record, first.unit);
    inserting.statement.run();
    m_glance.saw(inserting.position, first.record, m_connection.lastInsertRowId(), inserting.row);
    if (!inserting.table.type().nameFields.empty())
        m_names.insert(inserting.table.type().id, first.record, inserting.row.nameLine());
    return true;
}

bool Applier::updateDirectly(const Table& table, const OperationView& o, Changes& changes)
{
    if (o.kind != journal::Kind::Write || !o.plain || o.fieldCount == 0 || !isPlainFor(table, o))
        return false;
    auto select = m_connection.prepare(table.selectTrailSql());
    select.bind(1, o.record);
    if (!select.step() || select.id<UnitId>(1) != o.unit)
        return false;
    const auto creation = base::idCast<OperationId>(o.record);
    auto trail = journal::decodeTrail(
        select.blob(0), m_journal.originNumber(creation.origin).value_or(0), creation.sequence);
    const bool isSigned = trail && (trail->flags & Trail::Signed) != 0;
    const std::int64_t row = select.integer(3);
    const bool outsideSignature = o.afterSigningCount == o.fieldCount && select.text(2) == "signed";
    select.reset();
    if (!trail || (trail->flags & ~Trail::Signed) != 0 || (isSigned && !outsideSignature)
        || !sameHeads(*trail, m_journal, o.base()))
        return false;

    journal::TrailEntry entry { m_journal.originNumber(o.id.origin).value_or(0), o.id.sequence, o.check(),
        trail->heads(), false };
    trail->entries.push_back(std::move(entry));
    std::string sql = "UPDATE " + sqlName(table.type().id) + " SET trail = ?2";
    Change change { table.type().id, o.record, false, {} };
    base::CborReader fields(o.fieldBytes, base::CborReader::Trust::Checked);
    std::vector<base::Value> values;
    bool names = false;
    for (std::size_t i = 0; i < o.fieldCount; ++i) {
        change.fields.emplace_back(fields.text());
        values.push_back(fields.value());
        sql += ", " + sqlName(change.fields.back()) + " = ?" + std::to_string(i + 3);
        names = names || table.columns()[table.column(change.fields.back())].inNames;
    }
    if (names) {
        NameLines lines = nameLinesOf(m_connection, table, o.record, change.fields, values);
        m_names.set(table.type().id, o.record, std::move(lines.before), std::move(lines.after));
    }
    auto update = m_connection.prepare(sql + " WHERE rowno = ?1");
    const std::string trailBytes = journal::encodeTrail(*trail);
    update.bind(1, row).bindStaticBlob(2, trailBytes);
    for (std::size_t i = 0; i < values.size(); ++i)
        update.bind(static_cast<int>(i) + 3, values[i]);
    update.run();
    changes.push_back(std::move(change));
    return true;
}

std::string Applier::trailOf(std::string_view type, RecordId record, bool& exists)
{
    const Table* table = m_tables.find(type);
    auto select = m_connection.prepare(
        table ? table->selectTrailSql() : std::string("SELECT trail FROM other_record WHERE id = ?1 AND type = ?2"));
    select.bind(1, record);
    if (table == nullptr)
        select.bindStatic(2, type);
    exists = select.step();
    return exists ? std::string(select.blob(0)) : std::string();
}

void Applier::rebuild(std::string_view type, RecordId record)
{
    rebuildWith(type, record, {});
    m_names.flush();
}

void Applier::rebuildWith(std::string_view type, RecordId record, Views arrived)
{
    bool exists = false;
    const std::string before = trailOf(type, record, exists);
    std::vector<Operation> operations = m_journal.history(record, before);
    for (const OperationView* o : arrived)
        operations.push_back(journal::decode(*o));
    // A waiting operation may stand under another type's name for the same record: it stays where it is.
    std::erase_if(operations, [&](const Operation& o) { return o.type != type; });
    const RecordState state = journal::replay(operations);
    const Table* table = m_tables.find(type);
    const std::string trail = state.exists ? encodeTrail(store::trailOf(operations, state, table, m_journal))
                                           : std::string();
    if (state.exists && table)
        writeState(*table, record, state, trail, exists);
    else if (state.exists)
        writeOther(type, record, state, trail);
    writeSideTables(type, record, state, unknownFields(operations, table));
}

void Applier::writeState(
    const Table& table, RecordId record, const RecordState& state, const std::string& trail, bool exists)
{
    const bool isNamed = !table.type().nameFields.empty();
    std::string before = exists && isNamed ? nameLineOf(m_connection, table, record) : std::string();
    std::string sql = table.insertSql();
    if (exists) {
        sql = "UPDATE " + sqlName(table.type().id) + " SET unit = ?2, life = ?3, trail = ?4";
        for (std::size_t i = 0; i < table.columns().size(); ++i)
            sql += ", " + sqlName(table.columns()[i].field) + " = ?"
                + std::to_string(Table::kFirstColumnParameter + static_cast<int>(i));
        sql += " WHERE id = ?1";
    }
    auto write = m_connection.prepare(sql);
    write.bind(1, record).bind(2, state.unit).bindStatic(3, journal::lifeName(state.life));
    write.bindStaticBlob(4, trail);
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const int parameter = Table::kFirstColumnParameter + static_cast<int>(i);
        const auto value = state.values.find(table.columns()[i].field);
        if (value == state.values.end() || !table.fits(i, value->second))
            write.bindNull(parameter);
        else
            write.bind(parameter, value->second);
    }
    write.run();
    if (isNamed)
        m_names.set(table.type().id, record, std::move(before),
            state.life == Life::Removed || state.life == Life::Erased ? std::string()
                                                                      : store::nameLine(table, state.values));
}

void Applier::writeOther(
    std::string_view type, RecordId record, const RecordState& state, const std::string& trail)
{
    auto write = m_connection.prepare("INSERT INTO other_record(id, type, unit, trail) VALUES(?1, ?2, ?3, ?4) "
                                      "ON CONFLICT(id) DO UPDATE SET trail = excluded.trail");
    write.bind(1, record).bindStatic(2, type).bind(3, state.unit).bindStaticBlob(4, trail);
    write.run();
}

void Applier::writeSideTables(std::string_view type, RecordId record, const RecordState& state,
    const std::vector<std::string>& unknown)
{
    // Of this type only: an operation that gives the record another type's name changes nothing of it.
    for (const std::string_view table : { "conflict", "beside" }) {
        auto clear = m_connection.prepare("DELETE FROM " + std::string(table) + " WHERE record = ?1 AND type = ?2");
        clear.bind(1, record).bindStatic(2, type).run();
    }
    auto clearUnknown = m_connection.prepare("DELETE FROM unknown_field WHERE type = ?1 AND record = ?2");
    clearUnknown.bindStatic(1, type).bind(2, record).run();
    auto clearWaiting = m_connection.prepare("DELETE FROM waiting WHERE record = ?1 AND type = ?2");
    clearWaiting.bind(1, record).bindStatic(2, type).run();
    for (const journal::Conflict& conflict : state.conflicts) {
        std::int64_t rank = 0;
        for (const journal::Candidate& candidate : conflict.candidates) {
            auto insert = m_connection.prepare(
                "INSERT INTO conflict(record, field, rank, type, operation) VALUES(?1, ?2, ?3, ?4, ?5)");
            insert.bind(1, record).bindStatic(2, conflict.field).bind(3, rank++).bindStatic(4, type);
            insert.bind(5, candidate.operation).run();
        }
    }
    for (const journal::Candidate& candidate : state.beside) {
        auto insert = m_connection.prepare("INSERT INTO beside(record, operation, type) VALUES(?1, ?2, ?3)");
        insert.bind(1, record).bind(2, candidate.operation).bindStatic(3, type).run();
    }
    for (const std::string& field : unknown) {
        auto insert = m_connection.prepare("INSERT INTO unknown_field(type, field, record) VALUES(?1, ?2, ?3)");
        insert.bindStatic(1, type).bindStatic(2, field).bind(3, record).run();
    }
    for (const journal::Waiting& w : state.waiting) {
        auto insert = m_connection.prepare(
            "INSERT INTO waiting(operation, type, record, missing) VALUES(?1, ?2, ?3, ?4)");
        insert.bind(1, w.operation).bindStatic(2, type).bind(3, record).bind(4, w.missing.id).run();
        m_anyWaiting = true;
    }
}

} // namespace patronat::store
