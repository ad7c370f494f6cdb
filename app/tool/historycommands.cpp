// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/access/visibility.h"
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/journal/graph.h"
#include "core/journal/replay.h"
#include "core/store/actions.h"

#include <algorithm>
#include <array>
#include <map>

namespace patronat::tool {

using base::ErrorCode;
using base::GroupId;
using base::OperationId;
using base::RecordId;
using base::Result;
using journal::Operation;
using store::ReadTx;

namespace {

/// Office and name of the site an origin belongs to; null for shipped records and for sites never
/// met.
Json siteJson(const ReadTx& tx, const store::Store& store, base::Origin origin)
{
    const auto bytes = OperationId { origin, 0 }.bytes();
    auto select = tx.connection().prepare(
        "SELECT origin.site, site.code, site.name FROM origin "
        "LEFT JOIN site ON site.id = origin.site WHERE origin.origin = ?1");
    select.bindBlob(1, { reinterpret_cast<const char*>(bytes.data()), sizeof(base::Origin) });
    if (!select.step() || select.isNull(0))
        return nullptr;
    const auto id = select.id<base::SiteId>(0);
    if (id == store.site().id)
        return { { "id", id.hex() }, { "office", store.site().officeCode },
            { "name", store.site().name } };
    return { { "id", id.hex() },
        { "office", select.isNull(1) ? Json(nullptr) : Json(select.text(1)) },
        { "name", select.isNull(2) ? Json(nullptr) : Json(select.text(2)) } };
}

/// Per operation the fields whose shown value it wrote: nothing that descends from it wrote them
/// again.
std::map<OperationId, std::vector<std::string>> currentFields(
    const std::vector<Operation>& history, const journal::RecordState& state)
{
    const journal::Graph graph = journal::graphOf(history);
    std::map<OperationId, std::vector<std::string>> current;
    for (std::size_t i = 0; i < graph.size(); ++i)
        for (const auto& [field, value] : graph.operations[i]->fields) {
            const auto shown = state.values.find(field);
            if (shown == state.values.end() || shown->second != value)
                continue;
            bool rewritten = false;
            for (std::size_t later = 0; later < graph.size() && !rewritten; ++later)
                rewritten
                    = graph.isAncestor(i, later) && graph.operations[later]->fields.contains(field);
            if (!rewritten)
                current[graph.operations[i]->id].push_back(field);
        }
    return current;
}

Json operationJson(const ReadTx& tx, const store::Store& store, const Operation& operation)
{
    const profile::RecordType* type = tx.profile().type(operation.type);
    Json json { { "id", operation.id.hex() }, { "kind", kindName(operation.kind) },
        { "time", base::isoTime(operation.stamp) }, { "author", authorJson(tx, operation.author) },
        { "site", siteJson(tx, store, operation.id.origin) }, { "group", operation.group.hex() },
        { "base", store::headsText(operation.base) }, { "fields", Json::object() },
        { "settles", operation.settles } };
    if (type) {
        json["fields"] = fieldsJson(*type, operation.fields);
        // Cleared fields are part of what was done.
        for (const auto& [field, value] : operation.fields)
            if (value.isNull())
                json["fields"][field] = nullptr;
    }
    Json& named = json["named"] = Json::array();
    for (const journal::Head& head : operation.named)
        named.push_back(head.id.hex());
    return json;
}

std::string lineOf(const Json& operation)
{
    std::string out
        = operation["time"].get<std::string>() + "  " + operation["kind"].get<std::string>();
    if (operation["site"].is_object())
        out += "  " + cellText(operation["site"]["office"]);
    if (operation["author"].is_object())
        out += "  " + cellText(operation["author"]["name"]);
    out += "  " + operation["id"].get<std::string>() + '\n';
    for (const auto& [field, value] : operation["fields"].items()) {
        const Json& current = operation["current"];
        const bool isCurrent
            = std::find(current.begin(), current.end(), Json(field)) != current.end();
        out += std::string(isCurrent ? "  * " : "    ") + field + " = " + cellText(value) + '\n';
    }
    return out;
}

Result<int> history(Invocation& run)
{
    const RecordId id = run.recordId(0);
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        const auto type = tx.typeOf(id);
        if (!type)
            return { ErrorCode::NotFound, { "record", id.hex() } };
        PATRONAT_TRY(access::checkReadable(tx, *type, run.author(*store)));
        PATRONAT_LET(const auto operations, tx.history(*type, id));
        const journal::RecordState state = journal::replay(operations);
        auto current = currentFields(operations, state);
        Json all = Json::array();
        std::string lines;
        for (const Operation& operation : operations) {
            Json json = operationJson(tx, *store, operation);
            json["current"] = current[operation.id];
            json["waiting"] = std::any_of(state.waiting.begin(), state.waiting.end(),
                [&](const journal::Waiting& waiting) { return waiting.operation == operation.id; });
            lines += lineOf(json);
            all.push_back(std::move(json));
        }
        run.output().answer(
            { { "type", *type }, { "record", id.hex() },
                { "title", titleOf(tx, store->rules(), *type, id) }, { "operations", all } },
            lines);
        return kDone;
    });
}

