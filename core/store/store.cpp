// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/base/hash.h"
#include "core/db/durablefile.h"
#include "core/db/lockfile.h"
#include "core/db/migrator.h"
#include "core/db/settings.h"
#include "core/profile/loader.h"
#include "core/store/actions.h"
#include "core/store/breakdown.h"
#include "core/store/chain.h"
#include "core/store/findings.h"
#include "core/store/rebuild.h"
#include "core/store/rules.h"
#include "core/store/schema.h"
#include "core/store/seeds.h"
#include "core/store/writerthread.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

namespace patronat::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

/// A checkpoint once the log has grown this far (safety.md 2.4).
constexpr std::int64_t kCheckpointBytes = std::int64_t { 16 } << 20;
/// During bulk work: rewriting the same pages over and over costs more than a longer log (speed.md 10.7).
constexpr std::int64_t kBulkCheckpointBytes = std::int64_t { 128 } << 20;

struct Reader {
    Reader(const std::filesystem::path& path, const Tables& tables)
        : connection(path, db::Access::Reader)
        , journal(connection)
        , tx(connection, tables, journal)
    {
    }
    db::Connection connection;
    JournalReader journal;
    ReadTx tx;
};

/// Everything that belongs to the writer thread.
struct Writer {
    Writer(const std::filesystem::path& path, const Tables& tables, const Rules& rules, db::FaultPlan* faults)
        : connection(path, db::Access::Writer, faults)
        , reader(connection)
        , journal(connection, reader)
        , judge(connection, tables, rules)
        , applier(connection, tables, reader, judge.glance())
        , tx(connection, tables, reader)
    {
    }
    db::Connection connection;
    JournalReader reader;
    JournalWriter journal;
    Judge judge;
    Applier applier;
    ReadTx tx;
    OwnOrigin own;
};

void saveSetting(db::Connection& connection, std::string_view name, const base::Value& value)
{
    auto save = connection.prepare("INSERT INTO setting(name, value) VALUES(?1, ?2) "
                                   "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    save.bind(1, name).bind(2, value).run();
}

std::string textSetting(db::Connection& connection, std::string_view name)
{
    auto select = connection.prepare("SELECT value FROM setting WHERE name = ?1");
    select.bind(1, name);
    return select.step() ? std::string(select.text(0)) : std::string();
}

std::optional<base::OperationId> savedBy(db::Connection& connection, base::DraftId draft)
{
    if (draft.isNull())
        return std::nullopt;
    auto select = connection.prepare("SELECT operation FROM saved_draft WHERE draft = ?1");
    select.bind(1, draft);
    return select.step() ? std::optional(select.id<base::OperationId>(0)) : std::nullopt;
}

SiteIdentity loadSite(db::Connection& connection)
{
    SiteIdentity site;
    site.id = base::SiteId::fromHex(textSetting(connection, "site.id")).value_or(base::SiteId {});
    site.kind = textSetting(connection, "site.kind");
    site.officeCode = textSetting(connection, "site.code");
    site.name = textSetting(connection, "site.name");
    return site;
}

void saveSite(db::Connection& connection, const SiteIdentity& site)
{
    saveSetting(connection, "site.id", site.id.hex());
    saveSetting(connection, "site.kind", site.kind);
    saveSetting(connection, "site.code", site.officeCode);
    saveSetting(connection, "site.name", site.name);
}

void cacheProfile(db::Connection& connection, const profile::Profile& profile)
{
    connection.execute("DELETE FROM profile_cache");
    auto insert = connection.prepare("INSERT INTO profile_cache(hash, profile) VALUES(?1, ?2)");
    const std::string text = toCache(profile);
    insert.bind(1, std::string_view(profile.hash)).bindStatic(2, text).run();
}

/// What a writer learns from migrate(): a reader must not misread a file of a newer program either.
Status checkVersion(db::Connection& connection)
{
    const auto pragma = [&](std::string_view name) {
        auto select = connection.prepareOnce("PRAGMA " + std::string(name));
        return select.step() ? select.integer(0) : std::int64_t { 0 };
    };
    const std::string path = connection.pathText();
    if (pragma("application_id") != kApplicationId)
        return { ErrorCode::NotADatabase, { path } };
    const std::int64_t version = pragma("user_version");
    const std::int64_t ours = journalMigrations().back().version;
    if (version > ours)
        return { ErrorCode::DatabaseTooNew, { path, std::to_string(version), std::to_string(ours) } };
    return {};
}

/// What a file that could not be made whole leaves behind: it was not there before.
void removeFiles(const std::filesystem::path& path)
{
    std::error_code ignored;
    for (const std::string_view suffix : { "", "-wal", "-shm" }) {
        std::filesystem::path file = path;
        file += suffix;
        std::filesystem::remove(file, ignored);
    }
}

/// `known`: a profile that is in memory already; the one in the file is not parsed when it is the same.
Result<std::shared_ptr<const profile::Profile>> cachedProfile(db::Connection& connection,
    const std::filesystem::path& root, const std::shared_ptr<const profile::Profile>& known)
{
    auto select = connection.prepare("SELECT profile, hash FROM profile_cache");
    if (!select.step())
        return { ErrorCode::DatabaseDamaged, { connection.path().string() }, "no profile cached" };
    if (known && select.text(1) == known->hash)
        return known;
    const std::string text(select.text(0));
    const auto read = profile::fromCache(text);
    if (!read && read.error().code == ErrorCode::DatabaseTooNew)
        return { ErrorCode::DatabaseTooNew, { connection.pathText(), read.error().args.at(1), read.error().args.at(2) } };
    PATRONAT_LET(auto profile, read);
    if (root.empty())
        return profile;
    std::map<std::string, std::string, std::less<>> folders;
    for (const std::string& member : profile->chain)
        folders.emplace(member, (root / member).string());
    return profile::fromCache(text, std::move(folders));
}

} // namespace

