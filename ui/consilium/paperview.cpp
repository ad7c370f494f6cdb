// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consilium/paperview.h"

#include "ui/common/choicebox.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/paperways.h"
#include "ui/common/sheetview.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/consilium/attendancemodel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

using base::RecordId;
using base::Result;

namespace {

constexpr int kTopicLetters = 60;
const QString kProtocol = QStringLiteral("protocol");
const QString kExtract = QStringLiteral("extract");

} // namespace

PaperView::PaperView(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_papers(new ChoiceBox)
    , m_label(makeLabel(TextRole::Label))
    , m_state(new ElidedLabel) // what it says comes and goes; the window is not made wider for it
    , m_hidden(makeLabel(TextRole::Muted))
    , m_question(makeLabel(TextRole::Warning))
    , m_print(new QPushButton)
    , m_pdf(new QPushButton)
    , m_odt(new QPushButton)
    , m_sheets(new SheetView)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 10, 8, 0);
    layout->setSpacing(6);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 12, 0);
    line->addWidget(m_label);
    line->addWidget(m_papers, 1);
    setRole(m_state, TextRole::Muted);
    line->addWidget(m_state);
    m_print->setIcon(icon(QStringLiteral("print"), currentColours().accentText));
    m_print->setProperty("primary", true);
    m_pdf->setIcon(icon(QStringLiteral("export")));
    m_odt->setIcon(icon(QStringLiteral("export")));
    for (QPushButton* button : { m_pdf, m_odt, m_print })
        line->addWidget(button);
    layout->addLayout(line);
    m_question->setObjectName(QStringLiteral("absentLeaders"));
    m_question->setWordWrap(true);
    m_question->hide();
    layout->addWidget(m_question);
    layout->addWidget(m_sheets, 1);
    m_hidden->setObjectName(QStringLiteral("hiddenPages"));
    m_hidden->setWordWrap(true);
    m_hidden->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_hidden, 1);
    m_label->setBuddy(m_papers);
    m_papers->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_papers->setMinimumContentsLength(10);
    connect(m_papers, &QComboBox::activated, this, &PaperView::refresh);
    connect(m_print, &QPushButton::clicked, this, [this] {
        askPrinter(this, fileName(),
            [this](std::shared_ptr<QPrinter> printer) { printOn(std::move(printer)); });
    });
    connect(m_pdf, &QPushButton::clicked, this, [this] { askWhere(Format::Pdf); });
    connect(m_odt, &QPushButton::clicked, this, [this] { askWhere(Format::Odt); });
    connect(&desk.languages, &LanguageSwitch::switched, this, &PaperView::words);
    connect(&desk.privacy, &Privacy::changed, this, [this] {
        fillPapers();
        ask();
        veil();
    });
    setFocusProxy(m_papers);
    words();
}

void PaperView::words()
{
    m_label->setText(tr("Paper:"));
    m_papers->setAccessibleName(tr("Paper"));
    m_print->setText(tr("Print…"));
    m_pdf->setText(tr("Save as PDF…"));
    m_odt->setText(tr("Save as ODT…"));
    m_sheets->setAccessibleName(tr("Pages"));
    m_hidden->setText(
        tr("The pages are hidden while others are near: they name people. They can be "
           "printed and saved all the same."));
    fillPapers();
    ask();
    veil();
    showPages();
}

void PaperView::veil()
{
    const bool isMasking = m_desk.privacy.isMasking();
    m_sheets->setVisible(!isMasking);
    m_hidden->setVisible(isMasking);
}

void PaperView::ask()
{
    const QString words = absentLeadersWords(m_meeting, m_desk.privacy);
    m_question->setText(words);
    m_question->setVisible(!words.isEmpty() && !m_meeting.meeting.id.isNull());
}

void PaperView::show(const MeetingSummary& meeting)
{
    m_meeting = meeting;
    fillPapers();
    ask();
    if (isVisible())
        refresh();
}

