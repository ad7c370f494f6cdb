// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mergereport.h"

#include "core/exchange/batchfile.h"
#include "core/vault/canonicaljson.h"

#include <algorithm>

namespace patronat::exchange {

using nlohmann::json;

namespace {

json toJson(const MergeCounts& counts)
{
    return { { "new", counts.fresh }, { "had", counts.had }, { "waiting", counts.waiting },
        { "conflicts", counts.conflicts }, { "beside", counts.beside }, { "findings", counts.findings },
        { "forks", counts.forks } };
}

json toJson(const BatchOutcome& outcome)
{
    json out { { "file", pathText(outcome.file.filename()) } };
    if (outcome.refused) {
        out["rejected"] = { { "code", base::codeName(outcome.refused->code) }, { "args", outcome.refused->args },
            { "detail", outcome.refused->detail } };
        return out;
    }
    const Manifest& m = outcome.manifest;
    out.update({ { "batch", m.id }, { "site", m.site.hex() }, { "office", m.officeCode }, { "name", m.siteName },
        { "kind", m.kind == BatchKind::Origin ? "origin" : "selection" }, { "certified", outcome.certified },
        { "new", outcome.fresh }, { "had", outcome.had }, { "receipts", outcome.receipts },
        { "chains", outcome.chains }, { "brokenChains", json::array() }, { "differences", json::array() } });
    if (outcome.adopted)
        out["adopted"] = vault::toJson(*outcome.adopted);
    for (const base::Origin origin : outcome.brokenChains)
        out["brokenChains"].push_back(base::OperationId { origin, 0 }.hex().substr(0, 16));
    for (const UnitDifference& difference : outcome.differences)
        out["differences"].push_back(
            { { "unit", difference.unit.hex() }, { "here", difference.here }, { "there", difference.there } });
    return out;
}

json toJson(const MergeEntry& entry)
{
    return { { "what", whatName(entry.what) }, { "type", entry.type }, { "record", entry.record.hex() },
        { "field", entry.field }, { "operation", entry.operation.hex() } };
}

} // namespace

std::string_view whatName(MergeEntry::What what)
{
    switch (what) {
    case MergeEntry::What::Conflict:
        return "conflict";
    case MergeEntry::What::Beside:
        return "beside";
    case MergeEntry::What::Waiting:
        return "waiting";
    case MergeEntry::What::Finding:
        return "finding";
    case MergeEntry::What::Fork:
        break;
    }
    return "fork";
}

MergeCounts MergeReport::totals() const
{
    MergeCounts out;
    for (const MergeLine& line : lines) {
        out.fresh += line.counts.fresh;
        out.had += line.counts.had;
        out.waiting += line.counts.waiting;
        out.conflicts += line.counts.conflicts;
        out.beside += line.counts.beside;
        out.findings += line.counts.findings;
        out.forks += line.counts.forks;
    }
    return out;
}

bool MergeReport::anyRefused() const
{
    return std::any_of(batches.begin(), batches.end(), [](const BatchOutcome& b) { return b.refused.has_value(); });
}

std::string toJson(const MergeReport& report)
{
    json out { { "dryRun", report.dryRun }, { "batches", json::array() }, { "lines", json::array() },
        { "entries", json::array() }, { "totals", toJson(report.totals()) } };
    for (const BatchOutcome& outcome : report.batches)
        out["batches"].push_back(toJson(outcome));
    for (const MergeLine& line : report.lines)
        out["lines"].push_back({ { "site", line.site.hex() }, { "office", line.office }, { "type", line.type },
            { "counts", toJson(line.counts) } });
    for (const MergeEntry& entry : report.entries)
        out["entries"].push_back(toJson(entry));
    return vault::canonical(out);
}

} // namespace patronat::exchange
