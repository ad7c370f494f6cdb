// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"
#include "core/store/readtx.h"

#include <optional>
#include <string>
#include <string_view>

namespace patronat::process {

/// A record of a process as it stands now.
struct Case
{
    const profile::Process* process = nullptr;
    store::Record record;
    std::string state;
};

/// InvalidArgument("process", type) when records of the type have no states; NotFound.
base::Result<Case> caseOf(const store::ReadTx& tx, std::string_view type, base::RecordId id);

/// What a person says with a transition, as far as it is said yet.
struct Step
{
    base::RecordId who; ///< who does it; null: nobody is named
    std::string today;
    std::string now; ///< the moment, ISO in UTC
    std::string date; ///< when it happened; empty: today
    base::RecordId document;
    std::string reason;
    base::Fields fields; ///< of the record, changed with it

    const std::string& day() const { return date.empty() ? today : date; }
};

/// Evaluates the profile's SQL over the row `r` of one case, with the fields of a step put over it.
/// Computed fields are those of the row.
class CaseRow
{
public:
    /// Both outlive the row.
    CaseRow(const store::ReadTx& tx, const Case& subject, const Step& step);

    base::Value value(const std::string& expression) const;

private:
    std::string source() const;
    const store::ReadTx& m_tx;
    const Case& m_case;
    const Step& m_step;
    std::string m_with;
};

/// The event that a new one follows: the last one of the line that led to the present state.
std::optional<base::RecordId> lastEvent(const store::ReadTx& tx, const Case& subject);
/// The state before the present one, by the events that stand.
std::optional<std::string> stateBefore(const store::ReadTx& tx, const Case& subject);
/// The day of the last event that stands; empty when there is none.
std::string lastEventDay(const store::ReadTx& tx, const Case& subject);

} // namespace patronat::process
