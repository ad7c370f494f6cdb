// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/vault/institution.h"

#include <string>
#include <string_view>
#include <vector>

namespace patronat::vault {

/// What an institution says of one of its sites.
struct SiteCertificate {
    base::SiteId site;
    std::string officeCode;
    std::string name;
    std::string kind; ///< office, secretary, supervisor, republic, endpoint
    std::vector<std::string> territories; ///< codes; empty: everything
    PublicKey signingKey {};
    PublicKey boxKey {};
    std::string institution; ///< its id
    std::string issued; ///< ISO time
    bool operator==(const SiteCertificate&) const = default;
};

/// Canonical JSON {"certificate": {…}, "signature": hex}; the signature is over "PTB1-certificate\0" and the
/// canonical text of the certificate.
std::string issueCertificate(const InstitutionKey& key, SiteCertificate certificate);
/// What a certificate says, unverified: whose it claims to be. InvalidArgument("certificate", why).
base::Result<SiteCertificate> readCertificate(std::string_view text);
/// BatchForeign(…) is the caller's word for it: here NotPermitted("certificate") when it is not this institution's
/// or its signature is wrong.
base::Result<SiteCertificate> verifyCertificate(std::string_view text, const Institution& institution);

} // namespace patronat::vault
