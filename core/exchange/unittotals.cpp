// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/unittotals.h"

namespace patronat::exchange {

namespace {

/// Sums up the shares of what is held; `find`: where a unit's sum stands, null when it is not asked for.
template <typename Find>
void addAll(db::Connection& connection, Find find)
{
    const auto add = [&](const store::UnitShare& share) {
        if (store::UnitShare* total = find(share.unit)) {
            total->unit = share.unit;
            total->operations += share.operations;
            total->sum += share.sum;
        }
    };
    auto frames = connection.prepare("SELECT units FROM frame");
    while (frames.step())
        store::forEachShare(frames.blob(0), add);
    frames.reset();
    auto pending = connection.prepare(
        "SELECT origin.origin, op.sequence, op.bytes FROM op JOIN origin ON origin.no = op.origin");
    while (pending.step()) {
        base::OperationId id { 0, static_cast<std::uint64_t>(pending.integer(1)) };
        for (const char c : pending.blob(0))
            id.origin = id.origin << 8 | static_cast<unsigned char>(c);
        const auto operation = journal::view(id, pending.blob(2));
        if (!operation)
            throw db::DbError(
                { base::ErrorCode::DatabaseDamaged, { connection.pathText() }, describe(operation.error()) });
        add({ operation->unit, 1, operation->hash });
    }
}

} // namespace

UnitTotals unitTotals(db::Connection& connection)
{
    UnitTotals totals;
    addAll(connection, [&](base::UnitId unit) { return &totals[unit]; });
    return totals;
}

void addUnitTotals(db::Connection& connection, UnitTotals& totals)
{
    addAll(connection, [&](base::UnitId unit) -> store::UnitShare* {
        const auto at = totals.find(unit);
        return at == totals.end() ? nullptr : &at->second;
    });
}

} // namespace patronat::exchange
