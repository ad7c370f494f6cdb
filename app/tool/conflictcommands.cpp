// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/exchange/conflicts.h"
#include "core/journal/replay.h"
#include "core/profile/valuejson.h"

#include <algorithm>
#include <array>

namespace patronat::tool {

using base::ErrorCode;
using base::OperationId;
using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

constexpr Words kTakeOrValue { "say which: --take N or --value JSON",
    "укажите: --take N или --value JSON" };
constexpr Words kWhichField { "several fields are in conflict; name one with --field",
    "расхождения в нескольких полях; назовите одно ключом --field" };
constexpr Words kNoSuchCandidate { "there is no candidate with this number",
    "нет варианта с таким номером" };
constexpr Words kNotJson { "this is not JSON", "это не JSON" };

Json ofRecord(const Json& all, RecordId id)
{
    Json out = Json::array();
    for (const Json& one : all)
        if (one["record"] == id.hex())
            out.push_back(one);
    return out;
}

std::string linesOf(const Json& conflict)
{
    std::string out = cellText(conflict["type"]) + ' ' + cellText(conflict["record"]) + "  "
        + cellText(conflict["title"]);
    if (conflict["kind"] != "conflict")
        return out + "\n  " + cellText(conflict["kind"]) + ' ' + cellText(conflict["operation"])
            + ' ' + cellText(conflict["fields"]) + '\n';
    out += "\n  " + cellText(conflict["field"]) + '\n';
    int number = 0;
    for (const Json& candidate : conflict["candidates"]) {
        out += "    " + std::to_string(++number) + ": " + cellText(candidate["value"]) + "  ("
            + cellText(candidate["time"]);
        if (candidate["author"].is_object())
            out += ", " + cellText(candidate["author"]["name"]);
        out += ")\n";
    }
    return out;
}

Result<int> list(Invocation& run)
{
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        Json all = Json::array();
        for (const store::OpenConflict& conflict : tx.conflicts())
            all.push_back(conflictJson(tx, store->rules(), conflict));
        for (const store::BesideSigned& beside : tx.besides())
            all.push_back(besideJson(tx, store->rules(), beside));
        for (Json& one : uncoveredJson(tx, store->rules()))
            all.push_back(std::move(one));
        for (Json& one : forksJson(tx, store->rules()))
            all.push_back(std::move(one));
        for (Json& one : waitingJson(tx, store->rules()))
            all.push_back(std::move(one));
        std::string lines;
        for (const Json& one : all)
            lines += linesOf(one);
        run.output().answer(all, lines);
        return kDone;
    });
}

Result<std::string> typeOf(const ReadTx& tx, RecordId id)
{
    const auto type = tx.typeOf(id);
    if (!type)
        return { ErrorCode::NotFound, { "record", id.hex() } };
    return *type;
}

Result<int> show(Invocation& run)
{
    const RecordId id = run.recordId(0);
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        PATRONAT_LET(const std::string type, typeOf(tx, id));
        PATRONAT_LET(const Json record, recordJson(tx, store->rules(), type, id));
        const Json answer { { "type", type }, { "record", id.hex() },
            { "title", record["title"] }, { "heads", record["heads"] },
            { "conflicts", record["conflicts"] }, { "beside", record["beside"] },
            { "besideChildren", ofRecord(uncoveredJson(tx, store->rules()), id) },
            { "forks", ofRecord(forksJson(tx, store->rules()), id) },
            { "waiting", ofRecord(waitingJson(tx, store->rules()), id) } };
        std::string lines = "heads " + cellText(record["heads"]) + '\n';
        for (const char* part : { "conflicts", "beside", "besideChildren", "forks", "waiting" })
            for (const Json& one : answer[part])
                lines += linesOf(one);
        run.output().answer(answer, lines);
        return kDone;
    });
}

/// The conflict in question with the heads at which it was shown.
Result<exchange::ShownConflict> questionOf(Invocation& run, const ReadTx& tx, RecordId id)
{
    PATRONAT_LET(const std::string type, typeOf(tx, id));
    PATRONAT_LET(const auto history, tx.history(type, id));
    const auto base = run.arguments().value("--base");
    const journal::RecordState state
        = journal::replay(base ? store::ancestorsOf(history, parseBase(*base)) : history);
    const auto field = run.arguments().value("--field");
    if (!field && state.conflicts.size() > 1)
        throw UsageError(kWhichField);
    const journal::Conflict* conflict = field ? state.conflict(*field) : nullptr;
    if (!field && !state.conflicts.empty())
        conflict = &state.conflicts.front();
    if (conflict == nullptr)
        return { ErrorCode::NotFound, { "conflict", field.value_or(id.hex()) } };
    return exchange::ShownConflict {
        { type, id, state.unit, conflict->field, {}, conflict->candidates }, state.heads
    };
}

