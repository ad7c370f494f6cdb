// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"
#include "core/db/connection.h"
#include "core/exchange/export.h"
#include "core/exchange/identity.h"
#include "core/store/backup.h"
#include "tests/support/temporaryfolder.h"
#include "tests/ui/support/hands.h"
#include "ui/cases/casepage.h"
#include "ui/consilium/agendaview.h"
#include "ui/consilium/attendanceview.h"
#include "ui/consilium/itempanel.h"
#include "ui/consilium/meetingpage.h"
#include "ui/consilium/paperview.h"
#include "ui/exchange/exchangepage.h"
#include "ui/exchange/givepanel.h"
#include "ui/exchange/questionview.h"
#include "ui/lists/filterbar.h"
#include "ui/lists/listpage.h"
#include "ui/shell/foot.h"
#include "ui/start/backupdialog.h"
#include "ui/start/backuprun.h"
#include "ui/start/filesteps.h"
#include "ui/start/numbersdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <catch2/catch.hpp>

#include <fstream>

using namespace patronat;
using desktop::Program;
using desktop::ProgramPlaces;
using tests::Hands;
using tests::TemporaryFolder;

namespace {

QString textOf(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

/// A person who starts the program for the first time, in English.
struct Newcomer
{
    Newcomer()
        : owner(std::make_unique<Program>(places()))
        , program(*owner)
    {
    }
    ProgramPlaces places() const
    {
        ProgramPlaces out;
        out.settings = std::make_unique<QSettings>(
            textOf(folder.file("settings.ini")), QSettings::IniFormat);
        out.settings->setValue(QStringLiteral("language"), QStringLiteral("en"));
        out.start.profiles = PATRONAT_PROFILES;
        out.start.databases = textOf(folder.file("documents"));
        out.demo = folder.file("demo");
        return out;
    }
    Hands hands() { return { *program.guide(), program.guide()->jobs() }; }
    template <typename T>
    T* find(const char* name)
    {
        auto* found = program.guide()->findChild<T*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return found;
    }
    void start()
    {
        REQUIRE(program.start({}));
        REQUIRE(program.guide() != nullptr);
        REQUIRE(QTest::qWaitForWindowActive(program.guide()));
    }
    void press(Qt::Key key, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            hands().key(key);
    }
    void chooseRegion()
    {
        const auto* box = find<QComboBox>("start.region");
        for (int i = 0; i < box->count() && box->currentData() != QStringLiteral("ru-ta"); ++i)
            press(Qt::Key_Down);
    }
    /// From the page of the office on to the opened window, with what is suggested.
    void goOn()
    {
        for (int i = 0; i < 8 && program.window() == nullptr; ++i)
            press(Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return program.window() != nullptr; }, 20000));
        Hands(*program.window(), program.session()->desk().jobs).settle();
    }
    /// An office K01 that exists already, with a family.
    std::filesystem::path firstComputer()
    {
        start();
        press(Qt::Key_Return);
        chooseRegion();
        press(Qt::Key_Return);
        press(Qt::Key_Down, 3);
        goOn();
        store::Store& store = program.session()->desk().store;
        const auto made = store.write({}, [](store::WriteTx& tx) {
            return tx.create("family", { { "name", "Сафины" } });
        });
        REQUIRE(made);
        return store.path();
    }
    std::size_t families()
    {
        const auto all = program.session()->desk().store.read(
            [](const store::ReadTx& tx) { return tx.list("family"); });
        REQUIRE(all);
        return all->size();
    }
    TemporaryFolder folder;
    std::unique_ptr<Program> owner;
    Program& program; ///< not after `owner` has gone
};

} // namespace

