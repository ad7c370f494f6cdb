// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <string>
#include <variant>
#include <vector>

namespace patronat::exchange {

/// An open conflict with the heads of its record, as one look shows them: what a resolution must name.
struct ShownConflict {
    store::OpenConflict conflict;
    std::vector<journal::Head> heads;
};

/// The open conflicts of one record. NotFound when it is not held.
base::Result<std::vector<ShownConflict>> shownConflicts(
    const store::Store& store, std::string_view type, base::RecordId record);

/// The candidate with this number, counted from 1 as shown, or a value of one's own (null clears).
using Resolution = std::variant<std::size_t, base::Value>;

/// Settles a field in open conflict by an ordinary write built on `heads` as the person was shown them: a value
/// that came since stays beside it. A removal against a restoring is settled by another removal (value 1) or
/// restoring (null). InvalidArgument("settle", field) when the field is in no conflict at those heads.
base::Result<base::OperationId> resolveConflict(store::Store& store, base::RecordId author,
    const ShownConflict& shown, const Resolution& resolution);

/// Dismisses operations that came beside a signature, as shown at `heads`.
base::Result<base::OperationId> dismissBeside(store::Store& store, base::RecordId author, std::string_view type,
    base::RecordId record, const std::vector<journal::Head>& heads, const std::vector<journal::Head>& named);

} // namespace patronat::exchange
