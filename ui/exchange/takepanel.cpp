// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/takepanel.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/exchange/exchangewords.h"
#include "ui/exchange/reportview.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

using base::ErrorCode;
using exchange::BatchOutcome;

namespace {

constexpr int kSteps = 1000; ///< of the bar: frames may be more than an int holds

QString folderKey()
{
    return QStringLiteral("exchange/from");
}

} // namespace

QStringList batchesAmong(const QStringList& files)
{
    QStringList out;
    for (const QString& file : files)
        if (file.endsWith(QLatin1String(".patronat-batch"), Qt::CaseInsensitive)
            && QFileInfo(file).isFile())
            out += file;
    return out;
}

TakePanel::TakePanel(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_hint(makeLabel(TextRole::Muted))
    , m_choose(new QPushButton)
    , m_take(new QPushButton)
    , m_stop(new QPushButton)
    , m_uncertified(new QCheckBox)
    , m_progress(new QProgressBar)
    , m_said(makeLabel(TextRole::Plain))
    , m_view(new ReportView(desk, nullptr))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(8);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(buildHead());
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("taking.said"));
    layout->addWidget(m_said);
    layout->addWidget(m_uncertified);
    layout->addWidget(m_view, 1);
    layout->addStretch(0);
    connect(m_view, &ReportView::opened, this, &TakePanel::opened);
    connect(m_choose, &QPushButton::clicked, this, &TakePanel::choose);
    connect(m_take, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        m_stop->setEnabled(false);
    });
    connect(m_uncertified, &QCheckBox::clicked, this, [this] { run(true); });
    setFocusProxy(m_choose);
    words();
}

QWidget* TakePanel::buildHead()
{
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    m_choose->setObjectName(QStringLiteral("taking.choose"));
    m_choose->setIcon(icon(QStringLiteral("open")));
    m_take->setObjectName(QStringLiteral("taking.take"));
    m_take->setProperty("primary", true);
    m_take->setIcon(icon(QStringLiteral("check"), currentColours().accentText));
    m_stop->setObjectName(QStringLiteral("taking.stop"));
    m_uncertified->setObjectName(QStringLiteral("taking.uncertified"));
    m_progress->setRange(0, kSteps);
    m_progress->setMaximumWidth(320);
    line->addWidget(m_choose);
    line->addWidget(m_take);
    line->addWidget(m_progress, 1);
    line->addWidget(m_stop);
    line->addStretch(1);
    return head;
}

void TakePanel::words()
{
    m_hint->setText(tr("Files of other offices end in .patronat-batch. Choose them or drop them on "
                       "this page; first the "
                       "program says what would become of them."));
    m_choose->setText(tr("Choose files…"));
    m_take->setText(tr("Take in"));
    m_stop->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("How much is taken in"));
    m_uncertified->setText(
        tr("Also take in files of offices that nobody certifies: I know who made them"));
    m_view->words();
    showState();
}

void TakePanel::choose()
{
    auto* dialog = new QFileDialog(this, tr("Files of other offices"),
        m_desk.settings.value(folderKey()).toString(), tr("Batches (*.patronat-batch)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &TakePanel::look);
    dialog->open();
}

void TakePanel::look(const QStringList& files)
{
    if (isBusy() || files.isEmpty())
        return;
    m_desk.settings.setValue(folderKey(), QFileInfo(files.front()).absolutePath());
    m_files.clear();
    for (const QString& file : files)
        m_files.push_back(pathOf(file));
    m_uncertified->setChecked(false);
    run(true);
}

void TakePanel::run(bool isDryRun)
{
    if (isBusy() || m_files.empty())
        return;
    m_isDryRun = isDryRun;
    m_state = isDryRun ? State::Looking : State::Taking;
    m_progress->setValue(0);
    store::Store& store = m_desk.store;
    const TakeInRequest request { m_files, m_uncertified->isChecked(), isDryRun };
    m_job = m_desk.jobs.runLong(
        this,
        [&store, request, language = typed(m_desk.languages.language())](
            base::Job& job) { return takeIn(store, request, language, job); },
        [this](base::Result<TakenIn> result) { finish(std::move(result)); },
        [this](std::uint64_t done, std::uint64_t total) { report(done, total); });
    m_stop->setEnabled(true);
    showState();
    m_stop->setFocus();
}

void TakePanel::report(std::uint64_t done, std::uint64_t total)
{
    if (isBusy() && total > 0)
        m_progress->setValue(static_cast<int>(done * kSteps / total));
}

void TakePanel::finish(base::Result<TakenIn> result)
{
    m_job.reset();
    // Whoever went on working elsewhere keeps the focus there.
    const bool isWatched = m_stop->hasFocus();
    if (result) {
        m_state = m_isDryRun ? State::Looked : State::Taken;
        m_report = result->report;
        m_view->show(std::move(*result));
    } else {
        m_state = result.error().code == ErrorCode::Cancelled ? State::Stopped : State::Failed;
        m_error = result.error();
    }
    showState();
    if (isWatched)
        (canTakeIn() ? m_take : m_choose)->setFocus();
    if (!m_isDryRun)
        Q_EMIT takenIn();
}

bool TakePanel::hasRefusedAsUncertified() const
{
    return std::any_of(
        m_report.batches.begin(), m_report.batches.end(), [](const BatchOutcome& outcome) {
            return outcome.refused && outcome.refused->code == ErrorCode::BatchUncertified;
        });
}

bool TakePanel::canTakeIn() const
{
    // What was stopped on the way is taken in further by the same press.
    if (m_state == State::Stopped)
        return !m_isDryRun;
    return m_state == State::Looked
        && std::any_of(m_report.batches.begin(), m_report.batches.end(),
            [](const BatchOutcome& outcome) { return !outcome.refused; });
}

QString TakePanel::stateWords() const
{
    const ExchangeWords words(m_desk);
    switch (m_state) {
    case State::Empty:
        return {};
    case State::Looking:
        return tr("Looking at the files. Nothing is changed by it; you may go on working.");
    case State::Taking:
        return tr("Taking in. You may go on working.");
    case State::Looked:
    case State::Taken:
        return words.summary(m_report);
    case State::Stopped:
        return m_isDryRun
            ? tr("Stopped. Nothing was changed.")
            : tr("Stopped. What was taken in so far stays; press \"Take in\" to go on.");
    case State::Failed:
        break;
    }
    return words.error(m_error);
}

void TakePanel::showState()
{
    const bool hasReport = m_state == State::Looked || m_state == State::Taken;
    m_choose->setEnabled(!isBusy());
    m_take->setEnabled(canTakeIn());
    m_take->setVisible(m_state != State::Empty);
    m_progress->setVisible(isBusy());
    m_stop->setVisible(isBusy());
    m_view->setVisible(hasReport);
    m_uncertified->setEnabled(!isBusy());
    m_uncertified->setVisible(
        hasReport && m_isDryRun && (hasRefusedAsUncertified() || m_uncertified->isChecked()));
    setRole(m_said, m_state == State::Failed ? TextRole::Error : TextRole::Plain);
    m_said->setText(stateWords());
    m_said->setVisible(m_state != State::Empty);
}

} // namespace patronat::ui
