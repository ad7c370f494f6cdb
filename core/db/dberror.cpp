// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dberror.h"

#include <sqlite3.h>

namespace patronat::db {

bool DbError::isFatal() const
{
    const int primary = m_nativeCode & 0xFF;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB
        || m_nativeCode == SQLITE_IOERR_FSYNC || m_nativeCode == SQLITE_IOERR_DATA;
}

} // namespace patronat::db
