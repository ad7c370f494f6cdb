// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/access/users.h"
#include "ui/admin/adminpage.h"
#include "core/store/actions.h"
#include "ui/cases/casepage.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/consilium/meetingpage.h"
#include "ui/exchange/exchangepage.h"
#include "ui/forms/formpage.h"
#include "ui/forms/loadedrecord.h"
#include "ui/forms/recorddialog.h"
#include "ui/lists/listpage.h"
#include "ui/reports/reportpage.h"
#include "ui/shell/hidescreen.h"
#include "ui/shell/todaypage.h"
#include "ui/shell/whodialog.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

using base::RecordId;

namespace {

constexpr int kWorkAfterMs = 400;
constexpr int kSayMs = 6000;
constexpr int kNavigationWidth = 176;
/// Types whose home is the case of a family.
constexpr std::array kOfCase { "family", "episode", "childCard", "programme" };

/// Places that are more than lists of the profile.
constexpr std::array kOwnPlaces { "today", "exchange", "reports", "administration" };

bool isOwnPlace(const QString& place)
{
    return std::any_of(kOwnPlaces.begin(), kOwnPlaces.end(), [&](const char* own) { return place == QLatin1String(own); });
}

bool isOfCase(const std::string& type)
{
    return std::find(kOfCase.begin(), kOfCase.end(), type) != kOfCase.end();
}

} // namespace

MainWindow::MainWindow(Desk& desk, std::vector<ListDeclaration> lists, QWidget* parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_lists(std::move(lists))
    , m_stack(new QStackedWidget)
    , m_today(new TodayPage(desk, nullptr))
    , m_who(new QToolButton)
    , m_mask(new QToolButton)
    , m_hideButton(new QToolButton)
    , m_settings(new QToolButton)
    , m_saved(makeLabel(TextRole::Muted))
    , m_exchange(makeLabel(TextRole::Muted))
    , m_waits(makeLabel(TextRole::Muted))
    , m_demo(makeLabel(TextRole::BadgeWarning))
    , m_workTimer(new QTimer(this))
    , m_sayTimer(new QTimer(this))
{
    m_places = { { QStringLiteral("today"), QStringLiteral("today"), QT_TR_NOOP("Today") },
        { QStringLiteral("families"), QStringLiteral("families"), QT_TR_NOOP("Families") },
        { QStringLiteral("programmes"), QStringLiteral("programmes"), QT_TR_NOOP("Programmes") },
        { QStringLiteral("consilium"), QStringLiteral("consilium"), QT_TR_NOOP("Consilium") },
        { QStringLiteral("exchange"), QStringLiteral("exchange"), QT_TR_NOOP("Exchange") },
        { QStringLiteral("reports"), QStringLiteral("reports"), QT_TR_NOOP("Reports") },
        { QStringLiteral("administration"), QStringLiteral("administration"), QT_TR_NOOP("Administration") } };
    std::erase_if(m_places, [this](const Place& place) {
        return !isOwnPlace(place.id) && listsAt(place.id).empty();
    });
    auto* middle = new QWidget;
    auto* across = new QHBoxLayout(middle);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    setCentralWidget(middle);
    buildNavigation();
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    across->addLayout(right, 1);
    buildFoot();
    buildActions();
    m_hide = new HideScreen(this);
    m_stack->addWidget(m_today);
    connect(m_today, &TodayPage::opened, this, [this](const std::string& type, RecordId id, RecordId family) {
        if (family.isNull() || isOfCase(type))
            openRecord(type, id);
        else
            openInCase(type, id);
    });
    connect(m_today, &TodayPage::draftOpened, this, &MainWindow::openDraft);
    m_workTimer->setSingleShot(true);
    m_workTimer->setInterval(kWorkAfterMs);
    connect(m_workTimer, &QTimer::timeout, this, &MainWindow::loadWork);
    m_sayTimer->setSingleShot(true);
    m_sayTimer->setInterval(kSayMs);
    connect(m_sayTimer, &QTimer::timeout, this, [this] { m_saved->setText(tr("Everything is saved")); });
    connect(&desk.notifier, &StoreNotifier::changed, this, [this] { m_workTimer->start(); });
    connect(&desk.jobs, &JobRunner::keepingFailed, this, &MainWindow::showError);
    connect(&desk.languages, &LanguageSwitch::switched, this, &MainWindow::words);
    connect(&desk.privacy, &Privacy::changed, this, [this] {
        m_mask->setChecked(m_desk.privacy.isMasking());
        if (m_isWorkLoaded)
            showWork(m_work);
    });
    words();
    go(QStringLiteral("today")); // which loads the work: once, for each reading thread keeps what it read
}

void MainWindow::buildNavigation()
{
    auto* frame = new QFrame;
    frame->setProperty("role", QStringLiteral("navigation"));
    m_navigation = new QVBoxLayout(frame);
    m_navigation->setContentsMargins(8, 12, 8, 8);
    m_navigation->setSpacing(2);
    int number = 0;
    for (Place& place : m_places) {
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("place.") + place.id);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(icon(place.icon));
        button->setIconSize({ 18, 18 });
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        // An assistive program toggles without a click, also the one that is on: back to its list from a card.
        connect(button, &QToolButton::toggled, this, [this, id = place.id] { go(id); });
        auto* key = new QShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(++number)), this);
        connect(key, &QShortcut::activated, this, [this, id = place.id] { go(id); });
        place.button = button;
        m_navigation->addWidget(button);
    }
    m_navigation->addStretch(1);
    for (QToolButton* button : { m_who, m_mask, m_hideButton, m_settings }) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({ 18, 18 });
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_navigation->addWidget(button);
    }
    m_who->setObjectName(QStringLiteral("who"));
    m_who->setIcon(icon(QStringLiteral("person")));
    connect(m_who, &QToolButton::clicked, this, &MainWindow::askWho);
    m_mask->setIcon(icon(QStringLiteral("mask")));
    m_mask->setCheckable(true);
    m_hideButton->setIcon(icon(QStringLiteral("hide")));
    m_settings->setIcon(icon(QStringLiteral("administration")));
    m_settings->setPopupMode(QToolButton::InstantPopup);
    connect(m_mask, &QToolButton::toggled, &m_desk.privacy, &Privacy::setMasking);
    connect(m_hideButton, &QToolButton::clicked, this, &MainWindow::hideEverything);
    frame->setMinimumWidth(kNavigationWidth);
    static_cast<QHBoxLayout*>(centralWidget()->layout())->addWidget(frame);
}

