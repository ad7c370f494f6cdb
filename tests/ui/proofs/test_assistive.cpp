// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QTest>
#include <QToolButton>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat;
using base::Value;
using tests::TestDesk;

namespace {

/// The window with a new card of a family open.
struct Opened
{
    explicit Opened(TestDesk& office)
        : window(office.desk(), ui::listsOf(office.desk().profile()))
        , keyboard(office.desk().jobs)
    {
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        keyboard.look();
        keyboard.press(Qt::Key_2, Qt::AltModifier);
        keyboard.press(Qt::Key_Insert);
        form = qobject_cast<ui::FormPage*>(window.currentPage());
        REQUIRE(form != nullptr);
    }
    QAccessibleInterface& of(QWidget* widget)
    {
        REQUIRE(widget != nullptr);
        QAccessibleInterface* found = QAccessible::queryAccessibleInterface(widget);
        REQUIRE(found != nullptr);
        return *found;
    }
    QWidget* input(const char* field) const
    {
        const auto* editor = form->findChild<ui::FieldEditor*>(QLatin1String(field));
        return editor != nullptr ? editor->inputs().value(0) : nullptr;
    }
    void setText(const char* field, const QString& text)
    {
        QAccessibleEditableTextInterface* editable = of(input(field)).editableTextInterface();
        REQUIRE(editable != nullptr);
        editable->insertText(0, text);
    }
    ui::MainWindow window;
    tests::Keyboard keyboard;
    ui::FormPage* form = nullptr;
};

} // namespace

TEST_CASE("Tab leads from the last field of a card on through the window and back to its first")
{
    TestDesk office;
    Opened opened(office);
    const QWidget* first = QApplication::focusWidget();
    std::vector<const QWidget*> way;

    for (int i = 0; i < 80; ++i) {
        opened.keyboard.press(Qt::Key_Tab);
        if (QApplication::focusWidget() == first)
            break;
        way.push_back(QApplication::focusWidget());
    }

    CHECK(QApplication::focusWidget() == first);
    const auto passes
        = [&](const QWidget* one) { return std::find(way.begin(), way.end(), one) != way.end(); };
    CHECK(passes(opened.input("note")));
    CHECK(passes(opened.window.findChild<QToolButton*>(QStringLiteral("place.today"))));
    auto sorted = way;
    std::sort(sorted.begin(), sorted.end());
    CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
}

TEST_CASE("what an assistive program sets in a form is typed like anything else")
{
    TestDesk office;
    Opened opened(office);

    opened.setText("name", QStringLiteral("Сафины"));
    opened.setText("plot", QStringLiteral("огород"));
    opened.keyboard.ctrl(Qt::Key_S);

    const auto families = office.all("family");
    REQUIRE(families.size() == 1);
    CHECK(office.value("family", families.front(), "name") == Value("Сафины"));
    CHECK(office.value("family", families.front(), "plot") == Value("огород"));
}

TEST_CASE("an assistive program goes from a card back to its list by the place that is on")
{
    TestDesk office;
    Opened opened(office);
    auto* place = opened.window.findChild<QToolButton*>(QStringLiteral("place.families"));

    opened.of(place).actionInterface()->doAction(QAccessibleActionInterface::toggleAction());

    CHECK(qobject_cast<ui::ListPage*>(opened.window.currentPage()) != nullptr);
    CHECK(place->isChecked());
}

TEST_CASE("a box to choose from says what it is for, with something chosen too")
{
    TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    Opened opened(office);
    auto* box = qobject_cast<QComboBox*>(opened.input("householdType"));
    REQUIRE(box != nullptr);

    box->setCurrentIndex(2);

    CHECK(opened.of(box).text(QAccessible::Description) == QStringLiteral("Вид домохозяйства"));
}
