// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFileDevice>

#include <filesystem>

namespace patronat::store {

/// Writes a file whole or not at all: what stood there before stays until all of the new is on the disk.
/// FileNotWritable(path) or DiskFull(path).
base::Status writeFile(const std::filesystem::path& path, const QByteArray& bytes);

/// Which of the two a failed writing was.
base::ErrorCode errorCodeOf(QFileDevice::FileError error);

/// FileNotReadable(path).
base::Result<std::string> readFile(const std::filesystem::path& path);

} // namespace patronat::store