struct Store::Private {
    Private(std::filesystem::path file, Environment place, OpenOptions how)
        : path(std::move(file))
        , environment(place)
        , options(std::move(how))
    {
    }
    ~Private() { dropWriter(); }
    /// Where it was made, on its thread.
    void dropWriter()
    {
        if (writer)
            onWriter(Priority::Interactive, [this] { writer.reset(); });
    }
    std::filesystem::path path;
    Environment environment;
    OpenOptions options;
    std::optional<db::LockFile> lock;
    std::unique_ptr<Tables> tables;
    std::unique_ptr<Rules> rules;
    SiteIdentity site;
    std::unique_ptr<WriterThread> thread; ///< null when writes run in the caller
    std::unique_ptr<Writer> writer;
    std::function<void(const Changes&)> listener;
    mutable std::mutex readersMutex;
    mutable std::map<std::thread::id, std::unique_ptr<Reader>> readers;

    void onWriter(Priority priority, const std::function<void()>& task)
    {
        if (!thread || thread->isCurrent())
            task();
        else
            thread->run(priority == Priority::Interactive, task);
    }
    void forgetReaders()
    {
        const std::lock_guard guard(readersMutex);
        readers.clear();
    }
    Reader& reader() const
    {
        const std::lock_guard guard(readersMutex);
        auto& mine = readers[std::this_thread::get_id()];
        if (!mine)
            mine = std::make_unique<Reader>(path, *tables);
        return *mine;
    }
    /// One transaction on the writer thread; DbErrors end here.
    Status transact(const std::function<Status()>& body, std::int64_t longLog = kCheckpointBytes)
    {
        if (broken)
            return mustReopen(path);
        try {
            db::Transaction transaction(writer->connection);
            writer->judge.glance().forget();
            const Status status = body();
            if (!status) {
                rolledBack();
                return status;
            }
            transaction.commit();
            writer->journal.committed();
        } catch (const db::DbError& error) {
            rolledBack();
            return failed(error);
        } catch (...) {
            rolledBack();
            throw;
        }
        checkpointWhenLong(longLog);
        return {};
    }
    void checkpointWhenLong(std::int64_t longLog)
    {
        try {
            if (writer->connection.walBytes() > longLog)
                writer->connection.checkpoint(false);
        } catch (const db::DbError& error) {
            // What was written is committed, whatever becomes of the log: the next write tries again.
            breakDown(error);
        }
    }
    /// After some errors nobody knows what is on the disk: nothing more is written (breakdown.h). From any thread.
    void breakDown(const db::DbError& error)
    {
        if (error.isFatal() && !broken.exchange(true) && !options.readOnly)
            leaveBreakdownMark(path, error.error());
    }
    Error failed(const db::DbError& error)
    {
        breakDown(error);
        return error.isFatal() ? mustReopen(path, describe(error.error())) : error.error();
    }
    void rolledBack()
    {
        // The transaction's guard rolls back when it leaves its scope; memory follows at the next write.
        stale = true;
    }
    void refresh()
    {
        if (!stale)
            return;
        writer->journal.load();
        writer->applier.load();
        stale = false;
    }
    bool stale = false;
    std::atomic<bool> broken = false;

