// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/intake/csvreader.h"
#include "core/intake/mapping.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace patronat::intake {

enum class RowState
{
    New,
    Changed,
    Same,
    Problem
};
std::string_view stateName(RowState state); ///< "new", "changed", "same", "problem"

/// What an import will do with one row, as it is shown before.
struct PlannedRow
{
    int line = 0;
    RowState state = RowState::New;
    base::RecordId record; ///< of a record that is there
    std::vector<journal::Head> heads; ///< as it was when the plan was made: the base of the change
    base::Fields fields; ///< what will be written
    std::string heading; ///< of a problem: the column
    std::string reason; ///< of a problem
};

/// The preview of an import. What it shows is what runImport builds on: a record changed since
/// stands beside.
struct ImportPlan
{
    std::string type;
    std::vector<PlannedRow> rows;
    std::size_t count(RowState state) const;
};

/// InvalidArgument("map", "noSuchColumn", heading) when the list lacks a mapped column, ("csv", "headingTwice", heading)
/// when two columns are called alike. A row with values beyond the header is a problem of its own ("beyondHeader").
base::Result<ImportPlan> planImport(const store::ReadTx& read, const profile::RecordType& type,
    const CsvTable& table, const Mapping& mapping);

struct Imported
{
    base::GroupId group;
    std::size_t created = 0;
    std::size_t changed = 0;
};

/// Writes the plan's new and changed rows as one group, in as many writes as it takes. An error
/// names the group, so that what was written before it can be undone.
base::Result<Imported> runImport(
    store::Store& store, const ImportPlan& plan, store::WriteOptions options, base::Job& job);

} // namespace patronat::intake
