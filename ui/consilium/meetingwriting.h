// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/writetx.h"
#include "ui/consilium/familychoice.h"
#include "ui/consilium/meetingsummary.h"

#include <string>
#include <vector>

namespace patronat::ui {

/// Puts families on the agenda, after what stands there. One that stands there already, from whichever window, is not
/// put there twice.
base::Status addToAgenda(store::WriteTx& tx, base::RecordId meeting, const std::vector<FamilyChoice>& families,
    const std::string& kind);

/// Numbers the questions as they stand here; each change names the heads its line was shown with.
base::Status numberAgenda(store::WriteTx& tx, const std::vector<AgendaLine>& inOrder);

/// Takes a question off and closes the gap it leaves.
base::Status takeOffAgenda(store::WriteTx& tx, const std::vector<AgendaLine>& agenda, std::size_t at);

/// Writes down that these were there, or were not.
base::Status markPresence(
    store::WriteTx& tx, base::RecordId meeting, const std::vector<AttendanceLine>& lines, Presence presence);

} // namespace patronat::ui
