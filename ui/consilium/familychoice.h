// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"

#include <string>
#include <vector>

namespace patronat::ui {

/// A family that may be put on an agenda.
struct FamilyChoice
{
    base::RecordId family;
    base::RecordId episode; ///< the card that is open; null when there is none
    base::RecordId programme; ///< the one that runs; null when there is none
    std::string name;
    std::string regNo;
    std::string lastHeard; ///< before this meeting; empty: never
    std::string due; ///< of the next review; empty when no programme runs
    std::string speaker; ///< the case manager, "Иванова А.П."
    std::string speakerPost;
    bool isOnAgenda = false;
};

/// Those whose programme is to be looked at by the day of this meeting (setting reviewMonths after it began, or was
/// heard last), longest waiting first; or, where `text` says something, those it finds. Within a read, any thread.
base::Result<std::vector<FamilyChoice>> familyChoices(
    const store::ReadTx& tx, base::RecordId meeting, const std::string& text);

} // namespace patronat::ui
