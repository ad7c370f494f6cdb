// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/invocation.h"
#include "core/base/result.h"
#include "core/store/store.h"

namespace patronat::tool {

/// What follows a writing command before it ends, since no other process will do it: the texts that wait
/// for their index, the findings of what was touched.
base::Status afterWriting(Invocation& run, store::Store& store);

} // namespace patronat::tool
