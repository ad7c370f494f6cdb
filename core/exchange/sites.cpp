// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sites.h"

#include "core/exchange/identity.h"

namespace patronat::exchange {

using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

std::string keySetting(base::SiteId site)
{
    return "siteKey." + site.hex();
}

std::string textOf(const vault::PublicKey& key)
{
    return base::hex(std::string_view(reinterpret_cast<const char*>(key.data()), key.size()));
}

} // namespace

std::vector<KnownSite> knownSites(db::Connection& connection)
{
    std::vector<KnownSite> out;
    auto select = connection.prepare("SELECT id, code, name, kind, certificate FROM site ORDER BY code, id");
    while (select.step())
        out.push_back({ select.id<base::SiteId>(0), std::string(select.text(1)), std::string(select.text(2)),
            std::string(select.text(3)), std::string(select.text(4)) });
    return out;
}

Result<KnownSite> findSite(db::Connection& connection, std::string_view idOrCode)
{
    const auto id = base::SiteId::fromHex(idOrCode);
    std::optional<KnownSite> found;
    for (KnownSite& site : knownSites(connection)) {
        if (id ? site.id != *id : site.officeCode != idOrCode)
            continue;
        if (found)
            return { ErrorCode::InvalidArgument, { "site", std::string(idOrCode) }, "several have this code" };
        found = std::move(site);
    }
    if (!found)
        return { ErrorCode::NotFound, { "site", std::string(idOrCode) } };
    return std::move(*found);
}

namespace {

/// An older certificate than the one that is kept: its batch came late.
bool isOutdated(db::Connection& connection, const KnownSite& site)
{
    auto select = connection.prepare("SELECT certificate FROM site WHERE id = ?1 AND certificate <> ''");
    select.bind(1, site.id);
    if (!select.step() || site.certificate.empty())
        return false;
    const auto held = vault::readCertificate(select.text(0));
    const auto come = vault::readCertificate(site.certificate);
    return held && come && come->issued < held->issued;
}

} // namespace

void saveSite(db::Connection& connection, const KnownSite& site)
{
    if (isOutdated(connection, site))
        return;
    auto save = connection.prepare("INSERT INTO site(id, code, name, kind, certificate) VALUES(?1, ?2, ?3, ?4, ?5) "
                                   "ON CONFLICT(id) DO UPDATE SET code = excluded.code, name = excluded.name, "
                                   "kind = excluded.kind, certificate = iif(excluded.certificate = '', "
                                   "site.certificate, excluded.certificate)");
    save.bind(1, site.id).bind(2, std::string_view(site.officeCode)).bind(3, std::string_view(site.name));
    save.bind(4, std::string_view(site.kind)).bind(5, std::string_view(site.certificate)).run();
}

bool mayBeUncertified(const store::ReadTx& read, base::SiteId site, const vault::PublicKey& key)
{
    auto select = read.connection().prepare("SELECT certificate FROM site WHERE id = ?1");
    select.bind(1, site);
    if (select.step() && !select.text(0).empty())
        return false;
    const auto seen = read.setting(keySetting(site));
    return !seen || *seen == textOf(key);
}

void rememberKey(db::Connection& connection, base::SiteId site, const vault::PublicKey& key)
{
    saveSettingText(connection, keySetting(site), textOf(key));
}

Status learnSite(store::Store& store, const std::string& certificate)
{
    return store.bulk([&](store::Store::Inner& inner) -> Status {
        const Membership ours = membershipIn(inner.connection);
        if (!ours.institution)
            return { ErrorCode::NotPermitted, { "institution", "" } };
        PATRONAT_LET(const vault::SiteCertificate says, vault::verifyCertificate(certificate, *ours.institution));
        saveSite(inner.connection, { says.site, says.officeCode, says.name, says.kind, certificate });
        return {};
    });
}

} // namespace patronat::exchange
