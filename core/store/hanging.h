// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/store/glance.h"
#include "core/store/tables.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace patronat::store {

/// Records to look at, by position of their type.
using ByType = std::map<std::size_t, std::set<base::RecordId>>;

/// What hangs on a record and has to be looked at when that one is signed, cancelled, removed or restored: a part that
/// no signature covers, an entry under what somebody else has removed meanwhile. Writer thread.
class Hanging {
public:
    Hanging(db::Connection& connection, const Tables& tables, const Glance& glance);

    /// How a record stands over what hangs on it: whatever is signed or removed is to be told of.
    enum class Above { Missing, Open, Ended };
    Above above(std::size_t type, base::RecordId record);

    /// Adds what hangs on those of `changed` that are signed or removed now, and on what came signed.
    void addBelow(const ByType& changed, ByType& types);
    /// Adds what has been told of for the sake of one of `changed`.
    void addTold(const ByType& changed, ByType& types);

private:
    /// A field of one type that leads to what its records hang on.
    struct Upward {
        std::size_t type;
        std::string field;
        std::size_t targetType;
        bool signs; ///< a signature over the target covers it
    };
    void addBelowSigned(const Upward& upward, ByType& types);
    std::string nameOf(std::size_t type) const { return sqlName(m_tables.all()[type].type().id); }

    db::Connection& m_connection;
    const Tables& m_tables;
    const Glance& m_glance;
    std::vector<Upward> m_upward;
};

} // namespace patronat::store
