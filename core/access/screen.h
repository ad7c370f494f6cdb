// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/closedreads.h"
#include "core/store/readtx.h"

#include <string_view>

namespace patronat::access {

/// For SQL that a profile or a person wrote (lists, reports, papers, conditions): as long as what is returned lives,
/// no statement of this read sees a type that `mayRead` keeps from this member of the staff. Refuse: NotPermitted as of
/// `checkReadable`. On the read's thread.
store::ClosedTables screen(const store::ReadTx& tx, base::RecordId staff, store::ClosedReads how,
    std::string_view language = {});

} // namespace patronat::access
