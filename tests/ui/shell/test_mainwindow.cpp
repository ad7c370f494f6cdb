// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/exchange/exchangepage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/hidescreen.h"
#include "ui/shell/mainwindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <catch2/catch.hpp>

using namespace patronat;
using tests::Hands;
using tests::TestDesk;

namespace {

struct Shown
{
    explicit Shown(TestDesk& office)
        : window(office.desk(), ui::listsOf(office.desk().profile()))
        , hands(window, office.desk().jobs)
    {
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        hands.settle();
    }
    QString cell(int row, int column)
    {
        auto* list = qobject_cast<ui::ListPage*>(window.currentPage());
        REQUIRE(list != nullptr);
        return list->model().index(row, column).data().toString();
    }
    ui::MainWindow window;
    Hands hands;
};

} // namespace

TEST_CASE("Ctrl+L covers everything at once, from whatever has the focus")
{
    TestDesk office;
    Shown shown(office);
    shown.hands.key(Qt::Key_2, Qt::AltModifier);
    shown.hands.key(Qt::Key_F, Qt::ControlModifier);

    shown.hands.key(Qt::Key_L, Qt::ControlModifier);

    auto* cover = shown.window.findChild<ui::HideScreen*>();
    REQUIRE(cover->isVisible());
    CHECK(cover->geometry() == shown.window.rect());
    shown.hands.key(Qt::Key_Space);
    CHECK_FALSE(cover->isVisible());
}

TEST_CASE("while others are near the list shows first letters, and the title never names anybody")
{
    TestDesk office;
    office.create("family", { { "name", "Сафины" } });
    Shown shown(office);
    shown.hands.key(Qt::Key_2, Qt::AltModifier);
    CHECK(shown.cell(0, 0) == QStringLiteral("Сафины"));

    office.desk().privacy.setMasking(true);
    shown.hands.settle();

    CHECK(shown.cell(0, 0) == QStringLiteral("С•••"));
    shown.hands.key(Qt::Key_Return);
    CHECK_FALSE(shown.window.windowTitle().contains(QStringLiteral("Сафины")));
}

TEST_CASE("a line that somebody else changes is shown anew where it stands")
{
    TestDesk office;
    const base::RecordId family = office.create("family", { { "name", "Сафины" } });
    Shown shown(office);
    shown.hands.key(Qt::Key_2, Qt::AltModifier);

    office.put("family", family, { { "name", "Сафиуллины" } });
    shown.hands.settle();
    CHECK(shown.cell(0, 0) == QStringLiteral("Сафиуллины"));

    office.create("family", { { "name", "Агишевы" } });
    shown.hands.settle();
    auto* list = qobject_cast<ui::ListPage*>(shown.window.currentPage());
    CHECK(list->model().rowCount() == 2);
}

TEST_CASE("exchange is a place of the window, and what it leads to comes back to it")
{
    TestDesk office;
    const base::RecordId family = office.create("family", { { "name", "Сафины" } });
    Shown shown(office);
    shown.hands.key(Qt::Key_5, Qt::AltModifier);
    auto* page = qobject_cast<ui::ExchangePage*>(shown.window.currentPage());
    REQUIRE(page != nullptr);

    Q_EMIT page->opened("family", family);
    shown.hands.settle();
    CHECK(qobject_cast<ui::CasePage*>(shown.window.currentPage()) != nullptr);
    CHECK_FALSE(shown.window.windowTitle().contains(QStringLiteral("Сафины")));

    shown.hands.key(Qt::Key_Left, Qt::AltModifier);
    CHECK(shown.window.currentPage() == page);
}

TEST_CASE("the language changes while the program runs")
{
    TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("en"));
    Shown shown(office);
    auto* families = shown.window.findChild<QToolButton*>(QStringLiteral("place.families"));
    REQUIRE(families != nullptr);
    CHECK(families->text() == QStringLiteral("Families"));

    office.desk().languages.setLanguage(QStringLiteral("ru"));
    shown.hands.settle();

    CHECK(families->text() == QStringLiteral("Семьи"));
}

TEST_CASE(
    "the last saved change is taken back by one key, also from a field, and nothing of before")
{
    TestDesk office;
    const base::RecordId family = office.create("family", { { "name", "Сафины" } });
    office.put("family", family, { { "phone", "111" } });
    Shown shown(office);
    const auto undo = [&] { shown.hands.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); };

    SECTION("from the list")
    {
        office.put("family", family, { { "phone", "555" } });
        undo();
        CHECK(office.value("family", family, "phone") == base::Value("111"));
    }
    SECTION("from a field in which something was typed")
    {
        office.put("family", family, { { "phone", "555" } });
        shown.hands.key(Qt::Key_2, Qt::AltModifier);
        auto* search = qobject_cast<ui::ListPage*>(shown.window.currentPage())->search();
        shown.hands.type(search, QStringLiteral("Саф"));
        REQUIRE(search->hasFocus());
        undo();
        CHECK(office.value("family", family, "phone") == base::Value("111"));
    }
    SECTION("what was saved before the window was opened stays")
    {
        undo();
        undo();
        CHECK(office.value("family", family, "phone") == base::Value("111"));
    }
    SECTION("what another person saved stays")
    {
        office.put("family", family, { { "phone", "555" } }); // by nobody who has said a name
        office.desk().author
            = office.create("staff", { { "surname", "Ахметова" }, { "firstName", "Лилия" } });
        undo();
        CHECK(office.value("family", family, "phone") == base::Value("555"));
    }
}

TEST_CASE("what is written bears the name of who said to work here")
{
    TestDesk office;
    const base::RecordId organisation = office.seed("organisation", "1");
    const base::RecordId staff = office.create("staff",
        { { "surname", "Ахметова" }, { "firstName", "Лилия" },
            { "organisation", base::Value(organisation) }, { "post", "специалист" },
            { "role", "DISTRICT" } });
    Shown shown(office);
    auto* who = shown.window.findChild<QToolButton*>(QStringLiteral("who"));
    REQUIRE(who != nullptr);
    who->setFocus();
    shown.hands.key(Qt::Key_Space);
    shown.hands.typeHere(QStringLiteral("ахм"));
    shown.hands.key(Qt::Key_Return);

    CHECK(office.desk().author == staff);
    CHECK(who->text() == QStringLiteral("Ахметова Л."));
}