void MainWindow::buildFoot()
{
    auto* foot = new QFrame;
    foot->setProperty("role", QStringLiteral("foot"));
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(14, 4, 14, 4);
    line->setSpacing(18);
    line->addWidget(m_saved);
    line->addWidget(m_exchange);
    line->addWidget(m_waits);
    line->addStretch(1);
    line->addWidget(m_demo);
    m_demo->hide();
    auto* across = static_cast<QHBoxLayout*>(centralWidget()->layout());
    static_cast<QVBoxLayout*>(across->itemAt(1)->layout())->addWidget(foot);
}

void MainWindow::buildActions()
{
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence(QStringLiteral("Ctrl+L")), [this] { hideEverything(); });
    key(QKeySequence(QStringLiteral("Alt+Left")), [this] { back(); });
    key(QKeySequence(QStringLiteral("Ctrl+Shift+Z")), [this] { undo(); });
    key(QKeySequence::Find, [this] { findHere(); });
}

void MainWindow::words()
{
    // The manager of windows shows this to everybody: no person is named here.
    setWindowTitle(m_work.isDemo ? tr("Patronat – training data") : tr("Patronat"));
    int number = 0;
    for (const Place& place : m_places) {
        place.button->setText(tr(place.words));
        place.button->setToolTip(QStringLiteral("Alt+%1").arg(++number));
    }
    m_who->setToolTip(tr("Who works here; everything written bears that name"));
    showWho();
    m_mask->setText(tr("Others are near"));
    m_mask->setToolTip(tr("Names in lists are shown by their first letters"));
    m_hideButton->setText(tr("Hide everything"));
    m_hideButton->setToolTip(tr("Ctrl+L"));
    m_settings->setText(tr("View"));
    m_demo->setText(tr("training data"));
    m_saved->setText(tr("Everything is saved"));
    delete m_settings->menu();
    auto* menu = new QMenu(m_settings);
    auto* languages = new QActionGroup(menu);
    for (const QString& language : LanguageSwitch::available()) {
        QAction* action = menu->addAction(LanguageSwitch::nameOf(language), this, [this, language] {
            m_desk.settings.setValue(QStringLiteral("language"), language);
            // After the menu has gone: it is made anew in the other language.
            QTimer::singleShot(0, this, [this, language] { m_desk.languages.setLanguage(language); });
        });
        action->setCheckable(true);
        action->setChecked(language == m_desk.languages.language());
        languages->addAction(action);
    }
    menu->addSeparator();
    auto* schemes = new QActionGroup(menu);
    for (const Scheme scheme : { Scheme::Light, Scheme::Dark }) {
        QAction* action = menu->addAction(
            scheme == Scheme::Light ? tr("Light") : tr("Dark"), this, [this, scheme] { setScheme(scheme); });
        action->setCheckable(true);
        action->setChecked(scheme == currentScheme());
        schemes->addAction(action);
    }
    menu->addSeparator();
    auto* sizes = new QActionGroup(menu);
    const int percent = m_desk.settings.value(QStringLiteral("textPercent"), 100).toInt();
    for (const int one : { 100, 125, 150 }) {
        QAction* action = menu->addAction(tr("Texts %1 %").arg(one), this, [this, one] {
            m_desk.settings.setValue(QStringLiteral("textPercent"), one);
            setScheme(currentScheme());
        });
        action->setCheckable(true);
        action->setChecked(one == percent);
        sizes->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("undo")), tr("Undo the last saved change (Ctrl+Shift+Z)"), this,
        [this] { undo(); });
    menu->addActions({ m_added.begin(), m_added.end() });
    m_settings->setMenu(menu);
    if (m_isWorkLoaded)
        showWork(m_work);
}

