// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"

#include <string>
#include <string_view>

namespace patronat::access {

/// The role of a member of the staff, empty when there is none.
std::string roleOf(const store::ReadTx& tx, base::RecordId staff);

/// The profile lets this person's role write records of the type (its `writableBy`; nobody is named
/// there: everybody). Somebody unknown writes only what everybody does.
bool mayWrite(const store::ReadTx& tx, std::string_view type, base::RecordId staff);

} // namespace patronat::access
