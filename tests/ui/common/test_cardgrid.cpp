// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/cardgrid.h"

#include <QLabel>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;

TEST_CASE("cards stand beside each other where there is room, else below each other")
{
    ui::CardGrid grid;
    auto* first = new QLabel(QStringLiteral("first"));
    auto* second = new QLabel(QStringLiteral("second"));
    auto* wide = new QLabel(QStringLiteral("wide"));
    grid.addCard(first);
    grid.addCard(second);
    grid.addWide(wide);
    const int letter = grid.fontMetrics().averageCharWidth();

    grid.resize(200 * letter, 400);
    grid.show();
    REQUIRE(QTest::qWaitForWindowExposed(&grid));
    CHECK(grid.hasTwoColumns());
    CHECK(first->y() == second->y());
    CHECK(first->x() < second->x());
    CHECK(wide->y() > first->y());
    CHECK(wide->width() > first->width());

    grid.resize(60 * letter, 400);
    REQUIRE(QTest::qWaitFor([&] { return !grid.hasTwoColumns() && first->x() == second->x(); }));
    CHECK(first->y() < second->y());
    CHECK(second->y() < wide->y());

    grid.resize(200 * letter, 400);
    REQUIRE(QTest::qWaitFor([&] { return grid.hasTwoColumns() && first->y() == second->y(); }));
}
