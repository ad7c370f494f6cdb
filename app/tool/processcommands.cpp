// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/base/text.h"
#include "core/process/deadlines.h"
#include "core/process/transitions.h"
#include "core/process/workcalendar.h"
#include "core/profile/valuejson.h"

#include <array>

namespace patronat::tool {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using process::Missing;
using process::OpenDeadline;
using process::Possible;
using process::Step;
using store::ReadTx;

namespace {

constexpr Words kEitherOr { "a transition or --reverse, not both", "либо переход, либо --reverse" };
constexpr Words kNotADate { "a date is written 2027-03-12", "дата пишется так: 2027-03-12" };

std::string textIn(const profile::Label& label, const Invocation& run)
{
    return std::string(profile::labelIn(label, run.language()));
}

/// The state's name in the language asked for.
std::string stateText(const profile::Profile& profile, const profile::Process& process,
    const std::string& code, const Invocation& run)
{
    const profile::RecordType* type = profile.type(process.type);
    const profile::Field* field = type != nullptr ? type->field(process.field) : nullptr;
    const profile::Classifier* codes
        = field != nullptr ? profile.classifier(field->classifier) : nullptr;
    const profile::Code* found = codes != nullptr ? codes->code(code) : nullptr;
    return found != nullptr ? textIn(found->label, run) : code;
}

Result<std::string> typeOf(const ReadTx& tx, RecordId id)
{
    const auto type = tx.typeOf(id);
    if (!type)
        return { ErrorCode::NotFound, { "record", id.hex() } };
    return *type;
}

/// The fields of stdin, where something was put there.
Result<base::Fields> askedFields(const profile::Profile& profile, const std::string& type)
{
    const std::string json = readPipedInput();
    if (base::trimmed(json).empty())
        return base::Fields {};
    const profile::RecordType* declared = profile.type(type);
    if (declared == nullptr)
        return { ErrorCode::UnknownType, { type } };
    return profile::fieldsFromJson(*declared, json);
}

Step askedStep(const Invocation& run)
{
    Step step;
    step.today = run.clock().today();
    step.now = base::isoTime(run.clock().nowMs());
    step.date = run.arguments().value("--date").value_or(std::string());
    step.reason = run.arguments().value("--reason").value_or(std::string());
    if (const auto document = run.arguments().value("--document"))
        step.document = parseRecordId(*document);
    return step;
}

Json missingJson(const Possible& possible, const Invocation& run)
{
    Json all = Json::array();
    for (const Missing& one : possible.missing)
        all.push_back({ { "code", one.code }, { "argument", one.argument },
            { "severity", one.severity == profile::Severity::Error ? "E" : "W" },
            { "message", textIn(one.message, run) } });
    return all;
}

/// Without a name: what may happen next.
Result<int> next(Invocation& run)
{
    const RecordId id = run.recordId(0);
    PATRONAT_LET(const auto store, run.openForReading());
    Step step = askedStep(run);
    step.who = run.author(*store);
    return store->read([&](const ReadTx& tx) -> Result<int> {
        PATRONAT_LET(const std::string type, typeOf(tx, id));
        PATRONAT_LET(const process::Case subject, process::caseOf(tx, type, id));
        PATRONAT_LET(const auto possible, process::transitions(tx, store->rules(), type, id, step));
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        for (const Possible& one : possible) {
            all.push_back({ { "transition", one.transition->id },
                { "label", textIn(one.transition->label, run) }, { "to", one.to },
                { "mayHappen", one.mayHappen }, { "missing", missingJson(one, run) } });
            std::vector<std::string> missing;
            for (const Missing& lack : one.missing)
                missing.push_back(lack.message.empty() ? lack.text() : textIn(lack.message, run));
            rows.push_back({ one.mayHappen ? "+" : "", one.transition->id,
                textIn(one.transition->label, run), one.to, base::join(missing, "; ") });
        }
        const std::string state = stateText(store->profile(), *subject.process, subject.state, run);
        run.output().answer(
            { { "id", id.hex() }, { "type", type }, { "state", subject.state },
                { "stateLabel", state }, { "heads", store::headsText(subject.record.heads) },
                { "transitions", all } },
            state + '\n' + tableText({ "", "transition", "", "to", "missing" }, rows));
        return kDone;
    });
}

Result<std::vector<journal::Head>> shownHeads(
    const Invocation& run, const ReadTx& tx, const std::string& type, RecordId id)
{
    if (const auto base = run.arguments().value("--base"))
        return parseBase(*base);
    PATRONAT_LET(const store::Record record, tx.record(type, id));
    return record.heads;
}

Json idJson(RecordId id)
{
    return id.isNull() ? Json(nullptr) : Json(id.hex());
}

Result<int> carryOut(Invocation& run, const std::string& name)
{
    const RecordId id = run.recordId(0);
    PATRONAT_LET(const auto store, run.openForWriting());
    const Step step = askedStep(run);
    PATRONAT_LET(
        const std::string type, store->read([&](const ReadTx& tx) { return typeOf(tx, id); }));
    PATRONAT_LET(const base::Fields fields, askedFields(store->profile(), type));
    PATRONAT_LET(const process::Applied applied,
        store->write(run.writeOptions(*store, "transition"),
            [&](store::WriteTx& tx) -> Result<process::Applied> {
                PATRONAT_LET(const auto base, shownHeads(run, tx.read(), type, id));
                Step mine = step;
                mine.fields = fields;
                return process::apply(tx, type, id, name, base, mine);
            }));
    PATRONAT_TRY(afterWriting(run, *store));
    run.output().answer({ { "id", id.hex() }, { "from", applied.from }, { "to", applied.to },
                            { "event", applied.event.hex() },
                            { "opened",
                                applied.opened.isNull() ? Json(nullptr)
                                                        : Json { { "type", applied.openedType },
                                                            { "id", applied.opened.hex() },
                                                            { "joined", applied.joined } } } },
        applied.from + " → " + applied.to
            + (applied.opened.isNull() ? "" : ' ' + applied.opened.hex()) + '\n');
    return kDone;
}

Result<int> takeBack(Invocation& run)
{
    const RecordId id = run.recordId(0);
    const RecordId event = parseRecordId(run.arguments().required("--reverse"));
    const std::string reason = run.arguments().value("--reason").value_or(std::string());
    PATRONAT_LET(const auto store, run.openForWriting());
    PATRONAT_LET(const process::Reversed reversed,
        store->write(run.writeOptions(*store, "reverse"),
            [&](store::WriteTx& tx) -> Result<process::Reversed> {
                PATRONAT_LET(const std::string type, typeOf(tx.read(), id));
                PATRONAT_LET(const auto base, shownHeads(run, tx.read(), type, id));
                return process::reverse(tx, event, base, reason);
            }));
    PATRONAT_TRY(afterWriting(run, *store));
    run.output().answer({ { "id", id.hex() }, { "from", reversed.from }, { "to", reversed.to },
                            { "event", reversed.event.hex() }, { "kept", reversed.kept } },
        reversed.from + " → " + reversed.to + '\n');
    return kDone;
}

Result<int> transition(Invocation& run)
{
    const bool named = run.arguments().positional().size() > 1;
    if (run.arguments().has("--reverse") && named)
        throw UsageError(kEitherOr);
    if (run.arguments().has("--reverse"))
        return takeBack(run);
    return named ? carryOut(run, run.positional(1, "NAME")) : next(run);
}

std::string_view standingName(process::Standing standing)
{
    switch (standing) {
    case process::Standing::Later:
        return "later";
    case process::Standing::ThisWeek:
        return "thisWeek";
    case process::Standing::Today:
        return "today";
    case process::Standing::Overdue:
        return "overdue";
    case process::Standing::LongOverdue:
        break;
    }
    return "longOverdue";
}

Words standingWords(process::Standing standing)
{
    switch (standing) {
    case process::Standing::Later:
        return { "", "" };
    case process::Standing::ThisWeek:
        return { "this week", "на этой неделе" };
    case process::Standing::Today:
        return { "today", "сегодня" };
    case process::Standing::Overdue:
        return { "overdue", "просрочено" };
    case process::Standing::LongOverdue:
        break;
    }
    return { "overdue by more than a week", "просрочено больше недели" };
}

Json deadlineJson(const OpenDeadline& open, const Invocation& run)
{
    return { { "due", process::isoOf(open.due.day) }, { "process", open.process->id },
        { "deadline", open.deadline->id }, { "label", textIn(open.deadline->label, run) },
        { "type", open.type() }, { "record", open.record.hex() }, { "family", idJson(open.family) },
        { "who", idJson(open.who) }, { "role", open.deadline->role }, { "title", open.title },
        { "standing", standingName(open.standing) }, { "reminds", open.reminds },
        { "onDayOff", open.due.onDayOff },
        { "unlistedYear", open.due.unlistedYear ? Json(*open.due.unlistedYear) : Json(nullptr) } };
}

/// What a person should know about the day itself.
std::string doubtOf(const OpenDeadline& open, Language language)
{
    const Words dayOff { "falls on a day off", "срок выпадает на нерабочий день" };
    const Words unlisted { "provisional: no list of days off for",
        "предварительно: нет календаря на" };
    std::vector<std::string> doubts;
    if (open.due.onDayOff)
        doubts.emplace_back(dayOff.in(language));
    if (open.due.unlistedYear)
        doubts.push_back(
            std::string(unlisted.in(language)) + ' ' + std::to_string(*open.due.unlistedYear));
    return base::join(doubts, "; ");
}

Result<int> deadlines(Invocation& run)
{
    const std::string on = run.arguments().value("--on").value_or(run.clock().today());
    if (!process::dayOf(on))
        throw UsageError(kNotADate, on);
    process::DeadlineScope scope;
    if (const auto who = run.arguments().value("--who"))
        scope.who = parseRecordId(*who);
    if (const auto family = run.arguments().value("--family"))
        scope.family = parseRecordId(*family);
    scope.onlyReminding = run.arguments().has("--reminders");
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        PATRONAT_LET(const std::vector<OpenDeadline> open, process::deadlines(tx, on, scope));
        const Language language = run.output().language();
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        for (const OpenDeadline& one : open) {
            all.push_back(deadlineJson(one, run));
            rows.push_back({ process::isoOf(one.due.day),
                std::string(standingWords(one.standing).in(language)),
                textIn(one.deadline->label, run), one.title,
                one.who.isNull() ? std::string() : titleOf(tx, store->rules(), "staff", one.who),
                doubtOf(one, language) });
        }
        run.output().answer(all, tableText({ "due", "", "what", "of", "who", "" }, rows));
        return kDone;
    });
}

