// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/certificate.h"

#include "core/vault/canonicaljson.h"

#include <algorithm>

namespace patronat::vault {

using base::ErrorCode;
using base::Result;
using nlohmann::json;

namespace {

// With its closing zero byte: no message of another kind begins so.
constexpr std::string_view kContext("PTB1-certificate\0", 17);
constexpr std::size_t kMaxTextBytes = 512;
constexpr std::size_t kMaxTerritories = 512;
constexpr std::size_t kMaxCertificateBytes = std::size_t { 32 } << 10;

base::Error unreadable(const char* why)
{
    return { ErrorCode::InvalidArgument, { "certificate", why }, {} };
}

json bodyOf(const SiteCertificate& certificate)
{
    return { { "site", certificate.site.hex() }, { "office", certificate.officeCode }, { "name", certificate.name },
        { "kind", certificate.kind }, { "territories", certificate.territories },
        { "signingKey", hex(certificate.signingKey) }, { "boxKey", hex(certificate.boxKey) },
        { "institution", certificate.institution }, { "issued", certificate.issued } };
}

bool takeTexts(const json& body, SiteCertificate& out)
{
    for (const auto& [key, target] : { std::pair { "office", &out.officeCode }, std::pair { "name", &out.name },
             std::pair { "kind", &out.kind }, std::pair { "institution", &out.institution },
             std::pair { "issued", &out.issued } }) {
        auto text = textOf(body, key);
        if (!text || text->size() > kMaxTextBytes)
            return false;
        *target = std::move(*text);
    }
    return true;
}

bool takeTerritories(const json& body, SiteCertificate& out)
{
    const auto list = body.find("territories");
    if (list == body.end() || !list->is_array() || list->size() > kMaxTerritories)
        return false;
    for (const json& code : *list) {
        if (!code.is_string() || code.get_ref<const std::string&>().size() > kMaxTextBytes)
            return false;
        out.territories.push_back(code.get<std::string>());
    }
    return true;
}

std::string signedText(const SiteCertificate& certificate)
{
    return std::string(kContext) + canonical(bodyOf(certificate));
}

Result<std::pair<SiteCertificate, Signature>> parse(std::string_view text)
{
    const auto whole = text.size() <= kMaxCertificateBytes ? parseCanonical(text) : std::nullopt;
    if (!whole || !whole->is_object() || !whole->contains("certificate"))
        return unreadable("json");
    const json& body = (*whole)["certificate"];
    const auto site = base::SiteId::fromHex(textOf(body, "site").value_or(std::string()));
    const auto signing = publicKeyFromHex(textOf(body, "signingKey").value_or(std::string()));
    const auto box = publicKeyFromHex(textOf(body, "boxKey").value_or(std::string()));
    const auto signature = signatureFromHex(textOf(*whole, "signature").value_or(std::string()));
    SiteCertificate out;
    if (!site || !signing || !box || !signature || !takeTexts(body, out) || !takeTerritories(body, out))
        return unreadable("content");
    out.site = *site;
    out.signingKey = *signing;
    out.boxKey = *box;
    // What a later version adds to a certificate is not known to be signed here: refused rather than dropped.
    if (bodyOf(out) != body)
        return unreadable("members");
    return std::pair { std::move(out), *signature };
}

} // namespace

std::string issueCertificate(const InstitutionKey& key, SiteCertificate certificate)
{
    certificate.institution = key.institution.id;
    const Signature signature = key.secret.sign(signedText(certificate));
    return canonical({ { "certificate", bodyOf(certificate) }, { "signature", hex(signature) } });
}

Result<SiteCertificate> readCertificate(std::string_view text)
{
    PATRONAT_LET(auto parsed, parse(text));
    return std::move(parsed.first);
}

Result<SiteCertificate> verifyCertificate(std::string_view text, const Institution& institution)
{
    PATRONAT_LET(auto parsed, parse(text));
    if (parsed.first.institution != institution.id
        || !verify(institution.key, signedText(parsed.first), parsed.second))
        return { ErrorCode::NotPermitted, { "certificate", parsed.first.institution } };
    return std::move(parsed.first);
}

} // namespace patronat::vault
