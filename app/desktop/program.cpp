// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include "app/desktop/profileupdate.h"
#include "app/place/profileplace.h"
#include "core/store/clockdoubt.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/common/valuetext.h"
#include "ui/start/backupdialog.h"
#include "ui/start/backuprun.h"
#include "ui/start/numbersdialog.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimer>

namespace patronat::desktop {

using namespace ui;

namespace {

QString databaseKey()
{
    return QStringLiteral("database");
}

QString demoUserKey()
{
    return QStringLiteral("demoUser");
}

QString textOf(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

} // namespace

ProgramPlaces ProgramPlaces::ofThisPerson()
{
    ProgramPlaces places;
    places.settings
        = std::make_unique<QSettings>(QStringLiteral("Patronat"), QStringLiteral("Patronat"));
    places.start.profiles = place::profilesRoot({});
    places.start.databases = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
        + QStringLiteral("/Patronat");
    places.demo = pathOfText(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/demo"));
    return places;
}

Program::Program(ProgramPlaces places)
    : m_places(std::move(places))
    , m_demo(m_places.demo, m_places.start.profiles)
{
    m_words.setLanguage(
        settings().value(QStringLiteral("language"), LanguageSwitch::preferred()).toString());
    applyTheme(*qApp,
        settings().value(QStringLiteral("dark")).toBool() ? Scheme::Dark : Scheme::Light,
        settings().value(QStringLiteral("textPercent"), 100).toInt());
}

Program::~Program()
{
    m_window.reset();
    m_session.reset();
}

bool Program::start(const QString& database)
{
    const QString file = database.isEmpty() ? settings().value(databaseKey()).toString() : database;
    if (file.isEmpty()) {
        ask();
        return true;
    }
    return open(file);
}

bool Program::open(const QString& database)
{
    m_single = std::make_unique<SingleInstance>(pathOfText(database));
    if (m_single->raiseFirst())
        return false;
    std::error_code unknown; // what cannot be looked at cannot be opened; that says why
    if (!std::filesystem::exists(pathOfText(database), unknown)) {
        ask(base::Error { base::ErrorCode::FileNotReadable, { typed(database) }, {} });
        return true;
    }
    auto session = Session::open(pathOfText(database), m_places.start.profiles, m_clock, settings(),
        [](const std::function<base::Status()>& work) {
            return whileTold(tr("The forms and rules are being brought up to date. Nothing that "
                                "was entered changes."),
                work);
        });
    if (!session) {
        ask(session.error());
        return true;
    }
    m_session = std::move(*session);
    settings().setValue(databaseKey(), database);
    LanguageSwitch& languages = m_session->languages();
    languages.setLanguage(m_words.language());
    // Before the window hears of it: the words of the guide would else speak the other language
    // below the session's.
    connect(&languages, &LanguageSwitch::switched, this,
        [this, &languages] { m_words.setLanguage(languages.language()); });
    const bool isDemo = m_demo.has(pathOfText(database));
    if (isDemo)
        if (const auto staff = staffOf(m_session->desk().store, demoUser()))
            m_session->desk().author = *staff;
    buildWindow(isDemo);
    m_single->listen();
    connect(m_single.get(), &SingleInstance::raised, this, &Program::raise);
    m_window->show();
    if (m_guide)
        m_guide->hide();
    m_window->welcome();
    tellDraftsAside();
    askAboutClock();
    return true;
}

void Program::askAboutClock()
{
    const auto newest = m_session->desk().store.read(
        [](const store::ReadTx& tx) -> base::Result<std::optional<std::int64_t>> {
            return store::newestLocalChange(tx);
        });
    const std::int64_t now = m_clock.nowMs();
    if (!newest || !store::isClockBehind(*newest, now))
        return;
    auto* question = new QMessageBox(QMessageBox::Warning, tr("The clock of this computer"),
        tr("The clock of this computer shows %1, and the last work was saved here on %2.\n\nThe "
           "dates of documents and "
           "the deadlines follow the clock. Is %1 right?")
            .arg(momentText(now), momentText(**newest)),
        QMessageBox::NoButton, m_window.get());
    question->setObjectName(QStringLiteral("clockQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->addButton(tr("It is right: go on"), QMessageBox::AcceptRole);
    QPushButton* wrong
        = question->addButton(tr("It is wrong: close and set the clock"), QMessageBox::RejectRole);
    question->setDefaultButton(wrong);
    question->setEscapeButton(wrong);
    connect(wrong, &QPushButton::clicked, m_window.get(), &QWidget::close);
    question->open();
}

void Program::tellDraftsAside()
{
    const std::filesystem::path& aside = m_session->draftsAside();
    if (aside.empty())
        return;
    auto* words = new QMessageBox(QMessageBox::Warning, tr("Typed and not saved"),
        tr("The file of what was typed and not saved cannot be read. Everything that was saved is "
           "here. The file was set aside as %1; whoever looks after this computer may get "
           "something out of it.")
            .arg(QString::fromStdU16String(aside.filename().u16string())),
        QMessageBox::Ok, m_window.get());
    words->setObjectName(QStringLiteral("draftsAside"));
    words->setAttribute(Qt::WA_DeleteOnClose);
    words->open();
}

void Program::buildWindow(bool isDemo)
{
    m_window
        = std::make_unique<MainWindow>(m_session->desk(), listsOf(m_session->desk().profile()));
    if (!m_window->restoreGeometry(settings().value(QStringLiteral("window")).toByteArray()))
        m_window->resize(1280, 720);
    addActions(isDemo);
    NumbersDialog::whenWaiting(m_session->desk(), m_window.get(), [this] {
        m_numbers->setVisible(true);
        m_numbers->trigger();
    });
}

void Program::addActions(bool isDemo)
{
    const auto add = [this](QAction*& action, auto run) {
        action = new QAction(m_window.get());
        connect(action, &QAction::triggered, m_window.get(), run);
        m_window->addToMenu(action);
    };
    auto* run = new BackupRun(m_session->desk(), m_window.get());
    connect(run, &BackupRun::told, m_window.get(), &MainWindow::tell);
    connect(run, &BackupRun::failed, m_window.get(), &MainWindow::tellError);
    add(m_backup,
        [this, run] { (new BackupDialog(m_session->desk(), *run, m_window.get()))->open(); });
    add(m_numbers, [this] {
        auto* dialog = new NumbersDialog(m_session->desk(), m_window.get());
        connect(dialog, &QDialog::accepted, m_numbers, [this] { m_numbers->setVisible(false); });
        dialog->open();
    });
    m_numbers->setVisible(false);
    m_try = nullptr;
    m_anew = nullptr;
    if (isDemo) {
        auto* panel = new TryPanel(demoUser(), m_window.get());
        m_window->addDockWidget(Qt::RightDockWidgetArea, panel);
        m_try = panel->toggleViewAction();
        m_window->addToMenu(m_try);
        // After the menu has gone: the window goes with it.
        add(m_anew, [this] {
            QTimer::singleShot(0, this, [this] {
                leave();
                m_guide->makeDemoAnew();
            });
        });
    }
    add(m_other, [this] {
        QTimer::singleShot(0, this, [this] {
            leave();
            m_guide->begin();
        });
    });
    words();
    connect(
        &m_session->languages(), &LanguageSwitch::switched, m_window.get(), [this] { words(); });
}

void Program::words()
{
    m_backup->setText(tr("Make a backup…"));
    m_numbers->setText(tr("Confirm the last numbers…"));
    m_other->setText(tr("Another database or the demonstration…"));
    if (m_anew == nullptr)
        return;
    m_try->setText(tr("Things to try"));
    m_anew->setText(tr("Make the demonstration anew"));
}

DemoUser Program::demoUser() const
{
    const int user = m_places.settings->value(demoUserKey()).toInt();
    return user == static_cast<int>(DemoUser::Secretary) ? DemoUser::Secretary
        : user == static_cast<int>(DemoUser::Supervisor) ? DemoUser::Supervisor
                                                         : DemoUser::Specialist;
}

void Program::openDemo(DemoUser user)
{
    settings().setValue(demoUserKey(), static_cast<int>(user));
    if (!open(textOf(m_demo.databaseOf(user))))
        QApplication::quit();
}

void Program::ask(const std::optional<base::Error>& why)
{
    if (!m_guide) {
        const DemoSource demo { [this] { return m_demo.isThere(); },
            [place = m_demo](base::Job& job) { return place.make(job); } };
        m_guide = std::make_unique<StartGuide>(m_places.start, demo, m_clock, m_words);
        // After the guide's own work on the click: what is opened may close it.
        connect(
            m_guide.get(), &StartGuide::chosen, this,
            [this](const QString& file) {
                if (!open(file))
                    QApplication::quit();
            },
            Qt::QueuedConnection);
        connect(
            m_guide.get(), &StartGuide::demoChosen, this, &Program::openDemo, Qt::QueuedConnection);
        connect(m_guide.get(), &StartGuide::languageChosen, this, [this](const QString& language) {
            settings().setValue(QStringLiteral("language"), language);
        });
        connect(m_guide.get(), &StartGuide::closed, qApp, &QApplication::quit);
    }
    m_guide->begin(why);
}

void Program::leave()
{
    const QString language = m_session->languages().language();
    settings().setValue(QStringLiteral("window"), m_window->saveGeometry());
    settings().remove(databaseKey());
    m_guide.reset(); // made anew in the language of now
    m_words.setLanguage(language);
    ask();
    m_single.reset();
    m_window.reset();
    m_session.reset();
}

void Program::raise()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

} // namespace patronat::desktop
