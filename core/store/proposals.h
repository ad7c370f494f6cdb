// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"

#include <string>

namespace patronat::store {

/// What a `proposed` expression stands on: the new record `r`, whose fields are parameters 1… in
/// the order of its columns, and `term` (id, value, unit), the deadlines of the processes. A WITH
/// clause and the FROM: "<with> SELECT (expression) <from>".
struct ProposalSource
{
    std::string with;
    std::string from;
};
ProposalSource proposalSource(const profile::Profile& profile, const Table& table);

/// What the profile proposes for the fields of a new record that are still empty (Field::
/// proposedExpression). `author`: who works here; null when nobody has said. Within a read, any
/// thread. An expression that fails proposes nothing: a form opens all the same.
base::Fields proposals(const ReadTx& tx, std::string_view type, const base::Fields& values,
    base::RecordId author, const std::string& today);

} // namespace patronat::store
