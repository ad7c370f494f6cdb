// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "core/base/hash.h"
#include "core/base/job.h"
#include "core/base/text.h"
#include "core/exchange/scope.h"
#include "core/store/digest.h"
#include "core/store/rebuild.h"
#include "core/store/verify.h"

#include <array>

namespace patronat::tool {

using base::Result;
using store::ReadTx;

namespace {

Result<int> digest(Invocation& run)
{
    const auto territory = run.arguments().value("--territory");
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(
        const base::Digest256 sum, store->read([&](const ReadTx& tx) -> Result<base::Digest256> {
            if (!territory)
                return store::digest(tx);
            auto known = tx.connection().prepare("SELECT 1 FROM territory WHERE code = ?1");
            known.bind(1, std::string_view(*territory));
            if (!known.step())
                return { base::ErrorCode::NotFound, { "territory", *territory } };
            known.reset();
            const exchange::Scope scope(tx, { *territory });
            return store::digest(tx, [&](base::UnitId unit) { return scope.has(unit); });
        }));
    run.output().answer({ { "digest", base::hex(sum) },
                            { "territory", territory ? Json(*territory) : Json(nullptr) } },
        base::hex(sum) + '\n');
    return kDone;
}

Json reportJson(const store::VerifyReport& report, bool rebuilt)
{
    Json problems = Json::array();
    for (const store::VerifyProblem& problem : report.problems)
        problems.push_back({ { "code", problem.code }, { "arguments", problem.args } });
    return { { "clean", report.clean() }, { "rebuilt", rebuilt }, { "frames", report.frames },
        { "operations", report.operations }, { "records", report.records },
        { "waiting", report.waiting }, { "forks", report.forks }, { "problems", problems } };
}

Result<int> verify(Invocation& run)
{
    const bool rebuild = run.arguments().has("--rebuild");
    PATRONAT_LET(const auto store, rebuild ? run.openForWriting() : run.openForReading());
    base::Job job;
    if (rebuild)
        PATRONAT_TRY(store::rebuildAll(*store, job));
    PATRONAT_LET(const store::VerifyReport report, store::verify(*store, job));
    std::string lines;
    for (const auto& [name, count] : { std::pair("frames", report.frames),
             std::pair("operations", report.operations), std::pair("records", report.records),
             std::pair("waiting", report.waiting), std::pair("forks", report.forks) })
        lines += std::string(name) + ' ' + std::to_string(count) + '\n';
    for (const store::VerifyProblem& problem : report.problems)
        lines += "! " + problem.code + ' ' + base::join(problem.args, " ") + '\n';
    const Words clean { "clean\n", "всё сходится\n" };
    const Words broken { "NOT clean\n", "НЕ СХОДИТСЯ\n" };
    lines += (report.clean() ? clean : broken).in(run.output().language());
    run.output().answer(reportJson(report, rebuild), lines);
    return report.clean() ? kDone : kNotDone;
}

constexpr std::array kDigestOptions {
    Option { "--territory", "CODE",
        { "of what lies in this territory", "того, что относится к территории" } },
};
constexpr std::array kVerifyOptions {
    Option { "--rebuild", "",
        { "fill the record tables anew from the journal first",
            "сначала заполнить таблицы заново из журнала" } },
};

constexpr std::array kCommands {
    Command { "digest", "[--territory CODE]",
        { "One number of the whole state: equal numbers, equal records",
            "Одно число от всего содержания: равные числа — равные записи" },
        "{digest: 64 hex digits, territory}", 0, 0, kDigestOptions, digest },
    Command { "verify", "[--rebuild]",
        { "Compare everything with the journal; exit 1 when something differs",
            "Сверить всё с журналом; код 1, если что-то не сходится" },
        "{clean, rebuilt, frames, operations, records, waiting, forks, problems: [{code, "
        "arguments}]}",
        0, 0, kVerifyOptions, verify },
};

} // namespace

std::span<const Command> checkCommands()
{
    return kCommands;
}

} // namespace patronat::tool
