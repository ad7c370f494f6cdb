// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"

#include <sqlite3.h>

#include "core/db/closedtables.h"
#include "core/db/faultplan.h"
#include "core/db/nativecode.h"
#include "core/db/lockfile.h"
#include "core/db/settings.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QString>
#include <QUrl>
#include <QVariant>

#include <atomic>
#include <system_error>
#include <thread>
#include <unordered_map>

namespace patronat::db {

namespace {

/// Statements kept per connection. Edits come with any set of fields, each a text of its own; what is beyond is
/// compiled for its one use.
constexpr std::size_t kMostKept = 1024;

using base::ErrorCode;

/// Looks texts up without making a string of them.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view> {}(text);
    }
};

struct Kept {
    sqlite3_stmt* statement = nullptr;
    bool inUse = false;
};

QString freshName()
{
    static std::atomic<unsigned> count = 0; // names of Qt's connections are global anyway
    return QStringLiteral("patronat-%1").arg(++count);
}

/// SQL carries no values, so it may stand in an error; its beginning says which it was.
std::string excerpt(std::string_view sql)
{
    return std::string(sql.substr(0, 160));
}

/// Qt 6.4 registers the clean-up of its drivers without a lock: two threads that open their first database at one
/// moment register it twice, and the program then never ends, because each clean-up registers the next.
/// Asking for the drivers once, under the lock of this function's static, makes the registration single.
QSqlDatabase newDatabase(const QString& name)
{
    static const bool known = QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"));
    if (!known)
        throw DbError({ ErrorCode::DatabaseFailed, {}, "Qt has no QSQLITE driver here" });
    return QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
}

/// A reader of a WAL database makes files beside it; these are the answers of a folder that takes none.
bool needsFolder(int native)
{
    return native == SQLITE_READONLY_DIRECTORY || native == SQLITE_READONLY_CANTINIT || native == SQLITE_READONLY_CANTLOCK
        || (native & 0xFF) == SQLITE_CANTOPEN;
}

bool hasLog(const std::filesystem::path& database)
{
    std::filesystem::path log = resolved(database);
    log += "-wal";
    std::error_code none;
    const std::uintmax_t bytes = std::filesystem::file_size(log, none);
    return !none && bytes > 0;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

} // namespace

/// What the connection holds of Qt, undone in the order Qt wants: statements, handle, name.
struct Connection::Private {
    QString name = freshName();
    QSqlDatabase database = newDatabase(name);
    std::unordered_map<std::string, Kept, TextHash, std::equal_to<>> statements;
    std::thread::id thread = std::this_thread::get_id();
    bool isImmutable = false; ///< nobody writes the file as long as this reads it: no lock, no log
    int logPages = 0; ///< in the log since it last began anew; its file never shrinks and says nothing

