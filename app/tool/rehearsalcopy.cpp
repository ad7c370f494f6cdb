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

namespace patronat::tool {

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
    std::filesystem::path path = database;
    path += ".rehearsal-" + std::to_string(QCoreApplication::applicationPid());
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
