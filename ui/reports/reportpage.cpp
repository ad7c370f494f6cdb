// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportpage.h"

#include "ui/common/choicebox.h"
#include "ui/common/errortext.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/reports/figuredialog.h"
#include "ui/reports/periodchooser.h"
#include "ui/reports/reportpaper.h"
#include "ui/reports/reporttable.h"
#include "ui/reports/tableview.h"

#include <QComboBox>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

using base::ErrorCode;
using base::RecordId;
using reports::Table;

namespace {

enum Tab
{
    Figures,
    Pages
};
constexpr int kNotesHeight = 110;
constexpr int kMostProgress = 320;

} // namespace

ReportPage::ReportPage(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(makeLabel(TextRole::Title))
    , m_reportLabel(makeLabel(TextRole::Label))
    , m_report(new ChoiceBox)
    , m_territoryLabel(makeLabel(TextRole::Label))
    , m_territory(new ChoiceBox)
    , m_periodLabel(makeLabel(TextRole::Label))
    , m_period(new PeriodChooser(desk, nullptr))
    , m_count(new QPushButton)
    , m_stop(new QPushButton)
    , m_progress(new QProgressBar)
    , m_said(makeLabel(TextRole::Plain))
    , m_tabs(new QTabWidget)
    , m_model(new ReportTable(this))
    , m_view(new TableView(*m_model))
    , m_notes(makeLabel(TextRole::Muted))
    , m_paper(new ReportPaper(desk, nullptr))
    , m_culprits(new QListWidget)
    , m_culpritsLabel(makeLabel(TextRole::Group))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(buildChoice());
    layout->addWidget(buildState());
    m_toLookAt = buildCulprits();
    m_tabs->setObjectName(QStringLiteral("reports.tabs"));
    m_tabs->addTab(buildTable(), QString());
    m_tabs->addTab(m_paper, QString());
    layout->addWidget(m_tabs, 3);
    layout->addWidget(m_toLookAt, 1);
    layout->addStretch(0);
    connect(m_paper, &ReportPaper::aboutToPrint, this, [this] { m_tabs->setCurrentIndex(Pages); });
    connect(m_paper, &ReportPaper::failed, this, &ReportPage::failed);
    connect(m_paper, &ReportPaper::stateChanged, this, &ReportPage::stateChanged);
    connect(&desk.languages, &LanguageSwitch::switched, this, &ReportPage::words);
    connect(&desk.privacy, &Privacy::changed, this, &ReportPage::showCulprits);
    auto* key = new QShortcut(QKeySequence(Qt::Key_F5), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &ReportPage::count);
    setFocusProxy(m_report);
    words();
}

QWidget* ReportPage::buildChoice()
{
    auto* choice = new QWidget;
    // Two lines, so that the longest period has room beside texts of 150 %.
    auto* lines = new QVBoxLayout(choice);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    auto* what = new QHBoxLayout;
    auto* when = new QHBoxLayout;
    lines->addLayout(what);
    lines->addLayout(when);
    m_report->setObjectName(QStringLiteral("reports.report"));
    m_report->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_territory->setObjectName(QStringLiteral("reports.territory"));
    m_territory->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_report->setMinimumContentsLength(12);
    m_territory->setMinimumContentsLength(12);
    m_count->setObjectName(QStringLiteral("reports.count"));
    m_count->setProperty("primary", true);
    what->addWidget(m_reportLabel);
    what->addWidget(m_report, 2);
    what->addWidget(m_territoryLabel);
    what->addWidget(m_territory, 1);
    when->addWidget(m_periodLabel);
    when->addWidget(m_period);
    when->addStretch(1);
    when->addWidget(m_count);
    m_reportLabel->setBuddy(m_report);
    m_periodLabel->setBuddy(m_period);
    m_territoryLabel->setBuddy(m_territory);
    connect(m_report, &QComboBox::currentIndexChanged, this, &ReportPage::chooseReport);
    connect(m_period, &PeriodChooser::chosen, this, &ReportPage::showState);
    connect(m_count, &QPushButton::clicked, this, &ReportPage::count);
    return choice;
}

QWidget* ReportPage::buildState()
{
    auto* state = new QWidget;
    auto* line = new QHBoxLayout(state);
    line->setContentsMargins(0, 0, 0, 0);
    m_said->setObjectName(QStringLiteral("reports.said"));
    m_said->setWordWrap(true);
    m_stop->setObjectName(QStringLiteral("reports.stop"));
    m_progress->setMaximumWidth(kMostProgress);
    line->addWidget(m_said, 1);
    line->addWidget(m_progress);
    line->addWidget(m_stop);
    line->addWidget(m_paper->buttons());
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        m_stop->setEnabled(false);
    });
    return state;
}

QWidget* ReportPage::buildTable()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(6);
    m_view->setObjectName(QStringLiteral("reports.table"));
    connect(m_view, &QAbstractItemView::activated, this, &ReportPage::openFigure);
    layout->addWidget(m_view, 1);
    m_notes->setObjectName(QStringLiteral("reports.notes"));
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* notes = new QScrollArea;
    notes->setWidgetResizable(true);
    notes->setMaximumHeight(kNotesHeight);
    notes->setFocusPolicy(Qt::NoFocus);
    notes->setWidget(m_notes);
    layout->addWidget(notes);
    return page;
}

