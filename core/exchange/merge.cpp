// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/merge.h"

#include "core/exchange/arrival.h"
#include "core/exchange/checkedbatch.h"

namespace patronat::exchange {

using base::ErrorCode;
using base::Result;
using base::Status;
using store::ReadTx;
using store::Store;

namespace {

/// What a file can be refused for; anything else is our own trouble and ends the merge.
bool isRefusal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BatchUnreadable:
    case ErrorCode::BatchTooNew:
    case ErrorCode::BatchForeign:
    case ErrorCode::BatchUncertified:
    case ErrorCode::BatchTampered:
    case ErrorCode::FileNotReadable:
        return true;
    default:
        return false;
    }
}

BatchOutcome outcomeOf(const std::filesystem::path& file, const CheckedBatch& batch)
{
    BatchOutcome outcome;
    outcome.file = file;
    outcome.manifest = batch.file.manifest;
    outcome.certified = batch.certified;
    outcome.adopted = batch.adopted;
    return outcome;
}

/// Whether an uncertified batch claims the site of another one of the same merge, which is certified or came first
/// with another key.
bool impersonates(const std::vector<CheckedBatch>& batches, std::size_t at)
{
    const Manifest& m = batches[at].file.manifest;
    if (batches[at].certified)
        return false;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const Manifest& other = batches[i].file.manifest;
        if (i != at && other.site == m.site && (batches[i].certified || (i < at && other.key != m.key)))
            return true;
    }
    return false;
}

void refuseImpersonators(std::vector<CheckedBatch>& batches, MergeReport& report)
{
    std::vector<CheckedBatch> kept;
    std::vector<bool> refused;
    for (std::size_t i = 0; i < batches.size(); ++i)
        refused.push_back(impersonates(batches, i));
    std::size_t at = 0;
    for (BatchOutcome& outcome : report.batches) {
        if (outcome.refused)
            continue;
        if (refused[at]) {
            BatchOutcome instead;
            instead.file = outcome.file;
            instead.refused = base::Error { ErrorCode::BatchTampered, { pathText(outcome.file), "site" }, {} };
            outcome = std::move(instead);
        } else
            kept.push_back(std::move(batches[at]));
        ++at;
    }
    batches = std::move(kept);
}

Status checkAll(const Store& store, const std::vector<std::filesystem::path>& files, const MergeOptions& options,
    std::vector<CheckedBatch>& batches, MergeReport& report, base::Job& job)
{
    PATRONAT_LET(Membership ours, membership(store));
    std::uint64_t keepBytes = options.keepBytes;
    for (const std::filesystem::path& file : files) {
        auto checked = store.read([&](const ReadTx& read) {
            return checkBatch(read, file, ours, { options.acceptUncertified }, keepBytes, job);
        });
        if (!checked && !isRefusal(checked.error().code))
            return checked.error();
        if (!checked) {
            BatchOutcome outcome;
            outcome.file = file;
            outcome.refused = checked.error();
            report.batches.push_back(std::move(outcome));
            continue;
        }
        report.batches.push_back(outcomeOf(file, *checked));
        batches.push_back(std::move(*checked));
    }
    refuseImpersonators(batches, report);
    return {};
}

/// One transaction, taken back at its end.
Status rehearse(Store& store, Arrival& arrival, MergeReport& report, std::uint64_t frames, base::Job& job)
{
    bool reached = false;
    const Status status = store.bulk([&](Store::Inner& inner) -> Status {
        PATRONAT_TRY(arrival.begin(inner));
        while (!arrival.isDone()) {
            PATRONAT_TRY(job.checkpoint());
            PATRONAT_TRY(arrival.chunk(inner));
            job.report(arrival.framesDone(), frames);
        }
        PATRONAT_TRY(arrival.find(inner, store.environment().clock.today()));
        PATRONAT_TRY(arrival.finish(inner, report, 0));
        reached = true;
        return ErrorCode::Cancelled;
    });
    return reached ? Status() : status;
}

Status perform(Store& store, Arrival& arrival, MergeReport& report, std::uint64_t frames, base::Job& job)
{
    bool begun = false;
    bool finished = false;
    const auto step = [&](Store::Inner& inner) -> Status {
        if (!begun)
            PATRONAT_TRY(arrival.begin(inner));
        begun = true;
        if (!arrival.isDone())
            PATRONAT_TRY(arrival.chunk(inner));
        PATRONAT_TRY(arrival.find(inner, store.environment().clock.today()));
        finished = arrival.isDone();
        return finished ? arrival.finish(inner, report, store.environment().clock.nowMs()) : Status();
    };
    while (!finished) {
        PATRONAT_TRY(job.checkpoint());
        PATRONAT_TRY(store.bulk(step));
        job.report(arrival.framesDone(), frames);
    }
    return {};
}

} // namespace

Result<MergeReport> mergeBatches(Store& store, const std::vector<std::filesystem::path>& files,
    const MergeOptions& options, base::Job& job)
{
    MergeReport report;
    report.dryRun = options.dryRun;
    std::vector<CheckedBatch> batches;
    PATRONAT_TRY(checkAll(store, files, options, batches, report, job));
    if (batches.empty())
        return report;
    std::vector<BatchOutcome*> outcomes;
    for (BatchOutcome& outcome : report.batches)
        if (!outcome.refused)
            outcomes.push_back(&outcome);
    std::uint64_t frames = 0;
    for (const CheckedBatch& batch : batches)
        frames += batch.frames.size();
    Arrival arrival(batches, std::move(outcomes), store.site().id, options.chunkBytes);
    if (options.dryRun)
        PATRONAT_TRY(rehearse(store, arrival, report, frames, job));
    else
        PATRONAT_TRY(perform(store, arrival, report, frames, job));
    return report;
}

} // namespace patronat::exchange
