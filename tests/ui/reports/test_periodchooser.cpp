// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/reports/periodchooser.h"

#include <QComboBox>
#include <QLineEdit>
#include <catch2/catch.hpp>

using namespace patronat;
using reports::parsePeriod;
using ui::PeriodChooser;
using ui::periodWords;

namespace {

struct Chooser
{
    explicit Chooser(tests::TestDesk& office)
        : chooser(office.desk(), nullptr)
        , hands(chooser, office.desk().jobs)
    {
        office.desk().languages.setLanguage(QStringLiteral("ru"));
        chooser.words();
        chooser.setProgramme("2016-01-01", "2017-12-31");
        chooser.show();
        hands.settle();
    }
    std::string id() const
    {
        const auto period = chooser.period();
        return period ? period->id : std::string();
    }
    PeriodChooser chooser;
    tests::Hands hands;
};

} // namespace

TEST_CASE("a year, a half of it and a quarter are chosen in words")
{
    tests::TestDesk office;
    Chooser one(office);
    one.chooser.year()->setCurrentText(QStringLiteral("2016"));
    CHECK(one.id() == "2016");

    one.chooser.kind()->setFocus();
    one.hands.key(Qt::Key_Down);
    one.chooser.part()->setFocus();
    one.hands.key(Qt::Key_Down);
    CHECK(one.id() == "2016-07-01..2016-12-31");

    one.chooser.kind()->setFocus();
    one.hands.key(Qt::Key_Down);
    one.chooser.part()->setFocus();
    one.hands.key(Qt::Key_Down);
    one.hands.key(Qt::Key_Down);
    CHECK(one.id() == "2016Q4");

    one.chooser.kind()->setFocus();
    one.hands.key(Qt::Key_Down);
    CHECK(one.id() == "2016-01-01..2017-12-31");
}

TEST_CASE("days are typed as people write them, and no period comes of two that are the wrong way round")
{
    tests::TestDesk office;
    Chooser one(office);
    one.chooser.kind()->setCurrentIndex(PeriodChooser::Days);
    CHECK(one.id().empty());

    one.hands.type(one.chooser.from(), QStringLiteral("010216"));
    one.hands.type(one.chooser.to(), QStringLiteral("15.3.2016"));
    CHECK(one.id() == "2016-02-01..2016-03-15");

    one.hands.clear(one.chooser.to());
    one.hands.type(one.chooser.to(), QStringLiteral("31.01.2016"));
    CHECK(one.id().empty());
}

TEST_CASE("a period is said as people say it")
{
    tests::TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    CHECK(periodWords(*parsePeriod("2016")) == QStringLiteral("2016 год"));
    CHECK(periodWords(*parsePeriod("2016Q3")) == QStringLiteral("III квартал 2016 года"));
    CHECK(periodWords(*parsePeriod("2016-07-01..2016-12-31")) == QStringLiteral("II полугодие 2016 года"));
    CHECK(periodWords(*parsePeriod("2016-02-01..2016-03-15")) == QStringLiteral("с 01.02.2016 по 15.03.2016"));
}

TEST_CASE("the years on offer begin with the programme and end with this year")
{
    tests::TestDesk office;
    Chooser one(office);
    CHECK(one.chooser.year()->itemText(0) == QStringLiteral("2027"));
    CHECK(one.chooser.year()->itemText(one.chooser.year()->count() - 1) == QStringLiteral("2016"));
    CHECK(one.chooser.year()->currentText() == QStringLiteral("2027"));
}
