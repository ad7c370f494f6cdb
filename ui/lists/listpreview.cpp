// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listpreview.h"

#include "core/documents/pageprinter.h"
#include "core/store/outputfile.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

using base::Result;

namespace {

constexpr double kPageInches = 297 / 25.4; ///< across a landscape A4
constexpr double kFewestDots = 60;
constexpr double kMostDots = 110;
constexpr int kBesidePage = 60;
constexpr int kWidth = 1180;
constexpr int kHeight = 700;

} // namespace

ListPreview::ListPreview(Desk& desk, ListPaper paper, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_name(shown(paper.title))
    , m_state(makeLabel(TextRole::Muted, tr("The paper is being made")))
    , m_pdf(new QPushButton(tr("Save as PDF…")))
    , m_print(new QPushButton(tr("Print…")))
    , m_scroll(new QScrollArea)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Print: %1").arg(m_name));
    const QSize screen = parent ? parent->screen()->availableSize() : QSize(kWidth, kHeight);
    resize(std::min(kWidth, screen.width() - 40), std::min(kHeight, screen.height() - 60));
    auto* layout = new QVBoxLayout(this);
    auto* line = new QHBoxLayout;
    line->addWidget(makeLabel(TextRole::Title, m_name));
    line->addStretch(1);
    line->addWidget(m_state);
    m_print->setIcon(icon(QStringLiteral("print"), currentColours().accentText));
    m_print->setProperty("primary", true);
    m_print->setDefault(true);
    m_pdf->setIcon(icon(QStringLiteral("export")));
    auto* close = new QPushButton(tr("Close"));
    for (QPushButton* button : { m_pdf, m_print, close })
        line->addWidget(button);
    m_pdf->setEnabled(false);
    m_print->setEnabled(false);
    layout->addLayout(line);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Pages"));
    layout->addWidget(m_scroll, 1);
    connect(m_print, &QPushButton::clicked, this, &ListPreview::askPrinter);
    connect(m_pdf, &QPushButton::clicked, this, &ListPreview::askWhere);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    // Typing goes on where it was; not every manager of windows sees to that.
    if (parent != nullptr)
        connect(this, &QDialog::finished, parent, [parent] { parent->activateWindow(); });
    make(std::move(paper));
}

void ListPreview::done(int result)
{
    if (m_job != nullptr)
        m_job->cancel();
    QDialog::done(result);
}

void ListPreview::make(ListPaper paper)
{
    store::Store& store = m_desk.store;
    // The page as wide as the dialog, without going below what can be read.
    const double fitting
        = std::clamp((width() - kBesidePage) / kPageInches, kFewestDots, kMostDots);
    const int dots = qRound(fitting * devicePixelRatioF());
    m_job = m_desk.jobs.runLong(
        this,
        [&store, paper = std::move(paper), dots](base::Job& job) -> Result<Pages> {
            PATRONAT_LET(PrintedList list, printedList(store, paper, job));
            PATRONAT_TRY(job.checkpoint());
            Pages pages;
            PATRONAT_LET(pages.images, documents::imagesOfHtml(list.html, list.sheet, dots));
            pages.list = std::make_shared<const PrintedList>(std::move(list));
            return pages;
        },
        [this](Result<Pages> pages) {
            if (pages)
                show(std::move(*pages));
            else
                say(pages.error());
        });
}

void ListPreview::show(Pages pages)
{
    m_list = std::move(pages.list);
    m_pages = static_cast<int>(pages.images.size());
    auto* desktop = new QWidget;
    auto* column = new QVBoxLayout(desktop);
    column->setSpacing(14);
    int number = 0;
    for (const QImage& page : pages.images) {
        QPixmap picture = QPixmap::fromImage(page);
        picture.setDevicePixelRatio(devicePixelRatioF());
        auto* sheet = new QLabel;
        sheet->setPixmap(picture);
        sheet->setFrameShape(QFrame::Box);
        sheet->setAccessibleName(tr("Page %1 of %2").arg(++number).arg(m_pages));
        column->addWidget(sheet, 0, Qt::AlignHCenter);
    }
    column->addStretch(1);
    m_scroll->setWidget(desktop);
    const QString count = tr("%n page(s)", nullptr, m_pages);
    m_state->setText(m_list->left == 0 ? count
                                       : tr("%1; the first %2 lines. All of them go into a file")
                                             .arg(count)
                                             .arg(m_list->lines));
    m_pdf->setEnabled(true);
    m_print->setEnabled(true);
    m_print->setFocus();
    Q_EMIT ready();
}

void ListPreview::say(const base::Error& error)
{
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    m_state->setText(shown(text.title) + QLatin1Char(' ') + shown(text.advice));
}

void ListPreview::askWhere()
{
    auto* dialog = new QFileDialog(this, tr("Save as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(QStringLiteral("*.pdf"));
    dialog->selectFile(m_name + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& file) { saveTo(std::filesystem::path(file.toStdU16String())); });
    dialog->open();
}

void ListPreview::saveTo(const std::filesystem::path& path)
{
    if (m_list == nullptr)
        return;
    m_desk.jobs.runLong(
        this,
        [list = m_list, path](base::Job&) -> base::Status {
            PATRONAT_LET(const QByteArray pdf, documents::pdfOfHtml(list->html, list->sheet));
            return store::writeFile(path, pdf);
        },
        [this, path](const base::Status& written) {
            if (written)
                m_state->setText(tr("The file is saved: %1")
                                     .arg(QString::fromStdU16String(path.filename().u16string())));
            else
                say(written.error());
        });
}

void ListPreview::askPrinter()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_name);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this,
        [this, printer] { printOn(printer); });
    dialog->open();
}

void ListPreview::printOn(std::shared_ptr<QPrinter> printer)
{
    if (m_list == nullptr)
        return;
    m_state->setText(tr("Printing"));
    m_desk.jobs.runLong(
        this,
        [list = m_list, printer = std::move(printer)](
            base::Job&) { return documents::printHtml(list->html, list->sheet, *printer); },
        [this](const Result<int>& pages) {
            if (pages)
                m_state->setText(tr("Given to the printer: %n page(s)", nullptr, *pages));
            else
                say(pages.error());
        });
}

} // namespace patronat::ui
