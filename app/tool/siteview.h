// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/output.h"
#include "core/store/store.h"

#include <string>

namespace patronat::tool {

/// Whose database this is.
base::Result<Json> siteJson(const store::Store& store);
/// What waits for a person, and the sites met.
Json workJson(const store::ReadTx& tx);
std::string siteLines(const Json& json);

/// Versions, counts, sizes and settings; nothing that a person typed.
Json diagnosisJson(const store::ReadTx& tx, const store::Store& store);

} // namespace patronat::tool