void MainWindow::addToMenu(QAction* action)
{
    m_added.push_back(action);
    m_settings->menu()->addAction(action);
}

void MainWindow::setScheme(Scheme scheme)
{
    m_desk.settings.setValue(QStringLiteral("dark"), scheme == Scheme::Dark);
    applyTheme(*qApp, scheme, m_desk.settings.value(QStringLiteral("textPercent"), 100).toInt());
}

std::vector<const ListDeclaration*> MainWindow::listsAt(const QString& place) const
{
    std::vector<const ListDeclaration*> out;
    for (const ListDeclaration& list : m_lists)
        if (shown(list.place) == place)
            out.push_back(&list);
    return out;
}

void MainWindow::mark(const QString& place)
{
    for (const Place& one : m_places) {
        const QSignalBlocker quiet(one.button);
        one.button->setChecked(one.id == place);
    }
}

void MainWindow::go(const QString& place)
{
    mark(place);
    if (place == QLatin1String("today")) {
        m_stack->setCurrentWidget(m_today);
        m_workTimer->start(0);
        return;
    }
    if (place == QLatin1String("exchange")) {
        showExchange();
        return;
    }
    if (place == QLatin1String("reports")) {
        showReports();
        return;
    }
    if (place == QLatin1String("administration")) {
        showAdministration();
        return;
    }
    const auto lists = listsAt(place);
    if (!lists.empty())
        showList(lists.front()->id);
}

void MainWindow::showExchange()
{
    auto* page = m_stack->findChild<ExchangePage*>(QString(), Qt::FindDirectChildrenOnly);
    if (page == nullptr) {
        page = new ExchangePage(m_desk, nullptr);
        connect(page, &ExchangePage::opened, this, &MainWindow::openRecord);
        connect(page, &ExchangePage::failed, this, &MainWindow::showError);
        m_stack->addWidget(page);
    }
    m_stack->setCurrentWidget(page);
    page->setFocus();
}

void MainWindow::showReports()
{
    auto* page = m_stack->findChild<ReportPage*>(QString(), Qt::FindDirectChildrenOnly);
    if (page == nullptr) {
        page = new ReportPage(m_desk, nullptr);
        connect(page, &ReportPage::opened, this, &MainWindow::openRecord);
        connect(page, &ReportPage::failed, this, &MainWindow::showError);
        connect(page, &ReportPage::stateChanged, this, &MainWindow::say);
        m_stack->addWidget(page);
    }
    m_stack->setCurrentWidget(page);
    page->setFocus();
}

