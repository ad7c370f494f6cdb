// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "app/place/profileplace.h"
#include "app/tool/siteview.h"
#include "core/exchange/newsite.h"
#include "core/profile/loader.h"

#include <algorithm>
#include <array>

namespace patronat::tool {

using base::Result;
using store::ReadTx;

namespace {

constexpr Words kUnknownKind { "--kind is office, secretary, supervisor or republic",
    "--kind — office, secretary, supervisor или republic" };

std::string kindOf(const Arguments& arguments)
{
    std::string kind = arguments.value("--kind").value_or(std::string(exchange::kSiteKinds.front()));
    if (std::find(exchange::kSiteKinds.begin(), exchange::kSiteKinds.end(), kind)
        == exchange::kSiteKinds.end())
        throw UsageError(kUnknownKind, kind);
    return kind;
}

Result<int> init(Invocation& run)
{
    const Arguments& arguments = run.arguments();
    exchange::NewSite site;
    site.database = run.database();
    site.kind = kindOf(arguments);
    site.officeCode = arguments.required("--office");
    site.name = arguments.required("--name");
    site.territories = arguments.values("--territory");
    if (const auto file = arguments.value("--institution"))
        site.institution = pathOf(*file);
    const std::string profileId = arguments.required("--profile");
    const std::filesystem::path root = place::profilesRoot(arguments.value("--profiles"));
    PATRONAT_LET(const std::filesystem::path folder, place::profileFolder(root, profileId));
    PATRONAT_LET(site.profile, profile::openProfile(folder));
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.profilesRoot = root;
    PATRONAT_LET(const auto store, exchange::makeSite(site, run.environment(), options));
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
