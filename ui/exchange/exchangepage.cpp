// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exchangepage.h"

#include "ui/common/labels.h"
#include "ui/common/partedpage.h"
#include "ui/common/text.h"
#include "ui/exchange/conflictpanel.h"
#include "ui/exchange/givepanel.h"
#include "ui/exchange/signpanel.h"
#include "ui/exchange/takepanel.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kPauseMs = 300;
enum Tab
{
    Take,
    Give,
    Conflicts,
    Signs
};

QStringList filesOf(const QMimeData* mime)
{
    QStringList out;
    for (const QUrl& url : mime->urls())
        if (url.isLocalFile())
            out += url.toLocalFile();
    return out;
}

} // namespace

ExchangePage::ExchangePage(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(makeLabel(TextRole::Title))
    , m_tabs(new QTabWidget)
    , m_take(new TakePanel(desk, nullptr))
    , m_give(new GivePanel(desk, nullptr))
    , m_conflicts(new ConflictPanel(desk, nullptr))
    , m_signs(new SignPanel(desk, nullptr))
    , m_pause(new QTimer(this))
{
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    for (QWidget* panel : { static_cast<QWidget*>(m_take), static_cast<QWidget*>(m_give),
             static_cast<QWidget*>(m_conflicts), static_cast<QWidget*>(m_signs) })
        m_tabs->addTab(panel, QString());
    m_tabs->setObjectName(QStringLiteral("exchange.tabs"));
    layout->addWidget(m_tabs, 1);
    connect(m_take, &TakePanel::opened, this, &ExchangePage::opened);
    connect(m_conflicts, &ConflictPanel::opened, this, &ExchangePage::opened);
    connect(m_signs, &SignPanel::opened, this, &ExchangePage::opened);
    connect(m_take, &TakePanel::takenIn, m_give, &GivePanel::load);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ExchangePage::load);
    connect(&desk.notifier, &StoreNotifier::changed, this, &ExchangePage::changed);
    connect(&desk.languages, &LanguageSwitch::switched, this, &ExchangePage::words);
    walkTabsByKeys(this, m_tabs, TabFocus::Page);
    setFocusProxy(m_tabs->tabBar());
    words();
}

void ExchangePage::words()
{
    m_title->setText(tr("Exchange"));
    m_tabs->tabBar()->setAccessibleName(tr("Exchange"));
    m_take->words();
    m_give->words();
    m_conflicts->words();
    m_signs->words();
    showCounts();
    // Titles of records are texts of a language too.
    changed();
}

void ExchangePage::showCounts()
{
    const auto with = [](const QString& words, std::int64_t count) {
        return count == 0
            ? words
            : tr("%1: %2").arg(words, QLocale().toString(static_cast<qlonglong>(count)));
    };
    m_tabs->setTabText(Take, tr("Take in"));
    m_tabs->setTabText(Give, tr("Give out"));
    m_tabs->setTabText(Conflicts, with(tr("Differences"), m_conflictCount));
    m_tabs->setTabText(Signs, with(tr("Findings"), m_signCount));
}

void ExchangePage::changed()
{
    m_isStale = true;
    if (isVisible())
        m_pause->start();
}

void ExchangePage::load()
{
    m_isStale = false;
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> base::Result<OpenQuestions> {
                return openQuestions(tx, store.rules(), language);
            });
        },
        [this](base::Result<OpenQuestions> open) {
            if (!open) {
                Q_EMIT failed(open.error());
                return;
            }
            m_conflictCount = open->conflictCount;
            m_signCount = open->signCount;
            m_conflicts->show(std::move(open->conflicts), m_conflictCount);
            m_signs->show(std::move(open->signs), m_signCount);
            showCounts();
        });
}

void ExchangePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isStale)
        return;
    load();
    m_give->load();
}

void ExchangePage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_take->isBusy() && !batchesAmong(filesOf(event->mimeData())).isEmpty())
        event->acceptProposedAction();
}

void ExchangePage::dropEvent(QDropEvent* event)
{
    const QStringList files = batchesAmong(filesOf(event->mimeData()));
    if (m_take->isBusy() || files.isEmpty())
        return;
    event->acceptProposedAction();
    m_tabs->setCurrentIndex(Take);
    m_take->look(files);
}

} // namespace patronat::ui
