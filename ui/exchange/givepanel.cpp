// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/givepanel.h"

#include "ui/common/choicebox.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/readfailure.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/exchange/exchangewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

using exchange::ExportReport;
using exchange::KnownSite;

namespace {

constexpr int kWidestText = 760;
constexpr int kSteps = 1000; ///< of the bar: frames may be more than an int holds

QString folderKey()
{
    return QStringLiteral("exchange/to");
}

} // namespace

GivePanel::GivePanel(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_hint(makeLabel(TextRole::Muted))
    , m_toLabel(makeLabel(TextRole::Label))
    , m_to(new ChoiceBox)
    , m_failure(new ReadFailure(desk.languages))
    , m_left(makeLabel(TextRole::Muted))
    , m_all(new QCheckBox)
    , m_write(new QPushButton)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton)
    , m_state(makeLabel(TextRole::Plain))
    , m_frame(new QFrame)
    , m_said(makeLabel(TextRole::Plain))
    , m_advice(makeLabel(TextRole::Muted))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(8);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(buildChoice());
    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("giving.state"));
    layout->addWidget(m_state);
    layout->addWidget(buildResult());
    layout->addStretch(1);
    connect(m_to, &QComboBox::currentIndexChanged, this, [this] { showState(); });
    connect(m_write, &QPushButton::clicked, this, &GivePanel::choose);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        m_stop->setEnabled(false);
    });
    setFocusProxy(m_to);
    words();
}

QWidget* GivePanel::buildChoice()
{
    auto* choice = new QWidget;
    auto* rows = new QVBoxLayout(choice);
    rows->setContentsMargins(0, 4, 0, 4);
    rows->setSpacing(8);
    auto* line = new QHBoxLayout;
    m_toLabel->setBuddy(m_to);
    m_to->setObjectName(QStringLiteral("giving.to"));
    m_to->setMinimumWidth(380);
    line->addWidget(m_toLabel);
    line->addWidget(m_to);
    line->addStretch(1);
    rows->addLayout(line);
    rows->addWidget(m_failure);
    rows->addWidget(m_left);
    connect(m_failure, &ReadFailure::again, this, &GivePanel::load);
    m_all->setObjectName(QStringLiteral("giving.all"));
    rows->addWidget(m_all);
    auto* buttons = new QHBoxLayout;
    m_write->setObjectName(QStringLiteral("giving.write"));
    m_write->setProperty("primary", true);
    m_write->setIcon(icon(QStringLiteral("export"), currentColours().accentText));
    buttons->addWidget(m_write);
    m_progress->setObjectName(QStringLiteral("giving.progress"));
    m_progress->setRange(0, kSteps);
    m_progress->setMaximumWidth(320);
    buttons->addWidget(m_progress, 1);
    m_stop->setObjectName(QStringLiteral("giving.stop"));
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    return choice;
}

QWidget* GivePanel::buildResult()
{
    m_frame->setProperty("role", QStringLiteral("card"));
    m_frame->setMaximumWidth(kWidestText);
    auto* column = new QVBoxLayout(m_frame);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(6);
    m_said->setObjectName(QStringLiteral("giving.said"));
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_advice->setWordWrap(true);
    column->addWidget(m_said);
    column->addWidget(m_advice);
    return m_frame;
}

void GivePanel::words()
{
    m_hint->setText(tr("The program writes one file on a stick or into a folder. The other office "
                       "takes it in on its own "
                       "computer; a file that is lost loses nothing here."));
    m_toLabel->setText(tr("For whom"));
    m_to->setAccessibleName(tr("For whom"));
    m_all->setText(tr("Also what this office has already confirmed"));
    m_write->setText(tr("Write into a folder…"));
    m_stop->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("How much is written"));
    m_advice->setText(
        tr("The file holds personal data: hand it over in person and wipe the stick afterwards."));
    fillRecipients();
    showState();
}

