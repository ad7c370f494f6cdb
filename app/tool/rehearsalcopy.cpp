// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/rehearsalcopy.h"

#include "core/db/connection.h"
#include "core/db/databasecopy.h"
#include "core/db/durablefile.h"
#include "core/exchange/newsite.h"

#include <QCoreApplication>

#include <string>
#include <utility>

#if defined(Q_OS_WIN)
#include <windows.h>
#else
#include <signal.h>
#endif

#include <cerrno>
#include <charconv>
#include <set>

namespace patronat::tool {

namespace {

constexpr const char* kEnding = ".rehearsal-";

/// Whoever cannot be asked counts as running: what is still in use is not taken away.
bool isRunning(std::uint32_t process)
{
#if defined(Q_OS_WIN)
    const HANDLE handle = OpenProcess(SYNCHRONIZE, FALSE, process);
    if (handle == nullptr)
        return GetLastError() != ERROR_INVALID_PARAMETER;
    const bool out = WaitForSingleObject(handle, 0) != WAIT_OBJECT_0;
    CloseHandle(handle);
    return out;
#else
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH;
#endif
}

/// Copies of dry runs that were killed: nobody else takes them away, and they hold what the
/// database holds.
void removeLeftovers(const std::filesystem::path& database)
{
    const std::string beginning = database.filename().string() + kEnding;
    std::set<std::uint32_t> gone;
    std::error_code unknown; // a folder that cannot be looked at keeps what it has
    for (std::filesystem::directory_iterator
             at(database.parent_path().empty() ? "." : database.parent_path(), unknown),
         end;
         !unknown && at != end; at.increment(unknown)) {
        const std::string name = at->path().filename().string();
        std::uint32_t process = 0;
        if (!name.starts_with(beginning))
            continue;
        const auto read
            = std::from_chars(name.data() + beginning.size(), name.data() + name.size(), process);
        if (read.ec == std::errc() && process > 0 && !isRunning(process))
            gone.insert(process);
    }
    for (const std::uint32_t process : gone) {
        std::filesystem::path copy = database;
        copy += kEnding + std::to_string(process);
        exchange::removeDatabase(copy);
    }
}

} // namespace

RehearsalCopy::RehearsalCopy(std::filesystem::path path)
    : m_path(std::move(path))
{
    exchange::removeDatabase(m_path); // of a process that had this number before
}

RehearsalCopy::~RehearsalCopy()
{
    exchange::removeDatabase(m_path);
}

base::Result<std::unique_ptr<RehearsalCopy>> RehearsalCopy::of(
    const std::filesystem::path& database, base::Job& job)
{
    removeLeftovers(database);
    std::filesystem::path path = database;
    path += kEnding + std::to_string(QCoreApplication::applicationPid());
    std::unique_ptr<RehearsalCopy> copy(new RehearsalCopy(std::move(path)));
    try {
        db::Connection reader(database, db::Access::Reader);
        db::Transaction transaction(reader);
        PATRONAT_TRY(db::copyDatabase(reader, copy->path(), job));
    } catch (const db::DbError& error) {
        return error.error();
    }
    db::keepToOwner(copy->path());
    return copy;
}

} // namespace patronat::tool
