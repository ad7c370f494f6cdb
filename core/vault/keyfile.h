// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace patronat::vault {

enum class Readable {
    ByEverybody,
    ByOwner, ///< created so (0600), never opened up to begin with
};

/// Writes a small new file and waits until it is on the disk; an existing one is refused, never replaced: it
/// may be the only copy of a key.
base::Status writeNewFile(const std::filesystem::path& path, std::string_view bytes, Readable readable);
/// Reads at most 64 KiB; more is refused.
base::Result<std::string> readSmallFile(const std::filesystem::path& path);

} // namespace patronat::vault