AdminPage* MainWindow::showAdministration()
{
    auto* page = m_stack->findChild<AdminPage*>(QString(), Qt::FindDirectChildrenOnly);
    if (page == nullptr) {
        std::vector<ListDeclaration> lists;
        for (const ListDeclaration* list : listsAt(QStringLiteral("administration")))
            lists.push_back(*list);
        page = new AdminPage(m_desk, lists, nullptr);
        connect(page, &AdminPage::opened, this, &MainWindow::openRecord);
        connect(page, &AdminPage::created, this, &MainWindow::create);
        connect(page, &AdminPage::failed, this, &MainWindow::showError);
        connect(page, &AdminPage::stateChanged, this, &MainWindow::say);
        m_stack->addWidget(page);
    }
    m_stack->setCurrentWidget(page);
    page->setFocus();
    return page;
}

void MainWindow::findHere()
{
    if (auto* page = qobject_cast<AdminPage*>(m_stack->currentWidget())) {
        page->focusSearch();
        return;
    }
    if (qobject_cast<ListPage*>(currentPage()) == nullptr)
        go(QStringLiteral("families"));
    if (auto* list = qobject_cast<ListPage*>(currentPage()))
        list->focusSearch();
}

void MainWindow::showList(const std::string& id)
{
    const auto declaration
        = std::find_if(m_lists.begin(), m_lists.end(), [&](const ListDeclaration& list) { return list.id == id; });
    if (declaration == m_lists.end())
        return;
    const QString place = shown(declaration->place);
    mark(place);
    if (place == QLatin1String("administration")) {
        showAdministration()->showPanel(shown(id));
        return;
    }
    auto* known = m_stack->findChild<QWidget*>(QStringLiteral("lists.") + place, Qt::FindDirectChildrenOnly);
    if (known == nullptr) {
        // Places with several lists show them side by side on top.
        known = new QWidget;
        known->setObjectName(QStringLiteral("lists.") + place);
        auto* layout = new QVBoxLayout(known);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        auto* bar = new QTabBar;
        bar->setExpanding(false);
        bar->setAccessibleName(tr("Lists"));
        auto* pages = new QStackedWidget;
        for (const ListDeclaration* list : listsAt(place)) {
            auto* page = new ListPage(m_desk, *list, nullptr);
            page->setObjectName(QStringLiteral("list.") + shown(list->id));
            connect(page, &ListPage::opened, this, &MainWindow::openRecord);
            connect(page, &ListPage::created, this, &MainWindow::create);
            connect(page, &ListPage::failed, this, &MainWindow::showError);
            bar->addTab(m_desk.languages.text(list->label));
            pages->addWidget(page);
        }
        connect(bar, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
        connect(&m_desk.languages, &LanguageSwitch::switched, bar, [this, bar, place] {
            int at = 0;
            for (const ListDeclaration* list : listsAt(place))
                bar->setTabText(at++, m_desk.languages.text(list->label));
        });
        if (bar->count() < 2)
            bar->hide();
        layout->addWidget(bar);
        layout->addWidget(pages, 1);
        m_stack->addWidget(known);
    }
    auto* pages = known->findChild<QStackedWidget*>();
    auto* page = known->findChild<ListPage*>(QStringLiteral("list.") + shown(id));
    known->findChild<QTabBar*>()->setCurrentIndex(pages->indexOf(page));
    m_stack->setCurrentWidget(known);
    page->view()->setFocus();
}

QWidget* MainWindow::currentPage() const
{
    if (auto* pages = m_stack->currentWidget()->findChild<QStackedWidget*>(QString(), Qt::FindDirectChildrenOnly))
        return pages->currentWidget();
    return m_stack->currentWidget();
}

void MainWindow::addPage(QWidget* page)
{
    m_trail.push_back(m_stack->currentWidget());
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    if (page->focusProxy() != nullptr)
        page->setFocus();
}

void MainWindow::back()
{
    QWidget* page = m_stack->currentWidget();
    while (!m_trail.empty() && (m_stack->indexOf(m_trail.back()) < 0 || m_trail.back() == page))
        m_trail.pop_back();
    QWidget* before = m_trail.empty() ? m_today : m_trail.back();
    if (!m_trail.empty())
        m_trail.pop_back();
    m_stack->setCurrentWidget(before);
    // A page of a record is left for good: what is typed in it stays as a draft.
    if (qobject_cast<CasePage*>(page) != nullptr || qobject_cast<FormPage*>(page) != nullptr
        || qobject_cast<MeetingPage*>(page) != nullptr) {
        m_stack->removeWidget(page);
        page->deleteLater();
    }
    m_workTimer->start();
}

void MainWindow::openRecord(const std::string& type, RecordId id)
{
    if (type == "family") {
        openCase(id, type, id);
        return;
    }
    if (isOfCase(type)) {
        openInCase(type, id);
        return;
    }
    if (type == "meeting") {
        openMeeting(id);
        return;
    }
    openForm(type, [id](FormPage& page) { page.session().open(id); });
}

void MainWindow::openInCase(const std::string& type, RecordId id)
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, type, id](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> base::Result<RecordId> {
                PATRONAT_LET(const auto record, tx.record(type, id));
                const auto family = record.values.find("family");
                return family != record.values.end() && family->second.reference() ? *family->second.reference()
                                                                                   : RecordId {};
            });
        },
        [this, type, id](const base::Result<RecordId>& family) {
            if (!family)
                showError(family.error());
            else if (family->isNull())
                openForm(type, [id](FormPage& page) { page.session().open(id); });
            else
                openCase(*family, type, id);
        });
}