TEST_CASE("from nothing to the opened window of a new office, by keyboard alone")
{
    Newcomer person;
    person.start();
    REQUIRE(QApplication::focusWidget()->objectName() == QStringLiteral("start.new"));

    person.press(Qt::Key_Return); // a new office
    CHECK(person.find<QComboBox>("start.region")->currentIndex() == -1); // nobody has said it
    CHECK_FALSE(person.find<QPushButton>("start.next")->isEnabled());
    person.chooseRegion();
    CHECK(person.find<QComboBox>("start.region")->currentData().toString()
        == QStringLiteral("ru-ta"));
    person.press(Qt::Key_Return);
    person.press(Qt::Key_Down, 3); // the third of the list
    CHECK(person.find<QLineEdit>("start.code")->text() == QStringLiteral("K01"));
    person.press(Qt::Key_Return);
    person.press(Qt::Key_Return); // no institution yet
    person.press(Qt::Key_Return); // no files
    CHECK(person.find<QLineEdit>("start.place")->text().endsWith(QStringLiteral("K01.db")));
    person.press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor(
        [&] { return person.find<QPushButton>("start.next")->text() == QStringLiteral("Open"); },
        20000));
    CHECK(person.find<QLabel>("start.said")
              ->text()
              .startsWith(QStringLiteral("The database is made")));
    person.press(Qt::Key_Return);

    REQUIRE(QTest::qWaitFor([&] { return person.program.window() != nullptr; }));
    CHECK_FALSE(person.program.guide()->isVisible());
    const store::Store& store = person.program.session()->desk().store;
    CHECK(store.site().officeCode == "K01");
    CHECK(store.site().kind == "office");
    CHECK(std::filesystem::exists(person.folder.file("documents") / "K01.db"));
    const auto territories = store.read([](const store::ReadTx& tx) -> base::Result<std::string> {
        return tx.setting("site.territories").value_or("");
    });
    CHECK(territories->size() == 32); // the office's own district
}

TEST_CASE("what was opened last opens at once at the next start")
{
    Newcomer person;
    const std::filesystem::path file = person.firstComputer();
    person.owner.reset();
    Program again(person.places());

    REQUIRE(again.start({}));

    REQUIRE(again.window() != nullptr);
    CHECK(again.guide() == nullptr);
    CHECK(again.session()->desk().store.path() == file);
}

TEST_CASE("Escape goes one step back and ends nothing")
{
    Newcomer person;
    person.start();
    person.press(Qt::Key_Return, 2);
    REQUIRE(person.program.guide()->currentStep() != nullptr);

    person.press(Qt::Key_Escape, 4);

    CHECK(person.program.guide()->currentStep() == nullptr);
    CHECK(person.program.guide()->isVisible());
}

TEST_CASE("a database that is missing, damaged, newer or not ours leads to the guide, with the "
          "reason in words")
{
    const TemporaryFolder folder;
    std::ofstream(folder.file("letter.db"))
        << "a letter, not a database, long enough to be looked at";
    {
        db::Connection connection(folder.file("newer.db"), db::Access::Writer);
        connection.execute("PRAGMA application_id = 1348564082");
        connection.execute("PRAGMA user_version = 99");
    }
    const auto [name, words] = GENERATE(std::pair("letter.db", "is not a database of Patronat"),
        std::pair("newer.db", "was written by a newer program"),
        std::pair("gone.db", "cannot be read"));
    Newcomer person;

    REQUIRE(person.program.start(textOf(folder.file(name))));

    REQUIRE(person.program.guide() != nullptr);
    CHECK(person.program.window() == nullptr);
    QString reason; // of the page that is open; the guide has others, which are not seen
    for (const auto* label :
        person.program.guide()->findChildren<QLabel*>(QStringLiteral("start.reason")))
        if (label->isVisible())
            reason += label->text();
    INFO(reason.toStdString());
    CHECK(reason.contains(QLatin1String(words)));
}