QWidget* ReportPage::buildCulprits()
{
    auto* all = new QWidget;
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    m_culprits->setObjectName(QStringLiteral("reports.culprits"));
    m_culpritsLabel->setBuddy(m_culprits);
    m_culpritsLabel->setWordWrap(true);
    layout->addWidget(m_culpritsLabel);
    layout->addWidget(m_culprits, 1);
    connect(m_culprits, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        const Culprit& one = m_counted.culprits[static_cast<std::size_t>(m_culprits->row(item))];
        Q_EMIT opened(one.type, one.id);
    });
    return all;
}

void ReportPage::words()
{
    m_title->setText(tr("Reports"));
    m_reportLabel->setText(tr("Report:"));
    m_report->setAccessibleName(tr("Report"));
    m_periodLabel->setText(tr("Period:"));
    m_territoryLabel->setText(tr("Territory:"));
    m_territory->setAccessibleName(tr("Territory"));
    m_count->setText(tr("Count"));
    m_count->setToolTip(tr("F5"));
    m_stop->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("How much is counted"));
    m_tabs->setTabText(Figures, tr("Table"));
    m_tabs->setTabText(Pages, tr("As on paper"));
    m_tabs->tabBar()->setAccessibleName(tr("The counted report"));
    m_view->setAccessibleName(tr("Figures of the report"));
    m_culprits->setAccessibleName(tr("Records to look at"));
    m_period->words();
    fillReports();
    fillTerritories();
    showNotes();
    showCulprits();
    showState();
}

void ReportPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isLoaded)
        load();
}

void ReportPage::load()
{
    m_isLoaded = true;
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store](base::Job&) {
            return store.read([](const store::ReadTx& tx) -> base::Result<ReportChoices> {
                return reportChoices(tx);
            });
        },
        [this](base::Result<ReportChoices> choices) {
            if (!choices) {
                m_isLoaded = false;
                Q_EMIT failed(choices.error());
                return;
            }
            m_choices = std::move(*choices);
            fillReports();
            fillTerritories();
            showState();
        });
}

void ReportPage::fillReports()
{
    const QVariant before = m_report->currentData();
    m_report->clear();
    for (const ReportChoice& one : m_choices.reports)
        m_report->addItem(m_desk.languages.text(one.title), shown(one.id));
    m_report->setCurrentIndex(std::max(0, m_report->findData(before)));
}

void ReportPage::fillTerritories()
{
    const QVariant before = m_territory->currentData();
    m_territory->clear();
    m_territory->addItem(tr("Everything that is here"), QString());
    for (const TerritoryChoice& one : m_choices.territories)
        m_territory->addItem(shown(one.name), shown(one.code));
    m_territory->setCurrentIndex(std::max(0, m_territory->findData(before)));
}

void ReportPage::chooseReport()
{
    const int at = m_report->currentIndex();
    if (at < 0)
        return;
    const ReportChoice& report = m_choices.reports[static_cast<std::size_t>(at)];
    m_period->setProgramme(report.from, report.to);
}

void ReportPage::count()
{
    const auto period = m_period->period();
    if (isCounting() || !period || m_report->currentIndex() < 0)
        return;
    const ReportRequest request { typed(m_report->currentData().toString()), *period,
        typed(m_territory->currentData().toString()), m_desk.today(), m_desk.author };
    m_state = State::Counting;
    m_progress->setRange(0, 0);
    const store::Store& store = m_desk.store;
    m_job = m_desk.jobs.runLong(
        this,
        [&store, request, language = typed(m_desk.languages.language())](
            base::Job& job) { return countedReport(store, request, language, job); },
        [this, request](
            base::Result<CountedReport> counted) { finish(std::move(counted), request); },
        [this](std::uint64_t done, std::uint64_t total) {
            m_progress->setRange(0, static_cast<int>(total));
            m_progress->setValue(static_cast<int>(done));
        });
    m_stop->setEnabled(true);
    showState();
    m_stop->setFocus();
}

void ReportPage::finish(base::Result<CountedReport> counted, const ReportRequest& request)
{
    m_job.reset();
    // Whoever went on working elsewhere keeps the focus there.
    const bool isWatched = m_stop->hasFocus();
    if (counted) {
        m_counted = std::move(*counted);
        m_request = request;
        m_state = State::Counted;
        m_table = std::make_shared<const Table>(m_counted.table);
        m_model->setTable(*m_table);
        m_paper->show(m_table, request.today);
    } else {
        m_state = counted.error().code == ErrorCode::Cancelled ? State::Stopped : State::Failed;
        m_error = counted.error();
    }
    showNotes();
    showCulprits();
    showState();
    if (!isWatched)
        return;
    if (m_culprits->count() > 0)
        m_culprits->setFocus();
    else if (m_state == State::Counted)
        m_view->setFocus();
    else
        m_count->setFocus();
}

const Table* ReportPage::shownTable() const
{
    return m_table.get();
}

