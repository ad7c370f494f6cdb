// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <string>

namespace patronat::store {

/// The WITH clause before a process's SQL, for the rows it speaks of:
/// `subject`: the records of its type that are not removed, with `stateNow`, the state each is in;
/// `standing`: the events of its records that no later event has taken back;
/// `entered` (record, state, day): when each of them came into which state, by those events.
std::string processWith(const profile::Profile& profile, const profile::Process& process);

} // namespace patronat::store