    Status openWriter();
    void notify(const Changes& changes)
    {
        if (listener && !changes.empty())
            listener(changes);
    }
};

Status Store::Private::openWriter()
{
    auto acquired = db::LockFile::acquire(path);
    if (!acquired)
        return acquired.error();
    lock.emplace(std::move(*acquired));
    Status status;
    onWriter(Priority::Interactive, [&] {
        try {
            status = checkAfterBreakdown(path);
            if (!status)
                return;
            db::Connection connection(path, db::Access::Writer, options.faults);
            const auto migrated = migrate(connection, kApplicationId, journalMigrations());
            if (!migrated)
                status = migrated.error();
        } catch (const db::DbError& error) {
            status = error.error();
        }
    });
    return status;
}

Store::Store(std::unique_ptr<Private> p) : d(std::move(p)) {}

Store::~Store()
{
    d->forgetReaders();
    if (!d->writer)
        return;
    d->onWriter(Priority::Interactive, [this] {
        if (d->broken)
            return db::leaveLogAtClose(d->writer->connection.handle());
        try {
            d->writer->connection.checkpoint(true);
        } catch (const db::DbError&) {
            // The log stays beside the file and is read at the next opening: nothing is lost.
        }
    });
}

Result<std::unique_ptr<Store>> Store::create(const std::filesystem::path& path,
    std::shared_ptr<const profile::Profile> profile, const SiteIdentity& site, Environment environment,
    const OpenOptions& options)
{
    if (std::filesystem::exists(path))
        return { ErrorCode::FileNotWritable, { path.string() }, "exists" };
    auto d = std::make_unique<Private>(path, environment, options);
    d->site = site;
    if (options.writer == WriterMode::Thread)
        d->thread = std::make_unique<WriterThread>();
    if (const Status opened = d->openWriter(); !opened) {
        if (d->lock)
            removeFiles(path);
        return opened.error();
    }
    db::keepToOwner(path);
    d->tables = std::make_unique<Tables>(profile);
    d->rules = std::make_unique<Rules>(*d->tables);
    Status status;
    d->onWriter(Priority::Interactive, [&] {
        try {
            d->writer = std::make_unique<Writer>(path, *d->tables, *d->rules, options.faults);
            d->writer->own = { site.id, site.officeCode, 0, 0, {}, 0 };
            status = d->transact([&]() -> Status {
                saveSite(d->writer->connection, site);
                cacheProfile(d->writer->connection, *profile);
                d->tables->bringUp(d->writer->connection);
                Changes changes;
                Inner inner { d->writer->connection, *d->tables, d->writer->reader, d->writer->journal,
                    d->writer->applier, d->writer->judge, changes, [] { return false; } };
                return applySeeds(inner);
            });
        } catch (const db::DbError& error) {
            status = error.error();
        }
    });
    if (!status) {
        d->dropWriter();
        removeFiles(path);
        return status.error();
    }
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

Result<std::unique_ptr<Store>> Store::open(
    const std::filesystem::path& path, Environment environment, const OpenOptions& options)
{
    if (!std::filesystem::exists(path))
        return { ErrorCode::NotFound, { "database", path.string() } };
    auto d = std::make_unique<Private>(path, environment, options);
    if (options.writer == WriterMode::Thread && !options.readOnly)
        d->thread = std::make_unique<WriterThread>();
    if (!options.readOnly)
        PATRONAT_TRY(d->openWriter());
    try {
        db::Connection connection(path, db::Access::Reader);
        PATRONAT_TRY(checkVersion(connection));
        PATRONAT_LET(auto profile, cachedProfile(connection, options.profilesRoot, options.profile));
        d->site = loadSite(connection);
        d->tables = std::make_unique<Tables>(std::move(profile));
        d->rules = std::make_unique<Rules>(*d->tables);
    } catch (const db::DbError& error) {
        return error.error();
    }
    Status status;
    if (!options.readOnly) {
        d->onWriter(Priority::Interactive, [&] {
            try {
                d->writer = std::make_unique<Writer>(path, *d->tables, *d->rules, options.faults);
                d->writer->own = { d->site.id, d->site.officeCode, 0, 0, {}, 0 };
            } catch (const db::DbError& error) {
                status = error.error();
            }
        });
    }
    if (!status)
        return status.error();
    std::unique_ptr<Store> store(new Store(std::move(d)));
    if (options.profile && options.profile->hash != store->profile().hash)
        PATRONAT_TRY(store->upgrade(options.profile));
    return store;
}

Status Store::upgrade(std::shared_ptr<const profile::Profile> profile)
{
    if (!d->writer)
        return { ErrorCode::DatabaseBusy, { d->path.string(), "" } };
    if (d->broken)
        return mustReopen(d->path);
    for (const profile::Problem& problem : profile::checkSuccession(d->tables->profile(), *profile))
        if (problem.severity == profile::Severity::Error)
            return { ErrorCode::ProfileBroken,
                { problem.file, std::to_string(problem.line), problem.path, problem.code } };
    auto tables = std::make_unique<Tables>(profile);
    auto rules = std::make_unique<Rules>(*tables);
    d->forgetReaders();
    Status status;
    d->onWriter(Priority::Interactive, [&] {
        const OwnOrigin own = d->writer->own;
        d->writer.reset();
        std::swap(d->tables, tables);
        std::swap(d->rules, rules);
        try {
            d->writer = std::make_unique<Writer>(d->path, *d->tables, *d->rules, d->options.faults);
            d->writer->own = own;
            Changes changes;
            status = d->transact([&]() -> Status {
                cacheProfile(d->writer->connection, *profile);
                d->tables->bringUp(d->writer->connection, tables.get());
                Inner inner { d->writer->connection, *d->tables, d->writer->reader, d->writer->journal,
                    d->writer->applier, d->writer->judge, changes, [] { return false; } };
                takeUpKnown(inner, *tables);
                PATRONAT_TRY(applySeeds(inner));
                // Codes, references and rules are others now, for every record.
                base::Job job;
                return judgeAll(inner, d->environment.clock.today(), job);
            });
            if (status)
                d->notify(changes);
            if (!status) {
                d->writer.reset();
                std::swap(d->tables, tables);
                std::swap(d->rules, rules);
                d->writer = std::make_unique<Writer>(d->path, *d->tables, *d->rules, d->options.faults);
                d->writer->own = own;
            }
        } catch (const db::DbError& error) {
            status = error.error();
        }
    });
    return status;
}

const SiteIdentity& Store::site() const { return d->site; }
const Tables& Store::tables() const { return *d->tables; }
const profile::Profile& Store::profile() const { return d->tables->profile(); }
const Rules& Store::rules() const { return *d->rules; }
const std::filesystem::path& Store::path() const { return d->path; }
Environment Store::environment() const { return d->environment; }

Status Store::writeErased(const WriteOptions& options, Priority priority,
    const std::function<Status(WriteTx&)>& fn, std::optional<base::OperationId>& saved)
{
    if (!d->writer)
        return { ErrorCode::DatabaseBusy, { d->path.string(), "" } };
    Status status;
    d->onWriter(priority, [&] {
        if (d->broken) {
            status = mustReopen(d->path);
            return;
        }
        Writer& w = *d->writer;
        Changes changes;
        const OwnOrigin before = w.own;
        try {
            d->refresh();
        } catch (const db::DbError& error) {
            status = d->failed(error);
            return;
        }
        // What was not committed was not issued.
        struct Guard {
            OwnOrigin& own;
            const OwnOrigin& before;
            bool kept = false;
            ~Guard()
            {
                if (!kept)
                    own = before;
            }
        } guard { w.own, before };
        status = d->transact([&]() -> Status {
            saved = savedBy(w.connection, options.draft);
            if (saved)
                return {};
            drawOrigin();
            WriteTx tx(w.tx, w.journal, w.applier, *d->rules, w.own, d->environment.clock, options);
            PATRONAT_TRY(fn(tx));
            tx.finish();
            // Only what has operations can be the chain's next link.
            if (w.own.last > 0 && (before.last == 0 || w.own.origin != before.origin))
                saveSetting(w.connection, "site.origin", base::OperationId { w.own.origin, 0 }.hex());
            changes = tx.changes();
            // In the same transaction: one save is one sync, and a kill leaves no record unjudged.
            return w.judge.update(changes, d->environment.clock.today());
        });
        guard.kept = status.ok();
        if (status)
            d->notify(changes);
    });
    return status;
}

void Store::drawOrigin()
{
    Writer& w = *d->writer;
    OwnOrigin& own = w.own;
    // A snapshot of this computer, with the same chance, goes on under our origin: what it wrote came by a merge.
    const bool isOurs = w.journal.held(own.origin).count() == own.last;
    if (own.origin != 0 && isOurs)
        return;
    // The chain head of what this site wrote last: a fork of the file is seen by whoever holds both.
    const auto previous = base::OperationId::fromHex(textSetting(w.connection, "site.origin"));
    if (previous && previous->origin != 0)
        own.previousHead = chainHead(w.reader, previous->origin,
            previous->origin == own.origin ? own.last : w.journal.held(previous->origin).contiguous());
    own.origin = 0;
    while (own.origin == 0 || w.journal.held(own.origin).count() != 0)
        own.origin = d->environment.random.next();
    own.last = 0;
}

Status Store::readErased(const std::function<Status(const ReadTx&)>& fn) const
{
    try {
        Reader& reader = d->reader();
        db::Transaction transaction(reader.connection);
        return fn(reader.tx);
    } catch (const db::DbError& error) {
        d->breakDown(error);
        return error.error();
    }
}

std::optional<base::OperationId> Store::savedDraft(base::DraftId draft) const
{
    const auto found = read([&](const ReadTx& tx) -> Result<std::optional<base::OperationId>> {
        return savedBy(tx.connection(), draft);
    });
    return found ? *found : std::nullopt;
}

Status Store::bulk(const std::function<Status(Inner&)>& fn)
{
    if (!d->writer)
        return { ErrorCode::DatabaseBusy, { d->path.string(), "" } };
    Status status;
    d->onWriter(Priority::Bulk, [&] {
        if (d->broken) {
            status = mustReopen(d->path);
            return;
        }
        Writer& w = *d->writer;
        Changes changes;
        try {
            d->refresh();
        } catch (const db::DbError& error) {
            status = d->failed(error);
            return;
        }
        status = d->transact([&]() -> Status {
            Inner inner { w.connection, *d->tables, w.reader, w.journal, w.applier, w.judge, changes,
                [this] { return d->thread && d->thread->somebodyWaits(); } };
            return fn(inner);
        }, kBulkCheckpointBytes);
        if (status)
            d->notify(changes);
    });
    return status;
}

void Store::onChanged(std::function<void(const Changes&)> listener)
{
    d->onWriter(Priority::Interactive, [&] { d->listener = std::move(listener); });
}

namespace {

using Histories = std::vector<std::vector<journal::Operation>>;

/// The site's own origins from that of `group` to that of its last operation: a group may go on after the
/// database was closed and opened again.
std::vector<base::Origin> originsOf(const ReadTx& tx, base::SiteId site, base::GroupId group, base::OperationId last)
{
    std::vector<base::Origin> out { group.origin };
    if (last.origin == group.origin)
        return out;
    auto select = tx.connection().prepare("SELECT no FROM origin WHERE site = ?1 AND no > ?2 AND no <= ?3 ORDER BY no");
    select.bind(1, site);
    select.bind(2, std::int64_t { tx.journal().originNumber(group.origin).value_or(0) });
    select.bind(3, std::int64_t { tx.journal().originNumber(last.origin).value_or(0) });
    while (select.step())
        out.push_back(tx.journal().origin(static_cast<std::uint32_t>(select.integer(0))).value_or(0));
    return out;
}

/// What a group wrote, per record and oldest first; the records made last first: children before parents.
Result<Histories> writtenBy(const ReadTx& tx, base::SiteId site, base::GroupId group)
{
    auto select = tx.connection().prepare("SELECT last FROM action WHERE first = ?1");
    select.bind(1, group);
    if (!select.step())
        return { ErrorCode::NotFound, { "group", group.hex() } };
    const auto last = select.id<base::OperationId>(0);
    select.reset();
    std::map<std::pair<std::string, base::RecordId>, std::size_t> positions;
    Histories out;
    for (const base::Origin origin : originsOf(tx, site, group, last)) {
        for (std::uint64_t sequence = origin == group.origin ? group.sequence : 1;
             origin != last.origin || sequence <= last.sequence; ++sequence) {
            auto operation = tx.journal().operation({ origin, sequence });
            if (!operation)
                break;
            if (operation->group != group)
                continue;
            const auto [at, isNew] = positions.emplace(std::pair(operation->type, operation->record), out.size());
            if (isNew)
                out.emplace_back();
            out[at->second].push_back(std::move(*operation));
        }
    }
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace

Result<Store::Undone> Store::undo(base::GroupId group, base::RecordId author)
{
    PATRONAT_LET(const Histories written,
        read([&](const ReadTx& tx) { return writtenBy(tx, d->site.id, group); }));
    Undone undone;
    for (std::size_t at = 0; at < written.size();) {
        std::size_t end = at;
        for (std::size_t bound = 0; end < written.size(); ++end) {
            bound += written[end].size();
            if (bound > kMaxWhole && end > at)
                break;
        }
        std::vector<base::OperationId> impossible;
        // Named with what it takes back, so that the same is not offered twice.
        const WriteOptions options { author, undone.group, {}, nameOfUndo(group), true };
        const auto count = write(options, [&](WriteTx& tx) -> Result<std::size_t> {
            for (; at < end; ++at)
                PATRONAT_TRY(tx.undo(written[at], impossible));
            undone.group = tx.group();
            return tx.operations();
        });
        if (!count)
            return count.error();
        undone.operations += *count;
        undone.impossible.insert(undone.impossible.end(), impossible.begin(), impossible.end());
    }
    return undone;
}

void Store::checkpoint()
{
    if (!d->writer)
        return;
    d->onWriter(Priority::Bulk, [this] {
        try {
            if (!d->broken)
                d->writer->connection.checkpoint(true);
        } catch (const db::DbError& error) {
            // As when it is long: what was written is committed.
            d->breakDown(error);
        }
    });
}

} // namespace patronat::store