TEST_CASE("a second computer is a site of its own with the families of the first")
{
    Newcomer first;
    first.firstComputer();
    store::Store& there = first.program.session()->desk().store;
    exchange::ExportOptions options;
    options.file = first.folder.file("all.patronat-batch");
    options.all = true;
    base::Job job;
    REQUIRE(exchange::exportBatch(there, options, job));

    Newcomer second;
    second.start();
    second.press(Qt::Key_Down);
    second.press(Qt::Key_Return);
    auto* step = qobject_cast<ui::BatchStep*>(second.program.guide()->currentStep());
    REQUIRE(step != nullptr);
    step->add({ textOf(options.file) });
    second.hands().settle();
    CHECK(second.find<QLabel>("start.batches.said")->text().contains(QStringLiteral("K01")));
    // Nobody certifies the first computer: the file is taken in because somebody says so.
    CHECK_FALSE(second.find<QPushButton>("start.next")->isEnabled());
    second.find<QCheckBox>("start.known")->setFocus();
    second.press(Qt::Key_Space);
    second.press(Qt::Key_Return, 2);
    CHECK(second.find<QLineEdit>("start.code")->text() == QStringLiteral("K01"));
    second.press(Qt::Key_Return, 2);
    second.press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor(
        [&] { return second.find<QPushButton>("start.next")->text() == QStringLiteral("Open"); },
        20000));
    INFO(second.find<QLabel>("start.said")->text().toStdString());

    CHECK(second.find<QLabel>("start.said")->text().contains(QStringLiteral("Taken in: 1 entry.")));
    second.goOn();
    const store::Store& here = second.program.session()->desk().store;
    CHECK(here.site().officeCode == there.site().officeCode);
    CHECK(here.site().id != there.site().id);
    CHECK(second.families() == 1);
}

TEST_CASE("a restored backup asks for the last numbers before anything else")
{
    Newcomer person;
    person.firstComputer();
    store::Store& store = person.program.session()->desk().store;
    base::Job job;
    REQUIRE(store::makeBackup(store, person.folder.file("k01.patronat-backup"), job));

    Newcomer other;
    other.start();
    other.press(Qt::Key_Down, 2);
    other.press(Qt::Key_Return);
    auto* step = qobject_cast<ui::BackupStep*>(other.program.guide()->currentStep());
    REQUIRE(step != nullptr);
    step->take(textOf(person.folder.file("k01.patronat-backup")));
    other.hands().settle();
    CHECK(other.find<QLabel>("start.backup.said")->text().contains(QStringLiteral("K01")));
    other.press(Qt::Key_Return, 2);
    REQUIRE(QTest::qWaitFor(
        [&] { return other.find<QPushButton>("start.next")->text() == QStringLiteral("Open"); },
        20000));
    other.goOn();

    CHECK(other.families() == 1);
    CHECK(other.program.session()->desk().store.site().id == store.site().id);
    auto* dialog = other.program.window()->findChild<ui::NumbersDialog*>();
    REQUIRE(dialog != nullptr);
    dialog->findChild<QPushButton*>(QStringLiteral("numbers.confirm"))->click();
    Hands(*other.program.window(), other.program.session()->desk().jobs).settle();
    bool waits = false;
    ui::NumbersDialog::whenWaiting(
        other.program.session()->desk(), other.program.window(), [&] { waits = true; });
    Hands(*other.program.window(), other.program.session()->desk().jobs).settle();
    CHECK_FALSE(waits);
}

TEST_CASE("the window makes a backup and says when the last one was made")
{
    Newcomer person;
    person.firstComputer();
    ui::BackupRun run(person.program.session()->desk());
    ui::BackupDialog dialog(person.program.session()->desk(), run);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.setFile(textOf(person.folder.file("mine.patronat-backup")));
    dialog.show();
    Hands hands(dialog, person.program.session()->desk().jobs);
    hands.settle();
    auto* last = dialog.findChild<QLabel*>(QStringLiteral("backup.last"));
    CHECK(last->text() == QStringLiteral("No backup has been made yet."));

    hands.key(Qt::Key_Return);

    CHECK(dialog.findChild<QLabel*>(QStringLiteral("backup.said"))
              ->text()
              .startsWith(QStringLiteral("The backup is made")));
    CHECK(last->text().startsWith(QStringLiteral("The last one was made")));
    const auto facts = store::readBackup(person.folder.file("mine.patronat-backup"));
    REQUIRE(facts);
    CHECK(facts->site.officeCode == "K01");
}

