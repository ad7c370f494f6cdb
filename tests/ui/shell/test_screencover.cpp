// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"
#include "ui/forms/recorddialog.h"
#include "ui/lists/listpage.h"
#include "ui/shell/hidescreen.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screencover.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <catch2/catch.hpp>

using namespace patronat;
using tests::Hands;
using tests::TestDesk;

namespace {

/// The window with a card of a family and, over it, a card of a person, in whose surname is typed.
struct Covered
{
    explicit Covered(TestDesk& desk)
        : office(desk)
        , window(office.desk(), ui::listsOf(office.desk().profile()))
        , hands(window, office.desk().jobs)
    {
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        hands.settle();
        cover = window.findChild<ui::ScreenCover*>();
        REQUIRE(cover != nullptr);
    }
    void openDialog()
    {
        hands.key(Qt::Key_2, Qt::AltModifier);
        dialog = new ui::RecordDialog(office.desk(), "person", &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->openNew({});
        dialog->open();
        REQUIRE(QTest::qWaitForWindowActive(dialog));
        hands.settle();
        surname = qobject_cast<QLineEdit*>(
            dialog->findChild<ui::FieldEditor*>(QStringLiteral("surname"))->inputs().value(0));
        REQUIRE(surname != nullptr);
        hands.type(surname, QStringLiteral("Сафин"));
        surname->setCursorPosition(2);
    }
    void hide() { hands.key(Qt::Key_L, Qt::ControlModifier); }
    static ui::HideScreen* of(QWidget* one)
    {
        return one->findChild<ui::HideScreen*>(QString(), Qt::FindDirectChildrenOnly);
    }
    static bool isOver(QWidget* one)
    {
        const ui::HideScreen* over = of(one);
        return over != nullptr && over->isVisible() && over->geometry() == one->rect()
            && one->childAt(one->rect().center()) != nullptr
            && (over == one->childAt(1, 1) || over->isAncestorOf(one->childAt(1, 1)));
    }

    TestDesk& office;
    ui::MainWindow window;
    Hands hands;
    ui::ScreenCover* cover = nullptr;
    ui::RecordDialog* dialog = nullptr;
    QLineEdit* surname = nullptr;
};

/// Everything a program of assistance reads when it goes through the program from its root.
QString toldBy(QAccessibleInterface* node)
{
    if (node == nullptr)
        return {};
    QString told;
    for (const QAccessible::Text one :
        { QAccessible::Name, QAccessible::Description, QAccessible::Value })
        told += node->text(one) + QLatin1Char('\n');
    if (auto* text = node->textInterface())
        told += text->text(0, text->characterCount()) + QLatin1Char('\n');
    for (int i = 0; i < node->childCount(); ++i)
        told += toldBy(node->child(i));
    return told;
}

QString toldByAll()
{
    return toldBy(QAccessible::queryAccessibleInterface(qApp));
}

} // namespace

TEST_CASE(
    "Ctrl+L hides a dialog and the window below it, and lets go of nothing that is being typed")
{
    TestDesk office;
    Covered covered(office);
    covered.openDialog();
    const QString title = covered.dialog->windowTitle();
    QSignalSpy ended(covered.surname, &QLineEdit::editingFinished);

    covered.hide();

    CHECK(covered.cover->isStanding());
    CHECK(Covered::isOver(&covered.window));
    CHECK(Covered::isOver(covered.dialog));
    CHECK(covered.dialog->isVisible());
    CHECK(covered.dialog->windowTitle() == covered.window.windowTitle());
    CHECK(QApplication::focusWidget() != covered.surname);

    covered.hands.key(Qt::Key_Space);

    CHECK_FALSE(covered.cover->isStanding());
    CHECK_FALSE(Covered::isOver(&covered.window));
    CHECK_FALSE(Covered::isOver(covered.dialog));
    CHECK(covered.dialog->windowTitle() == title);
    CHECK(QApplication::focusWidget() == covered.surname);
    CHECK(ended.isEmpty());
    covered.hands.typeHere(QStringLiteral("фф"));
    CHECK(covered.surname->text() == QStringLiteral("Сафффин"));
}

TEST_CASE("keys under the cover reach neither a dialog, nor a field, nor the window")
{
    TestDesk office;
    Covered covered(office);
    covered.openDialog();
    covered.hide();

    covered.hands.typeHere(QStringLiteral("чужое"));
    QTest::keyClick(covered.surname, Qt::Key_X); // as if something had the focus still
    QTest::keyClick(covered.dialog, Qt::Key_Escape);
    covered.hands.key(Qt::Key_Escape);
    covered.hands.key(Qt::Key_Tab);
    covered.hands.key(Qt::Key_Delete);
    covered.hands.key(Qt::Key_S, Qt::ControlModifier);
    covered.hands.key(Qt::Key_5, Qt::AltModifier);
    covered.hands.key(Qt::Key_L, Qt::ControlModifier);

    CHECK(covered.cover->isStanding());
    CHECK(covered.dialog->isVisible());
    CHECK(covered.surname->text() == QStringLiteral("Сафин"));
    CHECK(office.all("person").empty());
    CHECK(qobject_cast<ui::ListPage*>(covered.window.currentPage()) != nullptr);
    covered.hands.key(Qt::Key_Return);
    CHECK_FALSE(covered.cover->isStanding());
    CHECK(QApplication::focusWidget() == covered.surname);
    CHECK(office.all("person").empty());
}

TEST_CASE("shortcuts of the window are silent under the cover")
{
    TestDesk office;
    office.create("family", { { "name", "Сафины" } });
    Covered covered(office);
    covered.hands.key(Qt::Key_2, Qt::AltModifier);
    QWidget* before = covered.window.currentPage();
    covered.hide();

    covered.hands.key(Qt::Key_5, Qt::AltModifier);
    covered.hands.key(Qt::Key_Insert);
    covered.hands.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);

