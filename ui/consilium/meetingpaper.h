// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/paper.h"
#include "core/store/readtx.h"

#include <QImage>

#include <memory>
#include <string>
#include <vector>

namespace patronat::ui {

/// A paper filled, with its pages as a preview shows them. A value.
struct PaperPages
{
    std::shared_ptr<const documents::Rendered> paper;
    std::vector<QImage> pages;
};

/// Without what is not the viewer's to read. Within a read, any thread.
base::Result<documents::Rendered> filledPaper(
    const store::ReadTx& tx, const std::string& templateId, base::RecordId record, base::RecordId viewer,
    const std::string& today);

/// Long work, without a database: any thread.
base::Result<PaperPages> pagesOf(documents::Rendered paper, int dotsPerInch);

} // namespace patronat::ui
