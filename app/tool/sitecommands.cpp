// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "app/place/profileplace.h"
#include "app/tool/siteview.h"
#include "core/exchange/identity.h"
#include "core/profile/loader.h"
#include "core/vault/institution.h"

#include <algorithm>
#include <array>

namespace patronat::tool {

using base::ErrorCode;
using base::Result;
using base::Status;
using store::ReadTx;
using store::Store;

namespace {

constexpr std::array<std::string_view, 4> kKinds { "office", "secretary", "supervisor",
    "republic" };
constexpr Words kUnknownKind { "--kind is office, secretary, supervisor or republic",
    "--kind — office, secretary, supervisor или republic" };

std::string kindOf(const Arguments& arguments)
{
    std::string kind = arguments.value("--kind").value_or(std::string(kKinds.front()));
    if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
        throw UsageError(kUnknownKind, kind);
    return kind;
}

bool isSupervising(std::string_view kind)
{
    return kind == "supervisor" || kind == "republic";
}

/// What a new site is given of its institution: the key that certifies, or only whom it belongs to,
/// or nothing.
struct Belonging
{
    std::optional<vault::InstitutionKey> key;
    std::optional<vault::Institution> institution;
    bool isNew = false; ///< the key was made for this site
};

Result<Belonging> belongingOf(Invocation& run, const std::string& kind)
{
    Belonging belonging;
    if (const auto file = run.arguments().value("--institution")) {
        auto key = vault::readInstitutionKey(pathOf(*file));
        if (key) {
            belonging.institution = key->institution;
            belonging.key = std::move(*key);
            return belonging;
        }
        PATRONAT_LET(belonging.institution, vault::readInstitution(pathOf(*file)));
        return belonging;
    }
    if (!isSupervising(kind))
        return belonging;
    belonging.key = vault::createInstitution(run.arguments().required("--name"), run.random());
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
Result<std::vector<std::string>> territoriesOf(Invocation& run, const Store& store)
{
    const std::vector<std::string> asked = run.arguments().values("--territory");
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
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos
            || static_cast<unsigned char>(c) < ' ')
            c = '-';
    return name;
}

Status settleIn(Invocation& run, Store& store, const Belonging& belonging)
{
    PATRONAT_LET(const std::vector<std::string> territories, territoriesOf(run, store));
    if (belonging.isNew)
        PATRONAT_TRY(vault::writeInstitution(
            *belonging.key, run.database().parent_path(), fileNameOf(belonging.institution->name)));
    if (belonging.key) {
        // A certificate that names none is for everything: a mistyped code must not open the region.
        if (territories.empty() && !isSupervising(store.site().kind))
            return { ErrorCode::NotFound, { "territory", store.site().officeCode } };
        return exchange::certifySite(store, *belonging.key, territories);
    }
    if (run.arguments().has("--territory"))
        PATRONAT_TRY(exchange::serveTerritories(store, territories));
    if (belonging.institution)
        return exchange::joinInstitution(store, *belonging.institution);
    return {};
}

/// Takes back a database that was made a moment ago and could not be finished.
void removeUnfinished(const std::filesystem::path& database)
{
    for (const char* ending : { "", "-wal", "-shm", ".drafts", ".drafts-wal", ".drafts-shm", ".lock" }) {
        std::filesystem::path file = database;
        file += ending;
        std::error_code ignored; // what is left is refused by name at the next attempt
        std::filesystem::remove(file, ignored);
    }
}

Result<int> init(Invocation& run)
{
    const Arguments& arguments = run.arguments();
    const std::filesystem::path path = run.database();
    store::SiteIdentity site { { run.random().next(), run.random().next() }, kindOf(arguments),
        arguments.required("--office"), arguments.required("--name") };
    const std::string profileId = arguments.required("--profile");
    const std::filesystem::path root = place::profilesRoot(arguments.value("--profiles"));
    PATRONAT_LET(const std::filesystem::path folder, place::profileFolder(root, profileId));
    PATRONAT_LET(const auto profile, profile::openProfile(folder));
    PATRONAT_LET(const Belonging belonging, belongingOf(run, site.kind));
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.profilesRoot = root;
    PATRONAT_LET(auto store, Store::create(path, profile, site, run.environment(), options));
    if (const Status settled = settleIn(run, *store, belonging); !settled) {
        store.reset();
        removeUnfinished(path);
        return settled.error();
    }
    PATRONAT_LET(const Json status, siteJson(*store));
    run.output().answer(status, siteLines(status));
    return kDone;
}

Result<int> status(Invocation& run)
{
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(Json json, siteJson(*store));
    PATRONAT_LET(const Json work, store->read([&](const ReadTx& tx) -> Result<Json> {
        return workJson(tx, store->site().id);
    }));
    json.update(work);
    run.output().answer(json, siteLines(json));
    return kDone;
}

Result<int> diagnose(Invocation& run)
{
    PATRONAT_LET(const auto store, run.openForReading());
    PATRONAT_LET(const Json json,
        store->read([&](const ReadTx& tx) -> Result<Json> { return diagnosisJson(tx, *store); }));
    run.output().document(json);
    return kDone;
}

constexpr std::array kInitOptions {
    Option { "--profile", "ID", { "the region's profile", "профиль региона" } },
    Option { "--office", "CODE", { "code of the office", "код учреждения" } },
    Option { "--name", "TEXT", { "its name", "его название" } },
    Option { "--kind", "KIND",
        { "office, secretary, supervisor or republic",
            "office, secretary, supervisor или republic" } },
    Option { "--institution", "FILE",
        { "NAME.institution, or NAME.institution-key to certify at once",
            "NAME.institution или NAME.institution-key, чтобы сразу удостоверить" } },
    Option { "--territory", "CODE",
        { "what the site sees; else the office's own", "что видит место; иначе своя территория" },
        true },
};

constexpr std::array kCommands {
    Command { "init",
        "--db FILE --profile ID --office CODE --name TEXT [--kind KIND] [--institution FILE] "
        "[--territory CODE…]",
        { "Make a database", "Создать базу" },
        "{site: {id, kind, office, name, certified, territories, institution: {id, name} or null}, "
        "profile: {id, version, "
        "hash}, demo}",
        0, 0, kInitOptions, init },
    Command { "status", "",
        { "Whose database this is, and what waits for a person",
            "Чья это база и что ждёт решения" },
        "as `init`, and {conflicts, beside, waiting, findings, sites: [{id, office, name, kind, "
        "certified, sent, received}]}",
        0, 0, {}, status },
    Command { "diagnose", "",
        { "Versions, counts and sizes for those who help; no personal data",
            "Версии, количества и размеры для тех, кто помогает; без личных данных" },
        "{program, sqlite, qt, schema, profile, kind, file, log, records: {type: count}, frames, "
        "operations, pending, origins, "
        "waiting, forks, findings, conflicts, beside, textsBehind, wrongSettings}",
        0, 0, {}, diagnose },
};

} // namespace

std::span<const Command> siteCommands()
{
    return kCommands;
}

} // namespace patronat::tool
