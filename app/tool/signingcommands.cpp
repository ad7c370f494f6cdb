// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "core/exchange/conflicts.h"
#include "core/store/writetx.h"

#include <algorithm>
#include <array>

namespace patronat::tool {

using base::ErrorCode;
using base::OperationId;
using base::RecordId;
using base::Result;
using journal::Head;
using store::ReadTx;
using store::WriteTx;

namespace {

Result<std::vector<Head>> shownHeads(Invocation& run, const ReadTx& tx, const std::string& type, RecordId id)
{
    if (const auto base = run.arguments().value("--base"))
        return parseBase(*base);
    PATRONAT_LET(const store::Record record, tx.record(type, id));
    return record.heads;
}

Result<int> sign(Invocation& run)
{
    const std::string type = run.positional(0, "TYPE");
    const RecordId id = run.recordId(1);
    PATRONAT_LET(const auto store, run.openForWriting());
    PATRONAT_LET(const store::SignPlan plan, store->read([&](const ReadTx& tx) -> Result<store::SignPlan> {
        PATRONAT_LET(store::SignPlan covered, tx.signPlan(type, id));
        PATRONAT_LET(covered.front().heads, shownHeads(run, tx, type, id));
        return covered;
    }));
    const store::WriteOptions options = run.writeOptions(*store, "sign");
    PATRONAT_LET(const base::GroupId group, store->write(options, [&](WriteTx& tx) { return tx.sign(plan); }));
    PATRONAT_TRY(afterWriting(run, *store));
    Json covered = Json::array();
    std::string lines;
    for (const store::SignItem& item : plan) {
        covered.push_back({ { "type", item.type }, { "id", item.id.hex() } });
        lines += item.type + ' ' + item.id.hex() + '\n';
    }
    run.output().answer({ { "group", group.hex() }, { "covered", covered } }, lines);
    return kDone;
}

int answer(Invocation& run, RecordId id, OperationId operation)
{
    run.output().answer({ { "id", id.hex() }, { "operation", operation.hex() } }, id.hex() + '\n');
    return kDone;
}

Result<int> cancel(Invocation& run)
{
    const std::string type = run.positional(0, "TYPE");
    const RecordId id = run.recordId(1);
    PATRONAT_LET(const auto store, run.openForWriting());
    PATRONAT_LET(const auto heads, store->read([&](const ReadTx& tx) { return shownHeads(run, tx, type, id); }));
    const store::WriteOptions options = run.writeOptions(*store, "cancel");
    PATRONAT_LET(const OperationId operation, store->write(options, [&](WriteTx& tx) { return tx.cancel(type, id, heads); }));
    PATRONAT_TRY(afterWriting(run, *store));
    return answer(run, id, operation);
}

/// The operations named on the command line, as heads: among those that came beside the signature.
Result<std::vector<Head>> namedHeads(
    const ReadTx& tx, const std::string& type, RecordId id, const std::vector<OperationId>& named)
{
    PATRONAT_LET(const auto history, tx.history(type, id));
    std::vector<Head> heads;
    for (const OperationId& one : named) {
        const auto found = std::find_if(
            history.begin(), history.end(), [&](const journal::Operation& operation) { return operation.id == one; });
        if (found == history.end())
            return { ErrorCode::NotFound, { "operation", one.hex() } };
        heads.push_back(found->head());
    }
    return heads;
}

Result<int> settle(Invocation& run)
{
    const std::string type = run.positional(0, "TYPE");
    const RecordId id = run.recordId(1);
    run.arguments().required("--operations");
    std::vector<OperationId> named;
    for (const std::string& text : run.arguments().values("--operations"))
        named.push_back(base::idCast<OperationId>(parseRecordId(text)));
    PATRONAT_LET(const auto store, run.openForWriting());
    std::vector<Head> heads;
    PATRONAT_LET(const auto base, store->read([&](const ReadTx& tx) -> Result<std::vector<Head>> {
        PATRONAT_LET(heads, namedHeads(tx, type, id, named));
        return shownHeads(run, tx, type, id);
    }));
    PATRONAT_LET(const OperationId operation,
        exchange::dismissBeside(*store, run.author(*store), type, id, base, heads));
    PATRONAT_TRY(afterWriting(run, *store));
    return answer(run, id, operation);
}

constexpr Option kAuthor { "--author", "ID", { "staff record of who does it", "запись специалиста, который это делает" } };
constexpr Option kBase { "--base", "HEADS", { "heads as `get` printed them", "heads, какие напечатал `get`" } };
constexpr std::array kSignOptions { kBase, kAuthor };
constexpr std::array kSettleOptions {
    Option { "--operations", "IDS", { "what came beside the signature", "что появилось рядом с подписью" }, true }, kBase,
    kAuthor
};

constexpr std::array kCommands {
    Command { "sign", "TYPE ID [--base HEADS] [--author ID]",
        { "Sign a record with the children its type signs with", "Подписать запись вместе с её частями" },
        "{group, covered: [{type, id}]}", 2, 2, kSignOptions, sign },
    Command { "cancel", "TYPE ID [--base HEADS] [--author ID]", { "Cancel a signature", "Отменить подпись" },
        "{id, operation}", 2, 2, kSignOptions, cancel },
    Command { "settle", "TYPE ID --operations IDS [--base HEADS] [--author ID]",
        { "Dismiss what came beside a signature", "Отклонить то, что появилось рядом с подписью" }, "{id, operation}", 2,
        2, kSettleOptions, settle },
};

} // namespace

std::span<const Command> signingCommands() { return kCommands; }

} // namespace patronat::tool
