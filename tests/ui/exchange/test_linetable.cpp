// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/linetable.h"

#include <QAbstractItemModelTester>
#include <catch2/catch.hpp>

using namespace patronat;

TEST_CASE("lines keep the contract of models, empty and filled")
{
    ui::Privacy privacy;
    ui::LineModel lines(privacy, nullptr);
    const QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(lines.rowCount() == 0);
    lines.setHeads({ QStringLiteral("What"), QStringLiteral("Who") });
    lines.setLines({ { { QStringLiteral("a"), QStringLiteral("b") }, {}, {} }, { { QStringLiteral("c") }, {}, {} } });

    CHECK(lines.rowCount() == 2);
    CHECK(lines.index(1, 0).data().toString() == QStringLiteral("c"));
    CHECK(lines.index(1, 1).data().toString().isEmpty());
    CHECK(lines.line(2) == nullptr);
    lines.setLines({});
    CHECK(lines.rowCount() == 0);
}

TEST_CASE("only the column of names is masked while others are near")
{
    ui::Privacy privacy;
    ui::LineModel lines(privacy, nullptr);
    lines.setHeads({ QStringLiteral("What"), QStringLiteral("Who") });
    lines.setNameColumn(1);
    lines.setLines({ { { QStringLiteral("Family"), QStringLiteral("Сафины") }, {}, {} } });

    privacy.setMasking(true);

    CHECK(lines.index(0, 0).data().toString() == QStringLiteral("Family"));
    CHECK(lines.index(0, 1).data().toString() == QStringLiteral("С•••"));
    CHECK(lines.index(0, 1).data(Qt::ToolTipRole).toString() == QStringLiteral("С•••"));
    CHECK(lines.index(0, 1).data(Qt::AccessibleTextRole).toString() == QStringLiteral("С•••"));
}
