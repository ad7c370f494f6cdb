// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "app/tool/recordview.h"
#include "core/base/text.h"
#include "core/profile/valuejson.h"
#include "core/twins/lookup.h"

#include <array>

namespace patronat::tool {

using base::RecordId;
using base::Result;
using store::ReadTx;
using twins::Degree;

namespace {

constexpr std::size_t kDefaultLimit = 5;
constexpr Words kUnknownDegree { "no such degree (possible, likely, sure):",
    "нет такой степени (possible, likely, sure):" };

Json verdictJson(const twins::Verdict& verdict)
{
    Json reasons = Json::array();
    for (const twins::Reason& reason : verdict.reasons)
        reasons.push_back(
            { { "code", reason.code }, { "args", reason.args }, { "points", reason.points } });
    return { { "degree", twins::degreeName(verdict.degree) }, { "points", verdict.points },
        { "reasons", reasons } };
}

std::string reasonText(const twins::Verdict& verdict)
{
    std::string out;
    for (const twins::Reason& reason : verdict.reasons)
        out += (out.empty() ? "" : ", ") + reason.code
            + (reason.args.empty() ? "" : "(" + base::join(reason.args, "; ") + ")");
    return out;
}

Degree degreeAsked(const Invocation& run)
{
    const std::string asked = run.arguments().value("--least").value_or("possible");
    for (const Degree degree : { Degree::Possible, Degree::Likely, Degree::Sure })
        if (asked == twins::degreeName(degree))
            return degree;
    throw UsageError(kUnknownDegree, asked);
}

/// What somebody who looks through the shell may see: all, unless a name is said.
std::string roleAsked(const Invocation& run, const ReadTx& tx)
{
    const auto author = run.arguments().value("--author");
    return author ? twins::roleOf(tx, parseRecordId(*author)) : std::string();
}

Result<int> candidates(Invocation& run)
{
    twins::Question question;
    question.type = run.positional(0, "TYPE");
    const auto limit = run.arguments().value("--limit");
    question.most = limit ? static_cast<std::size_t>(parseCount(*limit)) : kDefaultLimit;
    if (const auto self = run.arguments().value("--id"))
        question.self = parseRecordId(*self);
    for (const std::string& member : run.arguments().values("--member"))
        question.members.push_back(parseRecordId(member));
    PATRONAT_LET(const auto store, run.openForReading());
    const profile::RecordType* type = store->profile().type(question.type);
    if (type == nullptr)
        return { base::ErrorCode::UnknownType, { question.type } };
    PATRONAT_LET(question.values, profile::fieldsFromJson(*type, readStandardInput()));
    return store->read([&](const ReadTx& tx) -> Result<int> {
        question.role = roleAsked(run, tx);
        PATRONAT_LET(const std::vector<twins::Candidate> found, twins::candidates(tx, question));
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        for (const twins::Candidate& one : found) {
            Json json = verdictJson(one.verdict);
            const std::string title = titleOf(tx, store->rules(), one.type, one.record);
            json.update({ { "type", one.type }, { "id", one.record.hex() }, { "title", title } });
            all.push_back(std::move(json));
            rows.push_back({ std::string(twins::degreeName(one.verdict.degree)), one.record.hex(),
                title, reasonText(one.verdict) });
        }
        run.output().answer(all, tableText({ "", "id", "title", "reasons" }, rows));
        return kDone;
    });
}

Result<int> list(Invocation& run)
{
    const Degree least = degreeAsked(run);
    const auto asked = run.arguments().value("--type");
    const auto limit = run.arguments().value("--limit");
    PATRONAT_LET(const auto store, run.openForReading());
    return store->read([&](const ReadTx& tx) -> Result<int> {
        Json all = Json::array();
        std::vector<std::vector<std::string>> rows;
        for (const std::string_view type : { twins::kPersonType, twins::kFamilyType }) {
            if ((asked && *asked != type) || (!asked && !twins::isCompared(tx.profile(), type)))
                continue;
            base::Job job;
            PATRONAT_LET(const std::vector<twins::Pair> found,
                twins::pairs(tx, type, least, roleAsked(run, tx), job));
            for (const twins::Pair& pair : found) {
                if (limit && all.size() == static_cast<std::size_t>(parseCount(*limit)))
                    break;
                Json json = verdictJson(pair.verdict);
                Json both = Json::array();
                for (const RecordId record : { pair.first, pair.second })
                    both.push_back({ { "id", record.hex() },
                        { "title", titleOf(tx, store->rules(), type, record) } });
                rows.push_back({ std::string(twins::degreeName(pair.verdict.degree)),
                    pair.first.hex(), pair.second.hex(),
                    cellText(both[0]["title"]) + " = " + cellText(both[1]["title"]),
                    reasonText(pair.verdict) });
                json.update({ { "type", type }, { "records", both } });
                all.push_back(std::move(json));
            }
        }
        run.output().answer(all, tableText({ "", "first", "second", "titles", "reasons" }, rows));
        return kDone;
    });
}

constexpr std::array kCandidateOptions {
    Option { "--id", "ID",
        { "the record itself, when it is there already", "сама запись, если она уже есть" } },
    Option { "--member", "ID",
        { "of a family: a person in it; several times",
            "для семьи: лицо в её составе; можно несколько раз" } },
    Option { "--limit", "N", { "at most so many (5)", "не больше стольких (5)" } },
    Option { "--author", "ID",
        { "as this member of the staff may see it", "так, как вправе видеть этот специалист" } },
};
constexpr std::array kListOptions {
    Option { "--type", "TYPE",
        { "person or family; both when left out", "person или family; иначе оба" } },
    Option { "--least", "DEGREE",
        { "possible, likely or sure (possible)", "possible, likely или sure (possible)" } },
    Option { "--limit", "N", { "at most so many", "не больше стольких" } },
    Option { "--author", "ID",
        { "as this member of the staff may see it", "так, как вправе видеть этот специалист" } },
};
constexpr std::string_view kListJson
    = "[{type, records: [{id, title}, {id, title}], degree: sure|likely|possible, points, reasons: "
      "[{code, args, points}]}]";

constexpr std::array kCommands {
    Command { "duplicates candidates",
        "TYPE [--id ID] [--member ID…] [--limit N] [--author ID] < fields.json",
        { "Who is perhaps there already, before a person or a family is saved",
            "Кто, возможно, уже есть, до записи лица или семьи" },
        "[{type, id, title, degree: sure|likely|possible, points, reasons: [{code, args, "
        "points}]}]",
        1, 1, kCandidateOptions, candidates },
    Command { "duplicates list", "[--type TYPE] [--least DEGREE] [--limit N] [--author ID]",
        { "Two records that are perhaps about the same",
            "Записи, которые, возможно, об одном и том же" },
        kListJson, 0, 0, kListOptions, list },
    Command { "duplicates", "[--type TYPE] [--least DEGREE] [--limit N] [--author ID]",
        { "The same as `duplicates list`", "То же, что `duplicates list`" }, kListJson, 0, 0,
        kListOptions, list },
};

} // namespace

std::span<const Command> twinCommands()
{
    return kCommands;
}

} // namespace patronat::tool