    CHECK(covered.window.currentPage() == before);
    CHECK(covered.cover->isStanding());
}

TEST_CASE("programs of assistance are told nothing of what is covered, not even by what they held")
{
    TestDesk office;
    office.create("family", { { "name", "Агишевы" } });
    Covered covered(office);
    covered.openDialog();
    REQUIRE(toldByAll().contains(QStringLiteral("Сафин")));
    REQUIRE(toldByAll().contains(QStringLiteral("Агишевы")));
    const QAccessible::Id held
        = QAccessible::uniqueId(QAccessible::queryAccessibleInterface(covered.surname));

    covered.hide();

    const QString told = toldByAll();
    CHECK_FALSE(told.contains(QStringLiteral("Сафин")));
    CHECK_FALSE(told.contains(QStringLiteral("Агишевы")));
    CHECK(told.contains(Covered::of(covered.dialog)->accessibleName()));
    CHECK(QAccessible::accessibleInterface(held) == nullptr);
    auto* now = QAccessible::queryAccessibleInterface(covered.surname);
    REQUIRE(now != nullptr);
    CHECK(now->textInterface() == nullptr);
    CHECK(now->editableTextInterface() == nullptr);
    CHECK(now->actionInterface() == nullptr);

    // And the way back is there for them too.
    auto* back = Covered::of(covered.dialog)->findChild<QPushButton*>(QStringLiteral("wayBack"));
    CHECK(back->hasFocus());
    QAccessible::queryAccessibleInterface(back)->actionInterface()->doAction(
        QAccessibleActionInterface::pressAction());
    covered.hands.settle();
    CHECK_FALSE(covered.cover->isStanding());
    CHECK(toldByAll().contains(QStringLiteral("Сафин")));
    CHECK(QAccessible::queryAccessibleInterface(covered.surname)->textInterface() != nullptr);
}

TEST_CASE("what opens while everything is hidden is hidden too, and closes as it would have")
{
    TestDesk office;
    Covered covered(office);
    covered.hide();

    ui::RecordDialog dialog(office.desk(), "person", &covered.window);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.openNew({ { "surname", "Юсупова" } });
    dialog.open();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    covered.hands.settle();
    const auto* surname = qobject_cast<QLineEdit*>(
        dialog.findChild<ui::FieldEditor*>(QStringLiteral("surname"))->inputs().value(0));
    REQUIRE(surname->text() == QStringLiteral("Юсупова"));
    CHECK(Covered::isOver(&dialog));
    CHECK_FALSE(toldByAll().contains(QStringLiteral("Юсупова")));
    covered.hands.typeHere(QStringLiteral("а"));
    CHECK(surname->text() == QStringLiteral("Юсупова"));
    dialog.reject();
    covered.hands.settle();

    CHECK(covered.cover->isStanding());
    CHECK(Covered::isOver(&covered.window));
    covered.hands.key(Qt::Key_Space);
    CHECK_FALSE(covered.cover->isStanding());
    CHECK_FALSE(Covered::isOver(&covered.window));
}

TEST_CASE(
    "Ctrl+L hides also while a menu is open and on a Russian keyboard, and so does the button")
{
    TestDesk office;
    Covered covered(office);

    SECTION("a menu")
    {
        QMenu menu(&covered.window);
        menu.addAction(QStringLiteral("one"));
        menu.popup(covered.window.mapToGlobal(QPoint(50, 50)));
        REQUIRE(QTest::qWaitForWindowExposed(&menu));
        QTest::keyClick(&menu, Qt::Key_L, Qt::ControlModifier);
        CHECK_FALSE(menu.isVisible());
    }
    SECTION("with the key of a Russian keyboard")
    {
        QKeyEvent press(QEvent::KeyPress, 0x414, Qt::ControlModifier);
        QCoreApplication::sendEvent(covered.window.windowHandle(), &press);
    }
    SECTION("by the button")
    {
        QTest::mouseClick(
            covered.window.findChild<QToolButton*>(QStringLiteral("hide")), Qt::LeftButton);
    }
    covered.hands.settle();
    CHECK(covered.cover->isStanding());
    CHECK(Covered::isOver(&covered.window));
    QTest::mouseClick(
        Covered::of(&covered.window)->findChild<QPushButton*>(QStringLiteral("wayBack")),
        Qt::LeftButton);
    CHECK_FALSE(covered.cover->isStanding());
}
