// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rebuild.h"

#include "core/store/findings.h"
#include "core/store/nameindex.h"
#include "core/store/textindex.h"

#include <algorithm>
#include <string>
#include <vector>

namespace patronat::store {

using base::Status;

namespace {

struct Named {
    std::string type;
    base::RecordId record;
};

std::vector<Named> named(db::Connection& connection, std::string_view sql)
{
    std::vector<Named> out;
    auto select = connection.prepareOnce(sql);
    while (select.step())
        out.push_back({ std::string(select.text(0)), select.id<base::RecordId>(1) });
    return out;
}

/// A record of a type that was unknown has its operations in other_record's trail: they move to `waiting`, from
/// where rebuild() takes the history of a record without a row.
void moveToWaiting(Store::Inner& inner, const Named& record)
{
    auto select = inner.connection.prepare("SELECT trail FROM other_record WHERE id = ?1");
    select.bind(1, record.record);
    if (!select.step())
        return;
    const std::string trail(select.blob(0));
    select.reset();
    const auto history = inner.reader.history(record.record, trail);
    auto remove = inner.connection.prepare("DELETE FROM other_record WHERE id = ?1");
    remove.bind(1, record.record).run();
    for (const journal::Operation& o : history) {
        auto insert = inner.connection.prepare("INSERT INTO waiting(operation, type, record, missing) "
                                               "VALUES(?1, ?2, ?3, ?1) ON CONFLICT(operation) DO NOTHING");
        insert.bind(1, o.id).bind(2, std::string_view(o.type)).bind(3, o.record).run();
    }
}

Status clearDerived(Store::Inner& inner)
{
    for (const Table& table : inner.tables.all())
        inner.connection.execute("DELETE FROM " + sqlName(table.type().id));
    for (const std::string_view table : { "other_record", "unknown_field", "conflict", "beside", "waiting", "finding" })
        inner.connection.execute("DELETE FROM " + std::string(table));
    inner.connection.execute("INSERT INTO name_words(name_words) VALUES('delete-all')");
    inner.connection.execute("DELETE FROM name_pending");
    inner.connection.execute("DELETE FROM name");
    resetTextIndex(inner.connection);
    inner.applier.load();
    return {};
}

/// How many records the findings of one statement are asked of.
constexpr std::size_t kFindingsChunk = 10'000;

} // namespace

Status judgeAll(Store::Inner& inner, const std::string& today, base::Job& job)
{
    Changes chunk;
    const auto flush = [&]() -> Status {
        PATRONAT_TRY(job.checkpoint());
        PATRONAT_TRY(inner.judge.update(chunk, today));
        chunk.clear();
        return {};
    };
    for (const Table& table : inner.tables.all()) {
        const std::string& type = table.type().id;
        for (const Named& record :
            named(inner.connection, "SELECT '" + type + "', id FROM " + sqlName(type) + " ORDER BY id")) {
            chunk.push_back({ record.type, record.record, true, {} });
            if (chunk.size() == kFindingsChunk)
                PATRONAT_TRY(flush());
        }
    }
    return flush();
}

namespace {

/// Rows that follow otherwise from their operations than under the profile before.
bool readsOtherwise(const Table& before, const Table& now)
{
    for (const Column& column : now.columns()) {
        const std::size_t at = before.column(column.field);
        const bool inNames = at != Table::npos && before.columns()[at].inNames;
        if (inNames != column.inNames)
            return true;
    }
    // The line of names follows the order of the fields, too.
    std::vector<std::string> order[2];
    for (const Column& column : before.columns())
        if (column.inNames)
            order[0].push_back(column.field);
    for (const Column& column : now.columns())
        if (column.inNames)
            order[1].push_back(column.field);
    return order[0] != order[1];
}

bool indexesOtherwise(const Tables& before, const Tables& now)
{
    return std::any_of(now.all().begin(), now.all().end(), [&](const Table& table) {
        const Table* earlier = before.find(table.type().id);
        return earlier == nullptr || earlier->type().textFields != table.type().textFields;
    });
}

/// The lines of a type anew, as its profile reads its rows now.
void nameAgain(Store::Inner& inner, const Table& table)
{
    const std::string& type = table.type().id;
    NameIndex names(inner.connection);
    auto select = inner.connection.prepare("SELECT record, folded FROM name WHERE type = ?1");
    select.bind(1, std::string_view(type));
    while (select.step())
        names.set(type, select.id<base::RecordId>(0), std::string(select.text(1)), {});
    select.reset();
    names.flush();
    for (const Named& record :
        named(inner.connection, "SELECT '" + type + "', id FROM " + sqlName(type) + " ORDER BY id"))
        names.insert(type, record.record, nameLineOf(inner.connection, table, record.record));
    names.flush();
}

} // namespace

void takeUpKnown(Store::Inner& inner, const Tables& before)
{
    auto any = inner.connection.prepare(
        "SELECT EXISTS(SELECT 1 FROM other_record) OR EXISTS(SELECT 1 FROM unknown_field)");
    any.step();
    // The texts are indexed behind and anew: what was passed over then may be words now.
    if (any.integer(0) != 0 || indexesOtherwise(before, inner.tables))
        resetTextIndex(inner.connection);
    any.reset();
    for (const Table& table : inner.tables.all()) {
        const Table* earlier = before.find(table.type().id);
        if (earlier == nullptr || !readsOtherwise(*earlier, table))
            continue;
        nameAgain(inner, table);
    }
    for (const Named& record : named(inner.connection, "SELECT type, id FROM other_record ORDER BY type, id")) {
        if (inner.tables.find(record.type) == nullptr)
            continue;
        moveToWaiting(inner, record);
        inner.applier.rebuild(record.type, record.record);
        inner.changes.push_back({ record.type, record.record, true, {} });
    }
    for (const Named& record : named(inner.connection, "SELECT DISTINCT type, record FROM unknown_field")) {
        if (inner.tables.find(record.type) == nullptr)
            continue;
        inner.applier.rebuild(record.type, record.record);
        inner.changes.push_back({ record.type, record.record, false, {} });
    }
}

Status rebuildAll(Store& store, base::Job& job)
{
    // One transaction: a rebuild that is cut short leaves the tables as they were.
    PATRONAT_TRY(store.bulk([&](Store::Inner& inner) -> Status {
        PATRONAT_TRY(clearDerived(inner));
        inner.tables.bringUp(inner.connection);
        auto count = inner.connection.prepareOnce("SELECT count(*) FROM frame");
        count.step();
        const auto total = static_cast<std::uint64_t>(count.integer(0));
        count.reset();
        std::uint64_t done = 0;
        // Chunks hold whole histories of most records, so that few rows are rebuilt twice.
        std::vector<journal::Frame> frames;
        std::vector<journal::OperationView> views;
        std::vector<std::string> pending;
        const auto flush = [&] {
            inner.applier.apply(views, inner.changes);
            inner.changes.clear();
            inner.judge.glance().forget(); // findings come at the end, of all
            views.clear();
            frames.clear();
        };
        auto select = inner.connection.prepareOnce("SELECT bytes FROM frame ORDER BY no");
        while (select.step()) {
            PATRONAT_TRY(job.checkpoint());
            PATRONAT_LET(journal::Frame frame, journal::openFrame(select.blob(0)));
            frames.push_back(std::move(frame));
            for (const journal::Stored& stored : frames.back().operations()) {
                PATRONAT_LET(const journal::OperationView view, journal::view(stored.id, stored.bytes));
                views.push_back(view);
            }
            job.report(++done, total);
            if (frames.size() >= 256)
                flush();
        }
        select.reset();
        auto rows = inner.connection.prepareOnce(
            "SELECT origin.origin, op.sequence, op.bytes FROM op JOIN origin ON origin.no = op.origin");
        std::vector<base::OperationId> ids;
        while (rows.step()) {
            base::Origin origin = 0;
            for (const char c : rows.blob(0))
                origin = origin << 8 | static_cast<unsigned char>(c);
            ids.push_back({ origin, static_cast<std::uint64_t>(rows.integer(1)) });
            pending.emplace_back(rows.blob(2));
        }
        rows.reset();
        for (std::size_t i = 0; i < ids.size(); ++i) {
            PATRONAT_LET(const journal::OperationView view, journal::view(ids[i], pending[i]));
            views.push_back(view);
        }
        flush();
        PATRONAT_TRY(judgeAll(inner, store.environment().clock.today(), job));
        // verify reads only, and this asks for a writer: the names' words are compared with their lines here.
        NameIndex(inner.connection).settle();
        inner.connection.execute("INSERT INTO name_words(name_words) VALUES('integrity-check')");
        return {};
    }));
    // In steps of its own, as after every merge: what is cut short goes on at the next one.
    return indexTexts(store, job);
}

} // namespace patronat::store
