// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/afterwriting.h"
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/base/text.h"
#include "core/process/documentmove.h"
#include "core/process/handover.h"
#include "core/process/workcalendar.h"

#include <array>

namespace patronat::tool {

using base::RecordId;
using base::Result;
using process::CaseToHand;
using process::HandOverAsked;
using process::HandOverPlan;
using process::NamedCurator;
using store::ReadTx;

namespace {

constexpr Words kNotADate { "a date is written 2027-03-12", "дата пишется так: 2027-03-12" };
constexpr Words kWhichCases { "name cases with --case, or all of them with --all",
    "назовите дела ключом --case или все сразу ключом --all" };

HandOverAsked askedHandOver(const Invocation& run)
{
    HandOverAsked asked;
    asked.from = parseRecordId(run.arguments().required("--from"));
    asked.to = parseRecordId(run.arguments().required("--to"));
    asked.all = run.arguments().has("--all");
    for (const std::string& id : run.arguments().values("--case"))
        asked.cases.push_back(parseRecordId(id));
    if (asked.all != asked.cases.empty())
        throw UsageError(kWhichCases);
    asked.until = run.arguments().value("--until").value_or(std::string());
    if (!asked.until.empty() && !process::dayOf(asked.until))
        throw UsageError(kNotADate, asked.until);
    asked.reason = run.arguments().required("--reason");
    asked.order = run.arguments().value("--order").value_or(std::string());
    return asked;
}

Json namedJson(const std::vector<NamedCurator>& all)
{
    Json out = Json::array();
    for (const NamedCurator& one : all) {
        Json line
            = { { "type", one.type }, { "record", one.record.hex() }, { "field", one.field } };
        if (!one.why.empty())
            line["why"] = one.why;
        out.push_back(std::move(line));
    }
    return out;
}

Json casesJson(const HandOverPlan& plan)
{
    Json out = Json::array();
    for (const CaseToHand& one : plan.cases)
        out.push_back({ { "family", one.family.hex() }, { "episode", one.episode.hex() },
            { "name", one.name }, { "regNo", one.regNo }, { "follow", namedJson(one.follow) },
            { "stay", namedJson(one.stay) }, { "openDates", one.openDates },
            { "nextDue", one.nextDue.empty() ? Json(nullptr) : Json(one.nextDue) } });
    return out;
}

std::string caseLines(const HandOverPlan& plan, Language language)
{
    const auto word = [&](Words words) { return std::string(words.in(language)); };
    std::vector<std::vector<std::string>> rows;
    for (const CaseToHand& one : plan.cases)
        rows.push_back({ one.name, one.regNo, std::to_string(one.follow.size()),
            std::to_string(one.stay.size()), std::to_string(one.openDates), one.nextDue });
    return plan.fromName + " → " + plan.toName + '\n'
        + tableText({ word({ "family", "семья" }), word({ "reg. no", "рег. №" }),
                        word({ "written over", "перейдёт" }), word({ "signed", "в подписанных" }),
                        word({ "open dates", "сроков" }), word({ "next", "ближайший" }) },
            rows);
}

Json problemsJson(const HandOverPlan& plan)
{
    Json out = Json::array();
    for (const process::HandOverProblem& one : plan.problems)
        out.push_back({ { "code", one.code }, { "argument", one.argument } });
    return out;
}

/// Shows what would follow; what stands in its way comes as the command's error, the first first.
Result<int> tryHandOver(Invocation& run, const HandOverAsked& asked)
{
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        PATRONAT_LET(
            const HandOverPlan plan, process::planHandOver(tx, asked, run.clock().today()));
        run.output().answer({ { "dryRun", true }, { "from", plan.fromName }, { "to", plan.toName },
                                { "cases", casesJson(plan) }, { "problems", problemsJson(plan) } },
            caseLines(plan, run.output().language()));
        for (const process::HandOverProblem& one : plan.problems)
            run.output().error(
                { base::ErrorCode::InvalidArgument, { "handOver", one.code, one.argument }, {} },
                Output::Where::StandardError);
        return plan.problems.empty() ? kDone : kNotDone;
    });
}

