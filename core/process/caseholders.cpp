// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/caseholders.h"

#include <array>

namespace patronat::process {

using base::RecordId;
using store::ReadTx;

namespace {

/// Families whose open card or running programme names her.
constexpr const char* kNamedFamilies
    = "SELECT e.family FROM episode AS e WHERE e.caseManager = ?1 AND e.endDate IS NULL "
      "AND e.life NOT IN ('removed', 'erased') "
      "UNION SELECT p.family FROM programme AS p WHERE p.curator = ?1 AND p.endedAt IS NULL "
      "AND p.life NOT IN ('removed', 'erased', 'cancelled')";

bool standsInOn(const HandedCase& one, std::string_view today)
{
    return one.isTemporary && one.since <= today && today <= one.until;
}

/// The newest one that stands in for `who`; null when nobody does.
const HandedCase* substituteOf(
    const std::vector<HandedCase>& ofCase, RecordId who, std::string_view today)
{
    for (auto one = ofCase.rbegin(); one != ofCase.rend(); ++one)
        if (one->from == who && standsInOn(*one, today))
            return &*one;
    return nullptr;
}

RecordId givenAwayTo(
    const std::vector<HandedCase>& ofCase, RecordId manager, RecordId who, std::string_view today)
{
    for (const HandedCase& one : ofCase)
        if (!one.isTemporary && one.since <= today && one.from == who && who != manager)
            who = one.to;
    return who;
}

} // namespace

RecordId holderOn(
    const std::vector<HandedCase>& ofCase, RecordId manager, RecordId who, std::string_view today)
{
    if (who.isNull())
        return who;
    who = givenAwayTo(ofCase, manager, who, today);
    std::set<RecordId> seen { who };
    // Who stands in may be stood in for herself; two who stand in for each other end it.
    while (const HandedCase* substitute = substituteOf(ofCase, who, today)) {
        if (!seen.insert(substitute->to).second)
            break;
        who = substitute->to;
    }
    return who;
}

bool hasHandOvers(const profile::Profile& profile)
{
    const profile::RecordType* line = profile.type(kHandedCaseType);
    if (line == nullptr || profile.type(kHandOverType) == nullptr)
        return false;
    for (const char* field : std::array { "family", "from", "to", "temporary", "since", "until" })
        if (line->field(field) == nullptr)
            return false;
    return true;
}

CaseHolders::CaseHolders(const ReadTx& tx, std::string today, RecordId family)
    : m_today(std::move(today))
{
    if (!hasHandOvers(tx.profile()))
        return;
    auto select = tx.connection().prepare(
        std::string("SELECT family, \"from\", \"to\", temporary, since, until FROM handedCase "
                    "WHERE life NOT IN ('removed', 'erased', 'cancelled') AND family IS NOT NULL "
                    "AND \"from\" IS NOT NULL AND \"to\" IS NOT NULL AND since IS NOT NULL")
        + (family.isNull() ? "" : " AND family = ?1") + " ORDER BY since, id");
    if (!family.isNull())
        select.bind(1, family);
    while (select.step()) {
        HandedCase one { select.id<RecordId>(0), select.id<RecordId>(1), select.id<RecordId>(2),
            select.integer(3) == 1, std::string(select.text(4)), std::string(select.text(5)) };
        m_handed[one.family].handed.push_back(std::move(one));
    }
    auto manager = tx.connection().prepare(
        "SELECT caseManager FROM episode WHERE family = ?1 AND life NOT IN ('removed', 'erased') "
        "ORDER BY endDate IS NULL DESC, regDate DESC, id DESC LIMIT 1");
    for (auto& [id, ofFamily] : m_handed) {
        manager.reset();
        manager.bind(1, id);
        if (manager.step() && !manager.isNull(0))
            ofFamily.manager = manager.id<RecordId>(0);
    }
}

RecordId CaseHolders::now(RecordId family, RecordId who) const
{
    const auto at = m_handed.find(family);
    return at == m_handed.end() ? who
                                : holderOn(at->second.handed, at->second.manager, who, m_today);
}

const HandedCase* CaseHolders::substitution(RecordId family, RecordId who) const
{
    const auto at = m_handed.find(family);
    return at == m_handed.end() ? nullptr : substituteOf(at->second.handed, who, m_today);
}

std::set<RecordId> familiesOf(const ReadTx& tx, RecordId staff, const std::string& today)
{
    const CaseHolders holders(tx, today);
    std::set<RecordId> out;
    auto select = tx.connection().prepare(kNamedFamilies);
    select.bind(1, staff);
    while (select.step()) {
        const auto family = select.id<RecordId>(0);
        const auto at = holders.m_handed.find(family);
        if (at == holders.m_handed.end()
            || givenAwayTo(at->second.handed, at->second.manager, staff, today) == staff)
            out.insert(family);
    }
    for (const auto& [family, ofFamily] : holders.m_handed)
        for (const HandedCase& one : ofFamily.handed)
            if (standsInOn(one, today) && holders.now(family, one.from) == staff)
                out.insert(family);
    return out;
}

} // namespace patronat::process