void PaperView::fillPapers()
{
    const QVariant before = m_papers->currentData();
    m_papers->clear();
    m_papers->addItem(tr("Protocol"), QString());
    int number = 0;
    for (const AgendaLine& line : m_meeting.agenda) {
        const QString about = line.family.empty() ? shown(line.text("topic")).left(kTopicLetters)
                                                  : m_desk.privacy.veiled(shown(line.family));
        m_papers->addItem(
            tr("Extract, question %1: %2").arg(++number).arg(about), shown(line.record.id.hex()));
    }
    m_papers->setCurrentIndex(std::max(0, m_papers->findData(before)));
    enable();
}

void PaperView::enable()
{
    const bool hasPaper = m_shown.paper != nullptr;
    m_print->setEnabled(hasPaper);
    m_pdf->setEnabled(hasPaper);
    m_odt->setEnabled(hasPaper && m_shown.paper->flatOdt.has_value());
}

void PaperView::refresh()
{
    if (m_meeting.meeting.id.isNull())
        return;
    const unsigned asked = ++m_asked;
    const QString item = m_papers->currentData().toString();
    const RecordId record = item.isEmpty() ? m_meeting.meeting.id
                                           : RecordId::fromHex(typed(item)).value_or(RecordId {});
    const int dots = m_sheets->dotsPerInch(SheetView::Sheet::Upright);
    m_state->setText(tr("The paper is being made"));
    store::Store& store = m_desk.store;
    m_desk.jobs.runLong(
        this,
        [&store, record, dots, paper = typed(item.isEmpty() ? kProtocol : kExtract),
            viewer = m_desk.author, today = m_desk.today()](base::Job&) -> Result<PaperPages> {
            PATRONAT_LET(documents::Rendered filled, store.read([&](const store::ReadTx& tx) {
                return filledPaper(tx, paper, record, viewer, today);
            }));
            return pagesOf(std::move(filled), dots);
        },
        [this, asked](Result<PaperPages> made) {
            if (asked != m_asked)
                return;
            m_shown = made ? std::move(*made) : PaperPages {};
            showPages();
            if (!made)
                Q_EMIT failed(made.error());
        });
}

void PaperView::showPages()
{
    m_sheets->showPages(m_shown.pages);
    m_state->setText(m_shown.pages.empty() ? QString() : tr("%n page(s)", nullptr, pageCount()));
    enable();
}

QString PaperView::fileName() const
{
    const QString day = shown(m_meeting.date);
    return m_papers->currentIndex() <= 0
        ? tr("Protocol %1").arg(day)
        : tr("Extract %1, question %2").arg(day).arg(m_papers->currentIndex());
}

void PaperView::askWhere(Format format)
{
    const bool isPdf = format == Format::Pdf;
    askFile(this,
        { isPdf ? tr("Save as PDF") : tr("Save as ODT"), fileName(),
            isPdf ? QStringLiteral("pdf") : QStringLiteral("odt") },
        [this, format](const std::filesystem::path& path) { saveTo(path, format); });
}

void PaperView::saveTo(const std::filesystem::path& path, Format format)
{
    if (m_shown.paper == nullptr)
        return;
    m_desk.jobs.runLong(
        this,
        [paper = m_shown.paper, path, format](base::Job&) {
            return format == Format::Pdf ? documents::writePdf(*paper, path)
                                         : documents::writeOdt(*paper, path);
        },
        [this, path](const base::Status& done) {
            if (done)
                Q_EMIT stateChanged(tr("The file is saved: %1").arg(fileNameOf(path)));
            else
                Q_EMIT failed(done.error());
        });
}

void PaperView::printOn(std::shared_ptr<QPrinter> printer)
{
    if (m_shown.paper == nullptr)
        return;
    Q_EMIT stateChanged(tr("Printing"));
    m_desk.jobs.runLong(
        this,
        [paper = m_shown.paper, printer = std::move(printer)](
            base::Job&) { return documents::printOn(*paper, *printer); },
        [this](const Result<int>& pages) {
            if (pages)
                Q_EMIT stateChanged(tr("Given to the printer: %n page(s)", nullptr, *pages));
            else
                Q_EMIT failed(pages.error());
        });
}

} // namespace patronat::ui
