// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/vault/certificate.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::exchange {

/// A site this one has met.
struct KnownSite {
    base::SiteId id;
    std::string officeCode;
    std::string name;
    std::string kind;
    std::string certificate; ///< canonical text; empty: uncertified
};

std::vector<KnownSite> knownSites(db::Connection& connection);
/// By its id in hex or its office code; NotFound("site", …), InvalidArgument when several have the code.
base::Result<KnownSite> findSite(db::Connection& connection, std::string_view idOrCode);
/// A certificate met once is not replaced by none.
void saveSite(db::Connection& connection, const KnownSite& site);

/// A site without a certificate is held to the key it first came with: anybody can write its id into a batch.
/// False when the id is certified here, or was seen with another key.
bool mayBeUncertified(const store::ReadTx& read, base::SiteId site, const vault::PublicKey& key);
void rememberKey(db::Connection& connection, base::SiteId site, const vault::PublicKey& key);

/// Makes a site known before its first batch, by its certificate (which must be of this site's institution).
base::Status learnSite(store::Store& store, const std::string& certificate);

} // namespace patronat::exchange
