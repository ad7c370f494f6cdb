// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/access/screen.h"
#include "core/access/visibility.h"
#include "core/profile/valuejson.h"
#include "core/store/findings.h"
#include "core/store/probes.h"
#include "core/store/repeats.h"
#include "core/store/writetx.h"

#include <algorithm>
#include <array>
#include <map>

namespace patronat::tool {

using base::ErrorCode;
using base::OperationId;
using base::RecordId;
using base::Result;
using store::ReadTx;
using store::WriteTx;

namespace {

constexpr Words kBaseRequired {
    "a change must say what it builds on: --id goes with --base (heads as `get` prints them)",
    "изменение должно назвать, на чём оно основано: --id вместе с --base (heads из `get`)"
};
constexpr Words kIdRequired { "--base and --settle go with --id",
    "--base и --settle пишутся вместе с --id" };

constexpr Words kLikeIsNew { "--like is for a new record, without --id",
    "--like — для новой записи, без --id" };

/// What a put did, as it is answered. The heads are those its author has been shown: its own
/// operation, not what somebody else wrote meanwhile.
struct Saved
{
    RecordId record;
    OperationId operation; ///< null: nothing was different
    std::vector<journal::Head> heads;
    bool concurrent = false; ///< somebody else's edit stands beside it
    std::string besideSigned; ///< id of the signed record over it, whose paper leaves it out
    std::map<std::string, std::size_t>
        below; ///< of a removed record: what still hangs on it, by type
};

constexpr Words kBesideSigned { "the record above is signed without this one: it stands beside the "
                                "signature and is not on the paper:",
    "вышестоящая запись подписана без этой: она стоит рядом с подписью и в документ не входит:" };
constexpr Words kBelow { "what hangs on the removed record stays, and is found under findings:",
    "записи под удалённой остаются, они перечислены в findings:" };

/// What a merge would tell of it, for whoever writes it to know at once.
std::string signedAbove(const ReadTx& tx, RecordId id)
{
    for (const store::Finding& finding : store::findingsOf(tx, id))
        if (finding.kind == "besideSigned")
            return finding.argument;
    return {};
}

std::map<std::string, std::size_t> hangingOn(const ReadTx& tx, const std::string& type, RecordId id)
{
    std::map<std::string, std::size_t> below;
    for (const store::Table& table : tx.tables().all())
        for (const profile::Field& field : table.type().fields)
            if (field.target == type && store::leadsUpward(table.type(), field))
                if (const std::size_t count = tx.children(table.type().id, field.id, id).size();
                    count != 0)
                    below[table.type().id] += count;
    return below;
}

Result<Saved> savedAs(const ReadTx& tx, const std::string& type, RecordId id, OperationId operation,
    std::vector<journal::Head> base)
{
    PATRONAT_LET(const store::Record now, tx.record(type, id));
    Saved saved { id, operation, std::move(base), false, {}, {} };
    if (const auto written = tx.journal().operation(operation))
        saved.heads = { written->head() };
    saved.concurrent = saved.heads != now.heads;
    return saved;
}

int answer(Invocation& run, const Saved& saved)
{
    const std::string heads = store::headsText(saved.heads);
    Json json { { "id", saved.record.hex() }, { "heads", heads },
        { "operation", saved.operation.isNull() ? Json(nullptr) : Json(saved.operation.hex()) },
        { "concurrent", saved.concurrent } };
    const Language language = run.output().language();
    if (!saved.besideSigned.empty()) {
        json["besideSigned"] = saved.besideSigned;
        run.output().note(std::string(kBesideSigned.in(language)) + ' ' + saved.besideSigned);
    }
    if (!saved.below.empty()) {
        std::string line(kBelow.in(language));
        for (const auto& [type, count] : saved.below) {
            json["below"][type] = count;
            line += ' ' + type + ' ' + std::to_string(count);
        }
        run.output().note(line);
    }
    run.output().answer(json, saved.record.hex() + ' ' + heads + '\n');
    return kDone;
}

/// A draft that is saved already gives its first result again.
std::optional<Result<Saved>> savedBefore(
    const store::Store& store, const std::string& type, base::DraftId draft)
{
    if (draft.isNull())
        return std::nullopt;
    const auto operation = store.savedDraft(draft);
    if (!operation)
        return std::nullopt;
    return store.read([&](const ReadTx& tx) -> Result<Saved> {
        const auto written = tx.journal().operation(*operation);
        if (!written)
            return { ErrorCode::NotFound, { "operation", operation->hex() } };
        return savedAs(tx, type, written->record, *operation, {});
    });
}

constexpr std::string_view kLast = "last";

/// What a new record takes over by `--like`: from the record named, or from the last of its kind.
Result<store::TakenOver> takenOver(const ReadTx& tx, const profile::RecordType& type,
    const std::string& like, const base::Fields& fields, const std::string& today)
{
    if (!type.repeats.isDeclared())
        return { ErrorCode::InvalidArgument, { "like", type.id } };
    if (like != kLast)
        return store::takenOverFrom(tx, type, parseRecordId(like), today);
    const auto last = store::lastOfKind(tx, type, fields);
    if (!last)
        return { ErrorCode::NotFound, { type.id, std::string(kLast) } };
    return store::takenOverFrom(tx, type, *last, today);
}

/// With its lines, in the same write. What is given wins over what is taken.
Result<RecordId> createLike(WriteTx& tx, const profile::RecordType& type,
    const base::Fields& fields, store::TakenOver taken)
{
    for (const auto& [name, value] : fields)
        taken.fields[name] = value;
    PATRONAT_LET(const RecordId created, tx.create(type.id, taken.fields));
    for (const store::TakenOver::Lines& lines : taken.lines) {
        const profile::RecordType& line = *tx.read().profile().type(lines.type);
        std::int64_t place = 0;
        for (const base::Fields& one : lines.fields) {
            base::Fields all = store::lineBegun(type, created, taken.fields, line, ++place);
            for (const auto& [name, value] : one)
                all[name] = value;
            PATRONAT_TRY(tx.create(line.id, all));
        }
    }
    return created;
}

Result<int> put(Invocation& run)
{
    const Arguments& arguments = run.arguments();
    const auto id = arguments.value("--id");
    const auto base = arguments.value("--base");
    const std::vector<std::string> settles = arguments.values("--settle");
    if (id && !base)
        throw UsageError(kBaseRequired);
    if (!id && (base || !settles.empty()))
        throw UsageError(kIdRequired);
    const auto like = arguments.value("--like");
    if (id && like)
        throw UsageError(kLikeIsNew);
    const RecordId record = id ? parseRecordId(*id) : RecordId {};
    const std::vector<journal::Head> heads
        = base ? parseBase(*base) : std::vector<journal::Head> {};
    const std::string name = run.positional(0, "TYPE");
    PATRONAT_LET(const auto store, run.openForWriting());
    const profile::RecordType* type = store->profile().type(name);
    if (type == nullptr)
        return { ErrorCode::UnknownType, { name } };
    PATRONAT_LET(const base::Fields fields, profile::fieldsFromJson(*type, readStandardInput()));
    store::WriteOptions options = run.writeOptions(*store, "put");
    if (const auto draft = arguments.value("--draft"))
        options.draft = base::idCast<base::DraftId>(parseRecordId(*draft));
    if (auto before = savedBefore(*store, name, options.draft)) {
        PATRONAT_LET(const Saved saved, std::move(*before));
        return answer(run, saved);
    }
    PATRONAT_LET(Saved saved, store->write(options, [&](WriteTx& tx) -> Result<Saved> {
        if (!id) {
            store::TakenOver taken;
            if (like) {
                PATRONAT_LET(taken,
                    takenOver(tx.read(), *type, *like, fields, store->environment().clock.today()));
            }
            PATRONAT_LET(const RecordId created, createLike(tx, *type, fields, std::move(taken)));
            return savedAs(tx.read(), name, created, base::idCast<OperationId>(created), {});
        }
        PATRONAT_LET(const OperationId operation, tx.put(name, record, heads, fields, settles));
        return savedAs(tx.read(), name, record, operation, heads);
    }));
    // Findings are there when the write is.
    PATRONAT_LET(saved.besideSigned, store->read([&](const ReadTx& tx) -> Result<std::string> {
        return signedAbove(tx, saved.record);
    }));
    PATRONAT_TRY(afterWriting(run, *store));
    return answer(run, saved);
}

Result<int> get(Invocation& run)
{
    const std::string type = run.positional(0, "TYPE");
    const RecordId id = run.recordId(1);
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(const Json json, store->read([&](const ReadTx& tx) -> Result<Json> {
        PATRONAT_TRY(access::checkReadable(tx, type, run.author(*store)));
        return recordJson(tx, store->rules(), type, id);
    }));
    run.output().document(json);
    return kDone;
}

Result<int> list(Invocation& run)
{
    const std::string type = run.positional(0, "TYPE");
    const auto limit = run.arguments().value("--limit");
    const std::int64_t most = limit ? parseCount(*limit) : -1;
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        PATRONAT_TRY(access::checkReadable(tx, type, run.author(*store)));
        const auto where = run.arguments().value("--where").value_or("");
        PATRONAT_LET(const auto ids, [&] {
            const auto screened = access::screen(tx, run.author(*store), store::ClosedReads::Refuse);
            return tx.list(type, where, most);
        }());
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        for (const RecordId& id : ids) {
            PATRONAT_LET(const store::Record record, tx.record(type, id));
            const std::string title = store->rules().title(type, record.values);
            if (run.output().isJson())
                all.push_back({ { "id", id.hex() }, { "life", record.life }, { "title", title },
                    { "heads", store::headsText(record.heads) },
                    { "conflicts", record.hasConflicts },
                    { "fields", fieldsJson(*tx.profile().type(type), record.values) } });
            rows.push_back({ id.hex(), record.life, title });
        }
        run.output().answer(all, tableText({ "id", "life", "title" }, rows));
        return kDone;
    });
}

