// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/value.h"
#include "core/documents/papersheet.h"
#include "core/profile/profile.h"

#include <QByteArray>
#include <QImage>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

class QPagedPaintDevice;

namespace patronat::db {
class Connection;
}

namespace patronat::documents {

struct PaperOptions
{
    std::string language; ///< of labels, dates and the words of the page
    std::string today; ///< ISO date: :today of the queries, the date in the files
    bool demo = false; ///< every page says «учебные данные»
    base::Fields given {}; ///< the parameters that the paper declares by `given`
};

/// One record on one paper, filled and not yet written. A value.
struct Rendered
{
    std::string templateId;
    PaperSheet sheet;
    std::string html;
    std::optional<std::string> flatOdt; ///< nothing when the paper has no such form
};

/// Fills the paper `templateId` of the profile with a record. The connection may be a reader; the
/// functions of papers are registered on it. ProfileBroken names the template and the key that is
/// wrong.
base::Result<Rendered> renderPaper(db::Connection& connection, const profile::Profile& profile,
    std::string_view templateId, base::RecordId record, const PaperOptions& options);

/// What of the profile's papers cannot be read: queries that do not prepare over its tables, which
/// the connection holds, and names in templates that no query gives. Each ProfileBroken(file, line,
/// path, why).
std::vector<base::Error> paperProblems(db::Connection& connection, const profile::Profile& profile);

/// Paints it on a printer or any other paged device; the number of pages. Needs a QGuiApplication,
/// as PDF does.
base::Result<int> printOn(const Rendered& paper, QPagedPaintDevice& device);
base::Result<QByteArray> pdfOf(const Rendered& paper);
/// Its pages for a preview, cut as in the PDF.
base::Result<std::vector<QImage>> imagesOf(const Rendered& paper, int dotsPerInch);

/// Whole or not at all: FileNotWritable(path), DiskFull(path). An ODT of a paper without flat ODT
/// form is NotFound("form", id).
base::Status writePdf(const Rendered& paper, const std::filesystem::path& path);
base::Status writeOdt(
    const Rendered& paper, const std::filesystem::path& path); ///< .fodt: flat, else a package
base::Status writeHtml(const Rendered& paper, const std::filesystem::path& path);

} // namespace patronat::documents
