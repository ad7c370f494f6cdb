// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <string_view>
#include <vector>

namespace patronat::access {

/// The staff whom this site lets choose as who works here: local, never exchanged. Empty: nobody was named, and every
/// member of the staff may. A name only; it proves nothing about who sits at the keyboard.
std::vector<base::RecordId> users(const store::ReadTx& tx);
base::Status nameUsers(store::Store& store, const std::vector<base::RecordId>& staff);

/// Who is employed on a day, by surname and first name; those who have left are not, those who have not come yet are.
std::vector<base::RecordId> employed(const store::ReadTx& tx, std::string_view today);

/// Who may be chosen on a day: the users who are employed; everybody employed when there is none of them, so that
/// nobody is shut out by a dismissal.
std::vector<base::RecordId> mayWorkHere(const store::ReadTx& tx, std::string_view today);

/// Somebody is on the staff at all; before that, whoever comes first writes herself down.
bool hasStaff(const store::ReadTx& tx);

/// The organisation that this site is of: the one with the office's code, else the one where the office's territory is.
/// Null when there is none.
base::RecordId ownOrganisation(const store::ReadTx& tx, std::string_view officeCode);

} // namespace patronat::access