/// Heads named with --base, else those the command itself has just read and is about to name.
Result<std::vector<journal::Head>> shownHeads(
    Invocation& run, const store::Store& store, const std::string& type, RecordId id)
{
    if (const auto base = run.arguments().value("--base"))
        return parseBase(*base);
    PATRONAT_LET(const store::Record record,
        store.read([&](const ReadTx& tx) { return tx.record(type, id); }));
    return record.heads;
}

Result<int> mark(Invocation& run, const char* name,
    Result<OperationId> (WriteTx::*operate)(
        std::string_view, RecordId, const std::vector<journal::Head>&))
{
    const std::string type = run.positional(0, "TYPE");
    const RecordId id = run.recordId(1);
    PATRONAT_LET(const auto store, run.openForWriting());
    PATRONAT_LET(const auto heads, shownHeads(run, *store, type, id));
    const store::WriteOptions options = run.writeOptions(*store, name);
    PATRONAT_LET(const Saved saved, store->write(options, [&](WriteTx& tx) -> Result<Saved> {
        PATRONAT_LET(const OperationId operation, (tx.*operate)(type, id, heads));
        PATRONAT_LET(Saved marked, savedAs(tx.read(), type, id, operation, heads));
        if (tx.read().record(type, id)->life == "removed")
            marked.below = hangingOn(tx.read(), type, id);
        return marked;
    }));
    PATRONAT_TRY(afterWriting(run, *store));
    return answer(run, saved);
}

