// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/base/value.h"
#include "core/intake/listtable.h"
#include "core/intake/mapping.h"
#include "core/store/readtx.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::intake {

enum class RowState
{
    New,
    Changed,
    Same,
    Duplicate, ///< says what an earlier row of the list says
    Problem
};
/// "new", "changed", "same", "duplicate", "problem"
std::string_view stateName(RowState state);

/// Why a row is refused, of which column. Codes: notADate, notANumber, notYesOrNo, unknownCode,
/// notFound, ambiguous, notAReference, formulaError, undecoded, tooLong, outOfRange,
/// tooManyDecimals, wrongKind, required, keyMissing, keyTwice, differs, nameUnclear, beyondHeader,
/// nothingFilled, unitRequired, unitFixed, recordSigned and what fieldsFromJson says.
struct RowProblem
{
    std::string heading; ///< the column; of what no column fills, the field's id
    std::string reason;
    std::string cell; ///< what stands there
    std::string nearest; ///< of unknownCode a code, of notFound a name, of keyTwice and differs the
                         ///< other line
    std::string type; ///< of which record
    std::string field; ///< of it; empty when it is of none
};

/// What will be written of one record, whichever rows speak of it.
struct PlannedRecord
{
    std::string type;
    std::string as;
    RowState state = RowState::New; ///< New, Changed or Same
    base::RecordId record; ///< of one that is there
    std::vector<journal::Head> heads; ///< as it was when the plan was made: the base of the change
    base::Fields fields; ///< what will be written
    std::map<std::string, std::size_t> links; ///< field -> an earlier planned record that is new
};

/// What an import will do with one row, as it is shown before.
struct PlannedRow
{
    int line = 0;
    RowState state = RowState::New;
    std::vector<std::size_t> records; ///< of ImportPlan::records; empty for a problem
    std::vector<RowProblem> problems;
    int sameAs = 0; ///< of a duplicate: the earlier line
};

/// The preview of an import. What it shows is what runImport builds on: a record changed since
/// stands beside.
struct ImportPlan
{
    std::vector<PlannedRow> rows;
    std::vector<PlannedRecord> records; ///< what is linked to before what links
    std::size_t guessedCenturies = 0; ///< dates with two digits of a year
    std::size_t count(RowState state) const; ///< of rows
    std::size_t writes() const; ///< of records: new and changed ones
    std::size_t writes(std::string_view type, RowState state) const;
};

/// What a row may be about at most.
inline constexpr int kMaxProblemsOfRow = 20;

/// The columns' names as mappings use them: one that stands over several columns is "NAME (1)",
/// "NAME (2)" …
std::vector<std::string> headingsOf(const ListTable& table);

/// InvalidArgument("map", "noSuchColumn", heading) when the list lacks a mapped column, ("csv",
/// "headingTwice", heading) when a mapping names one of two columns called alike, without saying
/// which.
base::Result<ImportPlan> planImport(const store::ReadTx& read, const ListTable& table,
    const Mapping& mapping, const std::string& today, base::Job& job);

} // namespace patronat::intake
