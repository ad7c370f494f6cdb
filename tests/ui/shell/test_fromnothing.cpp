// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/whodialog.h"

#include <QApplication>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWindow>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::Hands;
using tests::TestDesk;

namespace {

constexpr int kMostTabs = 80;

/// Somebody at the keyboard of a new office; no mouse, no shell.
struct Newcomer
{
    explicit Newcomer(TestDesk& one)
        : office(one)
        , window(one.desk(), ui::listsOf(one.desk().profile()))
        , hands(window, one.desk().jobs)
    {
        office.desk().author = {}; // nobody has said yet who works here
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        hands.settle();
    }

    static bool isOn(const QString& name)
    {
        for (QWidget* widget = QApplication::focusWidget(); widget != nullptr;
             widget = widget->parentWidget())
            if (widget->objectName() == name)
                return true;
        return false;
    }
    /// By the Tab key alone, to the field or button of that name.
    void tabTo(const char* name)
    {
        const QString wanted = QLatin1String(name);
        QStringList passed;
        for (int i = 0; i < kMostTabs && !isOn(wanted); ++i) {
            QWidget* focused = QApplication::focusWidget();
            REQUIRE(focused != nullptr);
            passed += focused->objectName() + QLatin1Char('<')
                + (focused->parentWidget() ? focused->parentWidget()->objectName() : QString());
            QTest::keyClick(focused->window()->windowHandle(), Qt::Key_Tab);
        }
        INFO(name << " is not among " << passed.join(QLatin1Char(' ')).toStdString() << " of "
                  << window.currentPage()->metaObject()->className());
        REQUIRE(isOn(wanted));
    }
    void fill(const char* field, const QString& text)
    {
        tabTo(field);
        hands.typeHere(text);
    }
    /// Into a reference or a long classifier: letters, then what stands first.
    void choose(const char* field, const QString& letters)
    {
        fill(field, letters);
        hands.key(Qt::Key_Return);
    }
    void tab(int times)
    {
        for (int i = 0; i < times; ++i)
            hands.key(Qt::Key_Tab);
    }
    void save() { hands.key(Qt::Key_S, Qt::ControlModifier); }
    void administration(int tab)
    {
        hands.key(Qt::Key_7, Qt::AltModifier);
        for (int i = 0; i < 6; ++i)
            hands.key(Qt::Key_Left);
        for (int i = 0; i < tab; ++i)
            hands.key(Qt::Key_Right);
    }
    RecordId only(const char* type)
    {
        const auto all = office.all(type);
        REQUIRE(all.size() == 1);
        return all.front();
    }

    TestDesk& office;
    ui::MainWindow window;
    Hands hands;
};

} // namespace

