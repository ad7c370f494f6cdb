// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchange/shownexchange.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <catch2/catch.hpp>

using namespace patronat;
using tests::ShownExchange;

namespace {

bool isNamed(const QWidget& widget)
{
    if (!widget.accessibleName().isEmpty())
        return true;
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button != nullptr && !button->text().isEmpty();
}

/// Parts that Qt makes for itself inside a widget, which speaks for them.
bool isPart(const QWidget& widget)
{
    return qobject_cast<const QScrollBar*>(&widget) != nullptr || widget.objectName().startsWith(QLatin1String("qt_"))
        || qobject_cast<const QTabWidget*>(&widget) != nullptr
        || (widget.parentWidget() != nullptr && widget.parentWidget()->inherits("QTableView"));
}

} // namespace

TEST_CASE("everything that takes the focus has a name for those who cannot see it")
{
    ShownExchange shown;
    base::RecordId family;
    shown.takeIn(shown.quarrel(family));
    shown.page().tabs()->setCurrentIndex(2);
    shown.hands().settle();

    int named = 0;
    const auto widgets = shown.page().findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || isPart(*widget))
            continue;
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK(isNamed(*widget));
        ++named;
    }
    CHECK(named > 8);
}

TEST_CASE("the page speaks the language of the program at once")
{
    ShownExchange shown;
    base::RecordId family;
    shown.takeIn(shown.quarrel(family));

    shown.here().desk().languages.setLanguage(QStringLiteral("ru"));
    shown.hands().settle();

    CHECK(shown.page().tabs()->tabText(0) == QStringLiteral("Принять"));
    CHECK(shown.page().tabs()->tabText(2) == QStringLiteral("Расхождения: 1"));
    CHECK(shown.said("taking.said").startsWith(QStringLiteral("Принято.")));
}

TEST_CASE("findings stand in words and open their record")
{
    ShownExchange shown;
    const base::RecordId family = shown.there().create("family", { { "name", "Сафины" } });
    const base::RecordId absent { 5, 5 };
    const base::RecordId member = shown.there().create("member",
        { { "family", base::Value(family) }, { "person", base::Value(absent) }, { "role", "mother" } });
    shown.takeIn(shown.fileFromThere());
    shown.page().tabs()->setCurrentIndex(3);
    shown.hands().settle();

    REQUIRE(shown.rows("signs") == 1);
    CHECK(shown.page().tabs()->tabText(3) == QStringLiteral("Findings: 1"));
    CHECK(shown.cell("signs", 0, 0) == QStringLiteral("Finding"));
    CHECK(shown.cell("signs", 0, 3).endsWith(QStringLiteral("refers to a record that is not here")));
    shown.find<QWidget>("signs")->setFocus();
    shown.hands().key(Qt::Key_Return);
    REQUIRE(shown.opened.size() == 1);
    CHECK(shown.opened.front().second == member);
}