QString ReportPage::captionOf(const ReportRequest& request) const
{
    QString place = tr("all that is here");
    for (const TerritoryChoice& one : m_choices.territories)
        if (one.code == request.territory)
            place = shown(one.name);
    return tr("%1; %2").arg(periodWords(request.period), place);
}

QString ReportPage::stateWords() const
{
    switch (m_state) {
    case State::Counting:
        return tr("Counting. You may go on working.");
    case State::Counted:
        return isOff() ? tr("Counted: %1. The parts do not add up to the whole: see the lines "
                            "below the table.")
                             .arg(captionOf(m_request))
                       : tr("Counted: %1.").arg(captionOf(m_request));
    case State::Stopped:
        return tr("Stopped. Nothing was counted anew.");
    case State::Failed: {
        const ErrorText text = errorText(m_error, m_desk.languages.sentences(), Audience::Window);
        return shown(text.title) + QLatin1Char(' ') + shown(text.advice);
    }
    case State::Empty:
        break;
    }
    if (m_isLoaded && m_choices.reports.empty() && !m_desk.jobs.isBusy())
        return tr("This profile has no reports.");
    return tr("Choose the report, its period and its place, and press \"Count\".");
}

void ReportPage::showState()
{
    const bool hasPeriod = m_period->period().has_value();
    m_count->setEnabled(!isCounting() && hasPeriod && m_report->count() > 0);
    m_progress->setVisible(isCounting());
    m_stop->setVisible(isCounting());
    const bool isBad
        = m_state == State::Failed || (m_state == State::Counted && isOff()) || !hasPeriod;
    setRole(m_said, isBad ? TextRole::Error : TextRole::Subtitle);
    m_said->setText(hasPeriod || isCounting()
            ? stateWords()
            : tr("The period needs two days, the first before the last, for example "
                 "01.01.2016 and 31.03.2016."));
    m_toLookAt->setVisible(m_culprits->count() > 0);
    m_tabs->setVisible(m_table != nullptr);
    m_paper->buttons()->setVisible(m_table != nullptr && !isCounting());
}

bool ReportPage::isOff() const
{
    return m_table
        && std::any_of(m_table->controls.begin(), m_table->controls.end(),
            [](const reports::Control& control) { return control.difference != 0; });
}

void ReportPage::showNotes()
{
    QStringList lines;
    if (m_table) {
        for (const reports::Control& control : m_table->controls) {
            QStringList terms;
            for (const reports::Control::Term& term : control.terms)
                terms += shown(term.label) + QLatin1Char(' ') + QString::number(term.value);
            QString column = shown(control.column);
            for (const reports::TableColumn& one : m_table->columns)
                if (one.id == control.column)
                    column = dateText(one.span.from) + QStringLiteral("–") + dateText(one.span.to);
            lines += tr("%1 (%2): %3 — %4")
                         .arg(shown(control.label), column, terms.join(QStringLiteral(", ")),
                             control.difference == 0 ? tr("adds up")
                                                     : tr("is off by %1").arg(control.difference));
        }
        for (const std::string& note : m_table->notes)
            lines += shown(note);
    }
    setRole(m_notes, isOff() ? TextRole::Warning : TextRole::Muted);
    m_notes->setText(lines.join(QLatin1Char('\n')));
}

void ReportPage::showCulprits()
{
    m_culpritsLabel->setText(tr("Look at these records; Enter opens one:"));
    m_culprits->clear();
    if (m_state != State::Counted)
        return;
    for (const Culprit& one : m_counted.culprits)
        m_culprits->addItem(m_desk.privacy.veiled(shown(one.title)));
    m_culprits->setCurrentRow(0);
}

void ReportPage::openFigure(const QModelIndex& at)
{
    const reports::Table* table = shownTable();
    const int column = at.column() - ReportTable::FirstFigure;
    if (table == nullptr || column < 0 || static_cast<std::size_t>(column) >= table->columns.size())
        return;
    const reports::TableRow& row = table->rows[static_cast<std::size_t>(at.row())];
    const reports::TableColumn& counted = table->columns[static_cast<std::size_t>(column)];
    if (counted.role != reports::ColumnRole::Fact)
        return;
    const QString figure
        = tr("%1 %2, %3: %4")
              .arg(shown(row.number), shown(row.label), shown(counted.label), at.data().toString());
    const store::Store& store = m_desk.store;
    m_desk.jobs.runLong(
        this,
        [&store, request = m_request, number = row.number, span = counted.span,
            language = typed(m_desk.languages.language())](
            base::Job&) { return behindFigure(store, request, number, span, language); },
        [this, figure](base::Result<std::optional<BehindFigure>> records) {
            if (!records) {
                Q_EMIT failed(records.error());
            } else if (!*records) {
                Q_EMIT stateChanged(
                    tr("This figure is no count of records: there is nothing to open behind it."));
            } else {
                auto* dialog = new FigureDialog(m_desk, figure, std::move(**records), window());
                connect(dialog, &FigureDialog::opened, this, &ReportPage::opened);
                dialog->open();
            }
        });
}

} // namespace patronat::ui
