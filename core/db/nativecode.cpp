// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/nativecode.h"

#include <sqlite3.h>

namespace patronat::db {

using base::ErrorCode;

ErrorCode errorCodeOf(int native)
{
    if (native == SQLITE_IOERR_DATA) // a page whose checksum or seal is wrong
        return ErrorCode::DatabaseDamaged;
    switch (native & 0xFF) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_BUSY:
        return ErrorCode::DatabaseBusy;
    case SQLITE_CORRUPT:
        return ErrorCode::DatabaseDamaged;
    case SQLITE_NOTADB:
        return ErrorCode::NotADatabase;
    case SQLITE_MISUSE:
        return ErrorCode::Internal;
    default:
        return ErrorCode::DatabaseFailed;
    }
}

} // namespace patronat::db
