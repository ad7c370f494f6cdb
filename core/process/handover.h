// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/store/writetx.h"

#include <string>
#include <vector>

namespace patronat::process {

/// What a person asks for: cases of one of the staff go to another one of the same office, for
/// good or until a day (domain.md, register of risks: «case hand-over when a worker leaves»).
struct HandOverAsked
{
    base::RecordId from;
    base::RecordId to;
    std::vector<base::RecordId> cases; ///< families, or their registration cards
    bool all = false; ///< every open case whose manager is `from`; `cases` is empty
    std::string until; ///< ISO, inclusive; empty: for good
    std::string reason;
    std::string order {}; ///< number and date of the order, as printed
};

/// A field that names the old curator.
struct NamedCurator
{
    std::string type;
    base::RecordId record;
    std::string field;
    std::string why {}; ///< of what stays: "signed" or "conflict"
};

struct CaseToHand
{
    base::RecordId family;
    base::RecordId episode;
    std::string name; ///< of the family
    std::string regNo;
    std::vector<NamedCurator> follow; ///< written over to the new one
    std::vector<NamedCurator> stay; ///< as it is; its dates are the new one's all the same
    int openDates = 0; ///< deadlines of the old curator that are still open
    std::string nextDue {}; ///< the first of them, ISO
};

/// Why it cannot be done: a code, and what it is about. notDeclared, who, sameStaff, noStaff (id),
/// leftStaff (name), reason, until (text), noCases, notACase (id), closedCase (family), notTheirs
/// (family), conflict (family), territory.
struct HandOverProblem
{
    std::string code;
    std::string argument {};
};

/// What will follow. Reads only.
struct HandOverPlan
{
    std::string fromName;
    std::string toName;
    std::vector<CaseToHand> cases;
    std::vector<HandOverProblem> problems;

    std::size_t follows() const;
    std::size_t stays() const;
};
base::Result<HandOverPlan> planHandOver(
    const store::ReadTx& tx, const HandOverAsked& asked, const std::string& today);

struct HandedOver
{
    base::RecordId act; ///< of type caseHandOver, to be printed
    std::string number;
    HandOverPlan plan; ///< as it was carried out
};
/// Carries it out within the write, which is one action: the act, a line in the unit of each case,
/// and, for good, the fields that the profile's setting "handOver" names. What is signed is not
/// touched. InvalidArgument("handOver", code, argument) for the first problem of the plan.
base::Result<HandedOver> handOver(store::WriteTx& tx, const HandOverAsked& asked);

} // namespace patronat::process
