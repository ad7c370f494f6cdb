// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/attachment.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace patronat::store {

/// Why a file is not taken in.
enum class BlobRefusal {
    None,
    Empty,
    TooLarge, ///< over kMostBytes
    UnknownKind, ///< by its content none of FileKind
};

/// What came of taking a file in.
struct TakenBlob {
    BlobRefusal refusal = BlobRefusal::None;
    Attachment file; ///< without name and day; empty when refused
};

/// Contents of attachments beside a database ("<db>.blobs"), named by their hash: the same content lies there once, and is
/// never changed. What add() has returned survives a power cut. A record never waits for its blob: one that has not come
/// yet is simply not here. A value; any thread, several at once.
class Blobs {
public:
    static constexpr std::uintmax_t kMostBytes = 20U << 20U;

    explicit Blobs(const std::filesystem::path& database);

    /// Copies a file in: under a temporary name first, renamed when all of it is on the disk. FileNotReadable(path),
    /// FileNotWritable(path), DiskFull(path).
    base::Result<TakenBlob> add(const std::filesystem::path& file, base::Job& job) const;
    /// The same for what is in memory already: a file that was prepared before it is kept (core/scans).
    base::Result<TakenBlob> add(const std::string& bytes) const;
    /// All of a file, or some bytes more than `bound`: then it is too large. FileNotReadable(path), also for a folder.
    static base::Result<std::string> read(const std::filesystem::path& file, std::uintmax_t bound, base::Job& job);
    bool has(std::string_view hash) const;
    /// The content, checked against its hash. NotFound("blob", hash) when it has not come; FileNotReadable(path) when it is not what
    /// its name says.
    base::Result<std::string> content(std::string_view hash) const;

    std::filesystem::path pathOf(std::string_view hash) const;
    const std::filesystem::path& folder() const { return m_folder; }

private:
    base::Status write(const std::string& bytes, const std::string& hash) const;
    std::filesystem::path m_folder;
};

} // namespace patronat::store
