// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/scans/scansettings.h"
#include "core/store/blobs.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace patronat::scans {

/// Why a file is not taken in.
enum class Refusal {
    None,
    Empty,
    TooLarge, ///< over kMostSourceBytes, or over Blobs::kMostBytes after all that could be done
    UnknownKind, ///< neither a picture nor a paper of a case
    Unreadable, ///< a picture that is damaged or cut short
    TooManyDots,
    NoReader, ///< HEIC and whatever else this computer has no plugin for
};

/// What was done to a file before it was kept.
enum class Treatment {
    Redrawn, ///< a picture: only its dots are left
    Cleaned, ///< a PDF without its properties
    PdfLocked, ///< kept as it is: behind a password
    PdfSigned, ///< kept as it is: an electronic signature would break
    PdfDamaged, ///< kept as it is: cannot be taken apart
    SeveralPages, ///< kept as it is: a TIFF of several pages
    AsItIs, ///< no picture and no PDF (an ODT text): kept as it is, with its author
};

/// A camera's picture may be larger than what is kept of it.
inline constexpr std::uintmax_t kMostSourceBytes = 96U << 20U;

struct Prepared {
    Refusal refusal = Refusal::None;
    Treatment treatment = Treatment::AsItIs;
    std::string bytes; ///< what is kept; empty when refused
    std::uint64_t sizeBefore = 0; ///< bytes
    int width = 0; ///< pixels of a picture
    int height = 0;
    int widthBefore = 0;
    int heightBefore = 0;
    int pages = 0; ///< of a PDF; 0: not known
};

/// The stable name of a refusal or treatment ("tooManyDots", "redrawn"), for the tool's JSON.
std::string_view nameOf(Refusal refusal);
std::string_view nameOf(Treatment treatment);

/// By its content, not by its name. Any thread; long: off the GUI thread.
Prepared prepare(const std::string& bytes, const ScanSettings& settings);

/// A prepared file among the blobs.
struct TakenScan {
    Prepared prepared; ///< its bytes are gone to the blobs
    store::Attachment file; ///< without name and day; empty when refused
};

/// Reads, prepares and keeps a file; the one it came from is left alone. FileNotReadable(path), FileNotWritable(path),
/// DiskFull(path), Cancelled: then nothing is kept.
base::Result<TakenScan> take(const store::Blobs& blobs, const std::filesystem::path& file, const ScanSettings& settings, base::Job& job);

} // namespace patronat::scans
