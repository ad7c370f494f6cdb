// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/newsite.h"

#include "core/access/users.h"
#include "core/base/text.h"
#include "core/exchange/identity.h"
#include "core/vault/institution.h"

#include <optional>

namespace patronat::exchange {

using base::ErrorCode;
using base::Result;
using base::Status;
using base::Value;
using store::ReadTx;
using store::Store;

namespace {

constexpr const char* kRegion = "SELECT id, code FROM territory WHERE parent IS NULL AND life NOT "
                                "IN ('removed', 'erased') ORDER BY id LIMIT 1";

/// What a new site is given of its institution: the key that certifies, or only whom it belongs to,
/// or nothing.
struct Belonging
{
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

std::optional<std::string> firstText(
    const ReadTx& tx, const char* sql, const std::string& parameter)
{
    auto select = tx.connection().prepare(sql);
    select.bind(1, std::string_view(parameter));
    return select.step() && !select.isNull(0) ? std::optional(std::string(select.text(0)))
                                              : std::nullopt;
}

/// Codes of the territories a site sees: as asked; else everything for who supervises; else the one
/// of the office's own code, or the one where the organisation with that code is.
Result<std::vector<std::string>> territoriesOf(
    const std::vector<std::string>& asked, const Store& store)
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

/// Writes the district down right below the region; its code is the region's with the office's.
Result<std::string> makeDistrict(const std::string& name, Store& store)
{
    std::string code = store.site().officeCode;
    base::Fields fields { { "name", Value(name) }, { "kind", "district" } };
    PATRONAT_TRY(store.write({}, [&](store::WriteTx& tx) -> Status {
        auto region = tx.read().connection().prepare(kRegion);
        if (region.step()) {
            fields["parent"] = Value(region.id<base::RecordId>(0));
            code = std::string(region.text(1)) + "-" + code;
        }
        fields["code"] = Value(code);
        const auto made = tx.create("territory", fields);
        return made ? Status() : made.error();
    }));
    return code;
}

/// A name of people as a name of a file.
std::string fileNameOf(std::string name)
{
    for (char& c : name)
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos
            || static_cast<unsigned char>(c) < ' ')
            c = '-';
    return name;
}

Status settleIn(const NewSite& site, Store& store, const Belonging& belonging)
{
    PATRONAT_LET(std::vector<std::string> territories, territoriesOf(site.territories, store));
    if (!site.district.empty()) {
        PATRONAT_LET(std::string own, makeDistrict(site.district, store));
        if (site.territories.empty())
            territories.clear();
        territories.insert(territories.begin(), std::move(own));
    }
    if (belonging.isNew)
        PATRONAT_TRY(vault::writeInstitution(
            *belonging.key, site.database.parent_path(), fileNameOf(belonging.institution->name)));
    if (belonging.key) {
        // A certificate that names none is for everything: a mistyped code must not open the
        // region.
        if (territories.empty() && !isSupervising(store.site().kind))
            return { ErrorCode::NotFound, { "territory", store.site().officeCode } };
        return certifySite(store, *belonging.key, territories);
    }
    if (!site.territories.empty() || !site.district.empty())
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

Status writeOfficeDown(Store& store, const std::string& kind)
{
    const store::SiteIdentity& site = store.site();
    return store.write({}, [&](store::WriteTx& tx) -> Status {
        const ReadTx& read = tx.read();
        if (!access::ownOrganisation(read, site.officeCode).isNull())
            return {};
        base::Fields fields { { "code", Value(site.officeCode) }, { "name", Value(site.name) } };
        if (!kind.empty())
            fields["kind"] = Value(kind);
        const std::string own
            = base::split(read.setting("site.territories").value_or(std::string()), ',').front();
        if (const auto territory = base::RecordId::fromHex(own)) {
            fields["territory"] = Value(*territory);
        } else if (auto region = read.connection().prepare(kRegion); region.step()) {
            fields["territory"] = Value(region.id<base::RecordId>(0));
        }
        const auto made = tx.create("organisation", std::move(fields));
        return made ? Status() : made.error();
    });
}

void removeDatabase(const std::filesystem::path& database)
{
    for (const char* ending :
        { "", "-wal", "-shm", ".drafts", ".drafts-wal", ".drafts-shm", ".lock", ".check" }) {
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
    const store::SiteIdentity identity { { environment.random.next(), environment.random.next() },
        site.kind, site.officeCode, site.name };
    PATRONAT_LET(
        auto store, Store::create(site.database, site.profile, identity, environment, options));
    if (const Status settled = settleIn(site, *store, belonging); !settled) {
        store.reset();
        removeDatabase(site.database);
        return settled.error();
    }
    return store;
}

} // namespace patronat::exchange
