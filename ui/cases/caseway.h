// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/process/transitions.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"

#include <string>
#include <vector>

namespace patronat::ui {

/// What may happen next to a case, as a page shows it. Holds no pointer into the profile.
struct WayStep
{
    std::string id; ///< of the transition
    profile::Label label;
    std::string to; ///< state; empty when it is not known
    std::string document; ///< type of the document it needs; empty: none
    bool needsReason = false;
    std::vector<process::Missing> missing;
    bool mayHappen = false;
};

/// What happened, as the events tell it.
struct WayEvent
{
    base::RecordId id;
    std::string day;
    profile::Label what; ///< the transition's words; empty: the profile does not know it any more
    std::string from;
    std::string to;
    std::string who;
    std::string reason;
    bool takesBack = false; ///< it reverses one before it
    bool isTakenBack = false;
};

/// Where one record of a process stands.
struct CaseWay
{
    std::string type;
    base::RecordId record;
    std::vector<journal::Head> heads; ///< as shown: the base of what is done next
    std::string classifier; ///< of the states
    std::string state;
    std::string since; ///< day of the last event that stands; empty when there is none
    std::string manager; ///< who leads the case; empty: nobody yet
    std::string substitute; ///< who stands in for her today; empty: nobody
    std::string substituteUntil; ///< ISO, inclusive
    std::vector<WayStep> steps; ///< in the profile's order; of this state or of any
    std::vector<WayEvent> events; ///< newest first
};

/// `who`: whoever would do it. A record whose type has no process: InvalidArgument("process").
base::Result<CaseWay> caseWay(const store::ReadTx& tx, const store::Rules& rules,
    const std::string& type, base::RecordId record, const process::Step& step,
    const std::string& language);

/// A document that a step may name, of the same family, newest first. What is not signed yet is
/// offered too: the step says that it lacks the signature.
struct WayDocument
{
    base::RecordId id;
    std::string title;
};
std::vector<WayDocument> wayDocuments(const store::ReadTx& tx, const store::Rules& rules,
    const std::string& type, base::RecordId family, const std::string& language);

} // namespace patronat::ui