    Private() = default;
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;
    void openImmutable(const std::filesystem::path& path)
    {
        database.close();
        const QUrl file = QUrl::fromLocalFile(QString::fromStdU16String(std::filesystem::absolute(path).u16string()));
        database.setDatabaseName(file.toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1"));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
        isImmutable = true;
    }
    sqlite3* open(const std::string& path)
    {
        if (!database.open()) {
            const QSqlError error = database.lastError();
            const int native = error.nativeErrorCode().toInt();
            throw DbError({ errorCodeOf(native), { path }, error.databaseText().toStdString() }, native);
        }
        const QVariant handle = database.driver()->handle();
        return *static_cast<sqlite3* const*>(handle.constData());
    }
    ~Private()
    {
        for (auto& [text, kept] : statements)
            sqlite3_finalize(kept.statement);
        database.close();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }
};

Connection::Connection(const std::filesystem::path& path, Access access, FaultPlan* faults)
    : m_path(path)
    , m_access(access)
    , m_faults(faults)
    , d(std::make_unique<Private>())
{
    std::error_code ignored; // whatever it is, the file cannot be read
    if (access == Access::Reader && path != ":memory:" && !std::filesystem::exists(path, ignored))
        throw DbError({ ErrorCode::FileNotReadable, { pathText() }, {} });
    d->database.setDatabaseName(QString::fromStdU16String(path.u16string()));
    m_handle = d->open(pathText());
    try {
        applySettings();
    } catch (const DbError& error) {
        if (access == Access::Writer || !needsFolder(error.nativeCode()))
            throw;
        // A log that nobody may read is not left out in silence: it holds what was saved last.
        if (hasLog(path))
            throw DbError({ ErrorCode::FileNotReadable, { pathText(), "unsavedLog" }, error.error().detail });
        d->openImmutable(path);
        m_handle = d->open(pathText());
        applySettings();
    }
    // After the settings: wal_autocheckpoint is itself a hook.
    sqlite3_wal_hook(
        m_handle,
        [](void* pages, sqlite3*, const char*, int inLog) {
            *static_cast<int*>(pages) = inLog;
            return SQLITE_OK;
        },
        &d->logPages);
}

Connection::~Connection() = default;

std::string Connection::pathText() const
{
    const std::u8string text = m_path.u8string();
    return { reinterpret_cast<const char*>(text.data()), text.size() };
}

void Connection::applySettings()
{
    applyConfiguration(m_handle, m_access);
    for (const Setting& setting : settingsFor(m_access)) {
        std::string sql = "PRAGMA " + std::string(setting.pragma);
        // A reader changes nothing in the file, its mode neither: what it finds must be right.
        if (m_access == Access::Writer || setting.pragma != "journal_mode")
            sql += "=" + std::string(setting.written);
        Statement statement = prepareOnce(sql);
        const bool hasRow = statement.step();
        const bool isWal = hasRow && (statement.text(0) == "wal" || statement.text(0) == "memory");
        if (setting.pragma == "journal_mode" && !isWal && !d->isImmutable)
            fail(SQLITE_ERROR, "the file is not in WAL mode");
    }
}

void Connection::fail(int code, std::string_view what) const
{
    if ((code & 0xFF) == SQLITE_AUTH)
        if (const auto refused = ClosedTables::refusal())
            throw DbError({ refused->code, refused->args, excerpt(what) }, code);
    std::string detail = excerpt(what);
    if (const char* message = m_handle == nullptr ? nullptr : sqlite3_errmsg(m_handle);
        message != nullptr && sqlite3_errcode(m_handle) != SQLITE_OK)
        detail.append(": ").append(message);
    detail.append(" (").append(std::to_string(code)).append(")");
    std::vector<std::string> args { pathText() };
    if (errorCodeOf(code) == ErrorCode::DatabaseBusy)
        args.emplace_back(); // SQLite does not say who
    throw DbError({ errorCodeOf(code), std::move(args), std::move(detail) }, code);
}

void Connection::checkThread() const
{
    if (std::this_thread::get_id() != d->thread)
        fail(SQLITE_MISUSE, "a connection used on another thread");
}

void Connection::meetFault(std::string_view what) const
{
    if (m_faults == nullptr)
        return;
    if (const int code = m_faults->next(); code != SQLITE_OK)
        fail(code, "planned fault: " + excerpt(what));
}

sqlite3_stmt* Connection::compile(std::string_view sql, bool kept)
{
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
        kept ? SQLITE_PREPARE_PERSISTENT : 0, &statement, &tail);
    if (code != SQLITE_OK)
        fail(code, sql);
    const std::string_view rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
    if (statement == nullptr || isBlank(rest))
        return statement;
    // Only SQLite can tell a comment behind the statement from a second one.
    sqlite3_stmt* second = nullptr;
    const int restCode = sqlite3_prepare_v2(
        m_handle, rest.data(), static_cast<int>(rest.size()), &second, nullptr);
    sqlite3_finalize(second);
    if (restCode != SQLITE_OK || second != nullptr) {
        sqlite3_finalize(statement);
        fail(SQLITE_MISUSE, "several statements at once");
    }
    return statement;
}

