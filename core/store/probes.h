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

/// One question that findings ask of every touched row of a type: SQL over its columns, true where there is something
/// to find. A row without findings is read once, whatever the number of its fields and rules.
struct Probe {
    Finding finding; ///< without record and argument
    std::string condition;
    std::string argument; ///< SQL of the finding's argument
};

/// Dangling references, unknown codes, duplicate numbers.
std::vector<Probe> declaredProbes(const Tables& tables, const Table& table);
/// Required fields and rules of severity E and W, of signed rows.
std::vector<Probe> ruleProbes(const Rules& rules, const Table& table);
Finding findingOf(const BrokenRule& rule, const std::string& type, base::RecordId record);

/// What the probes find among the records of temp.touched.
std::vector<Finding> askProbes(db::Connection& connection, const Table& table, const std::vector<Probe>& probes,
    const std::string& today);

/// Ids of the records whose number in this field is that of record ?1, in the same series and year.
std::string sameNumberSql(const Tables& tables, const Table& table, const profile::Field& field);
/// Numbers are looked up by their text, here and where a series begins.
std::vector<std::string> numberIndexSql(const Table& table);

} // namespace patronat::store
