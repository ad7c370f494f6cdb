// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/comparisonread.h"

#include "core/access/visibility.h"
#include "core/diagnostics/results.h"
#include "ui/common/valuetext.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using diagnostics::KeptResult;
using profile::Instrument;

namespace {

/// The instruments that the family has results of, the need map among them. One that is filled in freely goes by the
/// structure of the free instrument.
std::vector<Instrument> instrumentsOf(const store::ReadTx& tx, RecordId family)
{
    std::vector<Instrument> out;
    const std::vector<std::string> declared = profile::instrumentIds(tx.profile());
    for (const std::string& id : declared)
        if (auto one = profile::instrument(tx.profile(), id))
            out.push_back(std::move(*one));
    const auto free = std::find_if(
        out.begin(), out.end(), [](const Instrument& one) { return one.entry == Instrument::Entry::Free; });
    if (free == out.end())
        return out;
    const Instrument like = *free;
    auto select = tx.connection().prepare("SELECT DISTINCT r.instrument FROM instrumentResult AS r JOIN diagnostics AS d "
                                          "ON d.id = r.diagnostics WHERE d.family = ?1 ORDER BY 1");
    select.bind(1, family);
    const profile::Classifier* codes = tx.profile().classifier("instrument");
    while (select.step()) {
        const std::string id(select.text(0));
        if (std::find(declared.begin(), declared.end(), id) != declared.end())
            continue;
        Instrument one = like;
        one.id = id;
        if (const profile::Code* code = codes != nullptr ? codes->code(id) : nullptr)
            one.label = code->label;
        out.push_back(std::move(one));
    }
    return out;
}

std::string titleOf(
    const store::ReadTx& tx, const store::Rules& rules, const std::string& member, const std::string& language)
{
    const auto id = RecordId::fromHex(member);
    return id ? recordTitle(tx, rules, "member", *id, language) : std::string();
}

std::size_t mostOf(const ComparableInstrument& one)
{
    return one.groups.front().results.size();
}

} // namespace

Result<std::vector<ComparableInstrument>> readComparable(const store::ReadTx& tx, const store::Rules& rules,
    RecordId family, RecordId viewer, const std::string& language)
{
    for (const std::string_view type :
        { diagnostics::kDiagnosticsType, diagnostics::kResultType, diagnostics::kScaleType })
        PATRONAT_TRY(access::checkReadable(tx, type, viewer, language));
    std::vector<ComparableInstrument> out;
    for (const Instrument& instrument : instrumentsOf(tx, family)) {
        std::map<std::string, std::map<std::pair<std::string, std::string>, std::vector<KeptResult>>> byName;
        for (KeptResult& one : diagnostics::resultsOf(tx, instrument, family))
            byName[one.name][{ one.about, one.respondent }].push_back(std::move(one));
        for (auto& [name, groups] : byName) {
            ComparableInstrument found { instrument, name, {} };
            for (auto& [whose, results] : groups) {
                std::stable_sort(results.begin(), results.end(),
                    [](const KeptResult& a, const KeptResult& b) { return a.date < b.date; });
                found.groups.push_back({ titleOf(tx, rules, whose.first, language),
                    titleOf(tx, rules, whose.second, language), std::move(results) });
            }
            std::stable_sort(found.groups.begin(), found.groups.end(),
                [](const ComparableResults& a, const ComparableResults& b) { return a.results.size() > b.results.size(); });
            out.push_back(std::move(found));
        }
    }
    std::stable_partition(out.begin(), out.end(), [](const ComparableInstrument& one) { return mostOf(one) > 1; });
    return out;
}

} // namespace patronat::ui
