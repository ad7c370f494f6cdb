// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/closedtables.h"

namespace patronat::store {

/// The tables of types whose records somebody may not read, kept from SQL that others wrote. Which they are is decided
/// in core/access alone; whoever may not include core/db names the two by these.
using db::ClosedReads;
using db::ClosedTables;

} // namespace patronat::store
