// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/conflicts.h"

namespace patronat::exchange {

using base::ErrorCode;
using base::OperationId;
using base::Result;
using store::Store;

namespace {

Result<base::Value> chosen(const ShownConflict& shown, const Resolution& resolution)
{
    if (const auto* value = std::get_if<base::Value>(&resolution))
        return *value;
    const std::size_t number = std::get<std::size_t>(resolution);
    if (number < 1 || number > shown.conflict.candidates.size())
        return { ErrorCode::InvalidArgument, { "take", std::to_string(number) } };
    return shown.conflict.candidates[number - 1].value;
}

/// The engine's own field is written by no form: its two values are to be removed and to be there.
Result<OperationId> settleRemoval(store::WriteTx& tx, const store::OpenConflict& conflict,
    const std::vector<journal::Head>& heads, const base::Value& value)
{
    if (value.isNull())
        return tx.restore(conflict.type, conflict.record, heads);
    if (value == base::Value(1))
        return tx.remove(conflict.type, conflict.record, heads);
    return { ErrorCode::InvalidValue, { conflict.type, conflict.field, "storage" } };
}

} // namespace

Result<std::vector<ShownConflict>> shownConflicts(const Store& store, std::string_view type, base::RecordId record)
{
    return store.read([&](const store::ReadTx& read) -> Result<std::vector<ShownConflict>> {
        PATRONAT_LET(const store::Record row, read.record(type, record));
        std::vector<ShownConflict> out;
        for (store::OpenConflict& conflict : read.conflictsOf(type, record))
            out.push_back({ std::move(conflict), row.heads });
        return out;
    });
}

Result<OperationId> resolveConflict(
    Store& store, base::RecordId author, const ShownConflict& shown, const Resolution& resolution)
{
    const store::OpenConflict& conflict = shown.conflict;
    PATRONAT_LET(const base::Value value, chosen(shown, resolution));
    const store::WriteOptions options { author, {}, {}, "resolve" };
    return store.write(options, [&](store::WriteTx& tx) {
        if (conflict.field == journal::kRemovedField)
            return settleRemoval(tx, conflict, shown.heads, value);
        return tx.put(conflict.type, conflict.record, shown.heads, { { conflict.field, value } }, { conflict.field });
    });
}

Result<OperationId> dismissBeside(Store& store, base::RecordId author, std::string_view type, base::RecordId record,
    const std::vector<journal::Head>& heads, const std::vector<journal::Head>& named)
{
    const store::WriteOptions options { author, {}, {}, "dismiss" };
    return store.write(options, [&](store::WriteTx& tx) { return tx.settle(type, record, heads, named); });
}

} // namespace patronat::exchange