TEST_CASE("from nothing to the first family by keyboard, with no shell")
{
    TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    Newcomer one(office);
    Hands& hands = one.hands;
    const std::size_t shipped = office.all("organisation").size();

    // Nobody is on the staff: the window asks by itself who works here.
    one.window.welcome();
    hands.settle();
    REQUIRE(one.window.findChild<ui::WhoDialog*>() != nullptr);
    REQUIRE(Newcomer::isOn(QStringLiteral("writeDown")));
    hands.key(Qt::Key_Space);
    hands.typeHere(QStringLiteral("Ахметова"));
    one.fill("firstName", QStringLiteral("Лилия"));
    one.fill("post", QStringLiteral("специалист участка"));
    one.save();
    const RecordId me = one.only("staff");
    CHECK(office.value("staff", me, "surname") == Value("Ахметова"));
    CHECK(office.value("staff", me, "role") == Value("DISTRICT"));
    CHECK(office.value("staff", me, "organisation")
        == Value(office.seed("organisation", "code = 'K01'")));
    CHECK(office.desk().author == me);
    CHECK(one.window.findChild<QToolButton*>(QStringLiteral("who"))->text()
        == QStringLiteral("Ахметова Л."));

    // A school of the district.
    one.administration(2);
    hands.key(Qt::Key_F, Qt::ControlModifier);
    hands.key(Qt::Key_Down);
    hands.key(Qt::Key_Insert);
    one.fill("code", QStringLiteral("Ш-1"));
    one.fill("name", QStringLiteral("Школа № 1 г. Агрыз"));
    one.save();
    CHECK(office.all("organisation").size() == shipped + 1);

    // The consilium with its first member.
    one.administration(4);
    hands.key(Qt::Key_F, Qt::ControlModifier);
    hands.key(Qt::Key_Down);
    hands.key(Qt::Key_Insert);
    one.fill("name", QStringLiteral("Консилиум Агрызского района"));
    one.choose("territory", QStringLiteral("Агрыз"));
    one.save();
    const RecordId body = one.only("body");
    CHECK_FALSE(office.value("body", body, "territory").isNull());
    one.administration(4);
    one.tabTo("members");
    hands.key(Qt::Key_Insert);
    one.fill("surname", QStringLiteral("Валеева"));
    one.fill("firstName", QStringLiteral("Гузель"));
    one.fill("post", QStringLiteral("директор школы"));
    one.save();
    const RecordId member = one.only("bodyMember");
    CHECK(office.value("bodyMember", member, "body") == Value(body));
    CHECK(office.value("bodyMember", member, "n") == Value(1));
    CHECK(one.window.findChild<QTableView*>(QStringLiteral("members"))->model()->rowCount() == 1);

    // The first family with a member who is entered over its card, and on the register.
    hands.key(Qt::Key_2, Qt::AltModifier);
    hands.key(Qt::Key_Insert);
    one.fill("name", QStringLiteral("Сафины"));
    one.choose("territory", QStringLiteral("Агрыз"));
    one.fill("addrFact.house", QStringLiteral("5"));
    one.tab(7);
    hands.key(Qt::Key_Space);
    hands.typeHere(QStringLiteral("Сафина Анна Петровна"));
    hands.key(Qt::Key_Return);
    one.tab(3);
    hands.typeHere(QStringLiteral("030285"));
    one.save();
    one.tab(1);
    hands.typeHere(QStringLiteral("мать"));
    one.save();
    const RecordId family = one.only("family");
    CHECK(office.value("member", one.only("member"), "family") == Value(family));
    hands.key(Qt::Key_2, Qt::AltModifier);
    hands.key(Qt::Key_Return);
    auto* page = qobject_cast<ui::CasePage*>(one.window.currentPage());
    REQUIRE(page != nullptr);
    CHECK(page->family() == family);
    hands.key(Qt::Key_PageDown, Qt::ControlModifier);
    hands.key(Qt::Key_PageDown, Qt::ControlModifier);
    hands.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    hands.typeHere(QStringLiteral("01.03.2027"));
    one.save();
    CHECK(office.value("episode", one.only("episode"), "family") == Value(family));

    // Nothing of it is left unsaved.
    CHECK(office.desk().drafts.all()->empty());
}

TEST_CASE("who works here is asked at the start until somebody has said it")
{
    TestDesk office;
    const RecordId staff
        = office.create("staff", { { "surname", "Ахметова" }, { "firstName", "Лилия" } });
    office.desk().author = {};
    Newcomer one(office);

    one.window.welcome();
    one.hands.settle();
    auto* dialog = one.window.findChild<ui::WhoDialog*>();
    REQUIRE(dialog != nullptr);
    one.hands.key(Qt::Key_Escape);
    one.hands.settle();
    CHECK(office.desk().author.isNull());

    office.desk().author = staff;
    one.window.welcome();
    one.hands.settle();
    CHECK(one.window.findChild<ui::WhoDialog*>() == nullptr);
}

TEST_CASE("who works here is chosen among the users of this site, never among those who left")
{
    TestDesk office;
    office.create(
        "staff", { { "surname", "Агишева" }, { "firstName", "Анна" }, { "to", "2020-01-01" } });
    const RecordId here
        = office.create("staff", { { "surname", "Ахметова" }, { "firstName", "Лилия" } });
    Newcomer one(office);
    auto* who = one.window.findChild<QToolButton*>(QStringLiteral("who"));
    who->setFocus();

    one.hands.key(Qt::Key_Space);
    one.hands.typeHere(QStringLiteral("а"));
    one.hands.key(Qt::Key_Return);

    CHECK(office.desk().author == here);
}

TEST_CASE("reports are a place of the window before administration")
{
    TestDesk office;
    Newcomer one(office);
    one.hands.key(Qt::Key_6, Qt::AltModifier);
    CHECK(
        one.window.currentPage()->findChild<QWidget*>(QStringLiteral("reports.report")) != nullptr);
    one.hands.key(Qt::Key_7, Qt::AltModifier);
    CHECK(one.window.currentPage()->objectName() == QStringLiteral("admin.staff"));
}
