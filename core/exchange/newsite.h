// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::exchange {

inline constexpr std::array<std::string_view, 4> kSiteKinds { "office", "secretary", "supervisor",
    "republic" };
/// Sees everything, and founds an institution when it is given none.
bool isSupervising(std::string_view kind);

/// What a new site is made of.
struct NewSite
{
    std::filesystem::path database;
    std::shared_ptr<const profile::Profile> profile;
    std::string kind { kSiteKinds.front() };
    std::string officeCode;
    std::string name;
    /// NAME.institution, or NAME.institution-key, which certifies at once; empty: none.
    std::filesystem::path institution;
    /// Codes of what the site sees; empty: that of its own code or of the organisation with that
    /// code.
    std::vector<std::string> territories;
    /// Of a district that the profile does not ship: written down with the site and seen by it.
    std::string district;
};

/// Makes the database of a new site with keys and identity of its own, a member of its institution
/// where there is one. A supervising site without an institution founds one and leaves its two
/// files beside the database. What could not be finished leaves nothing behind.
/// NotFound("territory", code): a certificate would be for everything.
base::Result<std::unique_ptr<store::Store>> makeSite(
    const NewSite& site, store::Environment environment, const store::OpenOptions& options = {});

/// Writes the office of this site down among the organisations, where none has its code or is of
/// its territory: with the site's name, its kind (a code of `organisationKind`) and the first
/// territory it sees, else the region.
base::Status writeOfficeDown(store::Store& store, const std::string& kind);

/// Takes a database away with all that lies beside it.
void removeDatabase(const std::filesystem::path& database);

} // namespace patronat::exchange
