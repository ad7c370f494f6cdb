// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conflicts.h"
#include "core/exchange/mergereport.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"
#include "core/store/store.h"
#include "ui/common/valuetext.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace patronat::ui {

/// A field in open conflict, as a list shows it.
struct ConflictLine
{
    std::string type;
    base::RecordId record;
    std::string field;
    std::string title;
};

/// Something else that arrivals left for a person: a finding, what came beside a signature, what
/// waits, another content.
struct SignLine
{
    exchange::MergeEntry::What what = exchange::MergeEntry::What::Finding;
    std::string type;
    base::RecordId record; ///< null when it is not held here
    std::string title;
    std::string rule; ///< of a finding, as the store writes it
    std::string field;
    std::string argument;
    /// The second of the two that do not fit together: who bears the same number, what was removed
    /// or signed above it.
    std::string otherType;
    base::RecordId other; ///< null: there is none, or it is not held
    std::string otherTitle;
    std::vector<std::string> fields; ///< that were changed beside a signature
};

/// What waits for a person here. The lists are bounded, the counts are not.
struct OpenQuestions
{
    std::vector<ConflictLine> conflicts;
    std::vector<SignLine> signs;
    std::int64_t conflictCount = 0;
    std::int64_t signCount = 0;
};

/// Within a read, any thread.
OpenQuestions openQuestions(
    const store::ReadTx& tx, const store::Rules& rules, const std::string& language);

/// One conflict with all that a person needs to decide it.
struct Question
{
    exchange::ShownConflict shown;
    std::string title;
    Titles titles; ///< of records that values refer to and of authors
    std::map<base::OperationId, std::string> offices; ///< where each value was written
};

/// What stands beside a signature, or under a record signed without it, with all that a person
/// needs to decide.
struct SignQuestion
{
    SignLine line;
    store::Record record;
    std::string signer;
    std::int64_t signedAt = 0;
    std::vector<journal::Operation> besides;
    store::SignPlan
        signature; ///< whose signatures fall when this one is cancelled; none: nothing is signed
    Titles titles;
    std::map<base::OperationId, std::string> offices;
};

/// NotFound when it is decided already. Any thread.
base::Result<SignQuestion> readSign(
    const store::Store& store, const SignLine& line, const std::string& language);

/// NotFound when the field is in no conflict any more, NotPermitted when the record is not for `viewer` to read. Any thread.
base::Result<Question> readQuestion(const store::Store& store, const ConflictLine& line,
    const std::string& language, base::RecordId viewer);

} // namespace patronat::ui
