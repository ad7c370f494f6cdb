// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/certificate.h"

#include <catch2/catch.hpp>

using namespace patronat;

namespace {

vault::SiteCertificate sample()
{
    vault::SiteCertificate out;
    out.site = { 1, 2 };
    out.officeCode = "16-01";
    out.name = "Опека";
    out.kind = "office";
    out.territories = { "16-01", "16-02" };
    out.signingKey[0] = 3;
    out.boxKey[0] = 4;
    out.issued = "2027-01-01T00:00:00Z";
    return out;
}

} // namespace

TEST_CASE("A certificate is of its institution only and says what was issued")
{
    base::SeededRandom random(1);
    const auto key = vault::createInstitution("One", random);
    const auto other = vault::createInstitution("Two", random);
    const std::string text = vault::issueCertificate(key, sample());
    auto expected = sample();
    expected.institution = key.institution.id;
    CHECK(*vault::verifyCertificate(text, key.institution) == expected);
    CHECK(*vault::readCertificate(text) == expected);
    CHECK_FALSE(vault::verifyCertificate(text, other.institution).ok());
}

TEST_CASE("A certificate changed in any byte is refused")
{
    base::SeededRandom random(1);
    const auto key = vault::createInstitution("One", random);
    const std::string text = vault::issueCertificate(key, sample());
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(vault::verifyCertificate(changed, key.institution).ok());
    }
    CHECK_FALSE(vault::verifyCertificate(text + " ", key.institution).ok());
    CHECK_FALSE(vault::verifyCertificate(std::string(100'000, '{'), key.institution).ok());
}
