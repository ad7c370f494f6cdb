// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/repeats.h"

#include <algorithm>

namespace patronat::store {

using base::Fields;
using base::RecordId;
using base::Result;
using profile::Field;
using profile::FieldType;
using profile::RecordType;

namespace {

bool isReferenceOffered(
    const ReadTx& tx, const Field& field, RecordId target, const std::string& today)
{
    const RecordType* type = tx.profile().type(field.target);
    if (type == nullptr)
        return false;
    auto select = tx.connection().prepare("SELECT 1 FROM " + sqlName(type->id)
        + " WHERE id = :id AND life NOT IN ('removed', 'erased')"
        + (type->offeredExpression.empty() ? std::string()
                                           : " AND (" + type->offeredExpression + "\n)"));
    select.bind(*select.parameter(":id"), target);
    if (const auto parameter = select.parameter(":today"))
        select.bind(*parameter, std::string_view(today));
    return select.step();
}

bool isCodeOffered(
    const ReadTx& tx, const Field& field, std::string_view code, const std::string& today)
{
    const profile::Classifier* classifier = tx.profile().classifier(field.classifier);
    const profile::Code* declared = classifier ? classifier->code(code) : nullptr;
    return declared == nullptr || declared->validTo.empty() || declared->validTo >= today;
}

bool isOffered(
    const ReadTx& tx, const Field& field, const base::Value& value, const std::string& today)
{
    if (const RecordId* target = value.reference())
        return isReferenceOffered(tx, field, *target, today);
    return field.type != FieldType::Choice || isCodeOffered(tx, field, value.textOr({}), today);
}

/// With their parts: an address comes along as a whole, a mark with what it marks.
Fields taken(const ReadTx& tx, const RecordType& type, const std::vector<std::string>& names,
    const Fields& values, const std::string& today)
{
    Fields out;
    for (const std::string& name : names) {
        for (const Field& field : type.fields) {
            const auto value = values.find(field.id);
            if ((field.id == name || field.partOf == name) && value != values.end()
                && isOffered(tx, field, value->second, today))
                out.emplace(field.id, value->second);
        }
    }
    return out;
}

std::string orderOf(const RecordType& type, const char* direction)
{
    const std::string own
        = type.orderField.empty() ? std::string() : sqlName(type.orderField) + direction + ", ";
    return " ORDER BY " + own + "rowid" + direction;
}

Result<TakenOver::Lines> takenLines(const ReadTx& tx, const profile::Repeats::Lines& declared,
    RecordId parent, const std::string& today)
{
    TakenOver::Lines out { declared.type, {} };
    const RecordType* type = tx.profile().type(declared.type);
    if (type == nullptr)
        return out;
    std::vector<RecordId> ids;
    auto select = tx.connection().prepare("SELECT id FROM " + sqlName(type->id) + " WHERE "
        + sqlName(type->parent) + " = ?1 AND life NOT IN ('removed', 'erased')"
        + orderOf(*type, ""));
    select.bind(1, parent);
    while (select.step())
        ids.push_back(select.id<RecordId>(0));
    select.reset();
    for (const RecordId id : ids) {
        PATRONAT_LET(const Record line, tx.record(type->id, id));
        Fields fields = taken(tx, *type, declared.fields, line.values, today);
        if (!fields.empty())
            out.fields.push_back(std::move(fields));
    }
    return out;
}

} // namespace

std::optional<RecordId> lastOfKind(const ReadTx& tx, const RecordType& type, const Fields& values)
{
    if (!type.repeats.isDeclared())
        return std::nullopt;
    std::vector<std::string> same = type.repeats.same;
    if (same.empty() && !type.parent.empty())
        same.push_back(type.parent);
    std::string where = "life NOT IN ('removed', 'erased', 'cancelled')";
    std::vector<RecordId> references;
    for (const std::string& name : same) {
        const auto value = values.find(name);
        const RecordId* reference = value == values.end() ? nullptr : value->second.reference();
        if (reference == nullptr)
            return std::nullopt;
        references.push_back(*reference);
        where += " AND " + sqlName(name) + " = ?" + std::to_string(references.size());
    }
    if (!type.repeats.of.empty())
        where += " AND (" + type.repeats.of + "\n)";
    auto select = tx.connection().prepare("SELECT id FROM " + sqlName(type.id) + " WHERE " + where
        + orderOf(type, " DESC") + " LIMIT 1");
    for (std::size_t i = 0; i < references.size(); ++i)
        select.bind(static_cast<int>(i) + 1, references[i]);
    if (!select.step())
        return std::nullopt;
    return select.id<RecordId>(0);
}

Result<TakenOver> takenOverFrom(
    const ReadTx& tx, const RecordType& type, RecordId record, const std::string& today)
{
    PATRONAT_LET(const Record last, tx.record(type.id, record));
    TakenOver out { record, taken(tx, type, type.repeats.fields, last.values, today), {} };
    for (const profile::Repeats::Lines& declared : type.repeats.lines) {
        PATRONAT_LET(TakenOver::Lines lines, takenLines(tx, declared, record, today));
        if (!lines.fields.empty())
            out.lines.push_back(std::move(lines));
    }
    return out;
}

Fields lineBegun(const RecordType& above, RecordId parent, const Fields& valuesAbove,
    const RecordType& line, std::int64_t place)
{
    Fields fields { { line.parent, base::Value(parent) } };
    for (const Field& field : line.fields) {
        const Field* same = above.field(field.id);
        const auto value = valuesAbove.find(field.id);
        if (!field.target.empty() && same != nullptr && same->target == field.target
            && value != valuesAbove.end())
            fields[field.id] = value->second;
    }
    const Field* order = line.field(line.orderField);
    if (order != nullptr && order->type == FieldType::Integer)
        fields[line.orderField] = base::Value(place);
    return fields;
}

} // namespace patronat::store
