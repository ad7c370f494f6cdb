// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/process/term.h"
#include "core/profile/profile.h"
#include "core/store/readtx.h"

#include <string>
#include <vector>

namespace patronat::process {

/// One thing that is still to be done by a day. Points into the profile of the transaction it was
/// read in.
struct OpenDeadline
{
    const profile::Process* process = nullptr;
    const profile::Deadline* deadline = nullptr;
    base::RecordId record; ///< of type()
    base::RecordId family; ///< null when it is of none
    base::RecordId who; ///< of the staff, whoever the case was handed to; null: nobody yet
    std::string title; ///< the record's, as the query gives it
    Due due;
    Standing standing = Standing::Later;
    bool reminds = false; ///< the day from which it is shown has come

    /// Of the record that is to be worked on.
    const std::string& type() const
    {
        return deadline->leadsTo.empty() ? process->type : deadline->leadsTo;
    }
};

/// Which of them are asked for.
struct DeadlineScope
{
    base::RecordId who {}; ///< only those of one of the staff
    base::RecordId family {}; ///< only those of one family
    bool onlyReminding = false; ///< only those whose reminder has come: what Today shows
};

/// Everything open of every process of the profile by its due day, one query for each kind of
/// deadline. A row whose day cannot be read is left out. InvalidArgument("date", today).
base::Result<std::vector<OpenDeadline>> deadlines(
    const store::ReadTx& tx, const std::string& today, const DeadlineScope& scope = {});

} // namespace patronat::process
