// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/profile/worksettings.h"
#include "core/store/actions.h"
#include "ui/admin/adminpage.h"
#include "ui/cases/casepage.h"
#include "ui/common/text.h"
#include "ui/exchange/exchangepage.h"
#include "ui/forms/formpage.h"
#include "ui/forms/loadedrecord.h"
#include "ui/forms/typing.h"
#include "ui/lists/listpage.h"
#include "ui/reports/reportpage.h"
#include "ui/shell/foot.h"
#include "ui/shell/listsofplace.h"
#include "ui/shell/navigation.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/screencover.h"
#include "ui/shell/todaypage.h"
#include "ui/shell/viewmenu.h"
#include "ui/shell/whodialog.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

using base::RecordId;

namespace {

constexpr int kWorkAfterMs = 400;
const QString kOwn = QStringLiteral("own");
const QString kAll = QStringLiteral("all");

} // namespace

MainWindow::MainWindow(Desk& desk, std::vector<ListDeclaration> lists, QWidget* parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_lists(std::move(lists))
    , m_pages(new PageStack(desk))
    , m_today(new TodayPage(desk, nullptr))
    , m_navigation(
          new Navigation(desk, [this](const QString& place) { return !listsAt(place).empty(); }))
    , m_foot(new Foot(desk))
    , m_workTimer(new QTimer(this))
{
    auto* middle = new QWidget;
    auto* across = new QHBoxLayout(middle);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_navigation);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_pages, 1);
    right->addWidget(m_foot);
    across->addLayout(right, 1);
    setCentralWidget(middle);
    m_pages->addWidget(m_today);
    m_workTimer->setSingleShot(true);
    m_workTimer->setInterval(kWorkAfterMs);
    buildActions();
    connectParts();
    words();
    showWho();
    m_desk.jobs.run(
        this,
        [&store = desk.store](base::Job&) {
            return store.read([](const store::ReadTx& tx) -> base::Result<std::int64_t> {
                return store::lastActionNumber(tx);
            });
        },
        [this](const base::Result<std::int64_t>& number) {
            if (number)
                m_actionsBefore = *number;
        });
    qApp->installEventFilter(this);
    m_cover = new ScreenCover(this); // after it: what hides everything is asked first
    go(QStringLiteral(
        "today")); // which loads the work: once, for each reading thread keeps what it read
}

void MainWindow::connectParts()
{
    connect(m_navigation, &Navigation::placeChosen, this, &MainWindow::go);
    connect(m_navigation, &Navigation::whoAsked, this, [this] { askWho(); });
    m_desk.askWho = [this](std::function<void()> then) { askWho(then); };
    connect(m_navigation, &Navigation::hideAsked, this, &MainWindow::hideEverything);
    connect(&m_navigation->view(), &ViewMenu::undoAsked, this, &MainWindow::undo);
    connect(m_pages, &PageStack::said, this, &MainWindow::say);
    connect(m_pages, &PageStack::failed, m_foot, &Foot::showError);
    connect(m_pages, &PageStack::noFamily, this, [this] {
        findHere();
        say(tr("Of which family? Find it, stand on its line and press F7."));
    });
    connect(m_pages, &PageStack::left, m_workTimer, qOverload<>(&QTimer::start));
    connect(m_pages, &PageStack::cameBackTo, m_navigation, &Navigation::mark);
    connect(m_today, &TodayPage::opened, this,
        [this](const std::string& type, RecordId id, RecordId family) {
            if (family.isNull() || type == "family")
                m_pages->openRecord(type, id);
            else
                m_pages->openInCase(type, id);
        });
    connect(m_today, &TodayPage::scopeChosen, this, [this](WorkScope scope) {
        m_desk.settings.setValue(workScopeKey(), scope == WorkScope::Own ? kOwn : kAll);
        loadWork();
    });
    connect(m_today, &TodayPage::draftOpened, m_pages, &PageStack::openDraft);
    connect(m_workTimer, &QTimer::timeout, this, &MainWindow::loadWork);
    connect(&m_desk.notifier, &StoreNotifier::changed, this, [this] { m_workTimer->start(); });
    connect(&m_desk.jobs, &JobRunner::keepingFailed, m_foot, &Foot::showError);
    connect(&m_desk.languages, &LanguageSwitch::switched, this, &MainWindow::words);
    connect(&m_desk.privacy, &Privacy::changed, this, &MainWindow::showWork);
}

