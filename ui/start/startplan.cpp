// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startplan.h"

#include "core/exchange/batchfile.h"
#include "core/exchange/newsite.h"
#include "core/profile/loader.h"
#include "ui/common/text.h"
#include "ui/exchange/takein.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <set>

namespace patronat::ui {

using base::ErrorCode;
using base::Result;

namespace {

QString textOf(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

QJsonObject objectIn(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

profile::Label labelOf(const QJsonObject& object)
{
    profile::Label label;
    for (auto it = object.begin(); it != object.end(); ++it)
        label.emplace(typed(it.key()), typed(it.value().toString()));
    return label;
}

/// The fields with which the profile ships the records of a type.
std::vector<QJsonObject> seedsOf(const profile::Profile& profile, std::string_view type)
{
    std::vector<QJsonObject> out;
    for (const profile::SeedLog& log : profile.seeds)
        for (const profile::SeedEntry& entry : log.entries)
            if (entry.type == type && entry.base == 0)
                out.push_back(objectIn(QByteArray::fromStdString(entry.fieldsJson)));
    return out;
}

/// The code in {"seed": ["territory", "16-01"]}.
QString seedCode(const QJsonValue& reference)
{
    return reference.toObject().value(QLatin1String("seed")).toArray().at(1).toString();
}

QFileInfo nearestFolder(const QString& file)
{
    QFileInfo folder(QFileInfo(file).absolutePath());
    while (!folder.exists() && !folder.isRoot())
        folder = QFileInfo(folder.absolutePath());
    return folder;
}

} // namespace

std::filesystem::path pathOfText(const QString& text)
{
    return std::filesystem::path(text.toStdU16String());
}

std::vector<RegionChoice> installedRegions(const std::filesystem::path& profiles)
{
    std::vector<RegionChoice> out;
    std::set<QString> bases;
    const QDir root(textOf(profiles));
    for (const QString& folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        QFile file(root.filePath(folder + QStringLiteral("/profile.json")));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject object = objectIn(file.readAll());
        out.push_back({ folder, labelOf(object.value(QLatin1String("label")).toObject()) });
        bases.insert(object.value(QLatin1String("extends")).toString());
    }
    std::erase_if(out, [&](const RegionChoice& region) { return bases.count(region.id) != 0; });
    return out;
}

std::vector<CodeChoice> officesOf(const profile::Profile& profile)
{
    std::vector<CodeChoice> out;
    for (const QJsonObject& fields : seedsOf(profile, "organisation")) {
        const QString brief = fields.value(QLatin1String("shortName")).toString();
        out.push_back({ fields.value(QLatin1String("code")).toString(),
            brief.isEmpty() ? fields.value(QLatin1String("name")).toString() : brief,
            seedCode(fields.value(QLatin1String("territory"))) });
    }
    return out;
}

std::vector<CodeChoice> districtsOf(const profile::Profile& profile)
{
    std::vector<CodeChoice> out;
    for (const QJsonObject& fields : seedsOf(profile, "territory"))
        if (const QString kind = fields.value(QLatin1String("kind")).toString();
            kind == QLatin1String("district") || kind == QLatin1String("city"))
            out.push_back({ fields.value(QLatin1String("code")).toString(),
                fields.value(QLatin1String("name")).toString(), {} });
    return out;
}

std::vector<CodeChoice> officeKindsOf(const profile::Profile& profile, const std::string& language)
{
    std::vector<CodeChoice> out;
    if (const profile::Classifier* kinds = profile.classifier("organisationKind"))
        for (const profile::Code& kind : kinds->codes)
            out.push_back({ shown(kind.code), shown(profile::labelIn(kind.label, language)), {} });
    return out;
}

Result<BatchFacts> readBatchFacts(const QString& file)
{
    PATRONAT_LET(const exchange::BatchFile batch, exchange::readBatch(pathOfText(file)));
    const exchange::Manifest& manifest = batch.manifest;
    return BatchFacts { shown(manifest.officeCode), shown(manifest.siteName),
        shown(manifest.siteKind), shown(manifest.profileId), !manifest.certificate.empty() };
}

namespace {

/// Asked of the file system itself: QStorageInfo reads the table of mounts, in which a chroot or a
/// container has no entry for its own root, and then tells a full disk.
std::optional<std::filesystem::space_info> spaceOf(const QString& folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(pathOfText(folder), error);
    return error ? std::nullopt : std::optional(space);
}

std::int64_t freeBytesOf(const std::filesystem::space_info& space)
{
    return static_cast<std::int64_t>(
        std::min<std::uintmax_t>(space.available, std::numeric_limits<std::int64_t>::max()));
}

/// Folders in which sticks and disks appear, those of a user too ("/media/anna"): what is missing
/// right below them was pulled out.
bool isOfMedia(const QString& folder)
{
    for (const char* root : { "/media", "/run/media" })
        if (folder == QLatin1String(root) || QFileInfo(folder).path() == QLatin1String(root))
            return true;
    return folder == QLatin1String("/mnt") || folder == QLatin1String("/Volumes");
}

PlaceTrouble troubleOf(const QFileInfo& folder, bool isFolderThere)
{
    if (!folder.exists() || (!isFolderThere && isOfMedia(folder.absoluteFilePath())))
        return PlaceTrouble::MediumGone;
    if (!folder.isDir())
        return PlaceTrouble::NoFolder;
    return folder.isWritable() ? PlaceTrouble::None : PlaceTrouble::NotWritable;
}

} // namespace

PlaceState judgePlace(const QString& path, std::int64_t neededBytes)
{
    PlaceState state;
    const QFileInfo file(path);
    if (path.trimmed().isEmpty() || file.fileName().isEmpty() || file.isDir()) {
        state.trouble = PlaceTrouble::NoName;
        return state;
    }
    const QFileInfo folder = nearestFolder(path);
    state.folder = folder.absoluteFilePath();
    state.isFolderThere = state.folder == QFileInfo(file.absolutePath()).absoluteFilePath();
    state.trouble = file.exists() ? PlaceTrouble::Taken : troubleOf(folder, state.isFolderThere);
    if (!folder.isDir())
        return state;
    const auto space = spaceOf(state.folder);
    // What holds nothing at all is no disk but a view of the system, which keeps no files.
    const bool keepsFiles = !space || space->capacity > 0;
    if (space && keepsFiles)
        state.freeBytes = freeBytesOf(*space);
    if (state.trouble == PlaceTrouble::None && !keepsFiles)
        state.trouble = PlaceTrouble::NotWritable;
    if (state.trouble == PlaceTrouble::None && state.freeBytes && *state.freeBytes < neededBytes)
        state.trouble = PlaceTrouble::NoRoom;
    return state;
}

base::Status makeFolderOf(const QString& file)
{
    if (QDir().mkpath(QFileInfo(file).absolutePath()))
        return {};
    return { ErrorCode::FileNotWritable, { typed(file) } };
}

QString suggestedDatabase(const QString& folder, const QString& code)
{
    QString name = code.trimmed();
    for (QChar& c : name)
        if (!c.isLetterOrNumber())
            c = QLatin1Char('-');
    if (name.isEmpty())
        name = QStringLiteral("patronat");
    QString file = folder + QLatin1Char('/') + name + QStringLiteral(".db");
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = folder + QLatin1Char('/') + name + QStringLiteral("-%1.db").arg(number);
    return file;
}

namespace {

/// The files are taken in at once; what is refused is told, the office is there all the same.
base::Status takeFiles(
    store::Store& store, const StartDraft& draft, StartOutcome& out, base::Job& job)
{
    if (draft.batches.isEmpty())
        return {};
    TakeInRequest request;
    for (const QString& file : draft.batches)
        request.files.push_back(pathOfText(file));
    request.acceptUncertified = draft.acceptUncertified;
    request.dryRun = false;
    PATRONAT_LET(const TakenIn taken, takeIn(store, request, "ru", job));
    const exchange::MergeCounts totals = taken.report.totals();
    out.hasMerged = true;
    out.fresh = totals.fresh;
    out.conflicts = totals.conflicts;
    out.waiting = totals.waiting;
    for (const exchange::BatchOutcome& batch : taken.report.batches)
        if (batch.refused)
            out.refused.push_back({ textOf(batch.file), *batch.refused });
    return {};
}

Result<StartOutcome> makeOffice(
    const StartDraft& draft, const StartPlaces& places, const base::Clock& clock, base::Job& job)
{
    StartOutcome out;
    out.database = draft.database;
    exchange::NewSite site;
    PATRONAT_LET(site.profile, profile::openProfile(places.profiles / pathOfText(draft.profileId)));
    site.database = pathOfText(draft.database);
    site.kind = typed(draft.kind);
    site.officeCode = typed(draft.code);
    site.name = typed(draft.name);
    site.institution = pathOfText(draft.institution);
    for (const QString& code : draft.territories)
        site.territories.push_back(typed(code));
    site.district = typed(draft.district);
    PATRONAT_TRY(job.checkpoint());
    PATRONAT_TRY(makeFolderOf(draft.database));
    base::SystemRandom random;
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.profilesRoot = places.profiles;
    PATRONAT_LET(auto store, exchange::makeSite(site, { clock, random }, options));
    if (const base::Status taken = takeFiles(*store, draft, out, job); !taken) {
        // Asked for as one thing: an office without its families is not what was meant.
        store.reset();
        exchange::removeDatabase(site.database);
        return taken.error();
    }
    // After the files: the office may have come with them.
    if (!draft.officeKind.isEmpty())
        PATRONAT_TRY(exchange::writeOfficeDown(*store, typed(draft.officeKind)));
    return out;
}

Result<StartOutcome> restore(
    const StartDraft& draft, const StartPlaces& places, const base::Clock& clock, base::Job& job)
{
    StartOutcome out;
    out.database = draft.database;
    PATRONAT_TRY(makeFolderOf(draft.database));
    base::SystemRandom random;
    store::OpenOptions options;
    options.profilesRoot = places.profiles;
    PATRONAT_TRY(store::restoreBackup(
        pathOfText(draft.backup), pathOfText(draft.database), { clock, random }, options, job));
    return out;
}

} // namespace

Result<StartOutcome> carryOut(
    const StartDraft& draft, const StartPlaces& places, const base::Clock& clock, base::Job& job)
{
    return draft.way == StartWay::Restore ? restore(draft, places, clock, job)
                                          : makeOffice(draft, places, clock, job);
}

} // namespace patronat::ui
