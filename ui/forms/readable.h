// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"

#include <string_view>

namespace patronat::ui {

/// NotPermitted(type, roles that may) where the profile keeps records of the type from whoever works here (core/access).
/// Within a read, any thread.
base::Status checkReadable(const store::ReadTx& tx, std::string_view type, base::RecordId viewer);

} // namespace patronat::ui
