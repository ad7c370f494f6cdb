// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace patronat::scans {

/// What came of leaving out who made a PDF, when and with what.
enum class PdfOutcome {
    Cleaned,
    Locked, ///< a password keeps it shut: left as it is
    Signed, ///< an electronic signature would break: left as it is
    Damaged, ///< it cannot be taken apart: left as it is
};

struct CleanedPdf {
    PdfOutcome outcome = PdfOutcome::Damaged;
    std::string bytes; ///< only when Cleaned
    int pages = 0; ///< 0: not known
};

/// Without the table of its properties (author, program, dates), XMP, private data of programs, thumbnails, and the notes
/// within its JPEG pictures. Pages, texts, forms and attached files stay. Any thread.
CleanedPdf withoutAuthor(const std::string& bytes);

} // namespace patronat::scans
