// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/restoring.h"

#include "core/access/visibility.h"

#include <algorithm>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

/// The last removal: who did it, and when.
Result<std::pair<RecordId, std::int64_t>> removalOf(
    const ReadTx& tx, std::string_view type, RecordId id)
{
    std::pair<RecordId, std::int64_t> out { {}, 0 };
    PATRONAT_LET(const auto history, tx.history(type, id));
    for (const journal::Operation& operation : history)
        if (operation.kind == journal::Kind::Remove)
            out = { operation.author, operation.stamp };
    return out;
}

std::string nameOf(
    const ReadTx& tx, const store::Rules& rules, RecordId staff, const std::string& language)
{
    return staff.isNull() ? std::string() : recordTitle(tx, rules, "staff", staff, language);
}

void addBelow(const ReadTx& tx, RemovedRecord& out)
{
    for (const store::Table& table : tx.tables().all()) {
        const profile::RecordType& type = table.type();
        const profile::Field* parent = type.field(type.parent);
        if (parent == nullptr || parent->target != out.record.type)
            continue;
        auto select
            = tx.connection().prepare("SELECT count(*) FROM " + store::sqlName(type.id) + " WHERE "
                + store::sqlName(parent->id) + " = ?1 AND life NOT IN ('removed', 'erased')");
        select.bind(1, out.record.id);
        if (select.step() && select.integer(0) > 0)
            out.below.emplace_back(type.id, select.integer(0));
    }
}

void addAbove(
    const ReadTx& tx, const store::Rules& rules, const std::string& language, RemovedRecord& out)
{
    const profile::RecordType& type = *tx.profile().type(out.record.type);
    const profile::Field* parent = type.field(type.parent);
    const auto value
        = parent == nullptr ? out.record.values.end() : out.record.values.find(parent->id);
    if (value == out.record.values.end() || !value->second.reference())
        return;
    const auto above = tx.record(parent->target, *value->second.reference());
    if (!above || above->life != "removed")
        return;
    out.aboveType = parent->target;
    out.aboveTitle = recordTitle(tx, rules, *above, language);
}

} // namespace

Result<RemovedRecord> readRemoved(const ReadTx& tx, const store::Rules& rules,
    std::string_view type, RecordId id, RecordId viewer, const std::string& language)
{
    RemovedRecord out;
    PATRONAT_TRY(access::checkReadable(tx, type, viewer, language));
    PATRONAT_LET(out.record, tx.record(type, id));
    if (out.record.life != "removed")
        return base::Error { base::ErrorCode::NotFound, { "removed", id.hex() }, {} };
    out.title = recordTitle(tx, rules, out.record, language);
    addTitles(tx, rules, *tx.profile().type(type), out.record.values, language, out.titles);
    PATRONAT_LET(const auto removal, removalOf(tx, type, id));
    out.who = nameOf(tx, rules, removal.first, language);
    out.stamp = removal.second;
    addBelow(tx, out);
    addAbove(tx, rules, language, out);
    return out;
}

Result<std::vector<RemovedLine>> removedOf(const ReadTx& tx, const store::Rules& rules,
    std::string_view type, const std::string& language, std::size_t limit)
{
    struct Removal
    {
        RecordId id;
        RecordId who;
        std::int64_t stamp = 0;
    };
    std::vector<Removal> all;
    PATRONAT_LET(const auto ids, tx.list(type, "life = 'removed'"));
    for (const RecordId id : ids) {
        PATRONAT_LET(const auto removal, removalOf(tx, type, id));
        all.push_back({ id, removal.first, removal.second });
    }
    std::sort(all.begin(), all.end(),
        [](const Removal& a, const Removal& b) { return a.stamp > b.stamp; });
    if (all.size() > limit)
        all.resize(limit);
    std::vector<RemovedLine> out;
    for (const Removal& one : all)
        out.push_back({ one.id, recordTitle(tx, rules, type, one.id, language),
            nameOf(tx, rules, one.who, language), one.stamp });
    return out;
}

} // namespace patronat::ui
