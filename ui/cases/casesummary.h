// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace patronat::ui {

/// A line of a case: a record and what is said of it.
struct CaseLine
{
    std::string type;
    base::RecordId id;
    std::string date;
    std::string title;
    std::string detail;
    bool isName = false; ///< the title names somebody: hidden while others are near
};

struct CaseMember
{
    base::RecordId member;
    base::RecordId person;
    std::string name;
    std::string role; ///< a code of kinship
    std::string birthDate;
    bool livesTogether = false;
    bool isRepresentative = false;
};

/// An approved supplement to a programme, and how many measures it touches.
struct CaseSupplement
{
    base::RecordId id;
    std::string number;
    std::string date;
    std::string newTo; ///< the term it extends to; empty: as before
    int added = 0;
    int changed = 0;
    int cancelled = 0;
};

struct CaseProgramme
{
    base::RecordId id;
    std::string number;
    std::string from;
    std::string to;
    std::string goal;
    std::string life;
    int measures = 0; ///< not cancelled
    int done = 0;
    int partly = 0;
    int late = 0;
    std::vector<CaseSupplement> supplements {}; ///< signed, oldest first
};

struct CaseChange
{
    std::string type;
    base::RecordId record;
    std::int64_t stamp = 0;
    std::string author;
    std::string title;
    std::string kind; ///< "created", "changed", "signed", …
    std::vector<std::string> fields;
    std::string site; ///< name of the office it was written in; empty when that is not known
    base::OperationId operation {};
    bool canRestore = false; ///< the removal by which the record is removed now
    bool operator==(const CaseChange&) const = default;
};

/// What the page of a case shows of a family and all that hangs on it. Read beside the window.
struct CaseSummary
{
    std::string name;
    std::string phone;
    std::string address;
    std::string territory;
    std::string status; ///< code of legalStatus of the episode that counts
    std::string kind; ///< code of episodeKind: what work is done with the family
    std::string category; ///< code
    std::string regNo;
    std::string regDate;
    std::string endDate;
    std::string curator;
    std::string nextDue;
    std::string nextTitle;
    bool hasConflict = false;
    bool isConsentWithdrawn = false; ///< and none stands in its place (domain.md BR-48)
    std::vector<CaseMember> members;
    std::vector<CaseLine> episodes; ///< newest first
    std::vector<CaseLine> children; ///< cards of children
    std::vector<CaseProgramme> programmes; ///< newest first
    std::vector<CaseLine> measures; ///< of the running programmes, not done, by date
    std::vector<CaseLine> hearings; ///< agenda items with their decisions, newest first
};

base::Result<CaseSummary> caseSummary(const store::ReadTx& tx, const store::Rules& rules,
    base::RecordId family, const std::string& today, const std::string& language);

/// What was changed in a family's records, newest first, at most `limit`, with who wrote it where;
/// `here` is this office. Of records that are not the viewer's to read it says when and by whom, without their titles.
base::Result<std::vector<CaseChange>> caseTimeline(const store::ReadTx& tx,
    const store::Rules& rules, const store::SiteIdentity& here, base::RecordId family,
    base::RecordId viewer, const std::string& language, std::size_t limit);

} // namespace patronat::ui
