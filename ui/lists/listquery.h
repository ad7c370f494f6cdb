// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "ui/lists/listdeclaration.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace patronat::ui {

/// What was chosen in a filter that is more than a switch.
struct ListChoice
{
    base::Value value; ///< a code or a record
    std::string from; ///< ISO dates of a period, both within it
    std::string to;
    bool operator==(const ListChoice&) const = default;
};

/// What a person asked a list for.
struct ListRequest
{
    std::string search;
    std::set<std::string> filters; ///< ids of the switches that are on
    std::string sort; ///< a column's id
    bool isDescending = false;
    std::string today;
    base::RecordId author;
    std::map<std::string, ListChoice> choices {}; ///< by the filter's id
    bool operator==(const ListRequest&) const = default;
};

/// One line, its cells as the queries give them.
struct ListRow
{
    base::RecordId id;
    std::vector<base::Value> cells;
};

/// How many records a search as one types looks at; whoever prints wants all.
inline constexpr std::size_t kFoundOnScreen = 500;
inline constexpr std::size_t kFoundOnPaper = 1'000'000;

/// How near a deadline is that a filter asks for: codes of a choice of kind Due.
inline constexpr const char* kDueLate = "late";
inline constexpr const char* kDueWeek = "week"; ///< until the coming Sunday, as Today has it
inline constexpr const char* kDueReminds = "reminds"; ///< overdue, or its reminder has come

/// The row numbers of all lines, in order: eight bytes each, so that 76,000 are read at once and shown by pages. A search
/// follows the best `mostFound` hits. NotPermitted where the records are not its author's to read; what its columns ask of
/// other records that are not, they do not get. Within a read, any thread.
base::Result<std::vector<std::int64_t>> listOrder(const store::ReadTx& tx, const ListDeclaration& list,
    const ListRequest& request, std::size_t mostFound = kFoundOnScreen);
/// The lines of these row numbers, in their order; one that is gone since has no id.
std::vector<ListRow> listRows(
    const store::ReadTx& tx, const ListDeclaration& list, const std::vector<std::int64_t>& rows, base::RecordId viewer);

/// A record that a filter offers.
struct ListOption
{
    base::RecordId id;
    std::string title;
};
std::vector<ListOption> listOptions(const store::ReadTx& tx, const ListFilter& filter, base::RecordId viewer);

} // namespace patronat::ui