/// A number means what it meant when the candidates were shown, or nothing.
base::Status checkSameCandidates(const ReadTx& tx, const store::OpenConflict& shown)
{
    const auto now = tx.conflictsOf(shown.type, shown.record);
    const auto same = std::find_if(now.begin(), now.end(),
        [&](const store::OpenConflict& conflict) { return conflict.field == shown.field; });
    const auto isSame = [](const journal::Candidate& a, const journal::Candidate& b) {
        return a.operation == b.operation && a.value == b.value;
    };
    if (same != now.end()
        && std::equal(same->candidates.begin(), same->candidates.end(), shown.candidates.begin(),
            shown.candidates.end(), isSame))
        return {};
    return { ErrorCode::InvalidArgument, { "base", "candidatesChanged", shown.field },
        "the candidates are not those of --base any more: look at `conflicts show` again" };
}

Result<base::Value> chosenValue(
    Invocation& run, const profile::RecordType& type, const store::OpenConflict& conflict)
{
    if (const auto take = run.arguments().value("--take")) {
        const std::int64_t number = parseCount(*take);
        if (number < 1 || static_cast<std::size_t>(number) > conflict.candidates.size())
            throw UsageError(kNoSuchCandidate, *take);
        return conflict.candidates[static_cast<std::size_t>(number) - 1].value;
    }
    const std::string text = run.arguments().required("--value");
    if (!Json::accept(text))
        throw UsageError(kNotJson, text);
    // The value as it was typed: parsing and printing it again would round its digits.
    PATRONAT_LET(const base::Fields fields,
        profile::fieldsFromJson(type, '{' + Json(conflict.field).dump() + ':' + text + '}'));
    const auto found = fields.find(conflict.field);
    if (found == fields.end())
        return { ErrorCode::InvalidValue, { type.id, conflict.field, "wrongKind" } };
    return found->second;
}

Result<int> resolve(Invocation& run)
{
    const RecordId id = run.recordId(0);
    if (run.arguments().has("--take") == run.arguments().has("--value"))
        throw UsageError(kTakeOrValue);
    PATRONAT_LET(const auto store, run.openForWriting());
    PATRONAT_LET(const exchange::ShownConflict question,
        store->read([&](const ReadTx& tx) { return questionOf(run, tx, id); }));
    const std::string& field = question.conflict.field;
    if (run.arguments().has("--take"))
        PATRONAT_TRY(store->read([&](const ReadTx& tx) {
            return checkSameCandidates(tx, question.conflict);
        }));
    PATRONAT_LET(const base::Value value,
        chosenValue(run, *store->profile().type(question.conflict.type), question.conflict));
    PATRONAT_LET(const OperationId operation,
        exchange::resolveConflict(*store, run.author(*store), question, value));
    PATRONAT_TRY(afterWriting(run, *store));
    const Json written = valueJson(store->profile().type(question.conflict.type), field, value);
    run.output().answer(
        { { "type", question.conflict.type }, { "record", id.hex() }, { "field", field },
            { "value", written }, { "operation", operation.hex() } },
        field + " = " + cellText(written) + '\n');
    return kDone;
}

constexpr std::array kResolveOptions {
    Option { "--take", "N",
        { "the candidate's number in `conflicts show`", "номер варианта из `conflicts show`" } },
    Option { "--value", "JSON", { "a value of one's own", "своё значение" } },
    Option { "--field", "F",
        { "which field, when there are several", "какое поле, если их несколько" } },
    Option { "--base", "HEADS",
        { "heads as `conflicts show` printed them", "heads, какие напечатал `conflicts show`" } },
    Option {
        "--author", "ID", { "staff record of who decides", "запись специалиста, который решает" } },
};

constexpr std::string_view kListJson
    = "[{kind: conflict, type, record, title, field, base, candidates: [{operation, value, author, "
      "time}], shown first} | "
      "{kind: beside, type, record, title, operation, operationKind, fields, author, time} | "
      "{kind: besideChild, as beside, and signedType, signedRecord: a record that came beside the signature over it} | "
      "{kind: fork, as beside: another content of an operation, from a copied database} | "
      "{kind: waiting, as beside, and missing: the operation it waits for}]";

constexpr std::array kCommands {
    Command { "conflicts list", "",
        { "What different people wrote side by side",
            "Расхождения: что разные люди записали одновременно" },
        kListJson, 0, 0, {}, list },
    Command { "conflicts show", "ID", { "The conflicts of one record", "Расхождения одной записи" },
        "{type, record, title, heads, conflicts, beside, besideChildren, forks, waiting}", 1, 1, {}, show },
    Command { "conflicts resolve",
        "ID (--take N | --value JSON) [--field F] [--base HEADS] [--author ID]",
        { "Settle a conflict", "Разобрать расхождение" }, "{type, record, field, value, operation}",
        1, 1, kResolveOptions, resolve },
    Command { "conflicts", "", { "The same as `conflicts list`", "То же, что `conflicts list`" },
        kListJson, 0, 0, {}, list },
};

} // namespace

std::span<const Command> conflictCommands()
{
    return kCommands;
}

} // namespace patronat::tool
