// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/reader.h"

namespace patronat::profile {

/// Makes a process of the merged JSON; shapes and words only, see checkProcesses for what refers to
/// something else.
Process readProcess(const Node& node, Reader& reader);

/// What a process names must be there: its type, its field's codes, states of arrows, types,
/// fields, roles' documents.
void checkProcesses(const Profile& profile, const Places& places, Problems& problems);

} // namespace patronat::profile
