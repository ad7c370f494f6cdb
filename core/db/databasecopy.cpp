// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/databasecopy.h"

#include "core/db/faultplan.h"
#include "core/db/nativecode.h"

#include <sqlite3.h>

#include <cctype>

namespace patronat::db {

using base::ErrorCode;
using base::Status;

namespace {

/// 4 MB at a time: progress a few times a second, and a stop is heard soon.
constexpr int kPagesAtOnce = 1024;

std::string utf8(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return { reinterpret_cast<const char*>(text.data()), text.size() };
}

[[noreturn]] void fail(int code, const std::filesystem::path& file, sqlite3* handle)
{
    std::vector<std::string> args { utf8(file) };
    if (errorCodeOf(code) == ErrorCode::DatabaseBusy)
        args.emplace_back(); // SQLite does not say who
    std::string detail = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
    throw DbError({ errorCodeOf(code), std::move(args), detail + " (" + std::to_string(code) + ")" }, code);
}

/// The file a copy goes to: nothing of it counts before it is whole, so it needs no journal of its own, and its pages
/// need not wait in memory.
class Target {
public:
    explicit Target(const std::filesystem::path& file)
        : m_file(file)
    {
        const int code = sqlite3_open_v2(
            utf8(file).c_str(), &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        if (code == SQLITE_OK) {
            sqlite3_extended_result_codes(m_handle, 1);
            sqlite3_exec(m_handle, "PRAGMA journal_mode=OFF", nullptr, nullptr, nullptr);
            sqlite3_exec(m_handle, "PRAGMA synchronous=OFF", nullptr, nullptr, nullptr);
            return;
        }
        sqlite3_close(m_handle);
        throw DbError({ ErrorCode::FileNotWritable, { utf8(file) }, sqlite3_errstr(code) }, code);
    }
    ~Target() { sqlite3_close(m_handle); }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    Status fill(sqlite3* source, const std::filesystem::path& from, base::Job& job, FaultPlan* faults)
    {
        sqlite3_backup* copy = sqlite3_backup_init(m_handle, "main", source, "main");
        if (copy == nullptr)
            fail(sqlite3_extended_errcode(m_handle), m_file, m_handle);
        Status stopped;
        int code = SQLITE_OK;
        while (code == SQLITE_OK && stopped) {
            const int planned = faults == nullptr ? SQLITE_OK : faults->next();
            code = planned != SQLITE_OK ? planned : sqlite3_backup_step(copy, kPagesAtOnce);
            const auto pages = static_cast<std::uint64_t>(sqlite3_backup_pagecount(copy));
            job.report(pages - static_cast<std::uint64_t>(sqlite3_backup_remaining(copy)), pages);
            stopped = job.checkpoint();
        }
        const int finished = sqlite3_backup_finish(copy);
        if (code != SQLITE_DONE && code != SQLITE_OK)
            failReading(code, from, source);
        if (finished != SQLITE_OK)
            fail(finished, m_file, m_handle);
        return code == SQLITE_DONE ? Status() : stopped;
    }

private:
    /// A damaged page is the source's, a full disk the copy's.
    [[noreturn]] void failReading(int code, const std::filesystem::path& from, sqlite3* source) const
    {
        const bool isOfSource = errorCodeOf(code) == ErrorCode::DatabaseDamaged
            || errorCodeOf(code) == ErrorCode::NotADatabase || errorCodeOf(code) == ErrorCode::DatabaseBusy;
        fail(code, isOfSource ? from : m_file, isOfSource ? source : nullptr);
    }
    std::filesystem::path m_file;
    sqlite3* m_handle = nullptr;
};

/// "file:…?immutable=1": what is special in an address is written by its number.
std::string frozenAddress(const std::filesystem::path& file)
{
    constexpr const char* kDigits = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : utf8(std::filesystem::absolute(file))) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_')
            out += c;
        else
            (out += '%').append({ kDigits[byte >> 4], kDigits[byte & 15] });
    }
    return out + "?mode=ro&immutable=1";
}

} // namespace

Status copyDatabase(Connection& source, const std::filesystem::path& to, base::Job& job, FaultPlan* faults)
{
    // A reader's BEGIN sees nothing yet: without this each step would look anew, and begin anew after every commit.
    {
        Statement look = source.prepareOnce("SELECT count(*) FROM sqlite_schema");
        look.step();
    }
    Target target(to);
    return target.fill(source.handle(), source.path(), job, faults);
}

FrozenDatabase::FrozenDatabase(const std::filesystem::path& file)
    : m_file(file)
{
    std::error_code unknown; // whatever it is, the file cannot be read
    if (!std::filesystem::is_regular_file(file, unknown))
        throw DbError({ ErrorCode::FileNotReadable, { utf8(file) }, {} });
    const int code = sqlite3_open_v2(
        frozenAddress(file).c_str(), &m_handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    if (code != SQLITE_OK) {
        sqlite3_close(m_handle);
        throw DbError({ ErrorCode::FileNotReadable, { utf8(file) }, sqlite3_errstr(code) }, code);
    }
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_exec(m_handle, "PRAGMA trusted_schema=OFF", nullptr, nullptr, nullptr);
}

FrozenDatabase::~FrozenDatabase()
{
    sqlite3_close(m_handle);
}

template <typename Fn>
void FrozenDatabase::first(std::string_view sql, Fn take) const
{
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(m_handle, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        take(statement);
    sqlite3_finalize(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        fail(code, m_file, m_handle);
}

std::string FrozenDatabase::text(std::string_view sql) const
{
    std::string out;
    first(sql, [&](sqlite3_stmt* row) {
        if (const unsigned char* found = sqlite3_column_text(row, 0))
            out = reinterpret_cast<const char*>(found);
    });
    return out;
}

std::int64_t FrozenDatabase::integer(std::string_view sql) const
{
    std::int64_t out = 0;
    first(sql, [&](sqlite3_stmt* row) { out = sqlite3_column_int64(row, 0); });
    return out;
}

Status FrozenDatabase::copyTo(const std::filesystem::path& to, base::Job& job, FaultPlan* faults) const
{
    Target target(to);
    return target.fill(m_handle, m_file, job, faults);
}

} // namespace patronat::db
