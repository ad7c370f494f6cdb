// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/comparison.h"

#include <algorithm>
#include <map>

namespace patronat::diagnostics {

namespace {

Comparison compared(const profile::Instrument& instrument, const KeptResult& first, const KeptResult& last)
{
    Comparison out;
    out.first = first;
    out.last = last;
    out.bandChanged = first.band != last.band;
    out.otherVersion = first.version != last.version && !first.version.empty() && !last.version.empty();
    if (first.total && last.total) {
        out.change = *last.total - *first.total;
        const bool better = instrument.lessIsBetter ? *out.change < 0 : *out.change > 0;
        out.trend = *out.change == 0 ? Trend::Same : better ? Trend::Better : Trend::Worse;
    }
    for (const KeptValue& now : last.values) {
        const auto before = std::find_if(
            first.values.begin(), first.values.end(), [&](const KeptValue& one) { return one.id == now.id; });
        ValueChange change { now.id, now.label, {}, now.value, {}, {}, now.bandLabel };
        if (before != first.values.end()) {
            change.first = before->value;
            change.firstBand = before->bandLabel;
        }
        if (change.first && change.last)
            change.change = *change.last - *change.first;
        const Points by = change.change.value_or(0);
        (by < 0 ? out.fell : by > 0 ? out.rose : out.same).push_back(std::move(change));
    }
    return out;
}

} // namespace

std::vector<Comparison> compare(const profile::Instrument& instrument, std::vector<KeptResult> results)
{
    std::stable_sort(results.begin(), results.end(), [](const KeptResult& a, const KeptResult& b) {
        return a.date != b.date ? a.date < b.date : a.record < b.record;
    });
    std::map<std::string, std::vector<const KeptResult*>> byPerson;
    for (const KeptResult& one : results)
        if (one.instrument == instrument.id)
            byPerson[one.about].push_back(&one);
    std::vector<Comparison> out;
    for (const auto& [about, own] : byPerson)
        if (own.size() > 1)
            out.push_back(compared(instrument, *own.front(), *own.back()));
    return out;
}

std::string_view trendName(Trend trend)
{
    switch (trend) {
    case Trend::Same:
        return "same";
    case Trend::Better:
        return "better";
    case Trend::Worse:
        return "worse";
    case Trend::Unknown:
        break;
    }
    return "unknown";
}

} // namespace patronat::diagnostics
