// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/migrator.h"

#include <vector>

namespace patronat::store {

/// "Patr" in SQLite's header: the file is one of ours.
inline constexpr int kApplicationId = 0x50617472;

/// Every released step of the journal's and the local tables' schema, oldest first. Record tables are not
/// among them: they follow from the profile and can be rebuilt.
const std::vector<db::Migration>& journalMigrations();

} // namespace patronat::store
