// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace patronat::db {

/// Only the owner reads and writes a file from now on: who may read a database has its site's keys. A file system without
/// such rights (a stick) has none to set, and nothing is said.
void keepToOwner(const std::filesystem::path& file);

/// Waits until the bytes of a finished file are on the disk. FileNotWritable when they cannot be.
base::Status syncFile(const std::filesystem::path& file);
/// Renames within one folder, replacing what is there, and waits until the new name is on the disk.
base::Status renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace patronat::db
