// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/output.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"
#include "core/store/store.h"

#include <string>
#include <string_view>

namespace patronat::tool {

/// The fields of a record as `put` takes them.
Json fieldsJson(const profile::RecordType& type, const base::Fields& fields);
/// One value as `put` takes it; null for nothing.
Json valueJson(const profile::RecordType* type, const std::string& field, const base::Value& value);
/// How a line names a record: its title, else its id.
std::string titleOf(
    const store::ReadTx& tx, const store::Rules& rules, std::string_view type, base::RecordId id);
/// Surname and initials of a staff record; null for nobody, its id when it is not held.
Json authorJson(const store::ReadTx& tx, base::RecordId author);

/// What `get` prints.
base::Result<Json> recordJson(
    const store::ReadTx& tx, const store::Rules& rules, std::string_view type, base::RecordId id);

Json conflictJson(
    const store::ReadTx& tx, const store::Rules& rules, const store::OpenConflict& conflict);
Json besideJson(
    const store::ReadTx& tx, const store::Rules& rules, const store::BesideSigned& beside);

/// Contents that came under the id of another one (a copied database) and nobody has written anew.
Json forksJson(const store::ReadTx& tx, const store::Rules& rules);
/// Operations that are not shown until what they build on has come.
Json waitingJson(const store::ReadTx& tx, const store::Rules& rules);

/// Children that came beside the signature of what they belong to: no signature covers them.
Json uncoveredJson(const store::ReadTx& tx, const store::Rules& rules);

std::string_view kindName(journal::Kind kind);

} // namespace patronat::tool
