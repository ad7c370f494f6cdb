// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "core/exchange/conflicts.h"
#include "core/process/signing.h"
#include "core/store/outputfile.h"
#include "core/store/signing.h"
#include "core/store/writetx.h"

#include <algorithm>
#include <array>
#include <functional>

namespace patronat::tool {

using base::ErrorCode;
using base::OperationId;
using base::RecordId;
using base::Result;
using journal::Head;
using store::ReadTx;
using store::WriteTx;

namespace {

constexpr Words kPlanOrBase { "a plan has the heads of every part: --plan without --base",
    "план содержит heads каждой части: --plan без --base" };

Result<std::vector<Head>> shownHeads(
    Invocation& run, const ReadTx& tx, const std::string& type, RecordId id)
{
    if (const auto base = run.arguments().value("--base"))
        return parseBase(*base);
    PATRONAT_LET(const store::Record record, tx.record(type, id));
    return record.heads;
}

Json planJson(const store::SignPlan& plan)
{
    Json json = Json::array();
    for (const store::SignItem& item : plan)
        json.push_back({ { "type", item.type }, { "id", item.id.hex() },
            { "heads", store::headsText(item.heads) } });
    return json;
}

std::optional<store::SignItem> itemOf(const Json& json)
{
    for (const char* member : { "type", "id", "heads" })
        if (!json.is_object() || !json.contains(member) || !json[member].is_string())
            return std::nullopt;
    const auto id = RecordId::fromHex(json["id"].get<std::string>());
    auto heads = store::parseHeads(json["heads"].get<std::string>());
    if (!id || !heads || heads->empty())
        return std::nullopt;
    return store::SignItem { json["type"].get<std::string>(), *id, std::move(*heads) };
}

/// A plan as `sign --dry-run --json` printed it: what a person has read, with every part.
Result<store::SignPlan> planFrom(const std::string& file, const std::string& type, RecordId id)
{
    PATRONAT_LET(const std::string text, store::readFile(pathOf(file)));
    const Json json = Json::parse(text, nullptr, false);
    store::SignPlan plan;
    if (json.is_array())
        for (const Json& one : json) {
            auto item = itemOf(one);
            if (!item)
                return { ErrorCode::InvalidArgument, { "plan", file } };
            plan.push_back(std::move(*item));
        }
    if (plan.empty() || plan.front().type != type || plan.front().id != id)
        return { ErrorCode::InvalidArgument, { "plan", file } };
    return plan;
}

using Planned = Result<store::SignPlan> (ReadTx::*)(std::string_view, RecordId) const;

Result<store::SignPlan> askedPlan(Invocation& run, const store::Store& store, Planned planned)
{
    const std::string type = run.positional(0, "TYPE");
    const RecordId id = run.recordId(1);
    if (const auto file = run.arguments().value("--plan"))
        return planFrom(*file, type, id);
    return store.read([&](const ReadTx& tx) -> Result<store::SignPlan> {
        PATRONAT_LET(store::SignPlan covered, (tx.*planned)(type, id));
        PATRONAT_LET(covered.front().heads, shownHeads(run, tx, type, id));
        return covered;
    });
}

Result<int> showPlan(Invocation& run, Planned planned)
{
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(const store::SignPlan plan, askedPlan(run, *store, planned));
    std::string lines;
    for (const store::SignItem& item : plan)
        lines += item.type + ' ' + item.id.hex() + ' ' + store::headsText(item.heads) + '\n';
    run.output().answer(planJson(plan), lines);
    return kDone;
}

Json askedJson(const std::vector<store::AskedReason>& asked)
{
    Json json = Json::array();
    for (const store::AskedReason& one : asked)
        json.push_back({ { "rule", one.rule.rule }, { "field", one.rule.field },
            { "type", one.type }, { "id", one.record.hex() } });
    return json;
}

struct Deed
{
    base::GroupId group;
    std::vector<store::AskedReason> asked; ///< answered by the reason given
};
using Doing = std::function<Result<Deed>(WriteTx&, const store::SignPlan&)>;

/// Signs, or cancels, what the plan names, as one group.
Result<int> carryOut(
    Invocation& run, std::string_view name, Planned planned, const Doing& doing)
{
    if (run.arguments().has("--plan") && run.arguments().has("--base"))
        throw UsageError(kPlanOrBase);
    if (run.arguments().has("--dry-run"))
        return showPlan(run, planned);
    PATRONAT_LET(const auto store, run.openForWriting());
    PATRONAT_LET(const store::SignPlan plan, askedPlan(run, *store, planned));
    const store::WriteOptions options = run.writeOptions(*store, std::string(name));
    PATRONAT_LET(const Deed deed,
        store->write(options, [&](WriteTx& tx) { return doing(tx, plan); }));
    PATRONAT_TRY(afterWriting(run, *store));
    Json covered = Json::array();
    std::string lines;
    for (const store::SignItem& item : plan) {
        covered.push_back({ { "type", item.type }, { "id", item.id.hex() } });
        lines += item.type + ' ' + item.id.hex() + '\n';
    }
    Json answer { { "group", deed.group.hex() }, { "covered", covered } };
    if (!deed.asked.empty())
        answer["reasons"] = askedJson(deed.asked);
    run.output().answer(answer, lines);
    return kDone;
}

Result<int> sign(Invocation& run)
{
    const std::string reason = run.arguments().value("--reason").value_or(std::string());
    return carryOut(run, "sign", &ReadTx::signPlan,
        [&](WriteTx& tx, const store::SignPlan& plan) -> Result<Deed> {
            Deed deed;
            PATRONAT_LET(deed.group, process::sign(tx, plan, reason, deed.asked));
            return deed;
        });
}

Result<int> cancel(Invocation& run)
{
    return carryOut(run, "cancel", &ReadTx::cancelPlan,
        [](WriteTx& tx, const store::SignPlan& plan) -> Result<Deed> {
            PATRONAT_LET(const base::GroupId group, process::cancelSigned(tx, plan));
            return Deed { group, {} };
        });
}

int answer(Invocation& run, RecordId id, OperationId operation)
{
    run.output().answer({ { "id", id.hex() }, { "operation", operation.hex() } }, id.hex() + '\n');
    return kDone;
}

/// The operations named on the command line, as heads: among those that came beside the signature.
Result<std::vector<Head>> namedHeads(
    const ReadTx& tx, const std::string& type, RecordId id, const std::vector<OperationId>& named)
{
    PATRONAT_LET(const auto history, tx.history(type, id));
    std::vector<Head> heads;
    for (const OperationId& one : named) {
        const auto found = std::find_if(history.begin(), history.end(),
            [&](const journal::Operation& operation) { return operation.id == one; });
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

constexpr Option kAuthor { "--author", "ID",
    { "staff record of who does it", "запись специалиста, который это делает" } };
constexpr Option kBase { "--base", "HEADS",
    { "heads as `get` printed them", "heads, какие напечатал `get`" } };
constexpr std::array kSignOptions { Option { "--dry-run", "",
                                        { "show what would be signed, part by part, with its heads",
                                            "показать, что будет подписано, по частям, с heads" } },
    Option { "--plan", "FILE",
        { "sign exactly what `sign --dry-run --json` printed",
            "подписать именно то, что напечатал `sign --dry-run --json`" } },
    Option { "--reason", "TEXT",
        { "why it is signed although it is unusual (rules of severity W); kept with the record",
            "почему подписывается, несмотря на замечания (правила W); хранится при записи" } },
    kBase, kAuthor
};
constexpr std::array kCancelOptions {
    Option { "--dry-run", "",
        { "show whose signatures would fall, part by part, with its heads",
            "показать, чьи подписи падут, по частям, с heads" } },
    Option { "--plan", "FILE",
        { "cancel exactly what `cancel --dry-run --json` printed",
            "отменить именно то, что напечатал `cancel --dry-run --json`" } },
    kBase, kAuthor
};
constexpr std::array kSettleOptions {
    Option { "--operations", "IDS",
        { "what came beside the signature", "что появилось рядом с подписью" }, true },
    kBase, kAuthor
};

constexpr std::array kCommands {
    Command { "sign",
        "TYPE ID [--base HEADS | --plan FILE] [--dry-run] [--reason TEXT] [--author ID]",
        { "Sign a record with the children its type signs with",
            "Подписать запись вместе с её частями" },
        "{group, covered: [{type, id}], reasons: [{rule, field, type, id}]}; with --dry-run the "
        "plan: [{type, id, heads}]",
        2, 2, kSignOptions, sign },
    Command { "cancel", "TYPE ID [--base HEADS | --plan FILE] [--dry-run] [--author ID]",
        { "Cancel a signature, with those of the parts signed with it",
            "Отменить подпись вместе с подписями частей" },
        "{group, covered: [{type, id}]}; with --dry-run the plan: [{type, id, heads}]", 2, 2,
        kCancelOptions, cancel },
    Command { "settle", "TYPE ID --operations IDS [--base HEADS] [--author ID]",
        { "Dismiss what came beside a signature", "Отклонить то, что появилось рядом с подписью" },
        "{id, operation}", 2, 2, kSettleOptions, settle },
};

} // namespace

std::span<const Command> signingCommands()
{
    return kCommands;
}

} // namespace patronat::tool
