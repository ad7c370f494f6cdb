// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/meetingpaper.h"

#include "core/access/screen.h"
#include "ui/common/paperways.h"

namespace patronat::ui {

base::Result<documents::Rendered> filledPaper(const store::ReadTx& tx,
    const std::string& templateId, base::RecordId record, base::RecordId viewer,
    const std::string& today)
{
    const auto screened = access::screen(tx, viewer, store::ClosedReads::Empty);
    const documents::PaperOptions options { paperLanguage(tx.profile()), today,
        tx.setting("demo") == "1", {} };
    return documents::renderPaper(tx.connection(), tx.profile(), templateId, record, options);
}

base::Result<PaperPages> pagesOf(documents::Rendered paper, int dotsPerInch)
{
    PaperPages out;
    PATRONAT_LET(out.pages, documents::imagesOf(paper, dotsPerInch));
    out.paper = std::make_shared<const documents::Rendered>(std::move(paper));
    return out;
}

} // namespace patronat::ui