constexpr std::array kTransitionOptions {
    Option { "--document", "ID", { "the document it needs", "документ, который для этого нужен" } },
    Option { "--reason", "TEXT", { "why", "причина" } },
    Option { "--date", "DATE",
        { "when it happened; today when left out", "когда это произошло; иначе сегодня" } },
    Option { "--reverse", "EVENT",
        { "take a mistaken transition back, with a reason",
            "отменить ошибочный переход, с указанием причины" } },
    Option { "--base", "HEADS",
        { "heads as they were shown; those of now when left out",
            "heads, как они были показаны; иначе нынешние" } },
    Option { "--author", "ID",
        { "staff record of who does it", "запись специалиста, который это делает" } },
};
constexpr std::array kDeadlineOptions {
    Option { "--on", "DATE",
        { "seen from this day; today when left out", "по состоянию на этот день; иначе сегодня" } },
    Option { "--who", "ID", { "of one of the staff", "одного специалиста" } },
    Option { "--family", "ID", { "of one family", "одной семьи" } },
    Option { "--reminders", "",
        { "only those whose reminder has come", "только те, о которых пора напомнить" } },
};

constexpr std::array kCommands {
    Command { "transition",
        "CASE [NAME] [--document ID] [--reason TEXT] [--date DATE] [--reverse EVENT] [--base "
        "HEADS] "
        "[--author ID] [< fields.json]",
        { "What may happen next to a signal or a case; with NAME: let it happen",
            "Что дальше с сигналом или делом; с NAME — выполнить переход" },
        "without NAME {id, type, state, stateLabel, heads, transitions: [{transition, label, to, "
        "mayHappen, missing: "
        "[{code, argument, severity, message}]}]}; with NAME {id, from, to, event, opened: {type, "
        "id, joined}}; with "
        "--reverse {id, from, to, event, kept: fields whose effect stays}",
        1, 2, kTransitionOptions, transition },
    Command { "deadlines", "[--on DATE] [--who ID] [--family ID] [--reminders]",
        { "What is to be done by when", "Что и к какому сроку нужно сделать" },
        "[{due, process, deadline, label, type, record, family, who, role, title, standing: "
        "later|thisWeek|today|overdue|longOverdue, reminds, onDayOff, unlistedYear}]",
        0, 0, kDeadlineOptions, deadlines },
};

} // namespace

std::span<const Command> processCommands()
{
    return kCommands;
}

} // namespace patronat::tool