Result<int> handOver(Invocation& run)
{
    const HandOverAsked asked = askedHandOver(run);
    if (run.arguments().has("--dry-run"))
        return tryHandOver(run, asked);
    PATRONAT_LET(const auto store, run.openForWriting());
    store::WriteOptions options = run.writeOptions(*store, "handOver");
    options.isWhole = true;
    PATRONAT_LET(const process::HandedOver done,
        store->write(options, [&](store::WriteTx& tx) { return process::handOver(tx, asked); }));
    PATRONAT_TRY(afterWriting(run, *store));
    run.output().answer({ { "dryRun", false }, { "act", done.act.hex() }, { "no", done.number },
                            { "from", done.plan.fromName }, { "to", done.plan.toName },
                            { "cases", casesJson(done.plan) } },
        done.act.hex() + ' ' + done.number + '\n' + caseLines(done.plan, run.output().language()));
    return kDone;
}

constexpr Words kChoice { "an answer is KEY=ID, or KEY=none",
    "ответ пишется КЛЮЧ=ID или КЛЮЧ=none" };

process::MoveAsked askedMove(const Invocation& run)
{
    process::MoveAsked asked { run.recordId(0), parseRecordId(run.arguments().required("--to")),
        run.arguments().required("--reason"), {} };
    for (const std::string& answer : run.arguments().values("--choose")) {
        const std::size_t equals = answer.find('=');
        if (equals == std::string::npos)
            throw UsageError(kChoice, answer);
        const std::string id = answer.substr(equals + 1);
        asked.answers[answer.substr(0, equals)] = id == "none" ? RecordId() : parseRecordId(id);
    }
    return asked;
}

Json questionsJson(const ReadTx& tx, const store::Rules& rules, const process::MovePlan& plan)
{
    Json out = Json::array();
    for (const process::MoveQuestion& one : plan.questions) {
        Json options = Json::array();
        for (const RecordId id : one.options)
            options.push_back(
                { { "id", id.hex() }, { "title", titleOf(tx, rules, one.target, id) } });
        out.push_back({ { "key", one.key }, { "field", one.field }, { "target", one.target },
            { "meant", one.meant.hex() },
            { "meantTitle", titleOf(tx, rules, one.target, one.meant) }, { "options", options } });
    }
    return out;
}

Json moveJson(const ReadTx& tx, const store::Rules& rules, const process::MovePlan& plan)
{
    Json problems = Json::array();
    for (const process::MoveProblem& one : plan.problems)
        problems.push_back({ { "code", one.code }, { "argument", one.argument } });
    Json referring = Json::array();
    for (const auto& [type, id] : plan.referredBy)
        referring.push_back({ { "type", type }, { "id", id.hex() } });
    return { { "type", plan.type }, { "from", plan.from.hex() }, { "to", plan.to.hex() },
        { "signed", plan.isSigned }, { "number", plan.number }, { "records", plan.records.size() },
        { "questions", questionsJson(tx, rules, plan) }, { "referredBy", referring },
        { "problems", problems } };
}

std::string moveLines(const ReadTx& tx, const store::Rules& rules, const process::MovePlan& plan)
{
    std::string out = plan.type + ": " + titleOf(tx, rules, "family", plan.from) + " → "
        + (plan.to.isNull() ? "?" : titleOf(tx, rules, "family", plan.to)) + '\n';
    for (const process::MoveQuestion& one : plan.questions) {
        out += "? " + one.key + " (" + titleOf(tx, rules, one.target, one.meant) + ")\n";
        for (const RecordId id : one.options)
            out += "    " + id.hex() + ' ' + titleOf(tx, rules, one.target, id) + '\n';
    }
    return out;
}

