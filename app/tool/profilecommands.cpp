// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/command.h"
#include "core/db/connection.h"
#include "core/documents/paper.h"
#include "core/profile/loader.h"
#include "core/reports/report.h"
#include "core/store/rules.h"
#include "core/store/schema.h"
#include "core/store/tables.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace patronat::tool {

using base::ErrorCode;
using base::Result;

namespace {

std::string_view severityName(profile::Severity severity)
{
    switch (severity) {
    case profile::Severity::Error:
        return "E";
    case profile::Severity::Warning:
        return "W";
    case profile::Severity::Info:
        return "I";
    }
    return "I";
}

struct Checked
{
    std::shared_ptr<const profile::Profile> profile;
    std::vector<profile::Problem> problems;
    bool isSound() const
    {
        return profile
            && std::none_of(problems.begin(), problems.end(), [](const profile::Problem& problem) {
                   return problem.severity == profile::Severity::Error;
               });
    }
};

/// A profile's tables without a record: what its papers and reports are prepared over.
Result<std::vector<base::Error>> brokenOutputs(const profile::Profile& profile)
{
    try {
        db::Connection model(":memory:", db::Access::Writer);
        PATRONAT_TRY(db::migrate(model, store::kApplicationId, store::journalMigrations()));
        store::Tables(std::make_shared<const profile::Profile>(profile)).bringUp(model);
        std::vector<base::Error> out = documents::paperProblems(model, profile);
        const std::vector<base::Error> reports = reports::reportProblems(model, profile);
        out.insert(out.end(), reports.begin(), reports.end());
        return out;
    } catch (const db::DbError& error) {
        return error.error();
    }
}

/// As the other problems are told; a file that is not there is one too.
profile::Problem problemOf(const base::Error& error)
{
    const auto argument = [&](std::size_t i) { return i < error.args.size() ? error.args[i] : std::string(); };
    if (error.code != ErrorCode::ProfileBroken)
        return { profile::Severity::Error, argument(0), 0, {}, std::string(codeName(error.code)), error.detail };
    int line = 0;
    const std::string text = argument(1);
    std::from_chars(text.data(), text.data() + text.size(), line);
    return { profile::Severity::Error, argument(0), line, argument(2), argument(3), error.detail };
}

/// Everything that can be said of a profile without a database: its files, its expressions, and
/// what it owes the version before it.
Result<Checked> checkedProfile(
    const std::filesystem::path& folder, const std::optional<std::string>& against)
{
    if (!std::filesystem::exists(folder / "profile.json"))
        return { ErrorCode::FileNotReadable, { pathText(folder / "profile.json") } };
    profile::Loaded loaded = profile::loadProfile(folder);
    Checked checked { loaded.profile, std::move(loaded.problems) };
    if (!checked.profile)
        return checked;
    for (const store::Rules::BrokenExpression& broken :
        store::Rules::brokenExpressions(*checked.profile))
        checked.problems.push_back({ profile::Severity::Error, "records/" + broken.type + ".json",
            0, broken.field, "brokenExpression", broken.expression + ": " + broken.why });
    if (checked.isSound()) {
        PATRONAT_LET(const std::vector<base::Error> outputs, brokenOutputs(*checked.profile));
        for (const base::Error& error : outputs)
            checked.problems.push_back(problemOf(error));
    }
    if (against) {
        PATRONAT_LET(const auto old, profile::openProfile(pathOf(*against)));
        for (profile::Problem& problem : profile::checkSuccession(*old, *checked.profile))
            checked.problems.push_back(std::move(problem));
    }
    return checked;
}

Json checkedJson(const Checked& checked)
{
    Json problems = Json::array();
    for (const profile::Problem& problem : checked.problems)
        problems.push_back({ { "severity", severityName(problem.severity) },
            { "file", problem.file }, { "line", problem.line }, { "path", problem.path },
            { "code", problem.code }, { "argument", problem.argument } });
    Json missing = Json::object();
    if (checked.profile)
        for (const auto& [language, paths] : profile::missingLabels(*checked.profile))
            missing[language] = paths.size();
    return { { "sound", checked.isSound() },
        { "id", checked.profile ? Json(checked.profile->id) : Json(nullptr) },
        { "version", checked.profile ? Json(checked.profile->version) : Json(nullptr) },
        { "hash", checked.profile ? Json(checked.profile->hash) : Json(nullptr) },
        { "problems", problems }, { "missingLabels", missing } };
}

Result<int> check(Invocation& run)
{
    const std::filesystem::path folder = pathOf(run.positional(0, "DIR"));
    PATRONAT_LET(const Checked checked, checkedProfile(folder, run.arguments().value("--against")));
    const Json json = checkedJson(checked);
    std::string lines;
    for (const Json& problem : json["problems"])
        lines += cellText(problem["severity"]) + ' ' + cellText(problem["file"]) + ':'
            + cellText(problem["line"]) + ' ' + cellText(problem["path"]) + ' '
            + cellText(problem["code"]) + ' ' + cellText(problem["argument"]) + '\n';
    const Words lacking { "labels missing in ", "нет названий на языке " };
    for (const auto& [language, count] : json["missingLabels"].items())
        lines += std::string(lacking.in(run.output().language())) + language + ": "
            + cellText(count) + '\n';
    if (checked.isSound())
        lines += cellText(json["id"]) + ' ' + cellText(json["version"]) + ' '
            + cellText(json["hash"]) + '\n';
    run.output().answer(json, lines);
    return checked.isSound() ? kDone : kNotDone;
}

Result<int> release(Invocation& run)
{
    const std::filesystem::path folder = pathOf(run.positional(0, "DIR"));
    PATRONAT_LET(const int appended, profile::releaseSeeds(folder));
    const Words words { "entries appended to the seed log: ",
        "строк добавлено в журнал справочников: " };
    run.output().answer({ { "appended", appended } },
        std::string(words.in(run.output().language())) + std::to_string(appended) + '\n');
    return kDone;
}

Result<int> upgrade(Invocation& run)
{
    const std::filesystem::path folder = pathOf(run.positional(0, "DIR"));
    run.database();
    PATRONAT_LET(const auto profile, profile::openProfile(folder));
    PATRONAT_LET(const auto store, run.openForWriting());
    const std::string before = store->profile().version;
    const bool isNew = store->profile().hash != profile->hash;
    if (isNew)
        PATRONAT_TRY(store->upgrade(profile));
    run.output().answer({ { "id", profile->id }, { "from", before }, { "to", profile->version },
                            { "hash", profile->hash }, { "changed", isNew } },
        profile->id + ' ' + before + " -> " + profile->version + '\n');
    return kDone;
}

constexpr std::array kCheckOptions {
    Option { "--against", "OLD", { "the folder of the version before", "папка прежней версии" } },
};

constexpr std::array kCommands {
    Command { "profile check", "DIR [--against OLD]",
        { "Judge a profile as a whole; exit 1 when it would not open",
            "Проверить профиль целиком; код 1, если он неисправен" },
        "{sound, id, version, hash, problems: [{severity, file, line, path, code, argument}], "
        "missingLabels: {language: count}}",
        1, 1, kCheckOptions, check },
    Command { "profile release", "DIR",
        { "Append new and changed reference records to the profile's seed log",
            "Добавить новые и изменённые справочные записи в журнал профиля" },
        "{appended}", 1, 1, {}, release },
    Command { "profile upgrade", "DIR",
        { "Take a newer profile into a database", "Принять новую версию профиля в базу" },
        "{id, from, to, hash, changed}", 1, 1, {}, upgrade },
    Command { "profile adopt", "DIR",
        { "The same as `profile upgrade`", "То же, что `profile upgrade`" },
        "{id, from, to, hash, changed}", 1, 1, {}, upgrade },
};

} // namespace

std::span<const Command> profileCommands()
{
    return kCommands;
}

} // namespace patronat::tool
