// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/identity.h"

#include "core/exchange/sites.h"
#include "core/store/numbers.h"
#include "core/vault/canonicaljson.h"

namespace patronat::exchange {

using base::ErrorCode;
using base::Result;
using base::Status;
using store::Store;

namespace {

constexpr std::string_view kSigningKey = "site.key";
constexpr std::string_view kBoxKey = "site.boxKey";
constexpr std::string_view kCertificate = "site.certificate";
constexpr std::string_view kTerritories = "site.territories";

/// The key kept under a name; drawn and kept when there is none.
Result<vault::SecretKey> keyNamed(db::Connection& connection, std::string_view name, base::Random& random)
{
    if (auto kept = settingText(connection, name)) {
        auto key = vault::SecretKey::fromHex(*kept);
        vault::wipe(*kept);
        if (!key)
            return { ErrorCode::DatabaseDamaged, { connection.pathText() }, std::string(name) };
        return std::move(*key);
    }
    vault::SecretKey key = vault::SecretKey::generate(random);
    std::string text = key.hex();
    saveSettingText(connection, name, text);
    vault::wipe(text);
    return key;
}

Result<SiteKeys> keysIn(db::Connection& connection, base::Random& random)
{
    PATRONAT_LET(vault::SecretKey signing, keyNamed(connection, kSigningKey, random));
    PATRONAT_LET(vault::SecretKey box, keyNamed(connection, kBoxKey, random));
    return SiteKeys { std::move(signing), std::move(box) };
}

Status joinIn(db::Connection& connection, const vault::Institution& institution)
{
    const Membership now = membershipIn(connection);
    if (now.institution && now.institution->id != institution.id)
        return { ErrorCode::NotPermitted, { "institution", now.institution->name } };
    if (!now.institution)
        saveInstitution(connection, institution);
    return {};
}

/// By the ids of the territories: what decides who issues final numbers (store/numbers.h).
void saveTerritories(db::Connection& connection, const std::vector<std::string>& codes)
{
    std::string ids;
    for (const std::string& code : codes) {
        auto select = connection.prepare("SELECT id FROM territory WHERE code = ?1 ORDER BY id");
        select.bind(1, std::string_view(code));
        while (select.step())
            ids += (ids.empty() ? "" : ",") + select.id<base::RecordId>(0).hex();
    }
    saveSettingText(connection, kTerritories, ids);
}

} // namespace

std::optional<std::string> settingText(db::Connection& connection, std::string_view name)
{
    auto select = connection.prepare("SELECT value FROM setting WHERE name = ?1");
    select.bind(1, name);
    if (!select.step() || select.isNull(0))
        return std::nullopt;
    return std::string(select.text(0));
}

void saveSettingText(db::Connection& connection, std::string_view name, std::string_view value)
{
    auto save = connection.prepare("INSERT INTO setting(name, value) VALUES(?1, ?2) "
                                   "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    save.bind(1, name).bind(2, value).run();
}

Membership membershipIn(db::Connection& connection)
{
    Membership out;
    if (const auto text = settingText(connection, store::kInstitutionSetting))
        if (const auto value = vault::parseCanonical(*text))
            out.institution = vault::institutionFromJson(*value);
    out.certificate = settingText(connection, kCertificate).value_or(std::string());
    return out;
}

void saveInstitution(db::Connection& connection, const vault::Institution& institution)
{
    saveSettingText(connection, store::kInstitutionSetting, vault::canonical(vault::toJson(institution)));
    if (institution.demo)
        saveSettingText(connection, "demo", "1");
}

Result<SiteKeys> siteKeys(Store& store)
{
    std::optional<SiteKeys> keys;
    PATRONAT_TRY(store.bulk([&](Store::Inner& inner) -> Status {
        PATRONAT_LET(SiteKeys made, keysIn(inner.connection, store.environment().random));
        keys.emplace(std::move(made));
        return {};
    }));
    return std::move(*keys);
}

Result<Membership> membership(const Store& store)
{
    return store.read([](const store::ReadTx& tx) -> Result<Membership> { return membershipIn(tx.connection()); });
}

Status joinInstitution(Store& store, const vault::Institution& institution)
{
    return store.bulk([&](Store::Inner& inner) { return joinIn(inner.connection, institution); });
}

Status certifySite(Store& store, const vault::InstitutionKey& key, std::vector<std::string> territories)
{
    PATRONAT_LET(const SiteKeys keys, siteKeys(store));
    const store::SiteIdentity& site = store.site();
    vault::SiteCertificate certificate { site.id, site.officeCode, site.name, site.kind, std::move(territories),
        keys.signing.signingKey(), keys.box.boxKey(), {}, base::isoTime(store.environment().clock.nowMs()) };
    return takeCertificate(store, key.institution, vault::issueCertificate(key, std::move(certificate)));
}

Status serveTerritories(Store& store, const std::vector<std::string>& codes)
{
    return store.bulk([&](Store::Inner& inner) -> Status {
        saveTerritories(inner.connection, codes);
        return {};
    });
}

Status takeCertificate(Store& store, const vault::Institution& institution, const std::string& certificate)
{
    PATRONAT_LET(const vault::SiteCertificate says, vault::verifyCertificate(certificate, institution));
    PATRONAT_LET(const SiteKeys keys, siteKeys(store));
    if (says.site != store.site().id || says.signingKey != keys.signing.signingKey()
        || says.boxKey != keys.box.boxKey())
        return { ErrorCode::InvalidArgument, { "certificate", says.site.hex() } };
    return store.bulk([&](Store::Inner& inner) -> Status {
        PATRONAT_TRY(joinIn(inner.connection, institution));
        saveSettingText(inner.connection, kCertificate, certificate);
        saveTerritories(inner.connection, says.territories);
        saveSite(inner.connection, { says.site, says.officeCode, says.name, says.kind, certificate });
        return {};
    });
}

} // namespace patronat::exchange
