// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/cases/casetimeline.h"

#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// The page of a case with a child, a card of the register and a measure.
struct Case
{
    explicit Case(TestDesk& desk)
        : office(desk)
        , family(desk.create("family", { { "name", "Секретовы" }, { "phone", "222" }, { "addrFact.street", "Тихая" } }))
    {
        const RecordId child = desk.create("person", { { "surname", "Секретов" }, { "firstName", "Тимур" } });
        const auto& categories = desk.desk().profile().classifier("familyCategory")->codes;
        desk.create("member", { { "family", Value(family) }, { "person", Value(child) }, { "role", "son" } });
        desk.create("episode",
            { { "family", Value(family) }, { "kind", "PATRONAGE" }, { "legalStatus", "SOP" },
                { "primaryCategory", Value(categories.front().code) }, { "regDate", "2026-05-01" } });
        desk.create("childCard", { { "family", Value(family) }, { "person", Value(child) } });
        desk.create("childCard", { { "family", Value(family) }, { "person", Value(child) } });
        const RecordId programme = desk.create("programme", { { "family", Value(family) } });
        desk.create("measure",
            { { "programme", Value(programme) }, { "family", Value(family) }, { "due", "2099-01-01" }, { "title", "Летний лагерь" }, { "state", "inProgress" } });
    }
    QString seen(const QWidget& page) const
    {
        QString out;
        for (const QWidget* widget : page.findChildren<QWidget*>()) {
            if (!widget->isVisible())
                continue;
            out += widget->property("text").toString() + QLatin1Char('\n') + widget->property("currentText").toString()
                + QLatin1Char('\n');
            if (const auto* tree = qobject_cast<const QTreeWidget*>(widget))
                for (int i = 0; i < tree->topLevelItemCount(); ++i)
                    for (int column = 0; column < tree->columnCount(); ++column)
                        out += tree->topLevelItem(i)->text(column) + QLatin1Char('\n');
        }
        return out;
    }
    TestDesk& office;
    RecordId family;
};

} // namespace

TEST_CASE("the head of a case says state, category, case manager and what is due next")
{
    TestDesk office;
    const Case one(office);
    ui::CasePage page(office.desk(), one.family, nullptr);
    tests::Hands hands(page, office.desk().jobs);
    page.resize(1200, 800);
    page.setVisible(true);
    hands.settle();
    const ui::ValueWriter writer(office.desk().profile(), "en");
    const QString seen = one.seen(page);
    CHECK(seen.contains(writer.label("legalStatus", "SOP")));
    CHECK(seen.contains(writer.label("episodeKind", "PATRONAGE")));
    CHECK(seen.contains(QStringLiteral("01.01.2099: Летний лагерь")));
}

TEST_CASE("the timeline says in which office each change was written")
{
    TestDesk office;
    const Case one(office);
    ui::CaseTimeline timeline(office.desk(), one.family, nullptr);
    tests::Hands hands(timeline, office.desk().jobs);
    timeline.setVisible(true);
    timeline.load();
    hands.settle();
    const auto* tree = timeline.findChild<QTreeWidget*>();
    REQUIRE(tree->topLevelItemCount() > 0);
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        CHECK(tree->topLevelItem(i)->text(2) == QStringLiteral("Office"));
}

TEST_CASE("while others are near no part of a case shows whose it is, also when it was open before")
{
    TestDesk office;
    const Case one(office);
    ui::CasePage page(office.desk(), one.family, nullptr);
    tests::Hands hands(page, office.desk().jobs);
    page.resize(1200, 800);
    page.setVisible(true);
    hands.settle();
    auto* tabs = page.findChild<QTabWidget*>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        hands.settle();
        office.desk().privacy.setMasking(true);
        hands.settle();
        INFO(tab << "\n" << one.seen(page).toStdString());
        CHECK_FALSE(one.seen(page).contains(QStringLiteral("Секретов")));
        CHECK_FALSE(one.seen(page).contains(QStringLiteral("Тихая")));
        CHECK_FALSE(one.seen(page).contains(QStringLiteral("222")));
        office.desk().privacy.setMasking(false);
        hands.settle();
    }
}
