// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/newsite.h"

#include "core/exchange/identity.h"
#include "core/vault/institution.h"

#include <optional>

namespace patronat::exchange {

using base::ErrorCode;
using base::Result;
using base::Status;
using store::ReadTx;
using store::Store;

namespace {

/// What a new site is given of its institution: the key that certifies, or only whom it belongs to,
/// or nothing.
struct Belonging {
    std::optional<vault::InstitutionKey> key;
    std::optional<vault::Institution> institution;
    bool isNew = false; ///< the key was made for this site
};

Result<Belonging> belongingOf(const NewSite& site, base::Random& random)
{
    Belonging belonging;
    if (!site.institution.empty()) {
        auto key = vault::readInstitutionKey(site.institution);
        if (key) {
            belonging.institution = key->institution;
            belonging.key = std::move(*key);
            return belonging;
        }
        PATRONAT_LET(belonging.institution, vault::readInstitution(site.institution));
        return belonging;
    }
    if (!isSupervising(site.kind))
        return belonging;
    belonging.key = vault::createInstitution(site.name, random);
    belonging.institution = belonging.key->institution;
    belonging.isNew = true;
    return belonging;
}

std::optional<std::string> firstText(const ReadTx& tx, const char* sql, const std::string& parameter)
{
    auto select = tx.connection().prepare(sql);
    select.bind(1, std::string_view(parameter));
    return select.step() && !select.isNull(0) ? std::optional(std::string(select.text(0))) : std::nullopt;
}

/// Codes of the territories a site sees: as asked; else everything for who supervises; else the one
/// of the office's own code, or the one where the organisation with that code is.
Result<std::vector<std::string>> territoriesOf(const std::vector<std::string>& asked, const Store& store)
{
    return store.read([&](const ReadTx& tx) -> Result<std::vector<std::string>> {
        constexpr const char* kTerritory = "SELECT code FROM territory WHERE code = ?1";
        for (const std::string& code : asked)
            if (!firstText(tx, kTerritory, code))
                return { ErrorCode::NotFound, { "territory", code } };
        if (!asked.empty() || isSupervising(store.site().kind))
            return asked;
        auto found = firstText(tx, kTerritory, store.site().officeCode);
        if (!found)
            found = firstText(tx,
                "SELECT territory.code FROM organisation JOIN territory "
                "ON territory.id = organisation.territory WHERE organisation.code = ?1",
                store.site().officeCode);
        return found ? std::vector { *found } : std::vector<std::string> {};
    });
}

/// A name of people as a name of a file.
std::string fileNameOf(std::string name)
{
    for (char& c : name)
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < ' ')
            c = '-';
    return name;
}

Status settleIn(const NewSite& site, Store& store, const Belonging& belonging)
{
    PATRONAT_LET(const std::vector<std::string> territories, territoriesOf(site.territories, store));
    if (belonging.isNew)
        PATRONAT_TRY(vault::writeInstitution(
            *belonging.key, site.database.parent_path(), fileNameOf(belonging.institution->name)));
    if (belonging.key) {
        // A certificate that names none is for everything: a mistyped code must not open the region.
        if (territories.empty() && !isSupervising(store.site().kind))
            return { ErrorCode::NotFound, { "territory", store.site().officeCode } };
        return certifySite(store, *belonging.key, territories);
    }
    if (!site.territories.empty())
        PATRONAT_TRY(serveTerritories(store, territories));
    if (belonging.institution)
        return joinInstitution(store, *belonging.institution);
    return {};
}

} // namespace

bool isSupervising(std::string_view kind)
{
    return kind == "supervisor" || kind == "republic";
}

void removeDatabase(const std::filesystem::path& database)
{
    for (const char* ending : { "", "-wal", "-shm", ".drafts", ".drafts-wal", ".drafts-shm", ".lock" }) {
        std::filesystem::path file = database;
        file += ending;
        std::error_code ignored; // what is left is refused by name at the next attempt
        std::filesystem::remove(file, ignored);
    }
}

Result<std::unique_ptr<Store>> makeSite(
    const NewSite& site, store::Environment environment, const store::OpenOptions& options)
{
    PATRONAT_LET(const Belonging belonging, belongingOf(site, environment.random));
    const store::SiteIdentity identity { { environment.random.next(), environment.random.next() }, site.kind,
        site.officeCode, site.name };
    PATRONAT_LET(auto store, Store::create(site.database, site.profile, identity, environment, options));
    if (const Status settled = settleIn(site, *store, belonging); !settled) {
        store.reset();
        removeDatabase(site.database);
        return settled.error();
    }
    return store;
}

} // namespace patronat::exchange
