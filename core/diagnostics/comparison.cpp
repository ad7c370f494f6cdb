// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/comparison.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace patronat::diagnostics {

namespace {

/// From the best to the worst; nothing: the tone says nothing.
std::optional<int> rankOf(std::string_view tone)
{
    constexpr std::array<std::string_view, 4> kTones { "good", "neutral", "warning", "danger" };
    const auto found = std::find(kTones.begin(), kTones.end(), tone);
    return found == kTones.end() ? std::nullopt : std::optional<int>(static_cast<int>(found - kTones.begin()));
}

template <typename Levels>
std::optional<int> rankIn(const Levels& levels, const std::string& id)
{
    const auto found = std::find_if(levels.begin(), levels.end(), [&](const auto& one) { return one.id == id; });
    return found == levels.end() ? std::nullopt : rankOf(found->tone);
}

Trend byRank(std::optional<int> before, std::optional<int> now)
{
    if (!before || !now)
        return Trend::Unknown;
    return *before == *now ? Trend::Same : *now < *before ? Trend::Better : Trend::Worse;
}

Trend byChange(Points change, bool lessIsBetter)
{
    return change == 0 ? Trend::Same : (change < 0) == lessIsBetter ? Trend::Better : Trend::Worse;
}

/// Levels first: within one of them, and where a scale has none, more of what is good is better.
Trend trendOf(const profile::Instrument& instrument, const ValueChange& change, const std::string& before,
    const std::string& now)
{
    const profile::Scale* scale = instrument.scale(change.id);
    const auto& bands = scale == nullptr || scale->bands.empty() ? instrument.freeBands : scale->bands;
    const Trend levels = byRank(rankIn(bands, before), rankIn(bands, now));
    if (levels == Trend::Better || levels == Trend::Worse)
        return levels;
    if (change.change && scale != nullptr && scale->total)
        return byChange(*change.change, instrument.lessIsBetter);
    if (change.change && scale != nullptr && !scale->tone.empty() && scale->tone != "neutral")
        return byChange(*change.change, scale->tone != "good");
    // The answers themselves: of the need map each domain is rated as the whole is.
    if (change.change && scale == nullptr && !instrument.storedType.empty())
        return byChange(*change.change, instrument.lessIsBetter);
    return change.change == 0 ? Trend::Same : Trend::Unknown;
}

Trend trendOfLevels(const profile::Instrument& instrument, const KeptResult& first, const KeptResult& last)
{
    const Trend outcomes = byRank(rankIn(instrument.outcomes, first.band), rankIn(instrument.outcomes, last.band));
    const profile::Scale* scale = instrument.comparedScale();
    if (outcomes != Trend::Unknown || scale == nullptr)
        return outcomes;
    return byRank(rankIn(scale->bands, first.band), rankIn(scale->bands, last.band));
}

} // namespace

Comparison comparison(const profile::Instrument& instrument, const KeptResult& first, const KeptResult& last)
{
    Comparison out;
    out.first = first;
    out.last = last;
    out.bandChanged = first.band != last.band;
    out.otherVersion = first.version != last.version && !first.version.empty() && !last.version.empty();
    if (first.total && last.total) {
        out.change = *last.total - *first.total;
        out.trend = byChange(*out.change, instrument.lessIsBetter);
    } else if (!first.total && !last.total) {
        out.trend = trendOfLevels(instrument, first, last);
    }
    for (const KeptValue& now : last.values) {
        const auto before = std::find_if(
            first.values.begin(), first.values.end(), [&](const KeptValue& one) { return one.id == now.id; });
        ValueChange change { now.id, now.label, {}, now.value, {}, {}, now.bandLabel, Trend::Unknown };
        if (before != first.values.end()) {
            change.first = before->value;
            change.firstBand = before->bandLabel;
        }
        if (change.first && change.last)
            change.change = *change.last - *change.first;
        if (before != first.values.end())
            change.trend = trendOf(instrument, change, before->band, now.band);
        const Points by = change.change.value_or(0);
        (by < 0 ? out.fell : by > 0 ? out.rose : out.same).push_back(std::move(change));
    }
    for (const KeptValue& before : first.values)
        if (std::none_of(last.values.begin(), last.values.end(), [&](const KeptValue& one) { return one.id == before.id; }))
            out.same.push_back(
                { before.id, before.label, before.value, {}, {}, before.bandLabel, {}, Trend::Unknown });
    return out;
}

std::vector<ValueChange> inOrder(const Comparison& comparison)
{
    std::vector<ValueChange> out;
    for (const auto* part : { &comparison.fell, &comparison.rose, &comparison.same })
        out.insert(out.end(), part->begin(), part->end());
    const std::vector<KeptValue>& values = comparison.last.values;
    const auto place = [&](const ValueChange& change) {
        return std::find_if(values.begin(), values.end(), [&](const KeptValue& one) { return one.id == change.id; })
            - values.begin();
    };
    std::stable_sort(
        out.begin(), out.end(), [&](const ValueChange& a, const ValueChange& b) { return place(a) < place(b); });
    return out;
}

std::vector<Comparison> compare(const profile::Instrument& instrument, std::vector<KeptResult> results)
{
    std::stable_sort(results.begin(), results.end(), [](const KeptResult& a, const KeptResult& b) {
        return a.date != b.date ? a.date < b.date : a.record < b.record;
    });
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<const KeptResult*>> byPerson;
    for (const KeptResult& one : results)
        if (one.instrument == instrument.id)
            byPerson[{ one.about, one.respondent, one.name }].push_back(&one);
    std::vector<Comparison> out;
    for (const auto& [whose, own] : byPerson)
        if (own.size() > 1)
            out.push_back(comparison(instrument, *own.front(), *own.back()));
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
