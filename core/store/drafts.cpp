// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/drafts.h"

#include "core/base/cbor.h"
#include "core/db/connection.h"
#include "core/db/dberror.h"
#include "core/db/lockfile.h"
#include "core/db/migrator.h"
#include "core/store/writerthread.h"

#include <functional>
#include <utility>

namespace patronat::store {

using base::Result;
using base::Status;

namespace {

constexpr std::int32_t kDraftsId = 0x50744472; // "PtDr"

const std::vector<db::Migration>& draftMigrations()
{
    // Released steps never change.
    static const std::vector<db::Migration> steps { { 1, R"sql(
CREATE TABLE draft(
    id BLOB PRIMARY KEY CHECK(length(id) = 16),
    type TEXT NOT NULL,
    record BLOB NOT NULL CHECK(length(record) = 16),
    heads TEXT NOT NULL,
    fields BLOB NOT NULL,
    stamp INTEGER NOT NULL
) STRICT, WITHOUT ROWID
)sql" } };
    return steps;
}

std::string encodeFields(const base::Fields& fields)
{
    std::string out;
    base::CborWriter writer(out);
    writer.map(fields.size());
    for (const auto& [field, value] : fields) {
        writer.text(field);
        writer.value(value);
    }
    return out;
}

base::Fields decodeFields(std::string_view bytes)
{
    base::Fields fields;
    base::CborReader reader(bytes);
    const std::size_t count = reader.map();
    for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
        std::string field(reader.text());
        base::Value value = reader.value();
        if (!reader.failed())
            fields.emplace(std::move(field), std::move(value));
    }
    return fields;
}

constexpr std::string_view kSelect = "SELECT id, type, record, heads, fields, stamp FROM draft";

Draft draftAt(const db::Statement& select)
{
    return { select.id<base::DraftId>(0), std::string(select.text(1)), select.id<base::RecordId>(2),
        std::string(select.text(3)), decodeFields(select.blob(4)), select.integer(5) };
}

} // namespace

struct Drafts::Private {
    std::unique_ptr<db::Connection> connection; ///< lives and dies on the thread
    WriterThread thread;

    /// `fn` on the writer; DbErrors end here.
    Status run(const std::function<Status(db::Connection&)>& fn)
    {
        Status status;
        thread.run(true, [&] {
            try {
                status = fn(*connection);
            } catch (const db::DbError& error) {
                status = error.error();
            }
        });
        return status;
    }
};

Drafts::Drafts(std::unique_ptr<Private> p) : d(std::move(p)) {}

Drafts::~Drafts()
{
    if (!d)
        return;
    d->thread.run(true, [this] {
        try {
            if (d->connection)
                d->connection->checkpoint(true);
        } catch (const db::DbError&) {
            // The log stays beside the file and is read at the next opening.
        }
        d->connection.reset();
    });
}

std::filesystem::path Drafts::pathOf(const std::filesystem::path& database)
{
    std::filesystem::path path = db::resolved(database);
    path += ".drafts";
    return path;
}

Result<std::unique_ptr<Drafts>> Drafts::open(const std::filesystem::path& database)
{
    std::unique_ptr<Drafts> drafts(new Drafts(std::make_unique<Private>()));
    Status status;
    drafts->d->thread.run(true, [&] {
        try {
            auto connection = std::make_unique<db::Connection>(pathOf(database), db::Access::Writer);
            const auto migrated = migrate(*connection, kDraftsId, draftMigrations());
            if (migrated)
                drafts->d->connection = std::move(connection);
            else
                status = migrated.error();
        } catch (const db::DbError& error) {
            status = error.error();
        }
    });
    if (!status)
        return status.error();
    return drafts;
}

Status Drafts::save(const Draft& draft)
{
    if (draft.id.isNull())
        return { base::ErrorCode::InvalidArgument, { "draft", "" } };
    return d->run([&](db::Connection& connection) -> Status {
        const std::string fields = encodeFields(draft.fields);
        db::Transaction transaction(connection);
        {
            auto save = connection.prepare(
                "INSERT INTO draft(id, type, record, heads, fields, stamp) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
                "ON CONFLICT(id) DO UPDATE SET type = excluded.type, record = excluded.record, "
                "heads = excluded.heads, fields = excluded.fields, stamp = excluded.stamp");
            save.bind(1, draft.id).bindStatic(2, draft.type).bind(3, draft.record).bindStatic(4, draft.heads);
            save.bindStaticBlob(5, fields).bind(6, draft.stamp).run();
        }
        transaction.commit();
        constexpr std::int64_t kCheckpointBytes = std::int64_t { 1 } << 20;
        if (connection.walBytes() > kCheckpointBytes)
            connection.checkpoint(false);
        return {};
    });
}

Result<std::vector<Draft>> Drafts::all() const
{
    std::vector<Draft> out;
    PATRONAT_TRY(d->run([&](db::Connection& connection) -> Status {
        auto select = connection.prepare(std::string(kSelect) + " ORDER BY stamp DESC, id");
        while (select.step())
            out.push_back(draftAt(select));
        return {};
    }));
    return out;
}

Result<std::optional<Draft>> Drafts::find(base::DraftId id) const
{
    std::optional<Draft> out;
    PATRONAT_TRY(d->run([&](db::Connection& connection) -> Status {
        auto select = connection.prepare(std::string(kSelect) + " WHERE id = ?1");
        select.bind(1, id);
        if (select.step())
            out = draftAt(select);
        return {};
    }));
    return out;
}

Status Drafts::remove(base::DraftId id)
{
    return d->run([&](db::Connection& connection) -> Status {
        auto remove = connection.prepare("DELETE FROM draft WHERE id = ?1");
        remove.bind(1, id).run();
        return {};
    });
}

Result<std::size_t> Drafts::removeSaved(const Store& store)
{
    std::size_t removed = 0;
    PATRONAT_LET(const std::vector<Draft> drafts, all());
    for (const Draft& draft : drafts) {
        if (!store.savedDraft(draft.id))
            continue;
        PATRONAT_TRY(remove(draft.id));
        ++removed;
    }
    return removed;
}

} // namespace patronat::store