Result<int> tryMove(Invocation& run, const process::MoveAsked& asked)
{
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        PATRONAT_LET(const process::MovePlan plan, process::planMove(tx, asked));
        Json answer = moveJson(tx, store->rules(), plan);
        answer["dryRun"] = true;
        run.output().answer(answer, moveLines(tx, store->rules(), plan));
        for (const process::MoveProblem& one : plan.problems)
            run.output().error(
                { base::ErrorCode::InvalidArgument, { "move", one.code, one.argument }, {} },
                Output::Where::StandardError);
        return plan.problems.empty() ? kDone : kNotDone;
    });
}

Result<int> moveDocument(Invocation& run)
{
    const process::MoveAsked asked = askedMove(run);
    if (run.arguments().has("--dry-run"))
        return tryMove(run, asked);
    PATRONAT_LET(const auto store, run.openForWriting());
    PATRONAT_LET(const process::Moved done,
        store->write(run.writeOptions(*store, "moveDocument"),
            [&](store::WriteTx& tx) { return process::moveDocument(tx, asked); }));
    PATRONAT_TRY(afterWriting(run, *store));
    return store->read([&](const ReadTx& tx) -> Result<int> {
        Json answer = moveJson(tx, store->rules(), done.plan);
        answer["dryRun"] = false;
        answer["record"] = done.record.hex();
        run.output().answer(
            answer, done.record.hex() + '\n' + moveLines(tx, store->rules(), done.plan));
        return kDone;
    });
}

constexpr Option kAuthor { "--author", "ID",
    { "staff record of who does it", "запись специалиста, который это делает" } };
constexpr Option kDryRun { "--dry-run", "",
    { "show what would follow, change nothing", "показать, что последует, ничего не меняя" } };

constexpr std::array kHandOverOptions {
    Option { "--from", "STAFF", { "who hands over", "кто передаёт" } },
    Option { "--to", "STAFF", { "who takes over", "кто принимает" } },
    Option { "--case", "ID", { "a family or its registration card", "семья или её карта" }, true },
    Option { "--all", "",
        { "all open cases of the one who hands over", "все открытые дела передающего" } },
    Option { "--until", "DATE",
        { "somebody stands in until this day, inclusive; for good when left out",
            "замещение по этот день включительно; без ключа — насовсем" } },
    Option { "--reason", "TEXT", { "why", "причина" } },
    Option { "--order", "TEXT", { "number and date of the order", "№ и дата приказа" } },
    kDryRun,
    kAuthor,
};

constexpr std::array kMoveOptions {
    Option { "--to", "CASE", { "the right family or its card", "верная семья или её карта" } },
    Option { "--reason", "TEXT", { "why", "причина" } },
    Option { "--choose", "KEY=ID",
        { "what stands for a reference that the right case does not know; none leaves it empty",
            "что поставить вместо ссылки, которой в верном деле нет; none — оставить пустым" },
        true },
    kDryRun,
    kAuthor,
};

constexpr std::array kCommands {
    Command { "move-document",
        "RECORD --to CASE --reason TEXT [--choose KEY=ID…] [--dry-run] [--author ID]",
        { "Move a document that was entered in the wrong case",
            "Перенести документ, внесённый не в то дело" },
        "{type, from, to, signed, number, records, questions: [{key, field, target, meant, "
        "meantTitle, options: [{id, title}]}], referredBy: [{type, id}], problems: [{code, "
        "argument}], dryRun, record: the copy}",
        1, 1, kMoveOptions, moveDocument },
    Command { "handover",
        "--from STAFF --to STAFF [--case ID…|--all] [--until DATE] --reason TEXT [--order TEXT] "
        "[--dry-run] [--author ID]",
        { "Hand cases over to another of the staff, for good or until a day",
            "Передать дела другому специалисту, насовсем или на время" },
        "{dryRun, act, no, from, to, cases: [{family, episode, name, regNo, follow: [{type, "
        "record, field}], stay: [{type, record, field, why: signed|conflict}], openDates, "
        "nextDue}], problems: [{code, argument}] with --dry-run}",
        0, 0, kHandOverOptions, handOver },
};

} // namespace

std::span<const Command> caseworkCommands()
{
    return kCommands;
}

} // namespace patronat::tool
