// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/store/journalwriter.h"

#include <unordered_map>

namespace patronat::exchange {

/// What is held of each unit: how many operations, and the sum of their hashes. Equal for equal sets.
using UnitTotals = std::unordered_map<base::UnitId, store::UnitShare>;

/// From the frames' own tables and the pending rows: opens no frame.
UnitTotals unitTotals(db::Connection& connection);
/// Of the units that are in `totals` already, which begin at nothing: a batch speaks of few.
void addUnitTotals(db::Connection& connection, UnitTotals& totals);

} // namespace patronat::exchange