void GivePanel::load()
{
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> base::Result<std::vector<KnownSite>> {
                auto sites = exchange::knownSites(tx.connection());
                std::erase_if(
                    sites, [&](const KnownSite& site) { return site.id == store.site().id; });
                return sites;
            });
        },
        [this](base::Result<std::vector<KnownSite>> sites) {
            if (!sites)
                return m_failure->show(sites.error()); // the list stays as it was
            m_failure->clear();
            m_sites = std::move(*sites);
            fillRecipients();
        });
}

QString GivePanel::recipientName(const KnownSite& site) const
{
    return site.name.empty() || site.name == site.officeCode
        ? shown(site.officeCode)
        : tr("%1, %2").arg(shown(site.officeCode), shown(site.name));
}

void GivePanel::fillRecipients()
{
    const QVariant chosen = m_to->currentData();
    const QSignalBlocker quiet(m_to);
    m_to->clear();
    m_to->addItem(tr("Everybody: all that is held here"), QString());
    int left = 0;
    for (const KnownSite& site : m_sites) {
        // What an office may see, its certificate says: without one nothing can be picked for it.
        if (site.certificate.empty())
            ++left;
        else
            m_to->addItem(recipientName(site), shown(site.id.hex()));
    }
    m_left->setText(tr("Not offered, because nobody certifies them: %1").arg(left));
    m_left->setVisible(left > 0);
    m_to->setCurrentIndex(std::max(0, m_to->findData(chosen)));
    m_all->setEnabled(m_to->currentIndex() > 0);
}

void GivePanel::choose()
{
    auto* dialog = new QFileDialog(
        this, tr("Where to write"), m_desk.settings.value(folderKey()).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &GivePanel::writeInto);
    dialog->open();
}

void GivePanel::writeInto(const QString& folder)
{
    if (m_job || folder.isEmpty())
        return;
    m_desk.settings.setValue(folderKey(), folder);
    exchange::ExportOptions options;
    options.file = pathOf(folder);
    options.intoFolder = true;
    options.recipient = typed(m_to->currentData().toString());
    options.all = !options.recipient.empty() && m_all->isChecked();
    m_result.reset();
    store::Store& store = m_desk.store;
    m_job = m_desk.jobs.runLong(
        this,
        [&store, options](base::Job& job) { return exchange::exportBatch(store, options, job); },
        [this](base::Result<ExportReport> result) { finish(std::move(result)); },
        [this](std::uint64_t done, std::uint64_t total) {
            if (m_job && total > 0)
                m_progress->setValue(static_cast<int>(done * kSteps / total));
        });
    m_progress->setValue(0);
    m_stop->setEnabled(true);
    showState();
    m_stop->setFocus();
}

void GivePanel::finish(base::Result<ExportReport> result)
{
    m_job.reset();
    m_result = std::move(result);
    // Whoever went on working elsewhere keeps the focus there.
    const bool isWatched = m_stop->hasFocus();
    showState();
    if (isWatched)
        m_write->setFocus();
}

void GivePanel::showState()
{
    const ExchangeWords words(m_desk);
    const bool isBusy = m_job != nullptr;
    m_to->setEnabled(!isBusy);
    m_all->setEnabled(!isBusy && m_to->currentIndex() > 0);
    m_write->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
    m_stop->setVisible(isBusy);
    m_state->setVisible(isBusy || (m_result && !*m_result));
    setRole(m_state, isBusy ? TextRole::Plain : TextRole::Error);
    if (isBusy)
        m_state->setText(tr("Writing. You may go on working."));
    else if (m_result && !*m_result)
        m_state->setText(m_result->error().code == base::ErrorCode::Cancelled
                ? tr("Stopped. No file was written.")
                : words.error(m_result->error()));
    m_frame->setVisible(m_result && *m_result);
    if (m_result && *m_result)
        m_said->setText(tr("Written.") + QLatin1Char('\n') + words.written(m_result->value()));
}

} // namespace patronat::ui
