// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "ui/lists/listdeclaration.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace patronat::ui {

/// What a person asked a list for.
struct ListRequest
{
    std::string search;
    std::set<std::string> filters; ///< ids
    std::string sort; ///< a column's id
    bool isDescending = false;
    std::string today;
    base::RecordId author;
    bool operator==(const ListRequest&) const = default;
};

/// One line, its cells as the queries give them.
struct ListRow
{
    base::RecordId id;
    std::vector<base::Value> cells;
};

/// The row numbers of all lines, in order: eight bytes each, so that 76,000 are read at once and shown by pages. Within
/// a read, any thread.
base::Result<std::vector<std::int64_t>> listOrder(
    const store::ReadTx& tx, const ListDeclaration& list, const ListRequest& request);
/// The lines of these row numbers, in their order; one that is gone since has no id.
std::vector<ListRow> listRows(
    const store::ReadTx& tx, const ListDeclaration& list, const std::vector<std::int64_t>& rows);

} // namespace patronat::ui
