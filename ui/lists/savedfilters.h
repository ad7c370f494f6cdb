// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"
#include "core/store/store.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::ui {

/// What was set in one filter, and how it read then: when nobody offers it any more it can still be
/// told what it was.
struct SavedValue
{
    std::string value; ///< "on", a code, an id, a period
    std::string words;
    bool operator==(const SavedValue&) const = default;
};
/// By the filter's id; what is not there is not set.
using FilterState = std::map<std::string, SavedValue>;

/// Filters that somebody has set together and given a name.
struct SavedFilter
{
    std::string name;
    FilterState state;
    bool operator==(const SavedFilter&) const = default;
};
using SavedFilters = std::vector<SavedFilter>;

/// As a setting holds them. What cannot be read is left out.
std::string savedFiltersText(const SavedFilters& filters);
SavedFilters savedFiltersOf(std::string_view text);
/// With this one: in the place of one of that name (letters large or small), or at the end.
SavedFilters withFilter(SavedFilters filters, SavedFilter filter);
bool isNamed(const SavedFilter& filter, std::string_view name);

/// Of one member of the staff for one list, in this database: names of people may stand in them, so
/// they lie where those lie. Local, never exchanged. `who` null: of nobody in particular.
SavedFilters savedFilters(const store::ReadTx& tx, std::string_view list, base::RecordId who);
base::Status saveFilters(store::Store& store, std::string_view list, base::RecordId who, const SavedFilters& filters);

} // namespace patronat::ui
