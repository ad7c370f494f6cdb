// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/lockfile.h"

#include <QLockFile>
#include <QString>

#include <system_error>

namespace patronat::db {

namespace {

std::string holderOf(const QLockFile& file)
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (!file.getLockInfo(&pid, &host, &program))
        return {}; // released a moment ago, or not readable: busy all the same
    return QStringLiteral("%1:%2 %3").arg(host).arg(pid).arg(program).toStdString();
}

/// A process that ended between making its lock and saying whose it is left one that names nobody, and that no
/// age makes stale. It goes, unless somebody alive has it locked.
bool isCutShort(QLockFile& file)
{
    return file.error() == QLockFile::LockFailedError && holderOf(file).empty() && file.removeStaleLockFile();
}

} // namespace

std::filesystem::path resolved(const std::filesystem::path& file)
{
    std::error_code unknown;
    std::filesystem::path out = file;
    constexpr int kMostLinks = 32; // links may lead in a circle
    // Step by step: a link to a file that is still to be made is resolved too.
    for (int links = 0; links < kMostLinks && std::filesystem::is_symlink(out, unknown); ++links) {
        const std::filesystem::path target = std::filesystem::read_symlink(out, unknown);
        if (unknown)
            break;
        out = out.parent_path() / target;
    }
    const std::filesystem::path whole = std::filesystem::weakly_canonical(out, unknown);
    return unknown ? out : whole;
}

base::Result<LockFile> LockFile::acquire(const std::filesystem::path& database)
{
    const QString path = QString::fromStdU16String(database.u16string());
    auto file = std::make_unique<QLockFile>(
        QString::fromStdU16String(resolved(database).u16string()) + QStringLiteral(".lock"));
    // A lock is never too old: a day of work is not a crash. Dead processes are found all the same.
    file->setStaleLockTime(0);
    if (file->tryLock(0) || (isCutShort(*file) && file->tryLock(0)))
        return LockFile(std::move(file));
    if (file->error() == QLockFile::LockFailedError)
        return { base::ErrorCode::DatabaseBusy, { path.toStdString(), holderOf(*file) } };
    return { base::ErrorCode::FileNotWritable, { file->fileName().toStdString() } };
}

LockFile::LockFile(std::unique_ptr<QLockFile> file)
    : m_file(std::move(file))
{
}

LockFile::LockFile(LockFile&&) noexcept = default;
LockFile& LockFile::operator=(LockFile&&) noexcept = default;
LockFile::~LockFile() = default;

} // namespace patronat::db
