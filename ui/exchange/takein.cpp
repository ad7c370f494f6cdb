// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/takein.h"

#include "core/exchange/merge.h"
#include "core/store/textindex.h"
#include "ui/common/valuetext.h"

namespace patronat::ui {

using base::RecordId;
using base::Result;
using base::Status;
using store::ReadTx;

namespace {

constexpr std::size_t kMostEntries = 1000;

Status addEntries(const store::Store& store, const std::string& language, TakenIn& out)
{
    return store.read([&](const ReadTx& tx) -> Status {
        for (const exchange::MergeEntry& entry : out.report.entries) {
            if (out.entries.size() == kMostEntries)
                break;
            const auto record = tx.record(entry.type, entry.record);
            out.entries.push_back({ entry,
                record ? recordTitle(tx, store.rules(), *record, language) : std::string(),
                record ? entry.record : RecordId() });
        }
        return {};
    });
}

} // namespace

Result<TakenIn> takeIn(store::Store& store, const TakeInRequest& request, const std::string& language, base::Job& job)
{
    exchange::MergeOptions options;
    options.acceptUncertified = request.acceptUncertified;
    options.dryRun = request.dryRun;
    TakenIn out;
    PATRONAT_LET(out.report, exchange::mergeBatches(store, request.files, options, job));
    if (!request.dryRun) {
        // Stopped only now, everything is taken in; the index of texts goes on with the next writing.
        const Status indexed = store::indexTexts(store, job);
        if (!indexed && indexed.error().code != base::ErrorCode::Cancelled)
            return indexed.error();
    }
    PATRONAT_TRY(addEntries(store, language, out));
    return out;
}

} // namespace patronat::ui