TEST_CASE("a backup whose dialog is closed goes on, and the foot of the window says how it ended")
{
    Newcomer person;
    person.firstComputer();
    ui::MainWindow& window = *person.program.window();
    const auto foot = [&] {
        QString said;
        for (const QLabel* label : window.findChild<ui::Foot*>()->findChildren<QLabel*>())
            said += label->text() + QLatin1Char('\n');
        return said;
    };
    for (QAction* action : window.findChildren<QAction*>())
        if (action->text() == QStringLiteral("Make a backup…"))
            action->trigger();
    auto* dialog = window.findChild<ui::BackupDialog*>();
    REQUIRE(dialog != nullptr);
    dialog->setFile(textOf(person.folder.file("later.patronat-backup")));

    dialog->findChild<QPushButton*>(QStringLiteral("backup.make"))->click();
    dialog->reject();

    CHECK(foot().contains(QStringLiteral("The backup goes on")));
    Hands(window, person.program.session()->desk().jobs).settle();
    CHECK(foot().contains(QStringLiteral("The backup is made and checked: later.patronat-backup")));
    CHECK(store::readBackup(person.folder.file("later.patronat-backup")));
}

TEST_CASE("the demonstration is made once, opens as one of three users, and says what it is")
{
    Newcomer person;
    person.start();
    person.press(Qt::Key_Down, 4);
    person.press(Qt::Key_Return);
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("start.demo.0"));
    person.press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return person.program.window() != nullptr; }, 120000));
    Hands(*person.program.window(), person.program.session()->desk().jobs).settle();

    CHECK(person.program.window()->windowTitle().contains(QStringLiteral("training data")));
    CHECK(person.families() > 10);
    CHECK_FALSE(person.program.session()->desk().author.isNull());
    CHECK(person.program.window()->findChild<ui::TryPanel*>()->isVisible());

    for (const ui::DemoUser user : { ui::DemoUser::Secretary, ui::DemoUser::Supervisor }) {
        for (QAction* action : person.program.window()->findChildren<QAction*>())
            if (action->text().startsWith(QStringLiteral("Another database")))
                action->trigger();
        REQUIRE(QTest::qWaitFor([&] { return person.program.window() == nullptr; }));
        person.press(Qt::Key_Down, 4);
        person.press(Qt::Key_Return);
        person.press(Qt::Key_Down, static_cast<int>(user));
        person.press(Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return person.program.window() != nullptr; }));
        const ui::Desk& desk = person.program.session()->desk();
        const auto role
            = desk.store.read([&](const store::ReadTx& tx) -> base::Result<std::string> {
                  PATRONAT_LET(const auto staff, tx.record("staff", desk.author));
                  return std::string(staff.values.at("role").textOr(""));
              });
        REQUIRE(role);
        CHECK(*role == (user == ui::DemoUser::Secretary ? "SECRETARY" : "SUPERVISOR"));
    }
    CHECK(person.families() == 150);
}

namespace {

/// One user of the demonstration at the keyboard.
struct Visitor
{
    explicit Visitor(ui::DemoUser user)
    {
        person.start();
        person.press(Qt::Key_Down, 4);
        person.press(Qt::Key_Return);
        person.press(Qt::Key_Down, static_cast<int>(user));
        person.press(Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return person.program.window() != nullptr; }, 120000));
        REQUIRE(QTest::qWaitForWindowActive(person.program.window()));
        hands().settle();
    }
    ui::MainWindow& window() { return *person.program.window(); }
    ui::Desk& desk() { return person.program.session()->desk(); }
    Hands hands() { return { window(), desk().jobs }; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        hands().key(key, modifiers);
    }
    template <typename T>
    T* page()
    {
        T* found = nullptr;
        for (T* one : window().findChildren<T*>())
            if (one->isVisible())
                found = one;
        REQUIRE(found != nullptr);
        return found;
    }
    std::int64_t count(const std::string& sql)
    {
        const auto counted
            = desk().store.read([&](const store::ReadTx& tx) -> base::Result<std::int64_t> {
                  auto select = tx.connection().prepare(sql);
                  return select.step() ? select.integer(0) : 0;
              });
        REQUIRE(counted);
        return *counted;
    }
    void open(QTabWidget* tabs, int tab)
    {
        QTest::mouseClick(
            tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
        hands().settle();
    }

    Newcomer person;
};

} // namespace

