// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/exchange/simulator/ledger.h"
#include "tests/core/exchange/simulator/site.h"

#include <set>
#include <string>

namespace patronat::tests::simulator {

using Units = std::set<base::UnitId>;

/// Units that must be at an office of a district: families and bodies whose row says so at `hub`.
Units mustReach(const Site& hub, const std::string& district);
/// Units that may be there: all that ever was said to lie in the district, what those draw, and what this site
/// itself wrote in. From what people wrote, not from the journal's view of it.
Units mayReach(const Ledger& ledger, const Site& hub, const std::string& district, base::SiteId site);

} // namespace patronat::tests::simulator