constexpr Words kGroupOrLast { "undo takes GROUP or --last", "undo принимает GROUP или --last" };

Result<int> undo(Invocation& run)
{
    const bool last = run.arguments().has("--last");
    if (last == !run.arguments().positional().empty())
        throw UsageError(kGroupOrLast);
    GroupId group = last ? GroupId {} : base::idCast<GroupId>(run.recordId(0));
    PATRONAT_LET(const auto store, run.openForWriting());
    if (last) {
        PATRONAT_LET(const store::Action action,
            store->read([](const ReadTx& tx) { return store::lastAction(tx); }));
        group = action.group;
    }
    PATRONAT_LET(const store::Store::Undone undone, store->undo(group, run.author(*store)));
    PATRONAT_TRY(afterWriting(run, *store));
    Json impossible = Json::array();
    for (const OperationId& id : undone.impossible)
        impossible.push_back(id.hex());
    const bool isWhole = undone.impossible.empty();
    const Words done { "operations written to take it back: ",
        "операций записано, чтобы вернуть: " };
    const Words left { "cannot be taken back: ", "вернуть нельзя: " };
    const Language language = run.output().language();
    std::string lines = std::string(done.in(language)) + std::to_string(undone.operations) + '\n';
    for (const Json& id : impossible)
        lines += std::string(left.in(language)) + cellText(id) + '\n';
    run.output().answer({ { "undone", group.hex() }, { "group", undone.group.hex() },
                            { "operations", undone.operations }, { "impossible", impossible } },
        lines);
    return isWhole ? kDone : kNotDone;
}

constexpr std::array kHistoryOptions {
    Option { "--author", "ID",
        { "as this member of the staff may see it", "так, как вправе видеть этот специалист" } },
};
constexpr std::array kUndoOptions {
    Option { "--last", "", { "what was done here last", "сделанное здесь последним" } },
    Option { "--author", "ID",
        { "staff record of who does it", "запись специалиста, который это делает" } },
};

constexpr std::array kCommands {
    Command { "history", "ID [--author ID]",
        { "Every operation of a record, oldest first", "Все изменения записи, начиная с первого" },
        "{type, record, title, operations: [{id, kind, time, author: {id, name}, site: {id, "
        "office, name}, group, base, "
        "fields, settles, named, current: fields whose shown value it wrote, waiting}]}",
        1, 1, kHistoryOptions, history },
    Command { "undo", "GROUP | --last [--author ID]",
        { "Take back what one action of a person wrote", "Вернуть сделанное одним действием" },
        "{undone, group, operations: count, impossible: [id]}", 0, 1, kUndoOptions, undo },
};

} // namespace

std::span<const Command> historyCommands()
{
    return kCommands;
}

} // namespace patronat::tool
