// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrator.h"

#include <sqlite3.h>

#include "core/db/durablefile.h"

#include <string>
#include <system_error>

namespace patronat::db {

namespace {

using base::ErrorCode;
using base::Result;
using base::Status;

std::int64_t number(Connection& connection, std::string_view sql)
{
    Statement statement = connection.prepareOnce(sql);
    statement.step();
    return statement.integer(0);
}

/// What must be undone however a step ended: past the fault plan, and its own failure adds nothing
/// to the error on its way (settings.h would tell).
void runAnyway(Connection& connection, const char* sql)
{
    sqlite3_exec(connection.handle(), sql, nullptr, nullptr, nullptr);
}

/// Rebuilding a table drops it for a moment: keys are checked as a whole before the commit instead.
/// Has no effect inside a transaction, hence around it.
class ForeignKeysAside {
public:
    explicit ForeignKeysAside(Connection& connection)
        : m_connection(connection)
    {
        runAnyway(m_connection, "PRAGMA foreign_keys=OFF");
    }
    ~ForeignKeysAside() { runAnyway(m_connection, "PRAGMA foreign_keys=ON"); }
    ForeignKeysAside(const ForeignKeysAside&) = delete;
    ForeignKeysAside& operator=(const ForeignKeysAside&) = delete;

private:
    Connection& m_connection;
};

/// A second file in the same connection, so that it is read with the same settings and keys.
class Attached {
public:
    Attached(Connection& connection, const std::string& file)
        : m_connection(connection)
    {
        m_connection.prepareOnce("ATTACH ? AS copy").bind(1, file).run();
    }
    ~Attached() { runAnyway(m_connection, "DETACH copy"); }
    Attached(const Attached&) = delete;
    Attached& operator=(const Attached&) = delete;

private:
    Connection& m_connection;
};

/// A file that goes away unless it got its final name: half a copy would only fill the disk.
class UnfinishedFile {
public:
    explicit UnfinishedFile(std::filesystem::path path)
        : m_path(std::move(path))
    {
        remove();
    }
    ~UnfinishedFile() { remove(); }
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    void remove() const
    {
        std::error_code none; // one that stays makes VACUUM INTO fail, which is reported
        std::filesystem::remove(m_path, none);
    }
    std::filesystem::path m_path;
};

bool isWholeCopy(Connection& connection, const std::string& copy, std::int64_t version)
{
    const Attached attached(connection, copy);
    Statement check = connection.prepareOnce("PRAGMA copy.quick_check(1)");
    return check.step() && check.text(0) == "ok"
        && number(connection, "PRAGMA copy.user_version") == version;
}

/// "<database>.v3": the file as it was at version 3. Under another name until it is known to be
/// whole: an earlier copy is not lost to a full disk.
Status copyAside(Connection& connection, std::int64_t version)
{
    if (connection.path() == ":memory:")
        return {};
    const std::string copy = connection.pathText() + ".v" + std::to_string(version);
    const std::string fresh = copy + ".new";
    const UnfinishedFile unfinished(std::u8string(fresh.begin(), fresh.end()));
    connection.prepareOnce("VACUUM INTO ?").bind(1, fresh).run();
    PATRONAT_TRY(syncFile(unfinished.path()));
    if (!isWholeCopy(connection, fresh, version))
        return { ErrorCode::DatabaseDamaged, { copy }, "the copy before a migration" };
    return renameDurably(unfinished.path(), std::u8string(copy.begin(), copy.end()));
}

void runStep(Connection& connection, const Migration& step, int applicationId)
{
    const ForeignKeysAside aside(connection);
    Transaction transaction(connection);
    connection.executeScript(step.script);
    connection.execute("PRAGMA application_id=" + std::to_string(applicationId));
    connection.execute("PRAGMA user_version=" + std::to_string(step.version));
    if (Statement check = connection.prepareOnce("PRAGMA foreign_key_check"); check.step())
        throw DbError({ ErrorCode::DatabaseFailed, { connection.pathText() },
            "migration " + std::to_string(step.version) + " breaks references of "
                + std::string(check.text(0)) });
    transaction.commit();
}

Result<MigrationOutcome> migrateOpen(
    Connection& connection, int applicationId, const std::vector<Migration>& steps)
{
    const std::int64_t version = number(connection, "PRAGMA user_version");
    const std::int64_t owner = number(connection, "PRAGMA application_id");
    const bool isEmpty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    const bool isFresh = isEmpty && version == 0 && (owner == 0 || owner == applicationId);
    if (!isFresh && owner != applicationId)
        return { ErrorCode::NotADatabase, { connection.pathText() } };
    const int newest = steps.empty() ? 0 : steps.back().version;
    if (version > newest)
        return { ErrorCode::DatabaseTooNew,
            { connection.pathText(), std::to_string(version), std::to_string(newest) } };
    if (version == newest)
        return MigrationOutcome::Current;
    if (!isFresh)
        PATRONAT_TRY(copyAside(connection, version));
    for (const Migration& step : steps)
        if (step.version > version)
            runStep(connection, step, applicationId);
    return isFresh ? MigrationOutcome::Created : MigrationOutcome::Migrated;
}

} // namespace

Result<MigrationOutcome> migrate(
    Connection& connection, int applicationId, const std::vector<Migration>& steps)
{
    try {
        return migrateOpen(connection, applicationId, steps);
    } catch (const DbError& error) {
        return error.error();
    }
}

} // namespace patronat::db