void MainWindow::buildActions()
{
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence(QStringLiteral("Alt+Left")), [this] { m_pages->back(); });
    key(QKeySequence(QStringLiteral("Ctrl+Shift+Z")), [this] { undo(); });
    key(QKeySequence::Find, [this] { findHere(); });
    key(QKeySequence(Qt::Key_F7), [this] { beginAtOnce(); });
}

void MainWindow::openRecord(const std::string& type, RecordId id)
{
    m_pages->openRecord(type, id);
}

void MainWindow::openDraft(const store::Draft& draft)
{
    m_pages->openDraft(draft);
}

void MainWindow::create(const std::string& type)
{
    m_pages->create(type);
}

void MainWindow::addToMenu(QAction* action)
{
    m_navigation->view().addOwn(action);
}

std::vector<ListDeclaration> MainWindow::listsAt(const QString& place) const
{
    std::vector<ListDeclaration> out;
    for (const ListDeclaration& list : m_lists)
        if (shown(list.place) == place)
            out.push_back(list);
    return out;
}

void MainWindow::go(const QString& place)
{
    m_navigation->mark(place);
    if (place == QLatin1String("today")) {
        m_pages->showPlace(m_today, place);
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
        showList(lists.front().id);
}

void MainWindow::showExchange()
{
    auto* page = m_pages->findChild<ExchangePage*>(QString(), Qt::FindDirectChildrenOnly);
    if (page == nullptr) {
        page = new ExchangePage(m_desk, nullptr);
        connect(page, &ExchangePage::opened, m_pages, &PageStack::openRecord);
        connect(page, &ExchangePage::failed, m_foot, &Foot::showError);
    }
    m_pages->showPlace(page, QStringLiteral("exchange"));
    page->setFocus();
}

void MainWindow::showReports()
{
    auto* page = m_pages->findChild<ReportPage*>(QString(), Qt::FindDirectChildrenOnly);
    if (page == nullptr) {
        page = new ReportPage(m_desk, nullptr);
        connect(page, &ReportPage::opened, m_pages, &PageStack::openRecord);
        connect(page, &ReportPage::failed, m_foot, &Foot::showError);
        connect(page, &ReportPage::stateChanged, this, &MainWindow::say);
    }
    m_pages->showPlace(page, QStringLiteral("reports"));
    page->setFocus();
}

AdminPage* MainWindow::showAdministration()
{
    auto* page = m_pages->findChild<AdminPage*>(QString(), Qt::FindDirectChildrenOnly);
    if (page == nullptr) {
        page = new AdminPage(m_desk, listsAt(QStringLiteral("administration")), nullptr);
        connect(page, &AdminPage::opened, m_pages, &PageStack::openRecord);
        connect(page, &AdminPage::created, m_pages, &PageStack::create);
        connect(page, &AdminPage::failed, m_foot, &Foot::showError);
        connect(page, &AdminPage::stateChanged, this, &MainWindow::say);
    }
    m_pages->showPlace(page, QStringLiteral("administration"));
    page->setFocus();
    return page;
}

void MainWindow::findHere()
{
    if (auto* page = qobject_cast<AdminPage*>(m_pages->currentWidget())) {
        page->focusSearch();
        return;
    }
    if (qobject_cast<ListPage*>(currentPage()) == nullptr)
        go(QStringLiteral("families"));
    if (auto* list = qobject_cast<ListPage*>(currentPage()))
        list->focusSearch();
}

/// For the family that is looked at: a case, a line of a list or of Today, a document.
void MainWindow::beginAtOnce()
{
    const std::string made = profile::workSettings(m_desk.profile()).atOnce;
    if (m_desk.profile().type(made) == nullptr)
        return;
    QWidget* page = currentPage();
    if (const auto* one = qobject_cast<CasePage*>(page))
        return m_pages->createForFamilyOf(made, "family", one->family());
    if (auto* form = qobject_cast<FormPage*>(page)) {
        if (!form->session().isNew())
            m_pages->createForFamilyOf(made, form->session().type().id, form->session().id());
        return; // what is being typed goes on
    }
    if (auto* list = qobject_cast<ListPage*>(page)) {
        const QModelIndex line = list->view()->currentIndex();
        return m_pages->createForFamilyOf(made, list->model().list().type,
            line.isValid() ? list->model().recordAt(line.row()) : RecordId {});
    }
    const QWidget* focused = QApplication::focusWidget();
    const auto family = focused != nullptr
        ? RecordId::fromHex(typed(focused->property(kFamilyOfLine).toString()))
        : std::nullopt;
    m_pages->createForFamilyOf(made, "family", family.value_or(RecordId {}));
}

void MainWindow::showList(const std::string& id)
{
    const auto declaration = std::find_if(
        m_lists.begin(), m_lists.end(), [&](const ListDeclaration& list) { return list.id == id; });
    if (declaration == m_lists.end())
        return;
    const QString place = shown(declaration->place);
    m_navigation->mark(place);
    if (place == QLatin1String("administration")) {
        showAdministration()->showPanel(shown(id));
        return;
    }
    auto* page = m_pages->findChild<ListsOfPlace*>(
        QStringLiteral("lists.") + place, Qt::FindDirectChildrenOnly);
    if (page == nullptr) {
        page = new ListsOfPlace(m_desk, listsAt(place), nullptr);
        page->setObjectName(QStringLiteral("lists.") + place);
        connect(page, &ListsOfPlace::opened, m_pages, &PageStack::openRecord);
        connect(page, &ListsOfPlace::draftOpened, m_pages, &PageStack::openDraft);
        connect(page, &ListsOfPlace::created, m_pages, &PageStack::create);
        connect(page, &ListsOfPlace::failed, m_foot, &Foot::showError);
        connect(page, &ListsOfPlace::said, this, &MainWindow::say);
    }
    m_pages->showPlace(page, place);
    page->showList(shown(id));
}

QWidget* MainWindow::currentPage() const
{
    if (auto* pages = m_pages->currentWidget()->findChild<QStackedWidget*>(
            QString(), Qt::FindDirectChildrenOnly))
        return pages->currentWidget();
    return m_pages->currentWidget();
}

void MainWindow::hideEverything()
{
    m_cover->cover();
}

/// What she chose stays hers, also at a computer that others use.
QString MainWindow::workScopeKey() const
{
    return QStringLiteral("todayShows/") + shown(m_desk.author.hex());
}

WorkScope MainWindow::workScope() const
{
    const QString said = m_desk.settings.value(workScopeKey()).toString();
    return said == kOwn ? WorkScope::Own : said == kAll ? WorkScope::All : WorkScope::Unsaid;
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
        [&store, &drafts = m_desk.drafts, today = m_desk.today(),
            language = typed(m_desk.languages.language()),
            asker = WorkAsker { m_desk.author, workScope() }](base::Job&) {
            return Loaded { store.read([&](const store::ReadTx& tx) {
                               return workSummary(tx, store.rules(), today, asker, language);
                           }),
                drafts.all() };
        },
        [this](Loaded loaded) {
            if (!loaded.work) {
                m_foot->showError(loaded.work.error());
                return;
            }
            m_work = std::move(*loaded.work);
            m_drafts = loaded.drafts ? std::move(*loaded.drafts) : std::vector<store::Draft>();
            std::erase_if(m_drafts,
                [](const store::Draft& draft) { return !Typing::isTyping(draft.fields); });
            m_isWorkLoaded = true;
            m_foot->showWork(m_work, m_drafts.size(), hasUnsaved());
            words();
        });
}

