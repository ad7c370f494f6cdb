// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/siteview.h"

#include <sqlite3.h>

#include "app/tool/invocation.h"
#include "core/base/clock.h"
#include "core/db/settings.h"
#include "core/exchange/forks.h"
#include "core/exchange/identity.h"
#include "core/exchange/sites.h"
#include "core/store/textindex.h"

#include <QtGlobal>

#include <array>

namespace patronat::tool {

using base::Result;
using store::ReadTx;

namespace {

std::int64_t countOf(const ReadTx& tx, const std::string& table)
{
    auto select = tx.connection().prepareOnce("SELECT count(*) FROM " + table);
    return select.step() ? select.integer(0) : 0;
}

/// Fields in conflict: each has a row for every candidate, and one of them is shown first.
std::int64_t conflictCount(const ReadTx& tx)
{
    return countOf(tx, "conflict WHERE rank = 0");
}

std::int64_t sizeOf(std::filesystem::path file, const char* ending)
{
    file += ending;
    std::error_code missing; // a log that is not there has no bytes
    const auto size = std::filesystem::file_size(file, missing);
    return missing ? 0 : static_cast<std::int64_t>(size);
}

Json timeOf(db::Statement& select, base::SiteId site)
{
    select.bind(1, site);
    return select.step() && !select.isNull(0) ? Json(base::isoTime(select.integer(0)))
                                              : Json(nullptr);
}

/// When the last batch was made for a site; null for never.
Json lastSent(const ReadTx& tx, base::SiteId site)
{
    auto select = tx.connection().prepare("SELECT max(stamp) FROM sent WHERE recipient = ?1");
    return timeOf(select, site);
}

/// When the last batch came from a site; null for never.
Json lastReceived(const ReadTx& tx, base::SiteId site)
{
    auto select = tx.connection().prepare(
        "SELECT max(stamp) FROM batch WHERE site = ?1 AND direction = 'received'");
    return timeOf(select, site);
}

void addLines(std::string& out, const Json& json, const std::string& prefix)
{
    for (const auto& [name, value] : json.items()) {
        if (value.is_object())
            addLines(out, value, prefix + name + '.');
        else if (value.is_array() && !value.empty() && value.front().is_object())
            for (const Json& one : value)
                out += prefix + name + "  " + cellText(one["office"]) + "  " + cellText(one["name"])
                    + '\n';
        else
            out += prefix + name + "  " + cellText(value) + '\n';
    }
}

} // namespace

Result<Json> siteJson(const store::Store& store)
{
    PATRONAT_LET(const exchange::Membership member, exchange::membership(store));
    Json institution = nullptr;
    if (member.institution)
        institution = { { "id", member.institution->id }, { "name", member.institution->name } };
    std::vector<std::string> territories;
    if (!member.certificate.empty()) {
        PATRONAT_LET(
            const vault::SiteCertificate certificate, vault::readCertificate(member.certificate));
        territories = certificate.territories;
    }
    const store::SiteIdentity& site = store.site();
    return store.read([&](const ReadTx& tx) -> Result<Json> {
        return Json { { "site",
                          { { "id", site.id.hex() }, { "kind", site.kind },
                              { "office", site.officeCode }, { "name", site.name },
                              { "certified", !member.certificate.empty() },
                              { "territories", territories }, { "institution", institution } } },
            { "profile",
                { { "id", tx.profile().id }, { "version", tx.profile().version },
                    { "hash", tx.profile().hash } } },
            { "demo", tx.setting("demo") == "1" } };
    });
}

Json workJson(const ReadTx& tx, base::SiteId self)
{
    Json sites = Json::array();
    for (const exchange::KnownSite& site : exchange::knownSites(tx.connection())) {
        if (site.id == self)
            continue;
        sites.push_back({ { "id", site.id.hex() }, { "office", site.officeCode },
            { "name", site.name }, { "kind", site.kind },
            { "certified", !site.certificate.empty() }, { "sent", lastSent(tx, site.id) },
            { "received", lastReceived(tx, site.id) } });
    }
    return { { "conflicts", conflictCount(tx) }, { "beside", countOf(tx, "beside") },
        { "waiting", tx.waitingCount() }, { "findings", countOf(tx, "finding") },
        { "sites", sites } };
}

std::string siteLines(const Json& json)
{
    std::string out;
    addLines(out, json, {});
    return out;
}

Json diagnosisJson(const ReadTx& tx, const store::Store& store)
{
    Json records = Json::object();
    for (const store::Table& table : tx.tables().all())
        if (const std::int64_t count = countOf(tx, store::sqlName(table.type().id)); count != 0)
            records[table.type().id] = count;
    auto schema = tx.connection().prepareOnce("PRAGMA user_version");
    const std::int64_t version = schema.step() ? schema.integer(0) : 0;
    schema.reset();
    auto operations = tx.connection().prepareOnce("SELECT coalesce(sum(operations), 0) FROM frame");
    const std::int64_t framed = operations.step() ? operations.integer(0) : 0;
    operations.reset();
    const store::TextsBehind behind = store::textsBehind(tx);
    return { { "program", PATRONAT_VERSION }, { "sqlite", sqlite3_libversion() },
        { "qt", qVersion() }, { "schema", version },
        { "profile",
            { { "id", tx.profile().id }, { "version", tx.profile().version },
                { "hash", tx.profile().hash }, { "types", tx.profile().types.size() } } },
        { "kind", store.site().kind }, { "file", sizeOf(store.path(), "") },
        { "log", sizeOf(store.path(), "-wal") }, { "records", records },
        { "frames", countOf(tx, "frame") }, { "operations", framed + countOf(tx, "op") },
        { "pending", countOf(tx, "op") }, { "origins", countOf(tx, "origin") },
        { "waiting", tx.waitingCount() }, { "forks", exchange::forks(tx).size() },
        { "findings", countOf(tx, "finding") }, { "conflicts", conflictCount(tx) },
        { "beside", countOf(tx, "beside") },
        { "textsBehind", { { "frames", behind.frames }, { "operations", behind.operations } } },
        { "wrongSettings", db::wrongSettings(tx.connection()) } };
}

} // namespace patronat::tool