Result<int> remove(Invocation& run)
{
    return mark(run, "remove", &WriteTx::remove);
}
Result<int> unremove(Invocation& run)
{
    return mark(run, "unremove", &WriteTx::restore);
}

constexpr Option kAuthor { "--author", "ID",
    { "staff record of who does it", "запись специалиста, который это делает" } };
constexpr Option kBase { "--base", "HEADS",
    { "heads as `get` printed them", "heads, какие напечатал `get`" } };

constexpr std::array kPutOptions {
    Option { "--id", "ID", { "the record to change", "изменяемая запись" } }, kBase,
    Option { "--settle", "FIELD",
        { "a field whose conflict this settles", "поле, расхождение в котором этим разобрано" },
        true },
    Option { "--draft", "ID",
        { "the draft that is saved: a second time gives the first result",
            "сохраняемый черновик: второй раз вернёт первый ответ" } },
    Option { "--like", "RECORD",
        { "take over what stays from this record, or from the `last` of its kind (what its type "
          "repeats); what is given wins",
            "перенести постоянные сведения из этой записи или из последней такой (`last`); "
            "заданное важнее" } },
    kAuthor
};
constexpr Option kViewer { "--author", "ID",
    { "as this member of the staff may see it", "так, как вправе видеть этот специалист" } };
constexpr std::array kGetOptions { kViewer };
constexpr std::array kListOptions {
    kViewer,
    Option { "--where", "SQL", { "condition over the columns", "условие по полям" } },
    Option { "--limit", "N", { "at most so many", "не больше стольких" } },
};
constexpr std::array kMarkOptions { kBase, kAuthor };

constexpr std::string_view kSavedJson
    = "{id, heads, operation: id or null when nothing was different, concurrent: whether another "
      "edit stands beside it, besideSigned: id of a signed record whose paper leaves this one out, "
      "below: {TYPE: how many records hang on the removed one}}";

constexpr std::array kCommands {
    Command { "put",
        "TYPE [--id ID --base HEADS] [--settle FIELD…] [--draft ID] [--like RECORD|last] [--author "
        "ID] < fields.json",
        { "Create a record, or change one; fields that are not named stay",
            "Создать запись или изменить; неназванные поля остаются" },
        kSavedJson, 1, 1, kPutOptions, put },
    Command { "get", "TYPE ID [--author ID]",
        { "One record, always as JSON", "Одна запись, всегда в JSON" },
        "{id, type, unit, life, title, heads, fields, conflicts: as `conflicts list`, beside: as "
        "`conflicts list`}",
        2, 2, kGetOptions, get },
    Command { "list", "TYPE [--where SQL] [--limit N] [--author ID]",
        { "Records of a type", "Записи одного вида" },
        "[{id, life, title, heads, conflicts, fields}]", 1, 1, kListOptions, list },
    Command { "remove", "TYPE ID [--base HEADS] [--author ID]",
        { "Mark a record as removed", "Пометить запись удалённой" }, kSavedJson, 2, 2, kMarkOptions,
        remove },
    Command { "unremove", "TYPE ID [--base HEADS] [--author ID]",
        { "Take the removal of a record back", "Вернуть удалённую запись" }, kSavedJson, 2, 2,
        kMarkOptions, unremove },
};

} // namespace

std::span<const Command> recordCommands()
{
    return kCommands;
}

} // namespace patronat::tool
