// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::store {

/// What a file is by its content: those that papers of a case are scanned or written to. Nothing of them is ever run.
enum class FileKind { Pdf, Jpeg, Png, Tiff, OpenDocument };

/// Nothing for what is none of them, whatever its name says. The first few dozen bytes are enough.
std::optional<FileKind> fileKindOf(std::string_view beginning);
/// "pdf", "jpg", "png", "tif", "odt": the ending a copy gets, and the kind's name in a value.
std::string_view endingOf(FileKind kind);

/// A file that a field of type attachment names: the content lies among the blobs, maybe not yet.
struct Attachment {
    std::string hash; ///< 64 hex digits, BLAKE2b-256 of the content
    std::string name; ///< as the person knows it, without its ending
    FileKind kind = FileKind::Pdf;
    std::uint64_t size = 0;
    std::string scanned; ///< ISO date: when it was added here; empty: not said
    bool operator==(const Attachment&) const = default;
};

/// The value of a field: a JSON array in the order of the hashes, so that the same files are the same text. What cannot be
/// read is left out. Empty for none.
std::vector<Attachment> attachmentsOf(std::string_view value);
std::string attachmentsText(std::vector<Attachment> files);

} // namespace patronat::store
