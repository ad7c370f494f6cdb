// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/place/profileplace.h"
#include "app/tool/command.h"
#include "core/base/job.h"
#include "core/store/backup.h"

#include <array>

namespace patronat::tool {

using base::Result;
using base::Status;
using store::ReadTx;

namespace {

Json factsJson(const store::BackupFacts& facts)
{
    return { { "site", { { "id", facts.site.id.hex() }, { "kind", facts.site.kind },
                           { "office", facts.site.officeCode }, { "name", facts.site.name } } },
        { "made", facts.made == 0 ? Json(nullptr) : Json(base::isoTime(facts.made)) },
        { "operations", facts.operations }, { "bytes", facts.bytes }, { "demo", facts.isDemo } };
}

Json seriesJson(const std::vector<store::SeriesState>& all)
{
    Json out = Json::array();
    for (const store::SeriesState& one : all)
        out.push_back({ { "series", one.series }, { "last", one.last }, { "confirmed", one.confirmed } });
    return out;
}

std::string seriesLines(const std::vector<store::SeriesState>& all, Language language)
{
    constexpr Words kWaits { "waits for its last number", "ждёт подтверждения последнего номера" };
    std::string out;
    for (const store::SeriesState& one : all)
        out += one.series + "  " + std::to_string(one.last)
            + (one.confirmed ? std::string() : "  " + std::string(kWaits.in(language))) + '\n';
    return out;
}

Result<int> backup(Invocation& run)
{
    const std::filesystem::path file = pathOf(run.positional(0, "FILE"));
    auto store = run.openForWriting();
    // Beside a running program a backup can be made; only the program's window does not hear of it.
    const bool isWriter = store.ok();
    if (!isWriter && store.error().code == base::ErrorCode::DatabaseBusy)
        store = run.openForReading();
    if (!store)
        return store.error();
    base::Job job;
    PATRONAT_LET(const store::BackupFacts facts, store::makeBackup(**store, file, job));
    if (isWriter)
        PATRONAT_TRY(store::noteBackup(**store, facts.made));
    Json json = factsJson(facts);
    json["file"] = pathText(file);
    run.output().answer(json, pathText(file) + "  " + std::to_string(facts.operations) + '\n');
    return kDone;
}

Result<int> restore(Invocation& run)
{
    constexpr Words kNext {
        "Numbers are issued again when their last ones are confirmed: `patronatctl numbers confirm SERIES LAST`, then "
        "`patronatctl numbers confirm-others`.\n",
        "Номера снова выдаются после подтверждения последних: `patronatctl numbers confirm РЯД НОМЕР`, затем "
        "`patronatctl numbers confirm-others`.\n"
    };
    const std::filesystem::path file = pathOf(run.positional(0, "FILE"));
    const std::filesystem::path to = pathOf(run.arguments().required("--to"));
    store::OpenOptions options;
    options.profilesRoot = place::profilesRoot(run.arguments().value("--profiles"));
    base::Job job;
    PATRONAT_LET(
        const store::Restored restored, store::restoreBackup(file, to, run.environment(), options, job));
    Json json = factsJson(restored.backup);
    json["file"] = pathText(to);
    json["series"] = seriesJson(restored.series);
    run.output().answer(json,
        pathText(to) + "  " + std::to_string(restored.backup.operations) + '\n'
            + seriesLines(restored.series, run.output().language())
            + std::string(kNext.in(run.output().language())));
    return kDone;
}

Status confirm(store::Store& store, Invocation& run)
{
    const std::string what = run.arguments().positional().empty() ? std::string() : run.positional(0, "WHAT");
    if (what == "confirm") {
        const std::string series = run.positional(1, "SERIES");
        const std::int64_t last = parseCount(run.positional(2, "LAST"));
        return store.bulk(
            [&](store::Store::Inner& inner) { return store::confirmSeries(inner.connection, series, last); });
    }
    if (what == "confirm-others")
        return store.bulk([](store::Store::Inner& inner) -> Status {
            store::confirmNoOthers(inner.connection);
            return {};
        });
    constexpr Words kUnknown { "numbers takes confirm or confirm-others", "numbers понимает confirm и confirm-others" };
    throw UsageError(kUnknown, what);
}

Result<int> numbers(Invocation& run)
{
    const bool isReading = run.arguments().positional().empty();
    PATRONAT_LET(const auto store, isReading ? run.openForReading() : run.openForWriting());
    if (!isReading)
        PATRONAT_TRY(confirm(*store, run));
    PATRONAT_LET(const auto series,
        store->read([](const ReadTx& tx) -> Result<std::vector<store::SeriesState>> { return seriesStates(tx); }));
    run.output().answer(seriesJson(series), seriesLines(series, run.output().language()));
    return kDone;
}

constexpr std::array kRestoreOptions {
    Option { "--to", "DB", { "the new database", "новая база" } },
};

constexpr std::array kCommands {
    Command { "backup", "FILE",
        { "Write a checked backup, also beside a running program",
            "Сделать проверенную резервную копию, в том числе рядом с работающей программой" },
        "{file, site: {id, kind, office, name}, made, operations, bytes, demo}", 1, 1, {}, backup },
    Command { "restore", "FILE --to DB",
        { "Make a new database of a backup; numbering waits until the last numbers are confirmed",
            "Создать новую базу из резервной копии; нумерация ждёт подтверждения последних номеров" },
        "as `backup`, and {series: [{series, last, confirmed}]}", 1, 1, kRestoreOptions, restore },
    Command { "numbers", "[confirm SERIES LAST | confirm-others]",
        { "The series of numbers and their last ones; confirm them after a restore",
            "Ряды номеров и последние из них; подтвердить их после восстановления" },
        "[{series, last, confirmed}]", 0, 3, {}, numbers },
};

} // namespace

std::span<const Command> backupCommands()
{
    return kCommands;
}

} // namespace patronat::tool
