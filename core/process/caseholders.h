// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/store/readtx.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::process {

/// One case that was handed over (a record `handedCase`; domain.md, register of risks: case
/// hand-over when a worker leaves).
struct HandedCase
{
    base::RecordId family;
    base::RecordId from;
    base::RecordId to;
    bool isTemporary = false; ///< somebody stands in until `until`, inclusive
    std::string since; ///< ISO dates
    std::string until;
};

/// Whose work that of `who` in one case is on a day. Follows from the hand-overs of the case (by
/// the day they begin, the oldest first) and the day alone, so that a substitution ends without
/// anything having to run: first what was handed over for good leads on, unless `who` is the case's
/// manager today, then whoever stands in that day. Pure.
base::RecordId holderOn(const std::vector<HandedCase>& ofCase, base::RecordId manager,
    base::RecordId who, std::string_view today);

/// The hand-overs held here, as one day sees them. Nothing where the profile does not declare them.
class CaseHolders
{
public:
    /// `family`: only this one's; null: all. Reads all it needs at once.
    CaseHolders(const store::ReadTx& tx, std::string today, base::RecordId family = {});

    bool isEmpty() const { return m_handed.empty(); }
    /// Whose work it is today; `who` where nothing was handed over.
    base::RecordId now(base::RecordId family, base::RecordId who) const;
    /// Who stands in for `who` today, and until when; nothing when nobody does.
    const HandedCase* substitution(base::RecordId family, base::RecordId who) const;

private:
    friend std::set<base::RecordId> familiesOf(
        const store::ReadTx&, base::RecordId, const std::string&);
    struct OfFamily
    {
        std::vector<HandedCase> handed;
        base::RecordId manager;
    };
    std::string m_today;
    std::map<base::RecordId, OfFamily> m_handed;
};

/// The families whose work is one person's today: her own, those she stands in for, without those
/// she has given away for good. What she has lent stays hers as well.
std::set<base::RecordId> familiesOf(
    const store::ReadTx& tx, base::RecordId staff, const std::string& today);

/// The record types and fields this reads; a profile without them has no hand-overs. FORMAT.md
/// "Hand-over".
inline constexpr const char* kHandOverType = "caseHandOver";
inline constexpr const char* kHandedCaseType = "handedCase";
bool hasHandOvers(const profile::Profile& profile);

} // namespace patronat::process
