// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/readtx.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// A record that a search found.
struct Hit {
    enum class Where { Name, Number, Text };
    std::string type;
    base::RecordId record;
    std::string line; ///< folded, as the index holds it
    Where where = Where::Name; ///< Number: a name line found by digits
    bool operator==(const Hit&) const = default;
};

/// What a person types into the search field, letter by letter: lines that begin so come first, in order, out of
/// the names' B-tree; then lines in which every word begins a word; then texts, which are indexed behind. Each
/// record once. Removed and erased records are not found.
base::Result<std::vector<Hit>> search(const ReadTx& read, std::string_view text, std::size_t limit);

} // namespace patronat::store
