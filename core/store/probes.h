// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/store/findings.h"
#include "core/store/rules.h"
#include "core/store/tables.h"

#include <string>
#include <vector>

namespace patronat::store {

/// One thing that findings ask of a row: SQL over its columns, true where there is something to
/// find.
struct Probe
{
    Finding finding; ///< without record and argument
    std::string condition;
    std::string argument; ///< SQL of the finding's argument
};

/// A reference to what a record hangs on: its parent, or what its unit follows from.
bool leadsUpward(const profile::RecordType& type, const profile::Field& field);
/// Whether a signature over the record that `field` names covers records of this type.
bool signsOver(const Tables& tables, const profile::RecordType& type, const profile::Field& field);
/// Dangling references, unknown codes, and what stands over the record: removed, or signed without
/// it.
std::vector<Probe> declaredProbes(const Tables& tables, const Table& table);
/// Duplicate numbers, transitions of one record that were made without knowing of each other, and
/// what the profile says may not stand twice.
std::vector<Probe> pairProbes(const Tables& tables, const Table& table);
/// Required fields and rules of severity E and W: of signed rows, which the conditions do not say. A
/// warning for which a reason is kept with the record has been answered.
std::vector<Probe> ruleProbes(const Tables& tables, const Rules& rules, const Table& table);
Finding findingOf(const BrokenRule& rule, const std::string& type, base::RecordId record);

/// The probes of one type as one SELECT: a row without findings is read once, whatever the number
/// of its fields.
struct Question
{
    Question() = default;
    /// `any`: asked of all rows that are not removed; `ofSigned`: of signed ones.
    Question(const Table& table, const std::vector<Probe>& any, const std::vector<Probe>& ofSigned);
    std::vector<Probe> probes;
    std::string select; ///< ends in a condition; " AND …" names the rows
};

/// The rows a question is asked of, as SQL over the table's columns.
struct Where
{
    std::string sql;
    std::int64_t row = 0; ///< for `:row`, when the text has it
    base::RecordId record; ///< for `:record`, when the text has it
};

std::vector<Finding> ask(db::Connection& connection, const Question& question, const Where& where,
    const std::string& today);

/// Ids of the records that a finding of pairProbes on record ?1 is about as well: of the same
/// number in the same series and year, or moved concurrently.
std::string partnersSql(const Tables& tables, const Table& table, const Finding& finding);

} // namespace patronat::store
