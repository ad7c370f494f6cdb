// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patronat::store {

/// What a new record takes over from one that is there, as its type declares (FORMAT.md, Repeats).
struct TakenOver
{
    struct Lines
    {
        std::string type; ///< of the children
        std::vector<base::Fields> fields; ///< a line each, in their order; without their parent
    };
    base::RecordId from;
    base::Fields fields;
    std::vector<Lines> lines;

    bool isEmpty() const { return fields.empty() && lines.empty(); }
};

/// The last record that stands where a new one with these values will: equal in the references that
/// `repeats` names, neither removed nor cancelled. Nothing where the type repeats nothing, or one
/// of those references is empty. Within a read, any thread.
std::optional<base::RecordId> lastOfKind(
    const ReadTx& tx, const profile::RecordType& type, const base::Fields& values);

/// What comes along from `record`. What is offered no more (somebody who has left, a code that is
/// closed) stays behind. Within a read, any thread.
base::Result<TakenOver> takenOverFrom(const ReadTx& tx, const profile::RecordType& type,
    base::RecordId record, const std::string& today);

/// What a new line of a table begins with: its parent, what both refer to (a measure is of its
/// programme's family), and its place, where lines are counted.
base::Fields lineBegun(const profile::RecordType& above, base::RecordId parent,
    const base::Fields& valuesAbove, const profile::RecordType& line, std::int64_t place);

} // namespace patronat::store
