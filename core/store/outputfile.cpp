// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outputfile.h"

#include <QFile>
#include <QSaveFile>
#include <QString>

namespace patronat::store {

namespace {

QString nameOf(const std::filesystem::path& path) { return QString::fromStdU16String(path.u16string()); }

base::Error failed(const QSaveFile& file)
{
    return { errorCodeOf(file.error()), { file.fileName().toStdString() }, file.errorString().toStdString() };
}

} // namespace

base::ErrorCode errorCodeOf(QFileDevice::FileError error)
{
    return error == QFileDevice::ResourceError ? base::ErrorCode::DiskFull : base::ErrorCode::FileNotWritable;
}

base::Status writeFile(const std::filesystem::path& path, const QByteArray& bytes)
{
    QSaveFile file(nameOf(path));
    if (!file.open(QIODevice::WriteOnly))
        return failed(file);
    // Flushed before the commit: what a full disk refuses while the buffer is emptied by commit() is told nowhere, and
    // the good older file would be replaced by a cut one.
    if (file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return failed(file);
    return {};
}

base::Result<std::string> readFile(const std::filesystem::path& path)
{
    QFile file(nameOf(path));
    if (!file.open(QIODevice::ReadOnly))
        return { base::ErrorCode::FileNotReadable, { file.fileName().toStdString() },
            file.errorString().toStdString() };
    return file.readAll().toStdString();
}

} // namespace patronat::store
