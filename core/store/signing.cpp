// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/signing.h"

#include "core/base/text.h"
#include "core/profile/valuejson.h"
#include "core/store/keptreasons.h"

#include <algorithm>
#include <cctype>

namespace patronat::store {

using base::ErrorCode;
using base::GroupId;
using base::Result;
using base::Status;
using profile::RecordType;

namespace {

const profile::Check* checkOf(const RecordType& type, const BrokenRule& rule)
{
    const profile::Field* field = type.field(rule.field);
    for (const profile::Check& check : field != nullptr ? field->checks : type.checks)
        if (check.id == rule.rule)
            return &check;
    return nullptr;
}

bool isOfName(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

/// The words of an expression: names of fields among them, quoted ones without their quotes.
std::vector<std::string> wordsOf(std::string_view expression)
{
    std::vector<std::string> out;
    std::string word;
    for (const char c : expression) {
        if (isOfName(c))
            word += c;
        else if (!word.empty())
            out.push_back(std::exchange(word, {}));
    }
    if (!word.empty())
        out.push_back(std::move(word));
    return out;
}

/// A computed field stands for what it is computed of.
void addFacts(const RecordType& type, std::string_view expression, const base::Fields& values,
    base::Fields& facts)
{
    for (const std::string& word : wordsOf(expression)) {
        const profile::Field* field = type.field(word);
        if (field == nullptr || facts.contains(word))
            continue;
        const auto value = values.find(word);
        facts.emplace(word, value == values.end() ? base::Value() : value->second);
        if (field->type == profile::FieldType::Computed)
            addFacts(type, field->expression, values, facts);
    }
}

std::string factsOf(const RecordType& type, const BrokenRule& rule, const base::Fields& values)
{
    base::Fields facts;
    if (!rule.field.empty())
        addFacts(type, rule.field, values, facts);
    if (const profile::Check* check = checkOf(type, rule))
        addFacts(type, check->expression, values, facts);
    std::erase_if(facts, [](const auto& fact) { return fact.second.isNull(); });
    return profile::fieldsToJson(type, facts);
}

/// What the profile declares; how a phone is written is no reason to ask for one.
bool asksForReason(const BrokenRule& rule)
{
    return rule.severity == profile::Severity::Warning && !rule.message.empty();
}

bool isAnswered(const ReadTx& tx, const AskedReason& asked)
{
    const auto kept = reasonsOf(tx, asked.record, asked.rule.rule);
    return std::any_of(kept.begin(), kept.end(),
        [&](const KeptReason& reason) { return reason.arguments == asked.facts; });
}

/// The record as it has just been signed.
Status addAsked(const WriteTx& tx, const SignItem& item, std::vector<AskedReason>& asked)
{
    PATRONAT_LET(const Record now, tx.read().record(item.type, item.id));
    const RecordType& type = *tx.read().profile().type(item.type);
    for (BrokenRule& rule : tx.rules().check(item.type, now.values, tx.clock().today())) {
        if (!asksForReason(rule))
            continue;
        AskedReason one { item.type, item.id, std::move(rule), {} };
        one.facts = factsOf(type, one.rule, now.values);
        if (!isAnswered(tx.read(), one))
            asked.push_back(std::move(one));
    }
    return {};
}

base::Error reasonNeeded(const SignItem& first, const std::vector<AskedReason>& asked)
{
    std::vector<std::string> args { first.type, first.id.hex() };
    for (const AskedReason& one : asked) {
        std::string rule = one.rule.rule;
        if (!one.rule.field.empty())
            rule += ':' + one.rule.field;
        if (std::find(args.begin() + 2, args.end(), rule) == args.end())
            args.push_back(std::move(rule));
    }
    return { ErrorCode::ReasonNeeded, std::move(args), {} };
}

} // namespace

Result<GroupId> signWithReason(WriteTx& tx, const SignPlan& plan, const std::string& reason,
    std::vector<AskedReason>& asked)
{
    asked.clear();
    PATRONAT_LET(const GroupId group, tx.sign(plan));
    if (!keepsReasons(tx.read().profile()))
        return group;
    // After the signing: some of them judge what only it fills.
    for (const SignItem& item : plan)
        PATRONAT_TRY(addAsked(tx, item, asked));
    if (asked.empty())
        return group;
    const std::string said = base::trimmed(reason);
    if (said.empty())
        return reasonNeeded(plan.front(), asked);
    for (const AskedReason& one : asked) {
        KeptReason kept { one.rule.rule, said, one.facts, one.type, one.record };
        PATRONAT_LET(const base::RecordId id, keepReason(tx, kept));
        static_cast<void>(id);
    }
    return group;
}

Result<Signing> signWithReason(
    Store& store, const WriteOptions& options, const SignPlan& plan, const std::string& reason)
{
    Signing out;
    const auto done = store.write(options, [&](WriteTx& tx) {
        return signWithReason(tx, plan, reason, out.asked);
    });
    if (done)
        out.group = *done;
    else if (done.error().code != ErrorCode::ReasonNeeded)
        return done.error();
    return out;
}

} // namespace patronat::store