void MainWindow::openCase(RecordId family, const std::string& type, RecordId id)
{
    auto* page = qobject_cast<CasePage*>(m_stack->currentWidget());
    if (page == nullptr || page->family() != family) {
        page = new CasePage(m_desk, family, nullptr);
        connect(page, &CasePage::opened, this, [this, page](const std::string& one, RecordId record) {
            if (page->showRecord(one, record))
                return;
            // A person or a measure is looked at over the case, which stays where it is.
            auto* dialog = new RecordDialog(m_desk, one, this);
            dialog->openRecord(record);
            dialog->open();
        });
        connect(page, &CasePage::stateChanged, this, &MainWindow::say);
        connect(page, &CasePage::failed, this, &MainWindow::showError);
        addPage(page);
    }
    if (type != "family" && !page->showRecord(type, id)) {
        auto* dialog = new RecordDialog(m_desk, type, this);
        dialog->openRecord(id);
        dialog->open();
    }
}

void MainWindow::openForm(const std::string& type, const std::function<void(FormPage&)>& fill)
{
    auto* page = new FormPage(m_desk, type, FormPage::Frame::Alone, nullptr);
    connect(page, &FormPage::stateChanged, this, &MainWindow::say);
    connect(page, &FormPage::opened, this, &MainWindow::openRecord);
    connect(page, &FormPage::removed, this, &MainWindow::back);
    fill(*page);
    addPage(page);
}

void MainWindow::openMeeting(RecordId id)
{
    auto* page = new MeetingPage(m_desk, nullptr);
    connect(page, &MeetingPage::opened, this, &MainWindow::openRecord);
    connect(page, &MeetingPage::removed, this, &MainWindow::back);
    connect(page, &MeetingPage::failed, this, &MainWindow::showError);
    connect(page, &MeetingPage::stateChanged, this, &MainWindow::say);
    if (id.isNull())
        page->openNew();
    else
        page->open(id);
    addPage(page);
}

void MainWindow::create(const std::string& type)
{
    if (type == "meeting") {
        openMeeting({});
        return;
    }
    openForm(type, [](FormPage& page) {
        page.session().openNew({});
        connect(&page.form(), &RecordForm::rebuilt, &page, [&page] { page.form().focusFirst(); });
    });
}

void MainWindow::openDraft(const store::Draft& draft)
{
    openForm(draft.type, [&draft](FormPage& page) { page.session().openDraft(draft); });
}

void MainWindow::hideEverything()
{
    const auto dialogs = findChildren<QDialog*>();
    for (QDialog* dialog : dialogs)
        if (dialog->isVisible()) {
            dialog->hide();
            connect(m_hide, &HideScreen::uncovered, dialog, &QDialog::show, Qt::SingleShotConnection);
        }
    m_hide->cover();
}

void MainWindow::loadWork()
{
    struct Loaded
    {
        base::Result<WorkSummary> work;
        base::Result<std::vector<store::Draft>> drafts;
    };
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, &drafts = m_desk.drafts, today = m_desk.today(), language = typed(m_desk.languages.language())](
            base::Job&) {
            return Loaded { store.read([&](const store::ReadTx& tx) {
                               return workSummary(tx, store.rules(), today, {}, language);
                           }),
                drafts.all() };
        },
        [this](Loaded loaded) {
            if (!loaded.work) {
                showError(loaded.work.error());
                return;
            }
            m_work = std::move(*loaded.work);
            m_drafts = loaded.drafts ? std::move(*loaded.drafts) : std::vector<store::Draft>();
            m_isWorkLoaded = true;
            showWork(m_work);
        });
}

