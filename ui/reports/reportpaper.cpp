// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportpaper.h"

#include "ui/common/icons.h"
#include "ui/common/paperways.h"
#include "ui/common/sheetview.h"
#include "ui/common/text.h"
#include "ui/reports/reportcounting.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

ReportPaper::ReportPaper(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_sheets(new SheetView)
    , m_buttons(new QWidget)
    , m_save(new QPushButton)
    , m_print(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_sheets);
    auto* line = new QHBoxLayout(m_buttons);
    line->setContentsMargins(0, 0, 0, 0);
    m_save->setObjectName(QStringLiteral("reports.save"));
    m_save->setIcon(icon(QStringLiteral("export")));
    m_print->setObjectName(QStringLiteral("reports.print"));
    m_print->setIcon(icon(QStringLiteral("print")));
    line->addWidget(m_save);
    line->addWidget(m_print);
    connect(m_print, &QPushButton::clicked, this, [this] {
        Q_EMIT aboutToPrint();
        askPrinter(this, fileName(),
            [this](std::shared_ptr<QPrinter> printer) { printOn(std::move(printer)); });
    });
    connect(&desk.languages, &LanguageSwitch::switched, this, &ReportPaper::words);
    setFocusProxy(m_sheets);
    words();
}

void ReportPaper::words()
{
    m_sheets->setAccessibleName(tr("Pages"));
    m_save->setText(tr("Save"));
    m_print->setText(tr("Print…"));
    delete m_save->menu();
    auto* menu = new QMenu(m_save);
    const auto add = [&](const QString& text, const QString& ending) {
        menu->addAction(text, this, [this, ending] {
            askFile(this, { tr("Save the report"), fileName(), ending },
                [this](const std::filesystem::path& path) { saveTo(path); });
        });
    };
    add(tr("Spreadsheet (XLSX)…"), QStringLiteral("xlsx"));
    add(tr("PDF…"), QStringLiteral("pdf"));
    add(tr("Table as text (CSV)…"), QStringLiteral("csv"));
    add(tr("Page for a browser (HTML)…"), QStringLiteral("html"));
    m_save->setMenu(menu);
}

void ReportPaper::show(std::shared_ptr<const reports::Table> table, const std::string& today)
{
    m_table = std::move(table);
    m_today = today;
    m_isStale = true;
    m_pageCount = 0;
    if (isVisible())
        paint();
}

void ReportPaper::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        paint();
}

void ReportPaper::paint()
{
    m_isStale = false;
    const unsigned asked = ++m_asked;
    if (m_table == nullptr) {
        m_sheets->showPages({});
        return;
    }
    const int dots = m_sheets->dotsPerInch(SheetView::Sheet::Across);
    const store::Store& store = m_desk.store;
    m_desk.jobs.runLong(
        this,
        [&store, table = m_table, today = m_today, dots](
            base::Job&) { return pagesOf(*table, store.profile(), today, dots); },
        [this, asked](const base::Result<std::vector<QImage>>& pages) {
            if (asked != m_asked)
                return;
            m_pageCount = pages ? static_cast<int>(pages->size()) : 0;
            m_sheets->showPages(pages ? *pages : std::vector<QImage>());
            if (!pages)
                Q_EMIT failed(pages.error());
        });
}

QString ReportPaper::fileName() const
{
    return m_table ? tr("Report %1 %2").arg(shown(m_table->id), shown(m_table->period.id))
                   : QString();
}

void ReportPaper::saveTo(const std::filesystem::path& path)
{
    if (m_table == nullptr)
        return;
    const store::Store& store = m_desk.store;
    m_desk.jobs.runLong(
        this,
        [&store, table = m_table, today = m_today, path](
            base::Job&) { return writeReport(*table, store.profile(), today, path); },
        [this, path](const base::Status& done) {
            if (done)
                Q_EMIT stateChanged(tr("The file is saved: %1").arg(fileNameOf(path)));
            else
                Q_EMIT failed(done.error());
        });
}

void ReportPaper::printOn(std::shared_ptr<QPrinter> printer)
{
    if (m_table == nullptr)
        return;
    Q_EMIT stateChanged(tr("Printing"));
    const store::Store& store = m_desk.store;
    m_desk.jobs.runLong(
        this,
        [&store, table = m_table, today = m_today, printer = std::move(printer)](
            base::Job&) { return ui::printOn(*table, store.profile(), today, *printer); },
        [this](const base::Result<int>& pages) {
            if (pages)
                Q_EMIT stateChanged(tr("Given to the printer: %n page(s)", nullptr, *pages));
            else
                Q_EMIT failed(pages.error());
        });
}

} // namespace patronat::ui
