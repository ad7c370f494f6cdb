// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/installation.h"

#include "core/base/text.h"
#include "core/exchange/identity.h"
#include "core/store/backup.h"
#include "core/store/drafts.h"
#include "core/vault/certificate.h"

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;
using Trust = Installation::Trust;

namespace {

std::int64_t sizeOf(std::filesystem::path file, const char* ending = "")
{
    file += ending;
    std::error_code missing; // a file that is not there has no bytes
    const auto size = std::filesystem::file_size(file, missing);
    return missing ? 0 : static_cast<std::int64_t>(size);
}

/// A territory by its code or, where it is not held, the code itself.
std::string nameOfCode(const ReadTx& tx, const std::string& code)
{
    auto select = tx.connection().prepare("SELECT name FROM territory WHERE code = ?1 AND name IS NOT NULL");
    select.bind(1, std::string_view(code));
    return select.step() ? std::string(select.text(0)) : code;
}

/// Without a certificate the site itself says what it serves (`init --territory`): ids, as numbering reads them.
std::vector<std::string> ownTerritories(const ReadTx& tx)
{
    std::vector<std::string> out;
    const std::string ids = tx.setting("site.territories").value_or(std::string());
    auto select = tx.connection().prepare("SELECT name FROM territory WHERE id = ?1 AND name IS NOT NULL");
    for (const std::string& word : base::split(ids, ',')) {
        const auto id = RecordId::fromHex(word);
        if (!id)
            continue;
        select.bind(1, *id);
        if (select.step())
            out.emplace_back(select.text(0));
        select.reset();
    }
    return out;
}

base::Status addTrust(const ReadTx& tx, Installation& out)
{
    const exchange::Membership member = exchange::membershipIn(tx.connection());
    if (member.institution)
        out.institution = member.institution->name;
    if (member.certificate.empty()) {
        out.trust = member.institution ? Trust::Joined : Trust::Nobody;
        out.territories = ownTerritories(tx);
        return {};
    }
    PATRONAT_LET(const vault::SiteCertificate certificate, vault::readCertificate(member.certificate));
    out.trust = Trust::Certified;
    out.certified = certificate.issued;
    out.servesAll = certificate.territories.empty();
    for (const std::string& code : certificate.territories)
        out.territories.push_back(nameOfCode(tx, code));
    return {};
}

} // namespace

Result<Installation> installationOf(const store::Store& store)
{
    Installation out;
    const store::SiteIdentity& site = store.site();
    out.kind = site.kind;
    out.officeCode = site.officeCode;
    out.name = site.name;
    out.profile = store.profile().id;
    out.profileVersion = store.profile().version;
    out.database = store.path();
    out.fileBytes = sizeOf(store.path());
    out.logBytes = sizeOf(store.path(), "-wal");
    out.draftBytes = sizeOf(store::Drafts::pathOf(store.path()));
    return store.read([&](const ReadTx& tx) -> Result<Installation> {
        out.lastBackup = store::lastBackup(tx);
        out.isDemo = tx.setting("demo") == "1";
        PATRONAT_TRY(addTrust(tx, out));
        return out;
    });
}

} // namespace patronat::ui
