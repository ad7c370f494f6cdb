// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"

#include <string>
#include <vector>

namespace patronat::journal {

/// The engine's own field: the mark of removal. Merges like any field. No profile may declare it.
inline constexpr std::string_view kRemovedField = "removed";

/// One of the values that stand side by side in a field, and who wrote it.
struct Candidate {
    OperationId operation;
    std::int64_t stamp = 0;
    RecordId author;
    base::Value value;
    bool operator==(const Candidate&) const = default;
};

/// A field whose unsuperseded writes differ. The first candidate is shown: the greatest (stamp, id).
struct Conflict {
    std::string field;
    std::vector<Candidate> candidates;
    bool operator==(const Conflict&) const = default;
};

enum class Life { Draft, Signed, Cancelled, Removed, Erased };
std::string_view lifeName(Life life); ///< "draft", "signed", "cancelled", "removed", "erased"

/// An operation that cannot take effect yet: something it builds on is not here, or is here with
/// other content than it saw.
struct Waiting {
    OperationId operation;
    Head missing;
    bool operator==(const Waiting&) const = default;
};

/// What a record is: a function of the set of its operations, in whatever order they came.
struct RecordState {
    bool exists = false; ///< its creation is held
    std::string type;
    base::UnitId unit;
    Life life = Life::Draft;
    Fields values; ///< as shown; without nulls
    std::vector<Head> heads; ///< what a form shown now must name as its base; sorted
    std::vector<Conflict> conflicts; ///< sorted by field
    std::vector<Candidate> beside; ///< operations beside the standing signature (value unused); by id
    OperationId signature; ///< the standing one that is shown; null when none
    std::vector<Waiting> waiting; ///< by id
    std::vector<std::string> afterSigning; ///< fields that lie outside signatures, as the operations say
    bool operator==(const RecordState&) const = default;

    const Conflict* conflict(std::string_view field) const;
};

/// The state of one record from all of its operations held here; `operations` in any order, no id twice.
/// Pure. Source of the rules: design.md 4.
RecordState replay(const std::vector<Operation>& operations);

} // namespace patronat::journal