TEST_CASE("a specialist of the demonstration can do the five things the panel tells")
{
    Visitor visitor(ui::DemoUser::Specialist);
    const auto surname
        = visitor.desk().store.read([](const store::ReadTx& tx) -> base::Result<std::string> {
              auto select = tx.connection().prepare(
                  "SELECT name FROM family WHERE life = 'draft' ORDER BY name LIMIT 1");
              select.step();
              return std::string(select.text(0));
          });
    REQUIRE(surname);

    visitor.press(Qt::Key_F, Qt::ControlModifier);
    visitor.hands().typeHere(QString::fromStdString(*surname).left(3));
    visitor.press(Qt::Key_Return);
    CHECK(visitor.page<ui::CasePage>() != nullptr);

    visitor.press(Qt::Key_3, Qt::AltModifier);
    visitor.press(Qt::Key_Return);
    CHECK(visitor.page<ui::CasePage>()->tabs()->tabText(
              visitor.page<ui::CasePage>()->tabs()->currentIndex())
        == QStringLiteral("Programme"));

    const std::int64_t families = visitor.count("SELECT count(*) FROM family");
    visitor.press(Qt::Key_2, Qt::AltModifier);
    visitor.press(Qt::Key_Insert);
    visitor.hands().typeHere(QStringLiteral("Новосёловы"));
    visitor.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(visitor.count("SELECT count(*) FROM family") == families + 1);
}

