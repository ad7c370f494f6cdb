// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/screen.h"

#include "core/access/visibility.h"

namespace patronat::access {

store::ClosedTables screen(
    const store::ReadTx& tx, base::RecordId staff, store::ClosedReads how, std::string_view language)
{
    const profile::Profile& profile = tx.profile();
    std::map<std::string, std::string, std::less<>> closed;
    for (const std::string& hidden : hiddenTypes(profile, viewerOf(tx, staff)))
        closed.emplace(hidden,
            readersText(profile, *profile.type(hidden), language.empty() ? profile.languages.front() : language));
    return { tx.connection(), std::move(closed), how };
}

} // namespace patronat::access
