// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/offering.h"

#include "core/base/clock.h"

#include <algorithm>
#include <array>

namespace patronat::diagnostics {

using profile::BatteryEntry;
using profile::Instrument;
using profile::Respondents;

namespace {

constexpr std::array<std::string_view, 3> kUrgency { "required", "recommended", "optional" };

std::size_t rank(const BatteryEntry& entry)
{
    return static_cast<std::size_t>(
        std::find(kUrgency.begin(), kUrgency.end(), entry.need) - kUrgency.begin());
}

void add(std::vector<BatteryEntry>& out, const std::vector<BatteryEntry>& more)
{
    for (const BatteryEntry& entry : more) {
        const auto same = std::find_if(
            out.begin(), out.end(), [&](const BatteryEntry& other) { return other.instrument == entry.instrument; });
        if (same == out.end())
            out.push_back(entry);
        else if (rank(entry) < rank(*same))
            *same = entry;
    }
}

bool shareOne(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::any_of(
        a.begin(), a.end(), [&](const std::string& one) { return std::find(b.begin(), b.end(), one) != b.end(); });
}

Fitness fits(const Respondents& some, std::optional<int> age)
{
    if (!some.ageFrom && !some.ageTo)
        return {};
    if (!age)
        return { "ageUnknown", some.ageFrom.value_or(*(some.ageTo ? some.ageTo : some.ageFrom)) };
    if (some.ageFrom && *age < *some.ageFrom)
        return { "ageBelow", *some.ageFrom };
    if (some.ageTo && *age > *some.ageTo)
        return { "ageAbove", *some.ageTo };
    return {};
}

} // namespace

std::vector<BatteryEntry> offered(const profile::Battery& battery, const FamilyTraits& traits)
{
    std::vector<BatteryEntry> out;
    add(out, battery.always);
    if (traits.isFinal)
        add(out, battery.final);
    for (const profile::BatterySign& sign : battery.signs) {
        const auto held = traits.signs.find(sign.episodeField);
        if (held != traits.signs.end() && shareOne(held->second, sign.codes))
            add(out, sign.add);
    }
    if (const auto own = battery.categories.find(traits.category); own != battery.categories.end())
        add(out, own->second);
    std::stable_sort(
        out.begin(), out.end(), [](const BatteryEntry& a, const BatteryEntry& b) { return rank(a) < rank(b); });
    return out;
}

std::optional<int> ageOn(std::string_view birth, std::string_view day)
{
    std::int64_t ms = 0;
    const std::string from(birth);
    const std::string to(day);
    if (!base::parseIsoDate(from, ms) || !base::parseIsoDate(to, ms) || to < from)
        return std::nullopt;
    const int years = std::stoi(to.substr(0, 4)) - std::stoi(from.substr(0, 4));
    return to.substr(5) < from.substr(5) ? years - 1 : years;
}

Fitness fitness(const Instrument& instrument, std::string_view kind, std::optional<int> age, std::string_view form)
{
    Fitness best { "respondentKind", 0 };
    bool hasKind = false;
    for (const Respondents& some : instrument.respondents) {
        if (std::find(some.who.begin(), some.who.end(), kind) == some.who.end())
            continue;
        if (!form.empty() && !some.form.empty() && some.form != form) {
            if (!hasKind)
                best = { "form", 0 };
            continue;
        }
        const Fitness found = fits(some, age);
        if (found.code.empty())
            return found;
        best = found;
        hasKind = true;
    }
    return best;
}

} // namespace patronat::diagnostics
