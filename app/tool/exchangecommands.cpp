// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "app/tool/errortext.h"
#include "app/tool/rehearsalcopy.h"
#include "core/base/job.h"
#include "core/exchange/export.h"
#include "core/exchange/merge.h"
#include "core/store/textindex.h"

#include <array>
#include <memory>

namespace patronat::tool {

using base::Result;

namespace {

constexpr Words kFolderForSeveral { "for several sites --to must be a folder",
    "для нескольких мест --to должна быть папкой" };

Json batchJson(const exchange::ExportReport& report, const std::string& recipient)
{
    const exchange::Manifest& manifest = report.manifest;
    return { { "file", pathText(report.file) }, { "batch", manifest.id },
        { "kind", manifest.kind == exchange::BatchKind::Origin ? "origin" : "selection" },
        { "for", recipient.empty() ? Json(nullptr) : Json(recipient) },
        { "operations", manifest.operations }, { "frames", manifest.frames },
        { "units", report.units }, { "bytes", manifest.payloadBytes },
        { "certified", !manifest.certificate.empty() } };
}

Result<int> exportTo(Invocation& run)
{
    const std::filesystem::path to = pathOf(run.arguments().required("--to"));
    std::vector<std::string> recipients = run.arguments().values("--for");
    std::error_code unknown; // what cannot be looked at is no folder; the writing says why
    const bool isFolder = std::filesystem::is_directory(to, unknown);
    if (recipients.size() > 1 && !isFolder)
        throw UsageError(kFolderForSeveral, pathText(to));
    if (recipients.empty())
        recipients.emplace_back(); // everything held, for whoever gets it
    PATRONAT_LET(const auto store, run.openForWriting());
    base::Job job;
    Json all = Json::array();
    std::string lines;
    for (const std::string& recipient : recipients) {
        const exchange::ExportOptions options { to, isFolder, recipient,
            run.arguments().has("--all") };
        PATRONAT_LET(
            const exchange::ExportReport report, exchange::exportBatch(*store, options, job));
        all.push_back(batchJson(report, recipient));
        lines += pathText(report.file) + "  " + std::to_string(report.manifest.operations) + '\n';
    }
    run.output().answer(all, lines);
    return kDone;
}

std::string outcomeLine(const exchange::BatchOutcome& outcome, Language language)
{
    constexpr Words kNew { "new", "новых" };
    constexpr Words kHad { "already here", "уже были" };
    constexpr Words kUncertified { "UNCERTIFIED site", "место НЕ УДОСТОВЕРЕНО" };
    constexpr Words kAdopted { "this site now belongs to", "это место теперь входит в" };
    constexpr Words kDiffers { "units that still differ", "дела, которые ещё различаются" };
    constexpr Words kBroken { "origins that are not as their site signed them",
        "цепочки, не совпавшие с подписанными" };
    std::string line = pathText(outcome.file) + ": ";
    if (outcome.refused) {
        const ErrorText text = errorText(*outcome.refused, language);
        return line + text.title + ' ' + text.advice + '\n';
    }
    line += outcome.manifest.officeCode + ", " + std::string(kNew.in(language)) + ' '
        + std::to_string(outcome.fresh) + ", " + std::string(kHad.in(language)) + ' '
        + std::to_string(outcome.had);
    if (!outcome.certified)
        line += ", " + std::string(kUncertified.in(language));
    if (outcome.adopted)
        line += ", " + std::string(kAdopted.in(language)) + ' ' + outcome.adopted->name;
    if (!outcome.differences.empty())
        line += ", " + std::string(kDiffers.in(language)) + ": "
            + std::to_string(outcome.differences.size());
    if (!outcome.brokenChains.empty())
        line += ", " + std::string(kBroken.in(language)) + ": "
            + std::to_string(outcome.brokenChains.size());
    return line + '\n';
}

std::vector<std::string> countCells(const exchange::MergeCounts& counts)
{
    std::vector<std::string> cells;
    for (const std::uint64_t count : { counts.fresh, counts.had, counts.waiting, counts.conflicts,
             counts.beside, counts.findings, counts.forks })
        cells.push_back(std::to_string(count));
    return cells;
}

std::string linesOf(const exchange::MergeReport& report, Language language)
{
    const bool russian = language == Language::Russian;
    std::string out;
    for (const exchange::BatchOutcome& outcome : report.batches)
        out += outcomeLine(outcome, language);
    std::vector<std::vector<std::string>> rows;
    const auto add
        = [&](std::string office, std::string type, const exchange::MergeCounts& counts) {
              std::vector<std::string> row { std::move(office), std::move(type) };
              for (std::string& cell : countCells(counts))
                  row.push_back(std::move(cell));
              rows.push_back(std::move(row));
          };
    for (const exchange::MergeLine& line : report.lines)
        add(line.office, line.type, line.counts);
    add(russian ? "всего" : "all", "", report.totals());
    const std::vector<std::string> head = russian
        ? std::vector<std::string> { "место", "вид", "новых", "были", "ждут", "расхождений",
              "рядом с подписью", "замечаний", "двойников" }
        : std::vector<std::string> { "office", "type", "new", "had", "waiting", "conflicts",
              "beside", "findings", "forks" };
    out += tableText(head, rows);
    for (const exchange::MergeEntry& entry : report.entries)
        out += std::string(exchange::whatName(entry.what)) + "  " + entry.type + ' '
            + entry.record.hex() + ' ' + entry.field + '\n';
    return out;
}

/// What a dry run tries is taken back at its end; where another program writes, it is tried in a
/// copy.
Result<std::unique_ptr<store::Store>> openForTrying(
    Invocation& run, std::unique_ptr<RehearsalCopy>& copy, base::Job& job)
{
    auto store = run.openForWriting();
    if (store || store.error().code != base::ErrorCode::DatabaseBusy)
        return store;
    PATRONAT_LET(copy, RehearsalCopy::of(run.database(), job));
    return run.openCopy(copy->path());
}

Result<int> merge(Invocation& run)
{
    std::vector<std::filesystem::path> files;
    for (const std::string& file : run.arguments().positional())
        files.push_back(pathOf(file));
    exchange::MergeOptions options;
    options.acceptUncertified = run.arguments().has("--accept-uncertified");
    options.dryRun = run.arguments().has("--dry-run");
    base::Job job;
    std::unique_ptr<RehearsalCopy> copy; // gone after the store that works in it
    PATRONAT_LET(
        const auto store, options.dryRun ? openForTrying(run, copy, job) : run.openForWriting());
    PATRONAT_LET(
        const exchange::MergeReport report, exchange::mergeBatches(*store, files, options, job));
    if (!options.dryRun)
        PATRONAT_TRY(store::indexTexts(*store, job)); // the merge has looked for findings itself
    run.output().answer(
        Json::parse(exchange::toJson(report)), linesOf(report, run.output().language()));
    // On stderr too: a script that keeps only the report must not miss what was not taken.
    for (const exchange::BatchOutcome& outcome : report.batches)
        if (outcome.refused)
            run.output().error(*outcome.refused, Output::Where::StandardError);
    return report.anyRefused() ? kNotDone : kDone;
}

constexpr std::array kExportOptions {
    Option { "--to", "FILE",
        { "a file, or a folder where the name is made",
            "файл, или папка, где имя составится само" } },
    Option { "--all", "",
        { "also what the recipient has confirmed", "включая то, что получатель уже подтвердил" } },
    Option { "--for", "SITE",
        { "id or office code: only what that site may see",
            "номер или код места: только то, что ему положено" },
        true },
};
constexpr std::array kMergeOptions {
    Option { "--dry-run", "",
        { "say what it would do, change nothing",
            "показать, что будет сделано, ничего не меняя" } },
    Option { "--accept-uncertified", "",
        { "also from sites that no institution certifies",
            "также с мест, которые никем не удостоверены" } },
};

constexpr std::size_t kManyFiles = 10000;

constexpr std::array kCommands {
    Command { "export", "--to FILE [--all] [--for SITE…]",
        { "Write a batch for other offices", "Выгрузить пакет для других мест" },
        "[{file, batch, kind: origin|selection, for, operations, frames, units, bytes, certified}]",
        0, 0, kExportOptions, exportTo },
    Command { "merge", "FILE… [--dry-run] [--accept-uncertified]",
        { "Take in batches; exit 1 when one was refused",
            "Принять пакеты; код 1, если какой-то не принят" },
        "the merge report: {dryRun, batches, lines by office and type, entries, totals}", 1,
        kManyFiles, kMergeOptions, merge },
};

} // namespace

std::span<const Command> exchangeCommands()
{
    return kCommands;
}

} // namespace patronat::tool