void MainWindow::showWork()
{
    if (m_isWorkLoaded)
        m_today->show(m_work, m_drafts);
}

void MainWindow::words()
{
    // The manager of windows shows this to everybody: no person is named here.
    setWindowTitle(m_work.isDemo ? tr("Patronat – training data") : tr("Patronat"));
    showWork();
}

void MainWindow::askWho(const std::function<void()>& then)
{
    if (const auto* open = findChild<WhoDialog*>(); open != nullptr && open->isVisible())
        return; // asked already
    auto* dialog = new WhoDialog(m_desk, this);
    connect(dialog, &WhoDialog::chosen, this, [this, then](RecordId staff) {
        m_desk.setAuthor(staff);
        m_desk.settings.setValue(
            QStringLiteral("author/") + shown(m_desk.store.site().id.hex()), shown(staff.hex()));
        showWho();
        m_workTimer->start(0); // hers first
        if (then)
            then();
    });
    dialog->open();
}

void MainWindow::welcome()
{
    if (m_desk.author.isNull())
        askWho();
}

void MainWindow::showWho()
{
    m_navigation->showWho({});
    if (m_desk.author.isNull())
        return;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, author = m_desk.author](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> base::Result<std::string> {
                return staffName(tx, author);
            });
        },
        [this](const base::Result<std::string>& name) {
            if (name)
                m_navigation->showWho(shown(*name));
        });
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // A field keeps the keys for what was typed in it as long as it has something to bring back;
    // else they are the window's, which takes back what was saved.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto* line = qobject_cast<QLineEdit*>(watched);
        const auto* text = qobject_cast<QPlainTextEdit*>(watched);
        const bool isUndo = key->key() == Qt::Key_Z
            && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
        const bool isKept = (line != nullptr && line->isRedoAvailable())
            || (text != nullptr && text->document()->isRedoAvailable());
        if (isUndo && !isKept && (line != nullptr || text != nullptr)) {
            event->ignore();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::undo()
{
    struct Outcome
    {
        std::string type;
        store::Store::Undone undone;
    };
    if (!m_actionsBefore)
        return; // the window has hardly opened
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        // Only what this person saved since the window was opened: of older work nobody remembers
        // what it was.
        [&store, author = m_desk.author, after = *m_actionsBefore](
            base::Job&) -> base::Result<Outcome> {
            PATRONAT_LET(const store::Action action, store.read([&](const store::ReadTx& tx) {
                return store::lastAction(tx, { after, author });
            }));
            PATRONAT_LET(const auto undone, store.undo(action.group, author));
            return Outcome { action.type, undone };
        },
        [this](const base::Result<Outcome>& outcome) {
            if (!outcome && outcome.error().code == base::ErrorCode::NotFound) {
                say(tr("There is nothing to undo"));
                return;
            }
            if (!outcome) {
                m_foot->showError(outcome.error());
                return;
            }
            // What kind of record, never whose: the foot is seen by everybody who is near.
            const profile::RecordType* type = m_desk.profile().type(outcome->type);
            const QString what
                = type != nullptr ? m_desk.languages.text(type->label) : shown(outcome->type);
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
    if (!words.isEmpty())
        m_foot->say(words, hasUnsaved());
}

void MainWindow::tell(const QString& words)
{
    m_foot->tell(words);
}

void MainWindow::tellError(const base::Error& error)
{
    m_foot->showError(error);
}

bool MainWindow::hasUnsaved() const
{
    const auto forms = findChildren<FormPage*>();
    return std::any_of(
        forms.begin(), forms.end(), [](FormPage* page) { return page->form().isDirty(); });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // Nothing is asked: what is not saved is a draft and is offered at the next start.
    m_desk.settings.setValue(QStringLiteral("window"), saveGeometry());
    event->accept();
}

} // namespace patronat::ui
