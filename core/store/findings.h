// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/change.h"
#include "core/store/glance.h"
#include "core/store/readtx.h"
#include "core/store/rules.h"

#include <memory>
#include <string>
#include <vector>

namespace patronat::store {

/// What a merge may leave behind that a person should look at. Never a refusal.
struct Finding
{
    /// danglingReference (argument: the id it names), missingRequired, unknownCode (argument: the
    /// value), brokenRule (argument: the rule), duplicateNumber (argument: the number),
    /// parentRemoved (argument: the id of what it hangs on), besideSigned (argument: the id of the
    /// signed record over it, whose signature does not cover it), concurrentTransition (argument:
    /// the id of the record that was moved twice without knowing of each other), rival (argument:
    /// the rule, ':', and what the two have in common, for machines).
    std::string kind;
    std::string type;
    base::RecordId record;
    std::string field; ///< empty for a rule of the record
    profile::Severity severity = profile::Severity::Warning;
    std::string argument;
    bool operator==(const Finding&) const = default;
};

/// Keeps the findings of the records that a write or a merge touches, and takes away what the
/// arrival of others has answered. Set-based: a few statements per type, whatever the number of
/// records; rows that came by the fast path are judged by what its Glance noted. Broken rules and
/// missing fields are findings of signed records only. Writer thread, in the transaction of the
/// change.
class Judge
{
public:
    Judge(db::Connection& connection, const Tables& tables, const Rules& rules);
    ~Judge();
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    /// What the applier notes its rows in. Forgotten at the begin of a transaction.
    Glance& glance();
    base::Status update(const Changes& changes, const std::string& today);

private:
    class Update;
    struct Private;
    std::unique_ptr<Private> d;
};

/// Errors first, then by type and record.
std::vector<Finding> findings(const ReadTx& read);
std::vector<Finding> findingsOf(const ReadTx& read, base::RecordId record);

} // namespace patronat::store
