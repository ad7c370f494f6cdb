// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/actions.h"

#include "core/store/readtx.h"

#include <unordered_set>

namespace patronat::store {

namespace {

constexpr std::string_view kUndo = "undo ";

} // namespace

std::string nameOfUndo(base::GroupId group)
{
    return std::string(kUndo) + group.hex();
}

base::Result<Action> lastAction(const ReadTx& tx)
{
    // An action is taken back after it was done, so its undoing is met first on the way down.
    std::unordered_set<std::string> undone;
    auto select = tx.connection().prepare("SELECT first, name FROM action ORDER BY number DESC");
    while (select.step()) {
        const std::string_view name = select.text(1);
        if (name.starts_with(kUndo)) {
            undone.emplace(name);
            continue;
        }
        const auto group = select.id<base::GroupId>(0);
        if (undone.contains(nameOfUndo(group)))
            continue;
        const auto first = tx.journal().operation(base::idCast<base::OperationId>(group));
        if (!first)
            return { base::ErrorCode::Internal, { "action", group.hex() } };
        return Action { group, first->type, first->record };
    }
    return { base::ErrorCode::NotFound, { "action", {} } };
}

} // namespace patronat::store
