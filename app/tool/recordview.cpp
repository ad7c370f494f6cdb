// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/recordview.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/exchange/forks.h"
#include "core/profile/valuejson.h"

#include <algorithm>

namespace patronat::tool {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

/// Lists of open questions ask nobody who looks: what is for some roles is read with `get` and
/// `history`, which do.
bool isForSome(const profile::RecordType* type)
{
    return type != nullptr && !type->readableBy.empty();
}

Json candidateJson(const ReadTx& tx, const profile::RecordType* type, const std::string& field,
    const journal::Candidate& candidate)
{
    return { { "operation", candidate.operation.hex() },
        { "value", isForSome(type) ? Json(nullptr) : valueJson(type, field, candidate.value) },
        { "author", authorJson(tx, candidate.author) },
        { "time", base::isoTime(candidate.stamp) } };
}

std::string textIn(const base::Fields& fields, std::string_view name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : std::string(found->second.textOr({}));
}

} // namespace

Json fieldsJson(const profile::RecordType& type, const base::Fields& fields)
{
    return Json::parse(profile::fieldsToJson(type, fields));
}

Json valueJson(const profile::RecordType* type, const std::string& field, const base::Value& value)
{
    if (value.isNull())
        return nullptr;
    static const profile::RecordType kUnknown;
    Json json = fieldsJson(type ? *type : kUnknown, { { field, value } });
    // A part of an address comes wrapped in its whole.
    while (json.is_object() && json.size() == 1)
        json = Json(json.begin().value());
    return json;
}

std::string titleOf(const ReadTx& tx, const store::Rules& rules, std::string_view type, RecordId id)
{
    const auto record = tx.record(type, id);
    std::string title = record ? rules.title(type, record->values) : std::string();
    return title.empty() ? id.hex() : title;
}

Json authorJson(const ReadTx& tx, RecordId author)
{
    if (author.isNull())
        return nullptr;
    const auto staff = tx.record("staff", author);
    if (!staff)
        return { { "id", author.hex() }, { "name", nullptr } };
    std::vector<std::string> parts { textIn(staff->values, "surname"),
        base::initial(textIn(staff->values, "firstName"))
            + base::initial(textIn(staff->values, "patronymic")) };
    std::erase(parts, "");
    return { { "id", author.hex() }, { "name", base::join(parts, " ") } };
}

Result<Json> recordJson(
    const ReadTx& tx, const store::Rules& rules, std::string_view type, RecordId id)
{
    PATRONAT_LET(const store::Record record, tx.record(type, id));
    const profile::RecordType* declared = tx.profile().type(type);
    Json json { { "id", id.hex() }, { "type", type },
        { "unit", record.unit.isNull() ? Json(nullptr) : Json(record.unit.hex()) },
        { "life", record.life }, { "title", rules.title(type, record.values) },
        { "heads", store::headsText(record.heads) },
        { "fields", fieldsJson(*declared, record.values) } };
    Json& conflicts = json["conflicts"] = Json::array();
    if (record.hasConflicts)
        for (const store::OpenConflict& conflict : tx.conflictsOf(type, id))
            conflicts.push_back(conflictJson(tx, rules, conflict));
    Json& beside = json["beside"] = Json::array();
    if (record.hasBeside)
        for (const store::BesideSigned& one : tx.besides())
            if (one.record == id)
                beside.push_back(besideJson(tx, rules, one));
    return json;
}

Json conflictJson(const ReadTx& tx, const store::Rules& rules, const store::OpenConflict& conflict)
{
    const profile::RecordType* type = tx.profile().type(conflict.type);
    Json json { { "kind", "conflict" }, { "type", conflict.type },
        { "record", conflict.record.hex() },
        { "title", titleOf(tx, rules, conflict.type, conflict.record) },
        { "field", conflict.field },
        { "base",
            conflict.base && !isForSome(type) ? valueJson(type, conflict.field, *conflict.base)
                                              : Json(nullptr) } };
    Json& candidates = json["candidates"] = Json::array();
    for (const journal::Candidate& candidate : conflict.candidates)
        candidates.push_back(candidateJson(tx, type, conflict.field, candidate));
    return json;
}

namespace {

Json operationJson(const ReadTx& tx, const store::Rules& rules, const char* kind,
    const journal::Operation& operation)
{
    const profile::RecordType* type = tx.profile().type(operation.type);
    return { { "kind", kind }, { "type", operation.type }, { "record", operation.record.hex() },
        { "title", titleOf(tx, rules, operation.type, operation.record) },
        { "operation", operation.id.hex() }, { "operationKind", kindName(operation.kind) },
        { "fields",
            type && !isForSome(type) ? fieldsJson(*type, operation.fields) : Json::object() },
        { "author", authorJson(tx, operation.author) },
        { "time", base::isoTime(operation.stamp) } };
}

} // namespace

Json besideJson(const ReadTx& tx, const store::Rules& rules, const store::BesideSigned& beside)
{
    return operationJson(tx, rules, "beside", beside.operation);
}

Json forksJson(const ReadTx& tx, const store::Rules& rules)
{
    Json out = Json::array();
    for (const exchange::Fork& fork : exchange::forks(tx))
        if (!fork.adopted)
            out.push_back(operationJson(tx, rules, "fork", fork.operation));
    return out;
}

Json waitingJson(const ReadTx& tx, const store::Rules& rules)
{
    Json out = Json::array();
    auto select
        = tx.connection().prepare("SELECT operation, missing FROM waiting ORDER BY operation");
    while (select.step()) {
        const auto operation = tx.journal().operation(select.id<base::OperationId>(0));
        if (!operation)
            continue;
        Json json = operationJson(tx, rules, "waiting", *operation);
        json["missing"] = select.id<base::OperationId>(1).hex();
        out.push_back(std::move(json));
    }
    return out;
}

Json uncoveredJson(const ReadTx& tx, const store::Rules& rules)
{
    Json out = Json::array();
    for (const store::UncoveredChild& child : tx.uncoveredChildren()) {
        Json json = operationJson(tx, rules, "besideChild", child.operation);
        json["signedType"] = child.parentType;
        json["signedRecord"] = child.parent.hex();
        out.push_back(std::move(json));
    }
    return out;
}

std::string_view kindName(journal::Kind kind)
{
    switch (kind) {
    case journal::Kind::Write:
        return "write";
    case journal::Kind::Sign:
        return "sign";
    case journal::Kind::Cancel:
        return "cancel";
    case journal::Kind::Settle:
        return "settle";
    case journal::Kind::Remove:
        return "remove";
    case journal::Kind::Restore:
        return "restore";
    case journal::Kind::Erase:
        return "erase";
    }
    return "write"; // decoding lets nothing else in
}

} // namespace patronat::tool
