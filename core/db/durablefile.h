// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace patronat::db {

/// Waits until the bytes of a finished file are on the disk. FileNotWritable when they cannot be.
base::Status syncFile(const std::filesystem::path& file);
/// Renames within one folder, replacing what is there, and waits until the new name is on the disk.
base::Status renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace patronat::db
