// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/db/databasecopy.h"
#include "core/db/durablefile.h"
#include "core/store/schema.h"
#include "core/store/verify.h"

#include <array>
#include <charconv>

namespace patronat::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::string_view kMade = "backup.made"; ///< in a backup only
constexpr std::string_view kLast = "backup.last"; ///< in the database it was made of
constexpr const char* kOperations
    = "SELECT (SELECT count(*) FROM op) + (SELECT coalesce(sum(operations), 0) FROM frame)";
constexpr std::array kSuffixes { "", "-wal", "-shm", ".lock", ".drafts", ".drafts-wal",
    ".drafts-shm" };

std::string utf8(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return { reinterpret_cast<const char*>(text.data()), text.size() };
}

std::filesystem::path beside(const std::filesystem::path& file, const char* suffix)
{
    std::filesystem::path out = file;
    out += suffix;
    return out;
}

/// A name for what is not whole yet; what an earlier failure left under it goes.
class Part
{
public:
    explicit Part(const std::filesystem::path& file)
        : m_path(beside(file, ".part"))
    {
        remove();
    }
    ~Part() { remove(); }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    const std::filesystem::path& path() const { return m_path; }
    Status become(const std::filesystem::path& file) const
    {
        db::keepToOwner(m_path);
        PATRONAT_TRY(db::syncFile(m_path));
        return db::renameDurably(m_path, file);
    }

private:
    void remove() const
    {
        for (const char* suffix : kSuffixes) {
            std::error_code
                ignored; // what stays is in nobody's way: the next attempt says what hinders it
            std::filesystem::remove(beside(m_path, suffix), ignored);
        }
        // What opening keeps of an older format before it is brought up; the backup itself is that.
        for (const db::Migration& step : journalMigrations()) {
            std::error_code ignored;
            const std::string kept = ".v" + std::to_string(step.version);
            std::filesystem::remove(beside(m_path, kept.c_str()), ignored);
        }
    }
    std::filesystem::path m_path;
};

