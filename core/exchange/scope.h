// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"
#include "core/vault/certificate.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace patronat::exchange {

/// Which units a site may see, as the records here say now. Selects whole units, never operations. In a conflict a
/// unit belongs to all the territories named. Source: design.md 3 (unit and scope), 5, 6.
class Scope {
public:
    /// Of everything.
    Scope() = default;
    /// Of territories with all that lies in them; an unknown code adds nothing. Empty `territories`: everything.
    Scope(const store::ReadTx& read, const std::vector<std::string>& territories);

    bool isEverything() const { return m_everything; }
    /// What has no unit goes to everyone.
    bool has(base::UnitId unit) const { return m_everything || unit.isNull() || m_units.contains(unit); }
    const std::unordered_set<base::UnitId>& units() const { return m_units; }

private:
    bool m_everything = true;
    std::unordered_set<base::UnitId> m_units;
};

/// Of the site a certificate is for.
Scope scopeOf(const store::ReadTx& read, const vault::SiteCertificate& site);

} // namespace patronat::exchange
