// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/forks.h"

#include "core/store/nameindex.h"

#include <set>
#include <string>

namespace patronat::exchange {

using base::OperationId;
using base::RecordId;
using journal::OperationView;
using store::sqlName;
using store::Store;

namespace {

/// Keeps a content beside; false when it was there.
bool keepBeside(db::Connection& connection, OperationId id, std::uint64_t hash, std::string_view bytes)
{
    auto insert = connection.prepare(
        "INSERT INTO fork(operation, hash, bytes) VALUES(?1, ?2, ?3) ON CONFLICT(operation, hash) DO NOTHING");
    insert.bind(1, id).bind(2, static_cast<std::int64_t>(hash)).bindStaticBlob(3, bytes).run();
    return connection.changes() > 0;
}

/// The operations of a record, of whatever type they say, by its row and by what waits for it.
std::set<OperationId> operationsOf(Store::Inner& inner, std::string_view type, RecordId record)
{
    std::set<OperationId> out;
    const store::Table* table = inner.tables.find(type);
    auto row = inner.connection.prepare(
        table ? table->selectTrailSql() : std::string("SELECT trail FROM other_record WHERE id = ?1"));
    row.bind(1, record);
    if (row.step()) {
        const std::string trail(row.blob(0));
        row.reset();
        for (const journal::Operation& o : inner.reader.history(record, trail))
            out.insert(o.id);
    }
    auto waiting = inner.connection.prepare("SELECT operation FROM waiting WHERE record = ?1");
    waiting.bind(1, record);
    while (waiting.step())
        out.insert(waiting.id<OperationId>(0));
    return out;
}

void removeRow(Store::Inner& inner, std::string_view type, RecordId record)
{
    const store::Table* table = inner.tables.find(type);
    const bool isNamed = table && !table->type().nameFields.empty();
    std::string line = isNamed ? store::nameLineOf(inner.connection, *table, record) : std::string();
    auto remove = inner.connection.prepare(
        "DELETE FROM " + (table ? sqlName(table->type().id) : std::string("other_record")) + " WHERE id = ?1");
    remove.bind(1, record).run();
    // The line of a record of another type under this id stays.
    store::NameIndex names(inner.connection);
    names.set(type, record, std::move(line), {});
    names.flush();
}

/// Makes a record anew from the operations among `candidates` that are of it now. They go to `waiting`, from where
/// a rebuild takes the history of a record without a row.
void remake(Store::Inner& inner, std::string_view type, RecordId record, const std::set<OperationId>& candidates)
{
    removeRow(inner, type, record);
    std::set<std::string> types { std::string(type) };
    auto clear = inner.connection.prepare("DELETE FROM waiting WHERE record = ?1");
    clear.bind(1, record).run();
    for (const OperationId& id : candidates) {
        const auto operation = inner.reader.operation(id);
        if (!operation || operation->record != record)
            continue;
        types.insert(operation->type);
        auto insert = inner.connection.prepare("INSERT INTO waiting(operation, type, record, missing) "
                                               "VALUES(?1, ?2, ?3, ?1) ON CONFLICT(operation) DO NOTHING");
        insert.bind(1, id).bind(2, std::string_view(operation->type)).bind(3, record).run();
    }
    for (const std::string& each : types) {
        inner.applier.rebuild(each, record);
        inner.changes.push_back({ each, record, false, {} });
    }
}

void exchangeContents(Store::Inner& inner, const OperationView& incoming, const std::string& held)
{
    const auto old = journal::decode(incoming.id, held);
    if (!old)
        throw db::DbError({ base::ErrorCode::DatabaseDamaged, { inner.connection.pathText() }, describe(old.error()) });
    std::set<std::pair<std::string, RecordId>> records {
        { old->type, old->record }, { std::string(incoming.type), incoming.record }
    };
    std::set<OperationId> candidates { incoming.id };
    for (const auto& [type, record] : records)
        candidates.merge(operationsOf(inner, type, record));
    inner.journal.replace(incoming.id, incoming.bytes);
    // What waited for one record under this id may now wait for another.
    auto clear = inner.connection.prepare("DELETE FROM waiting WHERE operation = ?1");
    clear.bind(1, incoming.id).run();
    for (const auto& [type, record] : records)
        remake(inner, type, record, candidates);
}

} // namespace

Meeting meetHeld(Store::Inner& inner, const OperationView& incoming)
{
    const auto held = inner.reader.bytes(incoming.id);
    if (!held)
        throw db::DbError({ base::ErrorCode::DatabaseDamaged, { inner.connection.pathText() }, "held operation" });
    if (*held == incoming.bytes)
        return Meeting::Same;
    const std::uint64_t heldHash = journal::operationHash(incoming.id, *held);
    // Equal hashes of unequal contents: the bytes decide, the same way everywhere.
    const bool isSmaller = incoming.hash != heldHash ? incoming.hash < heldHash : incoming.bytes < std::string_view(*held);
    if (!isSmaller)
        return keepBeside(inner.connection, incoming.id, incoming.hash, incoming.bytes) ? Meeting::KeptBeside
                                                                                        : Meeting::KnownFork;
    keepBeside(inner.connection, incoming.id, heldHash, *held);
    auto back = inner.connection.prepare("DELETE FROM fork WHERE operation = ?1 AND hash = ?2");
    back.bind(1, incoming.id).bind(2, static_cast<std::int64_t>(incoming.hash)).run();
    exchangeContents(inner, incoming, *held);
    return Meeting::Replaced;
}

std::vector<Fork> forks(const store::ReadTx& read)
{
    std::vector<Fork> out;
    auto select = read.connection().prepare(
        "SELECT operation, bytes, adopted IS NOT NULL FROM fork ORDER BY operation, hash");
    while (select.step()) {
        const auto id = select.id<OperationId>(0);
        auto operation = journal::decode(id, select.blob(1));
        if (operation)
            out.push_back({ id, std::move(*operation), select.integer(2) != 0 });
    }
    return out;
}

} // namespace patronat::exchange
