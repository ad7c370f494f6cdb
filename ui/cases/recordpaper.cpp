// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/recordpaper.h"

#include "core/access/screen.h"
#include "core/access/visibility.h"
#include "core/documents/paper.h"
#include "ui/common/paperways.h"

#include <QCoreApplication>
#include <QPrinter>
#include <QString>
#include <QWidget>

namespace patronat::ui {

using base::Result;

namespace {

Result<documents::Rendered> rendered(
    const store::Store& store, const RecordPaper& paper, base::RecordId viewer, const std::string& today)
{
    return store.read([&](const store::ReadTx& tx) -> Result<documents::Rendered> {
        documents::PaperOptions options { paperLanguage(tx.profile()), today,
            tx.setting("demo") == "1", {} };
        if (paper.given) {
            PATRONAT_LET(options.given, paper.given(tx));
        }
        if (const auto type = tx.typeOf(paper.record))
            PATRONAT_TRY(access::checkReadable(tx, *type, viewer));
        const auto screened = access::screen(tx, viewer, store::ClosedReads::Empty);
        return documents::renderPaper(
            tx.connection(), tx.profile(), paper.templateId, paper.record, options);
    });
}

} // namespace

void printPaper(Desk& desk, QWidget* page, const RecordPaper& paper, PaperSaid said)
{
    askPrinter(page, paper.name, [&desk, page, paper, said](std::shared_ptr<QPrinter> printer) {
        store::Store& store = desk.store;
        desk.jobs.runLong(
            page,
            [&store, paper, printer = std::move(printer), viewer = desk.author, today = desk.today()](
                base::Job&) -> Result<int> {
                PATRONAT_LET(const documents::Rendered filled, rendered(store, paper, viewer, today));
                return documents::printOn(filled, *printer);
            },
            [said](const Result<int>& pages) {
                said(pages
                        ? Result<QString>(QCoreApplication::translate("patronat::ui::RecordPaper",
                            "Given to the printer: %n page(s)", nullptr, *pages))
                        : Result<QString>(pages.error()));
            });
    });
}

void savePaper(Desk& desk, QWidget* page, const RecordPaper& paper, PaperSaid said)
{
    const PaperFile file { QCoreApplication::translate("patronat::ui::RecordPaper", "Save as PDF"),
        paper.name, QStringLiteral("pdf") };
    askFile(page, file, [&desk, page, paper, said](const std::filesystem::path& path) {
        store::Store& store = desk.store;
        desk.jobs.runLong(
            page,
            [&store, paper, path, viewer = desk.author, today = desk.today()](base::Job&) -> base::Status {
                PATRONAT_LET(const documents::Rendered filled, rendered(store, paper, viewer, today));
                return documents::writePdf(filled, path);
            },
            [said, path](const base::Status& written) {
                said(written ? Result<QString>(QCoreApplication::translate(
                         "patronat::ui::RecordPaper", "The file is saved: %1")
                                                   .arg(fileNameOf(path)))
                             : Result<QString>(written.error()));
            });
    });
}

} // namespace patronat::ui
