// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/numbersdialog.h"

#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using tests::Hands;
using tests::TestDesk;

TEST_CASE("the last number of the paper book is typed and counts, a lower one cannot be")
{
    TestDesk office;
    REQUIRE(office.desk().store.bulk([](store::Store::Inner& inner) -> base::Status {
        PATRONAT_TRY(store::confirmSeries(inner.connection, "episode.regNo|16-01|2027", 41));
        store::unconfirmSeries(inner.connection, "2027-03-12");
        return {};
    }));
    ui::NumbersDialog dialog(office.desk());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    Hands hands(dialog, office.desk().jobs);
    hands.settle();
    auto* last = dialog.findChild<QSpinBox*>(QStringLiteral("numbers.last"));
    REQUIRE(last != nullptr);
    CHECK(last->value() == 41);
    CHECK(last->minimum() == 41);
    CHECK(last->accessibleName().contains(QStringLiteral("16-01, 2027")));

    last->setFocus();
    last->selectAll();
    hands.typeHere(QStringLiteral("57"));
    hands.key(Qt::Key_Return);

    CHECK(dialog.result() == QDialog::Accepted);
    const auto states = office.desk().store.read(
        [](const store::ReadTx& tx) -> base::Result<std::vector<store::SeriesState>> { return seriesStates(tx); });
    REQUIRE(states);
    REQUIRE(states->size() == 1);
    CHECK(states->front().last == 57);
    CHECK(states->front().confirmed);
}
