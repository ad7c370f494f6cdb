// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/breakdown.h"

#include "core/db/lockfile.h"

#include <fstream>
#include <system_error>

namespace patronat::store {

base::Error mustReopen(const std::filesystem::path& database, std::string detail)
{
    return { base::ErrorCode::DatabaseDamaged, { database.string(), std::string(kReopen) }, std::move(detail) };
}

std::filesystem::path breakdownMark(const std::filesystem::path& database)
{
    std::filesystem::path mark = db::resolved(database);
    mark += ".check";
    return mark;
}

void leaveBreakdownMark(const std::filesystem::path& database, const base::Error& why)
{
    std::ofstream(breakdownMark(database), std::ios::binary) << describe(why) << '\n';
}

base::Status checkAfterBreakdown(const std::filesystem::path& database)
{
    const std::filesystem::path mark = breakdownMark(database);
    std::error_code ignored; // no mark that can be seen: nothing is known
    if (!std::filesystem::exists(mark, ignored))
        return {};
    {
        db::Connection connection(database, db::Access::Writer);
        auto check = connection.prepareOnce("PRAGMA integrity_check(1)");
        const std::string found = check.step() ? std::string(check.text(0)) : std::string();
        if (found != "ok")
            return { base::ErrorCode::DatabaseDamaged, { connection.pathText() }, found };
    }
    std::filesystem::remove(mark, ignored);
    return {};
}

} // namespace patronat::store
