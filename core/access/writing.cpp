// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/writing.h"

#include <algorithm>

namespace patronat::access {

std::string roleOf(const store::ReadTx& tx, base::RecordId staff)
{
    auto select = tx.connection().prepare(
        "SELECT role FROM staff WHERE id = ?1 AND life NOT IN ('removed', 'erased')");
    select.bind(1, staff);
    return select.step() && !select.isNull(0) ? std::string(select.text(0)) : std::string();
}

bool mayWrite(const store::ReadTx& tx, std::string_view type, base::RecordId staff)
{
    const profile::RecordType* declared = tx.profile().type(type);
    if (declared == nullptr)
        return false;
    if (declared->writableBy.empty())
        return true;
    const std::string role = roleOf(tx, staff);
    return std::find(declared->writableBy.begin(), declared->writableBy.end(), role)
        != declared->writableBy.end();
}

} // namespace patronat::access
