// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"
#include "core/twins/family.h"
#include "core/twins/person.h"

#include <string>
#include <vector>

namespace patronat::twins {

/// Records worth comparing, each once: what the indexes lead to from what was typed. Misses a
/// record only when it shares neither birth date (nor one that is a slip away), nor a number, nor
/// the beginning of two names in any spelling.
std::vector<base::RecordId> personTrails(
    const store::ReadTx& tx, const PersonTraits& typed, const base::Fields& values);
std::vector<base::RecordId> familyTrails(
    const store::ReadTx& tx, const FamilyTraits& typed, const base::Fields& values);

/// The persons in a family, those who left it too.
std::vector<base::RecordId> personsOf(const store::ReadTx& tx, base::RecordId family);

/// Dates that one slip makes of this one: a digit, two neighbours, day and month. Not the date
/// itself.
std::vector<std::string> slippedDates(const std::string& isoDate);

} // namespace patronat::twins