QString MainWindow::exchangeWords(const WorkSummary& work) const
{
    const std::int64_t last = std::max(work.lastReceived, work.lastSent);
    return last == 0 ? tr("no exchange yet") : tr("last exchange %1").arg(momentText(last));
}

void MainWindow::showWork(const WorkSummary& work)
{
    m_exchange->setText(exchangeWords(work));
    QStringList waits;
    if (work.conflictCount > 0)
        waits += tr("differences: %1").arg(work.conflictCount);
    if (work.besideCount > 0)
        waits += tr("beside signatures: %1").arg(work.besideCount);
    if (work.findingCount > 0)
        waits += tr("findings: %1").arg(work.findingCount);
    if (work.waitingCount > 0)
        waits += tr("waiting for others: %1").arg(work.waitingCount);
    m_waits->setText(waits.join(QStringLiteral(", ")));
    m_demo->setVisible(work.isDemo);
    setWindowTitle(work.isDemo ? tr("Patronat – training data") : tr("Patronat"));
    m_today->show(work, m_drafts);
}

void MainWindow::askWho()
{
    auto* dialog = new WhoDialog(m_desk, this);
    connect(dialog, &WhoDialog::chosen, this, [this](RecordId staff) {
        m_desk.author = staff;
        m_desk.settings.setValue(
            QStringLiteral("author/") + shown(m_desk.store.site().id.hex()), shown(staff.hex()));
        showWho();
    });
    dialog->open();
}

void MainWindow::welcome()
{
    if (!m_desk.author.isNull())
        return;
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store](base::Job&) {
            return store.read([](const store::ReadTx& tx) -> base::Result<bool> { return access::hasStaff(tx); });
        },
        [this](const base::Result<bool>& hasStaff) {
            if (!hasStaff)
                showError(hasStaff.error());
            else if (!*hasStaff)
                askWho();
        });
}

void MainWindow::showWho()
{
    m_who->setText(tr("Who works here"));
    if (m_desk.author.isNull())
        return;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, author = m_desk.author](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> base::Result<std::string> { return staffName(tx, author); });
        },
        [this](const base::Result<std::string>& name) {
            if (name && !name->empty())
                m_who->setText(shown(*name));
        });
}

void MainWindow::undo()
{
    struct Outcome
    {
        std::string type;
        store::Store::Undone undone;
    };
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, author = m_desk.author](base::Job&) -> base::Result<Outcome> {
            PATRONAT_LET(const store::Action action, store.read([](const store::ReadTx& tx) { return store::lastAction(tx); }));
            PATRONAT_LET(const auto undone, store.undo(action.group, author));
            return Outcome { action.type, undone };
        },
        [this](const base::Result<Outcome>& outcome) {
            if (!outcome && outcome.error().code == base::ErrorCode::NotFound) {
                say(tr("There is nothing to undo"));
                return;
            }
            if (!outcome) {
                showError(outcome.error());
                return;
            }
            // What kind of record, never whose: the foot is seen by everybody who is near.
            const profile::RecordType* type = m_desk.profile().type(outcome->type);
            const QString what = type != nullptr ? m_desk.languages.text(type->label) : shown(outcome->type);
            if (outcome->undone.impossible.empty())
                say(tr("Undone: %1").arg(what));
            else
                say(tr("Undone in part: %1; changes left as they are: %2")
                        .arg(what)
                        .arg(outcome->undone.impossible.size()));
        });
}

void MainWindow::say(const QString& words)
{
    if (words.isEmpty())
        return;
    m_saved->setText(words);
    if (!hasUnsaved())
        m_sayTimer->start();
    else
        m_sayTimer->stop();
}

void MainWindow::showError(const base::Error& error)
{
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    m_saved->setText(shown(text.title));
    m_saved->setToolTip(shown(text.advice));
    m_sayTimer->stop();
}

bool MainWindow::hasUnsaved() const
{
    const auto forms = findChildren<FormPage*>();
    return std::any_of(forms.begin(), forms.end(), [](FormPage* page) { return page->form().isDirty(); });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // Nothing is asked: what is not saved is a draft and is offered at the next start.
    m_desk.settings.setValue(QStringLiteral("window"), saveGeometry());
    event->accept();
}

} // namespace patronat::ui
