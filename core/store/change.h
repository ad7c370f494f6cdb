// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <string>
#include <vector>

namespace patronat::store {

/// A record that a committed write touched. What StoreNotifier hands out and findings run over.
struct Change {
    std::string type;
    base::RecordId record;
    bool created = false;
    std::vector<std::string> fields; ///< empty: any of them
    bool operator==(const Change&) const = default;
};
using Changes = std::vector<Change>;

} // namespace patronat::store
