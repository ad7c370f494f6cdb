// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace patronat::db {

/// What one of SQLite's codes, extended or not, is called here.
base::ErrorCode errorCodeOf(int native);

} // namespace patronat::db
