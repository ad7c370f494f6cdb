// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"
#include "core/vault/certificate.h"

#include <optional>
#include <string>
#include <vector>

namespace patronat::exchange {

/// The secret halves of a site's keys.
struct SiteKeys {
    vault::SecretKey signing;
    vault::SecretKey box;
};

/// Whom this site belongs to: nobody yet, an institution it has met, or one that has certified it.
struct Membership {
    std::optional<vault::Institution> institution;
    std::string certificate; ///< canonical text; empty: uncertified
};

/// The keys of this database, drawn at the first call. They lie in the table `setting` ("site.key", "site.boxKey")
/// as they are: sealing them at rest comes with the protection of the whole file.
base::Result<SiteKeys> siteKeys(store::Store& store);

base::Result<Membership> membership(const store::Store& store);

/// Makes an uncertified site a member of `institution`, whose batches it then merges. The same again changes
/// nothing; another one is NotPermitted("institution", ours).
base::Status joinInstitution(store::Store& store, const vault::Institution& institution);
/// Certifies this site with the institution's key at hand (`init --institution NAME.institution-key`).
/// `territories`: codes; empty: everything.
base::Status certifySite(
    store::Store& store, const vault::InstitutionKey& key, std::vector<std::string> territories);
/// Says for which territories (codes) this site numbers records: a certificate does it for who has one.
base::Status serveTerritories(store::Store& store, const std::vector<std::string>& codes);
/// Takes a certificate made elsewhere for this site's keys.
base::Status takeCertificate(store::Store& store, const vault::Institution& institution, const std::string& certificate);

// On the writer's own connection, within its transaction.
std::optional<std::string> settingText(db::Connection& connection, std::string_view name);
void saveSettingText(db::Connection& connection, std::string_view name, std::string_view value);
Membership membershipIn(db::Connection& connection);
void saveInstitution(db::Connection& connection, const vault::Institution& institution);

} // namespace patronat::exchange
