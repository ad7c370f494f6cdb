// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keptreasons.h"

#include "core/profile/required.h"

#include <algorithm>

namespace patronat::store {

using base::RecordId;
using base::Result;
using base::Value;

namespace {

const std::string kType { profile::kReasonType };

/// The reference through which the reason is of the unit that `root` makes.
const profile::Field* wayTo(const profile::RecordType& type, std::string_view rootType)
{
    for (const std::string& name : type.unitFields)
        if (const profile::Field* field = type.field(name);
            field != nullptr && field->target == rootType)
            return field;
    return nullptr;
}

Value textOrNull(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

} // namespace

bool keepsReasons(const profile::Profile& profile)
{
    return profile.type(kType) != nullptr;
}

Result<RecordId> keepReason(WriteTx& tx, const KeptReason& reason)
{
    const profile::RecordType* type = tx.read().profile().type(kType);
    if (type == nullptr)
        return { base::ErrorCode::UnknownType, { kType } };
    PATRONAT_LET(const Record about, tx.read().record(reason.type, reason.record));
    // What makes a unit bears its id.
    const RecordId root = about.unit.isNull() ? about.id : base::idCast<RecordId>(about.unit);
    const auto rootType = tx.read().typeOf(root);
    const profile::Field* way = rootType ? wayTo(*type, *rootType) : nullptr;
    if (way == nullptr)
        return { base::ErrorCode::InvalidArgument, { "reason", reason.type } };
    const RecordId who = reason.who.isNull() ? tx.options().author : reason.who;
    return tx.create(kType,
        {
            { way->id, Value(root) },
            { "subjectType", Value(reason.type) },
            { "subject", Value(reason.record.hex()) },
            { "rule", Value(reason.rule) },
            { "reason", textOrNull(reason.reason) },
            { "arguments", textOrNull(reason.arguments) },
            { "who", who.isNull() ? Value() : Value(who) },
            { "enteredAt", Value(base::isoTime(tx.clock().nowMs())) },
        });
}

std::vector<KeptReason> reasonsOf(const ReadTx& tx, RecordId record, std::string_view rule)
{
    std::vector<KeptReason> out;
    if (tx.tables().find(kType) == nullptr)
        return out;
    auto select = tx.connection().prepare(
        "SELECT \"rule\", \"reason\", \"arguments\", \"subjectType\", \"who\", \"enteredAt\" FROM "
        + sqlName(kType)
        + " WHERE \"subject\" = ?1 AND life NOT IN ('removed', 'erased') ORDER BY \"enteredAt\", "
          "id");
    const std::string subject = record.hex();
    select.bindStatic(1, subject);
    while (select.step())
        if (rule.empty() || select.text(0) == rule)
            out.push_back({ std::string(select.text(0)), std::string(select.text(1)),
                std::string(select.text(2)), std::string(select.text(3)), record,
                select.id<RecordId>(4), std::string(select.text(5)) });
    return out;
}

} // namespace patronat::store