Statement Connection::prepare(std::string_view sql)
{
    checkThread();
    meetFault(sql);
    auto found = d->statements.find(sql);
    if (found == d->statements.end()) {
        if (d->statements.size() >= kMostKept)
            return prepareOnce(sql);
        sqlite3_stmt* statement = compile(sql, true);
        if (statement == nullptr)
            fail(SQLITE_MISUSE, "no statement");
        found = d->statements.emplace(std::string(sql), Kept { statement, false }).first;
    }
    Kept& kept = found->second;
    if (kept.inUse)
        return { *this, compile(sql, false), nullptr };
    kept.inUse = true;
    return { *this, kept.statement, &kept.inUse };
}

Statement Connection::prepareOnce(std::string_view sql)
{
    checkThread();
    meetFault(sql);
    sqlite3_stmt* statement = compile(sql, false);
    if (statement == nullptr)
        fail(SQLITE_MISUSE, "no statement");
    return { *this, statement, nullptr };
}

void Connection::execute(std::string_view sql)
{
    prepareOnce(sql).run();
}

void Connection::executeScript(std::string_view script)
{
    std::size_t start = 0;
    for (std::size_t line = 0; line <= script.size();) {
        const std::size_t end = std::min(script.find('\n', line), script.size());
        const std::string_view text = script.substr(line, end - line);
        const bool isSeparator = text == "--" || text == "--\r";
        if (isSeparator || end == script.size()) {
            checkThread();
            const std::string_view part = script.substr(start, (isSeparator ? line : end) - start);
            meetFault(part);
            if (sqlite3_stmt* statement = compile(part, false))
                Statement(*this, statement, nullptr).run();
            start = end + 1;
        }
        line = end + 1;
    }
}

int Connection::runControl(std::string_view sql)
{
    auto found = d->statements.find(sql);
    if (found == d->statements.end())
        found = d->statements.emplace(std::string(sql), Kept { compile(sql, true), false }).first;
    const int code = sqlite3_step(found->second.statement);
    sqlite3_reset(found->second.statement); // repeats the code
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

std::int64_t Connection::lastInsertRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Connection::checkpoint(bool truncate)
{
    checkThread();
    if (m_access != Access::Writer)
        fail(SQLITE_MISUSE, "a reader does not checkpoint");
    const int mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    int inLog = 0;
    int moved = 0;
    const int code = sqlite3_wal_checkpoint_v2(m_handle, "main", mode, &inLog, &moved);
    if (code != SQLITE_OK)
        fail(code, "checkpoint");
    // Once all of it has been moved the next write begins the log anew.
    d->logPages = moved < inLog ? inLog : 0;
}

std::int64_t Connection::walBytes() const
{
    return std::int64_t { d->logPages } * 4096;
}

std::int64_t Connection::cacheBytes() const
{
    int now = 0;
    int highest = 0;
    sqlite3_db_status(m_handle, SQLITE_DBSTATUS_CACHE_USED, &now, &highest, 0);
    return now;
}

Transaction::Transaction(Connection& connection)
    : m_connection(connection)
{
    connection.checkThread();
    if (connection.inTransaction())
        connection.fail(SQLITE_MISUSE, "a transaction within a transaction");
    const bool writes = connection.access() == Access::Writer;
    const std::string_view begin = writes ? "BEGIN IMMEDIATE" : "BEGIN";
    connection.meetFault(begin);
    if (const int code = connection.runControl(begin); code != SQLITE_OK)
        connection.fail(code, begin);
}

Transaction::~Transaction()
{
    // After some errors SQLite has rolled back by itself. A ROLLBACK that fails leaves nothing to
    // do: closing rolls back.
    if (m_open && m_connection.inTransaction())
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_connection.checkThread();
    m_connection.meetFault("COMMIT");
    if (const int code = m_connection.runControl("COMMIT"); code != SQLITE_OK)
        m_connection.fail(code, "COMMIT");
    m_open = false;
}

} // namespace patronat::db
