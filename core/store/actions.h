// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace patronat::store {

class ReadTx;

/// One action of a person, as it may be offered to be taken back.
struct Action
{
    base::GroupId group;
    std::string type; ///< of the record it wrote first
    base::RecordId record;
};

/// Which actions are looked at; all of them when left out.
struct ActionScope
{
    std::int64_t after = 0; ///< only those written after this one, see lastActionNumber
    std::optional<base::RecordId> author {}; ///< only this one's
};

/// What was saved here last and neither takes something back nor was taken back: by the order of
/// writing in this database, which no clock changes. NotFound("action") when there is none.
base::Result<Action> lastAction(const ReadTx& tx, const ActionScope& scope = {});

/// The place of the newest action in the order of writing; 0 when there is none.
std::int64_t lastActionNumber(const ReadTx& tx);

/// The name of the action that takes `group` back, so that the same is not offered twice.
std::string nameOfUndo(base::GroupId group);

} // namespace patronat::store
