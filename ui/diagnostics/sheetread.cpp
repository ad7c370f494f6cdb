// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/sheetread.h"

#include "core/access/visibility.h"
#include "core/diagnostics/results.h"
#include "ui/common/valuetext.h"

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kOfAge = 18;

std::string kindOf(const std::string& role, std::optional<int> age)
{
    if (role == "mother" || role == "father")
        return role;
    return age && *age < kOfAge ? "child" : "otherMember";
}

} // namespace

base::Result<SheetBasis> readSheetBasis(const store::ReadTx& tx, const store::Rules& rules,
    base::RecordId session, base::RecordId viewer, const std::string& day,
    const std::string& language)
{
    SheetBasis out;
    PATRONAT_LET(const store::Record record, tx.record(diagnostics::kDiagnosticsType, session));
    out.isSigned = record.life == "signed";
    if (const profile::RecordType* sheet = tx.profile().type(diagnostics::kSheetType);
        sheet != nullptr && !access::mayRead(*sheet, access::viewerOf(tx, viewer)))
        out.answersReadBy = access::readersText(tx.profile(), *sheet, language);
    const auto family = record.values.find("family");
    if (family == record.values.end() || family->second.reference() == nullptr)
        return out;
    const base::RecordId id = *family->second.reference();
    for (const base::RecordId member : tx.children("member", "family", id)) {
        PATRONAT_LET(const store::Record one, tx.record("member", member));
        const auto role = one.values.find("role");
        const std::optional<int> age = diagnostics::ageOfMember(tx, member, day);
        out.people.push_back({ member, recordTitle(tx, rules, one, language), age,
            kindOf(role == one.values.end() ? std::string() : std::string(role->second.textOr({})),
                age) });
    }
    const profile::Battery battery = profile::battery(tx.profile());
    diagnostics::FamilyTraits traits = diagnostics::traitsOf(tx, battery, id);
    const auto purpose = record.values.find("purpose");
    traits.isFinal = purpose != record.values.end() && purpose->second.textOr({}) == "final";
    out.offered = diagnostics::offered(battery, traits);
    for (const std::string& other : profile::instrumentIds(tx.profile()))
        if (std::none_of(out.offered.begin(), out.offered.end(),
                [&](const profile::BatteryEntry& entry) { return entry.instrument == other; }))
            out.offered.push_back({ other, {}, {}, {} });
    return out;
}

} // namespace patronat::ui