void saveSetting(db::Connection& connection, std::string_view name, const std::string& value)
{
    auto save = connection.prepare("INSERT INTO setting(name, value) VALUES(?1, ?2) "
                                   "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    save.bind(1, name).bind(2, std::string_view(value)).run();
}

std::int64_t numberOr0(const std::string& text)
{
    std::int64_t out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

Status checkKind(const db::FrozenDatabase& file, const std::string& path)
{
    if (file.integer("PRAGMA application_id") != kApplicationId)
        return { ErrorCode::NotADatabase, { path } };
    const std::int64_t version = file.integer("PRAGMA user_version");
    const std::int64_t ours = journalMigrations().back().version;
    if (version > ours)
        return { ErrorCode::DatabaseTooNew,
            { path, std::to_string(version), std::to_string(ours) } };
    return {};
}

BackupFacts factsOf(const db::FrozenDatabase& file)
{
    const auto setting = [&](std::string_view name) {
        return file.text("SELECT value FROM setting WHERE name = '" + std::string(name) + "'");
    };
    BackupFacts facts;
    facts.site.id = base::SiteId::fromHex(setting("site.id")).value_or(base::SiteId {});
    facts.site.kind = setting("site.kind");
    facts.site.officeCode = setting("site.code");
    facts.site.name = setting("site.name");
    facts.made = numberOr0(setting(kMade));
    facts.operations = static_cast<std::uint64_t>(file.integer(kOperations));
    facts.bytes = static_cast<std::uint64_t>(
        file.integer("PRAGMA page_count") * file.integer("PRAGMA page_size"));
    facts.isDemo = setting("demo") == "1";
    return facts;
}

/// The errors of a copy are those of the file a person knows.
Error named(Error error, const std::filesystem::path& file)
{
    if (!error.args.empty())
        error.args.front() = utf8(file);
    return error;
}

/// A file of the same site that holds no more than what takes its place.
Status mayReplace(
    const std::filesystem::path& file, const SiteIdentity& site, std::uint64_t operations)
{
    std::error_code
        unknown; // a name that cannot be looked at cannot be written either; that says why
    if (!std::filesystem::exists(file, unknown))
        return {};
    const auto there = readBackup(file);
    if (!there || there->site.id != site.id || there->made == 0 || there->operations > operations)
        return { ErrorCode::FileNotWritable, { utf8(file) },
            "exists and is no older backup of this site" };
    return {};
}

Status copyOut(
    const Store& store, const std::filesystem::path& to, base::Job& job, db::FaultPlan* faults)
{
    return store.read([&](const ReadTx& tx) -> Status {
        return db::copyDatabase(tx.connection(), to, job, faults);
    });
}

/// Says in the copy when it was made, which opens and writes it as a database; then reads all of
/// it.
Status mark(const std::filesystem::path& copy, std::int64_t now, db::FaultPlan* faults)
{
    try {
        db::Connection connection(copy, db::Access::Writer, faults);
        {
            db::Transaction transaction(connection);
            saveSetting(connection, kMade, std::to_string(now));
            transaction.commit();
        }
        connection.checkpoint(true);
        auto check = connection.prepareOnce("PRAGMA integrity_check(1)");
        if (!check.step() || check.text(0) != "ok")
            return { ErrorCode::DatabaseDamaged, { utf8(copy) }, "integrity_check" };
    } catch (const db::DbError& error) {
        return error.error();
    }
    return {};
}

} // namespace

Result<BackupFacts> readBackup(const std::filesystem::path& file)
{
    try {
        const db::FrozenDatabase frozen(file);
        PATRONAT_TRY(checkKind(frozen, utf8(file)));
        return factsOf(frozen);
    } catch (const db::DbError& error) {
        return error.error();
    }
}

Result<BackupFacts> makeBackup(
    const Store& store, const std::filesystem::path& file, base::Job& job, db::FaultPlan* faults)
{
    std::error_code unknown;
    if (std::filesystem::equivalent(file, store.path(), unknown))
        return { ErrorCode::FileNotWritable, { utf8(file) }, "the database itself" };
    PATRONAT_TRY(
        mayReplace(file, store.site(), ~std::uint64_t { 0 })); // before the work: is it ours at all
    const Part part(file);
    if (const Status copied = copyOut(store, part.path(), job, faults); !copied)
        return named(copied.error(),
            copied.error().code == ErrorCode::DatabaseDamaged ? store.path() : file);
    if (const Status marked = mark(part.path(), store.environment().clock.nowMs(), faults); !marked)
        return named(marked.error(), file);
    PATRONAT_LET(const BackupFacts facts, readBackup(part.path()));
    PATRONAT_TRY(mayReplace(file, store.site(), facts.operations));
    PATRONAT_TRY(job.checkpoint());
    if (const Status done = part.become(file); !done)
        return named(done.error(), file);
    return facts;
}

Status noteBackup(Store& store, std::int64_t made)
{
    return store.bulk([&](Store::Inner& inner) -> Status {
        saveSetting(inner.connection, kLast, std::to_string(made));
        return {};
    });
}

std::int64_t lastBackup(const ReadTx& read)
{
    return numberOr0(read.setting(kLast).value_or(std::string()));
}

namespace {

/// With its log, where the program or the power ended before it was taken in: then a reader has to
/// look.
Status copyIn(const std::filesystem::path& file, const std::filesystem::path& to, base::Job& job,
    db::FaultPlan* faults)
{
    try {
        {
            const db::FrozenDatabase frozen(file);
            PATRONAT_TRY(checkKind(frozen, utf8(file)));
        }
        std::error_code unknown; // no log that can be seen
        const auto log = std::filesystem::file_size(beside(file, "-wal"), unknown);
        if (unknown || log == 0)
            return db::FrozenDatabase(file).copyTo(to, job, faults);
        db::Connection reader(file, db::Access::Reader);
        db::Transaction transaction(reader);
        return db::copyDatabase(reader, to, job, faults);
    } catch (const db::DbError& error) {
        return error.error();
    }
}

Status checkWhole(const Store& store, base::Job& job)
{
    PATRONAT_LET(const VerifyReport report, verify(store, job));
    if (report.clean())
        return {};
    return { ErrorCode::DatabaseDamaged, { utf8(store.path()) }, report.problems.front().code };
}

/// The same site again, but nothing that the lost one may have issued is issued again.
Result<std::vector<SeriesState>> beginAnew(Store& store)
{
    const base::Clock& clock = store.environment().clock;
    PATRONAT_TRY(store.bulk([&](Store::Inner& inner) -> Status {
        unconfirmSeries(inner.connection, clock.today());
        auto forget = inner.connection.prepare("DELETE FROM setting WHERE name = ?1");
        forget.bind(1, kMade).run();
        return {};
    }));
    return store.read(
        [](const ReadTx& tx) -> Result<std::vector<SeriesState>> { return seriesStates(tx); });
}

Result<std::vector<SeriesState>> prepare(const std::filesystem::path& copy, Environment environment,
    const OpenOptions& options, base::Job& job)
{
    OpenOptions inlined = options;
    inlined.writer = WriterMode::Inline;
    inlined.readOnly = false;
    PATRONAT_LET(const auto store, Store::open(copy, environment, inlined));
    PATRONAT_TRY(checkWhole(*store, job));
    return beginAnew(*store);
}

} // namespace

Result<Restored> restoreBackup(const std::filesystem::path& file, const std::filesystem::path& to,
    Environment environment, const OpenOptions& options, base::Job& job)
{
    std::error_code
        unknown; // a name that cannot be looked at cannot be written either; that says why
    if (std::filesystem::exists(to, unknown))
        return { ErrorCode::FileNotWritable, { utf8(to) }, "exists" };
    Restored out;
    const Part part(to);
    if (const Status copied = copyIn(file, part.path(), job, options.faults); !copied) {
        // What stands in the way of reading is of the backup, a full disk of the new place.
        const bool isOfTarget
            = copied.error().args.empty() || copied.error().args.front() == utf8(part.path());
        return isOfTarget ? named(copied.error(), to) : copied.error();
    }
    PATRONAT_LET(out.backup, readBackup(part.path()));
    auto prepared = prepare(part.path(), environment, options, job);
    if (!prepared)
        return named(
            prepared.error(), prepared.error().code == ErrorCode::DatabaseDamaged ? file : to);
    out.series = std::move(*prepared);
    PATRONAT_TRY(job.checkpoint());
    if (const Status done = part.become(to); !done)
        return named(done.error(), to);
    return out;
}

} // namespace patronat::store
