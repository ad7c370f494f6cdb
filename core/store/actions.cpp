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

base::Result<Action> lastAction(const ReadTx& tx, const ActionScope& scope)
{
    // An action is taken back after it was done, so its undoing is met first on the way down.
    std::unordered_set<std::string> undone;
    auto select = tx.connection().prepare(
        "SELECT first, name FROM action WHERE number > ?1 ORDER BY number DESC");
    select.bind(1, scope.after);
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
        if (scope.author && first->author != *scope.author)
            continue;
        return Action { group, first->type, first->record };
    }
    return { base::ErrorCode::NotFound, { "action", {} } };
}

std::int64_t lastActionNumber(const ReadTx& tx)
{
    auto select = tx.connection().prepare("SELECT coalesce(max(number), 0) FROM action");
    return select.step() ? select.integer(0) : 0;
}

} // namespace patronat::store