TEST_CASE("a secretary of the demonstration can do the five things the panel tells")
{
    Visitor visitor(ui::DemoUser::Secretary);
    visitor.press(Qt::Key_4, Qt::AltModifier);
    visitor.press(Qt::Key_Return);
    auto* held = visitor.page<ui::MeetingPage>();
    visitor.open(held->tabs(), ui::MeetingPage::Papers);
    CHECK(held->papers()->pageCount() > 0);

    visitor.press(Qt::Key_Left, Qt::AltModifier);
    visitor.press(Qt::Key_Insert);
    visitor.press(Qt::Key_S, Qt::ControlModifier);
    auto* meeting = visitor.page<ui::MeetingPage>();
    REQUIRE_FALSE(meeting->meeting().isNull());

    visitor.open(meeting->tabs(), ui::MeetingPage::Attendance);
    const int members = meeting->attendance()->table()->model()->rowCount();
    REQUIRE(members > 2);
    for (int i = 0; i < members; ++i) {
        visitor.press(Qt::Key_Space);
        visitor.press(Qt::Key_Down);
    }
    CHECK(visitor.count("SELECT count(*) FROM attendance WHERE present = 1 AND meeting = x'"
              + meeting->meeting().hex() + "'")
        == members);

    visitor.open(meeting->tabs(), ui::MeetingPage::Agenda);
    visitor.press(Qt::Key_Insert);
    visitor.press(Qt::Key_Space);
    visitor.press(Qt::Key_Down);
    visitor.press(Qt::Key_Space);
    visitor.press(Qt::Key_Return, Qt::ControlModifier);
    const std::string items = "FROM agendaItem WHERE meeting = x'" + meeting->meeting().hex() + "'";
    CHECK(visitor.count("SELECT count(*) " + items) == 2);

    visitor.press(Qt::Key_E, Qt::ControlModifier);
    CHECK(visitor.count("SELECT count(*) " + items + " AND votesFor > 0 AND adopted = 1") == 1);
    visitor.press(Qt::Key_D, Qt::ControlModifier);
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(meeting->agenda()->panel()->isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("a supervisor of the demonstration can do the five things the panel tells")
{
    Visitor visitor(ui::DemoUser::Supervisor);
    visitor.press(Qt::Key_2, Qt::AltModifier);
    auto* families = visitor.page<ui::ListPage>();
    const int all = families->model().rowCount();
    CHECK(all == 150);
    QAbstractButton* late = nullptr;
    for (QAbstractButton* button : families->filters()->findChildren<QAbstractButton*>())
        if (button->text() == QStringLiteral("Overdue"))
            late = button;
    REQUIRE(late != nullptr);
    late->click();
    visitor.hands().settle();
    CHECK(families->model().rowCount() > 0);
    CHECK(families->model().rowCount() < all);

    visitor.press(Qt::Key_5, Qt::AltModifier);
    auto* exchange = visitor.page<ui::ExchangePage>();
    visitor.open(exchange->tabs(), 2);
    QStringList texts;
    for (const QLabel* label : exchange->findChild<ui::QuestionView*>()->findChildren<QLabel*>())
        texts += label->text();
    INFO(texts.join(QLatin1Char('\n')).toStdString());
    CHECK(texts.filter(QStringLiteral("author not known")).isEmpty());
    auto* take = exchange->findChild<QPushButton*>(QStringLiteral("question.take2"));
    REQUIRE(take != nullptr);
    take->click();
    visitor.hands().settle();
    CHECK(visitor.count("SELECT count(*) FROM conflict") == 0);

    visitor.open(exchange->tabs(), 3);
    visitor.press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("sign.keep"));
    visitor.press(Qt::Key_Space);
    CHECK(visitor.count("SELECT count(*) FROM beside") == 0);

    visitor.open(exchange->tabs(), 1);
    CHECK(exchange->findChild<ui::GivePanel*>()->isVisible());
}

TEST_CASE("a damaged file of drafts is set aside and told, and the database opens without it")
{
    Newcomer person;
    const std::filesystem::path file = person.firstComputer();
    person.owner.reset();
    const std::filesystem::path drafts = store::Drafts::pathOf(file);
    for (const char* log : { "-wal", "-shm" })
        std::filesystem::remove(drafts.string() + log);
    std::ofstream(drafts, std::ios::binary | std::ios::trunc) << std::string(8192, 'x');

    Program again(person.places());
    REQUIRE(again.start({}));
    REQUIRE(again.window() != nullptr);
    Hands(*again.window(), again.session()->desk().jobs).settle();
    CHECK(std::filesystem::exists(drafts.string() + ".damaged-1"));
    auto* told = again.window()->findChild<QMessageBox*>(QStringLiteral("draftsAside"));
    REQUIRE(told != nullptr);
    CHECK(told->isVisible());
    CHECK(told->text().contains(QStringLiteral(".damaged-1")));
    told->accept();

    store::Draft draft { again.session()->desk().newDraft(), "family", {}, {},
        { { "name", base::Value("Сафины") } }, 1 };
    CHECK(again.session()->desk().drafts.save(draft));
    CHECK(again.session()->desk().drafts.all()->size() == 1);
}

TEST_CASE("a clock that stands before what was saved last is asked about, and closing is the "
          "answer nearest at hand")
{
    Newcomer person;
    const std::filesystem::path file = person.firstComputer();
    person.owner.reset();
    {
        // The clock ran ahead by a month once, or runs behind by it now: nobody but a person can
        // know.
        base::ManualClock ahead(base::SystemClock().nowMs() + 30LL * 86'400'000);
        base::SystemRandom random;
        store::OpenOptions options;
        options.profilesRoot = PATRONAT_PROFILES;
        auto store = store::Store::open(file, { ahead, random }, options);
        REQUIRE(store);
        REQUIRE((*store)->write({}, [](store::WriteTx& tx) {
            return tx.create("family", { { "name", "Гараевы" } });
        }));
    }
    {
        Program again(person.places());
        REQUIRE(again.start({}));
        auto* question = again.window()->findChild<QMessageBox*>(QStringLiteral("clockQuestion"));
        REQUIRE(question != nullptr);
        QTest::keyClick(question, Qt::Key_Return);
        CHECK(QTest::qWaitFor([&] { return !again.window()->isVisible(); }, 20000));
    }
    Program again(person.places());
    REQUIRE(again.start({}));
    auto* question = again.window()->findChild<QMessageBox*>(QStringLiteral("clockQuestion"));
    REQUIRE(question != nullptr);
    for (QAbstractButton* button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    CHECK(QTest::qWaitFor([&] { return again.window()->isVisible(); }, 20000));

    // What is saved from now on is the newest, so the question was asked once.
    const auto saved = again.session()->desk().store.write({}, [](store::WriteTx& tx) {
        return tx.create("family", { { "name", "Сафины" } });
    });
    REQUIRE(saved);
}
