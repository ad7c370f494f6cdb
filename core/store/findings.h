// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/rules.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace patronat::store {

/// What a merge may leave behind that a person should look at. Never a refusal.
struct Finding {
    /// danglingReference (argument: the id it names), missingRequired, unknownCode (argument: the value), brokenRule
    /// (argument: the rule), duplicateNumber (argument: the number).
    std::string kind;
    std::string type;
    base::RecordId record;
    std::string field; ///< empty for a rule of the record
    profile::Severity severity = profile::Severity::Warning;
    std::string argument;
    bool operator==(const Finding&) const = default;
};

/// Replaces the findings of the records that a write or a merge touched, and takes away what the arrival of others
/// has answered. Set-based: a few statements per type, whatever the number of records. In the caller's transaction.
/// Broken rules and missing fields are findings of signed records only.
base::Status updateFindings(
    Store::Inner& inner, const Rules& rules, const Changes& changes, const std::string& today);

/// Errors first, then by type and record.
std::vector<Finding> findings(const ReadTx& read);
std::vector<Finding> findingsOf(const ReadTx& read, base::RecordId record);

} // namespace patronat::store
