// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/casestate.h"
#include "core/store/rules.h"
#include "core/store/writetx.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::process {

/// Something that keeps a transition from happening: a code, and what it is about. state (the
/// present one), conflict (field), changed, role (those who may), document (type), documentMissing,
/// documentDraft, documentEnded, documentForeign (id), reason, need (rule), required (field), rule
/// (id), date, dateInFuture, dateBefore (day), noStateBefore, unknown.
struct Missing
{
    std::string code;
    std::string argument;
    profile::Severity severity = profile::Severity::Error; ///< a warning is answered by a reason
    profile::Label message; ///< of a need or a rule: the profile's words

    std::string text() const { return argument.empty() ? code : code + ':' + argument; }
};

/// A transition that leads on from the present state.
struct Possible
{
    const profile::Transition* transition = nullptr;
    std::string to; ///< where it leads; empty when that is not known (noStateBefore)
    std::vector<Missing> missing;
    bool mayHappen = true; ///< with what the step says
};

/// What may happen next to a record, in the profile's order, and what is missing for it.
base::Result<std::vector<Possible>> transitions(const store::ReadTx& tx, const store::Rules& rules,
    std::string_view type, base::RecordId id, const Step& step);

struct Applied
{
    std::string from;
    std::string to;
    base::OperationId operation; ///< on the record; null when nothing of it was different
    base::RecordId event;
    std::string openedType;
    base::RecordId opened; ///< made or joined; null when the transition opens nothing
    bool joined = false;
};

/// Carries out one transition within the write, which is one action of a person: the record as
/// shown at `base` comes into the next state, what the profile fills is filled, the record it opens
/// is made or joined, and an event says so. Who does it, and the time, are the write's.
/// TransitionRefused(type, id, transition, what is missing…).
base::Result<Applied> apply(store::WriteTx& tx, std::string_view type, base::RecordId id,
    std::string_view transition, const std::vector<journal::Head>& base, Step step);

struct Reversed
{
    std::string from;
    std::string to;
    base::RecordId event; ///< the new one
    std::vector<std::string>
        kept; ///< fields, and "opened", whose effect did not stand any more, and stays as it is
};

/// Takes a mistaken transition back by a new event with a reason (domain.md BR-45): what it wrote
/// and still stands is as it was before, what others have changed since stays and is named. `base`:
/// the record's heads as shown.
base::Result<Reversed> reverse(store::WriteTx& tx, base::RecordId event,
    const std::vector<journal::Head>& base, const std::string& reason);

} // namespace patronat::process
