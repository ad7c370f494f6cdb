// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/papersheet.h"

#include <QByteArray>
#include <QImage>

#include <string>
#include <vector>

class QPagedPaintDevice;

namespace patronat::documents {

/// Paints HTML on any paged device, page by page: bands above and below, heads of tables again on every page,
/// no row and no line cut, what belongs together together. The number of pages. Needs a QGuiApplication.
base::Result<int> printHtml(const std::string& html, const PaperSheet& sheet, QPagedPaintDevice& device);

/// The pages as pictures in shades of grey, for a preview: cut as in the PDF, whatever the dots. Any thread.
base::Result<std::vector<QImage>> imagesOfHtml(const std::string& html, const PaperSheet& sheet, int dotsPerInch);

/// The same as a PDF with its fonts inside and selectable text; the same bytes for the same input.
base::Result<QByteArray> pdfOfHtml(const std::string& html, const PaperSheet& sheet);

} // namespace patronat::documents
