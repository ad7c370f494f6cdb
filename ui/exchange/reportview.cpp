// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/reportview.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/exchange/exchangewords.h"
#include "ui/exchange/linetable.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTabWidget>
#include <QVBoxLayout>

#include <initializer_list>

namespace patronat::ui {

namespace {

constexpr int kBecame = 4;
constexpr int kTitle = 2;

QStringList numbers(std::initializer_list<std::uint64_t> counts)
{
    QStringList out;
    for (const std::uint64_t count : counts)
        out += QLocale().toString(static_cast<qulonglong>(count));
    return out;
}

QStringList cellsOf(const exchange::MergeCounts& counts)
{
    return numbers({ counts.fresh, counts.had, counts.waiting, counts.conflicts, counts.beside, counts.findings,
        counts.forks });
}

} // namespace

ReportView::ReportView(const Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_tabs(new QTabWidget)
    , m_batches(new LineTable(desk.privacy))
    , m_lines(new LineTable(desk.privacy))
    , m_entries(new LineTable(desk.privacy))
    , m_filesTitle(makeLabel(TextRole::Group))
    , m_more(makeLabel(TextRole::Muted))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_filesTitle);
    // Why a file was refused takes more than a line.
    m_batches->setWrapping(true);
    m_batches->lines().setNumbers(2, kBecame);
    m_batches->setObjectName(QStringLiteral("files"));
    layout->addWidget(m_batches, 2);
    m_lines->lines().setNumbers(2, 9);
    m_lines->horizontalHeader()->setStretchLastSection(false);
    m_lines->setObjectName(QStringLiteral("lines"));
    m_entries->lines().setNameColumn(kTitle);
    m_entries->setWrapping(true);
    m_entries->setObjectName(QStringLiteral("entries"));
    connect(m_entries, &LineTable::opened, this, &ReportView::opened);
    auto* entries = new QWidget;
    auto* column = new QVBoxLayout(entries);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_entries, 1);
    column->addWidget(m_more);
    auto* lines = new QWidget;
    auto* other = new QVBoxLayout(lines);
    other->setContentsMargins(0, 6, 0, 0);
    other->addWidget(m_lines, 1);
    m_tabs->addTab(entries, QString());
    m_tabs->addTab(lines, QString());
    layout->addWidget(m_tabs, 3);
    words();
}

void ReportView::show(TakenIn taken)
{
    m_taken = std::move(taken);
    m_tabs->setCurrentIndex(m_taken.entries.empty() ? 1 : 0);
    words();
}

void ReportView::words()
{
    m_filesTitle->setText(tr("Files"));
    m_batches->setAccessibleName(tr("Files and what became of them"));
    m_lines->setAccessibleName(tr("By office and kind of record"));
    m_entries->setAccessibleName(tr("What to look at; Enter opens the record"));
    m_tabs->setTabText(0, tr("To look at: %1").arg(QLocale().toString(static_cast<qulonglong>(m_taken.report.entries.size()))));
    m_tabs->setTabText(1, tr("By office and kind of record"));
    fillBatches();
    fillLines();
    fillEntries();
}

void ReportView::fillBatches()
{
    const ExchangeWords words(m_desk);
    std::vector<ExchangeLine> lines;
    for (const exchange::BatchOutcome& outcome : m_taken.report.batches) {
        QStringList cells { nameOf(outcome.file) };
        if (outcome.refused)
            cells += { QString(), QString(), QString() };
        else
            cells += QStringList(words.from(outcome)) + numbers({ outcome.fresh, outcome.had });
        cells += words.became(outcome, m_taken.report.dryRun);
        lines.push_back({ cells, {}, {} });
    }
    m_batches->lines().setHeads({ tr("File"), tr("From"), tr("New"), tr("Already here"), tr("What became of it") });
    m_batches->lines().setLines(std::move(lines));
    m_batches->fitColumns();
}

void ReportView::fillLines()
{
    const ExchangeWords words(m_desk);
    std::vector<ExchangeLine> lines;
    if (m_taken.report.lines.size() > 1)
        lines.push_back({ QStringList { tr("All"), QString() } + cellsOf(m_taken.report.totals()), {}, {} });
    for (const exchange::MergeLine& line : m_taken.report.lines)
        lines.push_back({ QStringList { line.office.empty() ? tr("profile's or not known yet") : shown(line.office),
                              line.type.empty() ? tr("known as a whole") : words.type(line.type) }
                + cellsOf(line.counts),
            {}, {} });
    m_lines->lines().setHeads({ tr("Office"), tr("Kind of record"), tr("New"), tr("Already here"), tr("Waiting"),
        tr("Differences"), tr("Beside signatures"), tr("Findings"), tr("Written twice") });
    m_lines->lines().setLines(std::move(lines));
    m_lines->fitColumns();
}

void ReportView::fillEntries()
{
    const ExchangeWords words(m_desk);
    std::vector<ExchangeLine> lines;
    for (const TakenIn::Entry& one : m_taken.entries)
        lines.push_back({ { words.what(one.entry.what), words.type(one.entry.type),
                              one.record.isNull() ? tr("not here yet") : shown(one.title), words.detail(one.entry) },
            one.entry.type, one.record });
    m_entries->lines().setHeads({ tr("What"), tr("Kind of record"), tr("Record"), tr("In detail") });
    m_entries->lines().setLines(std::move(lines));
    m_entries->fitColumns();
    const std::size_t more = m_taken.report.entries.size() - m_taken.entries.size();
    m_more->setText(tr("and %1 more").arg(more));
    m_more->setVisible(more > 0);
}

} // namespace patronat::ui
