// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/digest.h"

#include "core/base/cbor.h"
#include "core/journal/trail.h"

#include <optional>

namespace patronat::store {

using base::Digest256;
using base::RecordId;
using base::UnitId;
using journal::Life;
using journal::RecordState;
using journal::Trail;

namespace {

std::optional<Life> lifeFrom(std::string_view name)
{
    for (const Life life : { Life::Draft, Life::Signed, Life::Cancelled, Life::Removed, Life::Erased })
        if (lifeName(life) == name)
            return life;
    return std::nullopt;
}

void writeConflicts(base::CborWriter& out, const RecordState& state)
{
    out.array(state.conflicts.size());
    for (const journal::Conflict& conflict : state.conflicts) {
        out.array(1 + conflict.candidates.size());
        out.text(conflict.field);
        for (const journal::Candidate& candidate : conflict.candidates) {
            out.array(2);
            out.id(candidate.operation);
            out.value(candidate.value);
        }
    }
}

bool hasBeside(const ReadTx& tx, RecordId record)
{
    auto select = tx.connection().prepare("SELECT 1 FROM beside WHERE record = ?1");
    select.bind(1, record);
    return select.step();
}

} // namespace

Digest256 recordDigest(RecordId id, const RecordState& state)
{
    std::string bytes;
    base::CborWriter out(bytes);
    out.array(6);
    out.text(state.type);
    out.id(id);
    out.text(lifeName(state.life));
    const bool removed = state.values.contains(journal::kRemovedField);
    out.map(state.values.size() - (removed ? 1 : 0));
    for (const auto& [field, value] : state.values) {
        if (field == journal::kRemovedField)
            continue;
        out.text(field);
        out.value(value);
    }
    writeConflicts(out, state);
    out.array(state.beside.size());
    for (const journal::Candidate& candidate : state.beside)
        out.id(candidate.operation);
    return base::blake2b(bytes);
}

RecordState shownState(const ReadTx& tx, const Table& table, const db::Statement& row)
{
    const auto id = row.id<RecordId>(0);
    const std::string_view trail = row.blob(3);
    const auto flags = static_cast<std::uint8_t>(trail.empty() ? 0xff : trail.front());
    const bool plain = (flags & ~Trail::Signed) == 0 && ((flags & Trail::Signed) == 0 || !hasBeside(tx, id));
    const auto life = lifeFrom(row.text(2));
    if (!plain || !life) {
        const auto state = tx.state(table.type().id, id);
        return state ? *state : RecordState {};
    }
    RecordState state;
    state.exists = true;
    state.type = table.type().id;
    state.unit = row.id<UnitId>(1);
    state.life = *life;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        base::Value value = row.value(Table::kFirstSelectedColumn + static_cast<int>(i));
        if (!value.isNull())
            state.values.emplace(table.columns()[i].field, std::move(value));
    }
    return state;
}

Digest256 digest(const ReadTx& tx, const std::function<bool(UnitId)>& inScope)
{
    Digest256 sum {};
    for (const Table& table : tx.tables().all()) {
        auto select = tx.connection().prepareOnce(table.selectSql());
        while (select.step())
            if (!inScope || inScope(select.id<UnitId>(1)))
                base::addTo(sum, recordDigest(select.id<RecordId>(0), shownState(tx, table, select)));
    }
    auto other = tx.connection().prepareOnce("SELECT id, type, unit FROM other_record");
    while (other.step()) {
        if (inScope && !inScope(other.id<UnitId>(2)))
            continue;
        const auto state = tx.state(other.text(1), other.id<RecordId>(0));
        if (state)
            base::addTo(sum, recordDigest(other.id<RecordId>(0), *state));
    }
    return sum;
}

} // namespace patronat::store
