// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/manifest.h"

#include <filesystem>
#include <memory>
#include <string>

namespace patronat::exchange {

// "PTB1\n" | length of the manifest (4 bytes, little-endian) | manifest | Ed25519 signature of
// "PTB1-manifest\0" and the manifest | payload, to the end of the file.

/// A batch as read and found genuine: signed by the key it names, nothing changed, cut off or added. Whether that
/// key is to be trusted is another question (checkedbatch.h).
struct BatchFile {
    Manifest manifest;
    std::string manifestText;
    std::shared_ptr<const std::string> payload; ///< whole in memory: what was checked is what is merged
};

/// Writes `file` whole or not at all: beside it as ".tmp", on the disk, renamed, read back and compared.
base::Status writeBatch(const std::filesystem::path& file, Manifest& manifest, const std::string& payload,
    const vault::SecretKey& key);
/// BatchUnreadable, BatchTampered, BatchTooNew.
base::Result<BatchFile> readBatch(const std::filesystem::path& file);

/// "16-01-20270312-1f3a.patronat-batch": ASCII, short, fit for FAT32.
std::string suggestedName(const Manifest& manifest);

/// A path in UTF-8, as errors name it.
std::string pathText(const std::filesystem::path& path);
/// Whether a file begins as a batch does.
bool looksLikeBatch(const std::filesystem::path& file);

} // namespace patronat::exchange
