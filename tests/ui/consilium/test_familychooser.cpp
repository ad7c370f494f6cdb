// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/consilium/council.h"
#include "ui/consilium/agendaview.h"
#include "ui/consilium/familychooser.h"

#include <QApplication>
#include <QLineEdit>
#include <QTableWidget>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using base::Value;
using tests::Council;
using tests::Hands;
using tests::OpenMeeting;

namespace {

constexpr int kName = 1;

ui::FamilyChooser* opened(OpenMeeting& open)
{
    open.hands.key(Qt::Key_Insert);
    auto* dialog = open.page.findChild<ui::FamilyChooser*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitForWindowActive(dialog));
    open.hands.settle();
    return dialog;
}

} // namespace

TEST_CASE("families whose review falls due stand there, those heard lately do not")
{
    Council council;
    council.familyInWork("Агишевы", "2026-01-10");
    council.familyInWork("Сафины", "2026-02-10");
    const auto heard = council.familyInWork("Юсуповы", "2026-01-05");
    const auto before = council.office.create("meeting",
        { { "body", Value(council.body) }, { "date", council.office.desk().today() },
            { "place", "Кама-Тамак" } });
    council.office.create("agendaItem",
        { { "meeting", Value(before) }, { "n", Value(1) }, { "kind", "4" },
            { "family", Value(heard) }, { "topic", "Ход" } });
    OpenMeeting open(council);

    const auto* dialog = opened(open);

    REQUIRE(dialog->table()->rowCount() == 2);
    CHECK(dialog->table()->item(0, kName)->text() == QStringLiteral("Агишевы"));
    CHECK(dialog->table()->item(1, kName)->text() == QStringLiteral("Сафины"));
}

TEST_CASE("thirty families come onto the agenda by the keyboard alone")
{
    Council council;
    for (int i = 0; i < 30; ++i)
        council.familyInWork(
            "Семья " + std::to_string(100 + i), "2026-01-" + std::to_string(10 + i % 20));
    council.family("Гараевы");
    OpenMeeting open(council);

    auto* dialog = opened(open);
    Hands hands(*dialog, council.office.desk().jobs);
    hands.key(Qt::Key_Down);
    hands.key(Qt::Key_A, Qt::ControlModifier);
    dialog->search()->setFocus();
    hands.typeHere(QStringLiteral("гар"));
    hands.key(Qt::Key_Down);
    hands.key(Qt::Key_Space);
    hands.key(Qt::Key_Return, Qt::ControlModifier);
    open.hands.settle();

    const auto items = council.children("agendaItem");
    REQUIRE(items.size() == 31);
    for (std::size_t i = 0; i < items.size(); ++i)
        CHECK(items[i].values.at("n") == Value(static_cast<int>(i) + 1));
    CHECK(Council::text(items.front(), "kind") == "4");
    CHECK(Council::text(items.front(), "topic") == "Ход исполнения ИПР (Семья 100)");
    CHECK(items.front().values.contains("programme"));
    CHECK(Council::text(items.back(), "topic") == "Ход исполнения ИПР (Гараевы)");
    CHECK(open.page.agenda()->table()->model()->rowCount() == 31);
    CHECK(open.error.isEmpty());
}

TEST_CASE("a family that stands on the agenda is not put there twice")
{
    Council council;
    const auto family = council.familyInWork("Сафины", "2026-01-10");
    OpenMeeting open(council);
    auto* dialog = opened(open);
    Hands hands(*dialog, council.office.desk().jobs);
    hands.key(Qt::Key_Down);
    hands.key(Qt::Key_Space);

    council.item(1, family); // another window was faster
    hands.key(Qt::Key_Return, Qt::ControlModifier);
    open.hands.settle();

    CHECK(council.children("agendaItem").size() == 1);
}

TEST_CASE(
    "the first Space takes the first family that can be taken, in the list and in an empty search")
{
    Council council;
    const auto first = council.familyInWork("Агишевы", "2026-01-10");
    council.familyInWork("Сафины", "2026-02-10");
    council.item(1, first); // due first, and on the agenda already
    OpenMeeting open(council);
    auto* dialog = opened(open);
    Hands hands(*dialog, council.office.desk().jobs);
    REQUIRE(dialog->table()->rowCount() == 2);

    SECTION("in the search, where the focus is")
    {
        REQUIRE(QApplication::focusWidget() == dialog->search());
    }
    SECTION("in the list, reached by Down")
    {
        hands.key(Qt::Key_Down);
    }
    SECTION("in the list, reached by Tab")
    {
        while (QApplication::focusWidget() != dialog->table())
            hands.key(Qt::Key_Tab);
    }
    hands.key(Qt::Key_Space);

    CHECK(QApplication::focusWidget() == dialog->table());
    CHECK(dialog->table()->currentRow() == 1);
    hands.key(Qt::Key_Return, Qt::ControlModifier);
    open.hands.settle();
    const auto items = council.children("agendaItem");
    REQUIRE(items.size() == 2);
    CHECK(Council::text(items.back(), "topic") == "Ход исполнения ИПР (Сафины)");
}
