// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/job.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/profile/profile.h"
#include "core/store/backup.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patronat::ui {

/// Which way through the guide.
enum class StartWay
{
    NewOffice,
    SecondComputer,
    Restore,
    Demo
};

/// What the guide has been told so far; its steps read and write it.
struct StartDraft
{
    StartWay way = StartWay::NewOffice;
    QString profileId;
    QString kind { QStringLiteral("office") };
    QString code;
    QString name;
    QStringList territories; ///< codes
    QString district; ///< one that the region's list lacks, by its name
    QString officeKind; ///< of an office that the region's list lacks: a code of organisationKind
    QString institution; ///< a file; empty: none
    QStringList batches;
    bool acceptUncertified = false; ///< somebody knows who made them
    QString backup;
    QString database;
};

/// Where things lie on this machine.
struct StartPlaces
{
    std::filesystem::path profiles;
    QString databases; ///< a folder; may not be there yet
};

/// A region that this program can work for.
struct RegionChoice
{
    QString id;
    profile::Label label;
};
/// Those of the folder that no other builds on, by id.
std::vector<RegionChoice> installedRegions(const std::filesystem::path& profiles);

/// A code and its name, as the profile ships them.
struct CodeChoice
{
    QString code;
    QString name;
    QString territory; ///< of an office: the code of where it is
};
std::vector<CodeChoice> officesOf(const profile::Profile& profile);
/// What an office can be, in a language.
std::vector<CodeChoice> officeKindsOf(const profile::Profile& profile, const std::string& language);
/// Districts only: what a site is responsible for.
std::vector<CodeChoice> districtsOf(const profile::Profile& profile);

/// Whose file this is; read from its beginning.
struct BatchFacts
{
    QString code;
    QString name;
    QString kind;
    QString profileId;
    bool isCertified = false;
};
base::Result<BatchFacts> readBatchFacts(const QString& file);

enum class PlaceTrouble
{
    None,
    NoName,
    Taken,
    NoFolder, ///< the way leads through a file, or nothing of it is there
    MediumGone, ///< the stick or disk it would lie on is not there
    NotWritable,
    NoRoom
};
struct PlaceState
{
    PlaceTrouble trouble = PlaceTrouble::None;
    std::optional<std::int64_t> freeBytes {}; ///< none: the file system does not tell
    QString folder {}; ///< the nearest one that is there
    bool isFolderThere = true; ///< else it is made within that one
};
/// Whether a new database or backup can lie there; the folder itself need not be there yet.
PlaceState judgePlace(const QString& file, std::int64_t neededBytes);
base::Status makeFolderOf(const QString& file);
/// A name that is free: "K01.db", "K01-2.db" …
QString suggestedDatabase(const QString& folder, const QString& code);

/// What came out of the work; counts of a merge where files were given.
struct StartOutcome
{
    QString database;
    std::uint64_t fresh = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t waiting = 0;
    struct Refused
    {
        QString file;
        base::Error why;
    };
    std::vector<Refused> refused;
    bool hasMerged = false;
};

/// Makes what the draft says: a new site with what the files hold, or a database of a backup. On a
/// thread beside the window; stopped or failed, nothing is left behind but what a stopped merge has
/// taken in.
base::Result<StartOutcome> carryOut(
    const StartDraft& draft, const StartPlaces& places, const base::Clock& clock, base::Job& job);

std::filesystem::path pathOfText(const QString& text);

} // namespace patronat::ui
