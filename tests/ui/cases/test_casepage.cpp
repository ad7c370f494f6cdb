// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/actions.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/cases/casetimeline.h"
#include "ui/common/restoredialog.h"
#include "ui/forms/historydialog.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
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
        , family(desk.create("family",
              { { "name", "Секретовы" }, { "phone", "222" }, { "addrFact.street", "Тихая" } }))
    {
        const RecordId child
            = desk.create("person", { { "surname", "Секретов" }, { "firstName", "Тимур" } });
        const auto& categories = desk.desk().profile().classifier("familyCategory")->codes;
        desk.create("member",
            { { "family", Value(family) }, { "person", Value(child) }, { "role", "son" } });
        desk.create("episode",
            { { "family", Value(family) }, { "kind", "PATRONAGE" }, { "legalStatus", "SOP" },
                { "primaryCategory", Value(categories.front().code) },
                { "regDate", "2026-05-01" } });
        desk.create("childCard", { { "family", Value(family) }, { "person", Value(child) } });
        desk.create("childCard", { { "family", Value(family) }, { "person", Value(child) } });
        const RecordId programme = desk.create("programme", { { "family", Value(family) } });
        desk.create("measure",
            { { "programme", Value(programme) }, { "family", Value(family) },
                { "due", "2099-01-01" }, { "title", "Летний лагерь" }, { "state", "inProgress" } });
    }
    QString seen(const QWidget& page) const
    {
        QString out;
        for (const QWidget* widget : page.findChildren<QWidget*>()) {
            if (!widget->isVisible())
                continue;
            out += widget->property("text").toString() + QLatin1Char('\n')
                + widget->property("currentText").toString() + QLatin1Char('\n');
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

TEST_CASE("a case whose consent is withdrawn says so until another consent is given")
{
    TestDesk office;
    const Case one(office);
    const RecordId centre = office.create(
        "organisation", { { "code", "K" }, { "name", "КЦСОН" }, { "kind", "KCSON" } });
    const RecordId worker
        = office.create("staff", { { "surname", "Галиева" }, { "firstName", "Алия" } });
    const auto consent = [&](base::Fields more) {
        more.merge(base::Fields { { "family", Value(one.family) }, { "purpose", "support" },
            { "person", Value(office.all("member").front()) }, { "operator", Value(centre) },
            { "data", "[\"name\"]" }, { "actions", "[\"collect\"]" }, { "processing", "mixed" },
            { "signedAt", "2026-01-10" }, { "validTo", "2099-01-10" },
            { "withdrawalWay", "письменно" }, { "takenBy", Value(worker) } });
        const RecordId made = office.create("consent", more);
        store::Store& store = office.desk().store;
        const auto plan
            = store.read([&](const store::ReadTx& tx) { return tx.signPlan("consent", made); });
        REQUIRE(plan);
        const auto done = store.write(
            { {}, {}, {}, "test" }, [&](store::WriteTx& tx) { return tx.sign(*plan); });
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
    };
    const auto says = [&] {
        ui::CasePage page(office.desk(), one.family, nullptr);
        tests::Hands hands(page, office.desk().jobs);
        page.setVisible(true);
        hands.settle();
        return one.seen(page).contains(QStringLiteral("consent withdrawn"));
    };
    consent({});
    CHECK_FALSE(says());
    consent({ { "withdrawnAt", "2026-11-01" }, { "withdrawnBy", "мать" },
        { "withdrawalNote", "заявление" } });
    CHECK_FALSE(says()); // the other one stands
    for (const RecordId id : office.all("consent"))
        office.put("consent", id,
            { { "withdrawnAt", "2026-11-02" }, { "withdrawnBy", "мать" },
                { "withdrawalNote", "заявление" } });
    CHECK(says());
    consent({ { "signedAt", "2026-12-01" } });
    CHECK_FALSE(says());
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

namespace {

/// The timeline of a case, shown and read.
struct Timeline
{
    Timeline(TestDesk& desk, RecordId family)
        : timeline(desk.desk(), family, nullptr)
        , hands(timeline, desk.desk().jobs)
        , tree(*timeline.findChild<QTreeWidget*>())
        , restore(*timeline.findChild<QPushButton*>(QStringLiteral("restoreRemoved")))
    {
        timeline.resize(900, 160);
        timeline.setVisible(true);
        timeline.load();
        hands.settle();
    }
    int lineOf(const QString& words) const
    {
        for (int i = 0; i < tree.topLevelItemCount(); ++i)
            if (tree.topLevelItem(i)->text(4).startsWith(words))
                return i;
        return -1;
    }
    ui::CaseTimeline timeline;
    tests::Hands hands;
    QTreeWidget& tree;
    QPushButton& restore;
};

} // namespace

TEST_CASE("the timeline follows what is saved while it is shown, and its reader stays on the line")
{
    TestDesk office;
    const Case one(office);
    for (int i = 0; i < 20; ++i) {
        office.clock().advance(1000);
        office.put("family", one.family, { { "phone", std::to_string(i) } });
    }
    Timeline shown(office, one.family);
    const int before = shown.tree.topLevelItemCount();
    shown.tree.setCurrentItem(shown.tree.topLevelItem(9));
    shown.tree.verticalScrollBar()->setValue(8);
    REQUIRE(shown.tree.verticalScrollBar()->value() == 8);
    const QString current = shown.tree.currentItem()->data(0, Qt::UserRole).toString();
    shown.tree.setFocus();

    office.clock().advance(1000);
    office.put("family", one.family, { { "phone", "333" } });
    shown.hands.settle();
    REQUIRE(shown.tree.topLevelItemCount() == before + 1);
    CHECK(shown.tree.currentItem()->data(0, Qt::UserRole).toString() == current);
    CHECK(shown.tree.indexOfTopLevelItem(shown.tree.currentItem()) == 10);
    CHECK(shown.tree.verticalScrollBar()->value() == 9);
    CHECK(shown.tree.currentItem()->isSelected());

    // Hidden, it waits; looked at again, it is read anew.
    shown.timeline.hide();
    office.create("childCard", { { "family", Value(one.family) } });
    shown.hands.settle();
    CHECK(shown.tree.topLevelItemCount() == before + 1);
    shown.timeline.show();
    shown.hands.settle();
    CHECK(shown.tree.topLevelItemCount() == before + 2);
    CHECK(shown.tree.currentItem()->data(0, Qt::UserRole).toString() == current);
}

TEST_CASE("the timeline speaks the language that is chosen while it is shown")
{
    TestDesk office;
    const Case one(office);
    Timeline shown(office, one.family);
    const QString what = shown.tree.headerItem()->text(4);
    office.desk().languages.setLanguage(office.desk().languages.language() == QLatin1String("ru")
            ? QStringLiteral("en")
            : QStringLiteral("ru"));
    shown.hands.settle();
    CHECK(shown.tree.headerItem()->text(4) != what);
    CHECK(shown.tree.topLevelItemCount() > 0);
    office.desk().languages.setLanguage(QStringLiteral("en"));
}

TEST_CASE("what was removed is brought back from the timeline, after it was said what comes back, "
          "and that is undone like a save")
{
    TestDesk office;
    const Case one(office);
    const auto programme = office.all("programme").front();
    office.clock().advance(1000);
    office.remove("programme", programme);
    Timeline shown(office, one.family);
    const int line = shown.lineOf(QStringLiteral("removed"));
    REQUIRE(line >= 0);
    shown.tree.setCurrentItem(shown.tree.topLevelItem(line == 0 ? 1 : 0));
    CHECK_FALSE(shown.restore.isEnabled());
    shown.tree.setCurrentItem(shown.tree.topLevelItem(line));
    REQUIRE(shown.restore.isEnabled());
    QSignalSpy said(&shown.timeline, &ui::CaseTimeline::restored);

    shown.restore.setFocus();
    shown.hands.key(Qt::Key_Space);
    auto* dialog = shown.timeline.window()->findChild<ui::RestoreDialog*>();
    REQUIRE(dialog != nullptr);
    tests::Hands hands(*dialog, office.desk().jobs);
    hands.settle();
    const auto* values = dialog->findChild<QTreeWidget*>();
    QString seen;
    for (int i = 0; i < values->topLevelItemCount(); ++i)
        seen += values->topLevelItem(i)->text(1);
    CHECK(seen.contains(QStringLiteral("Секретовы"))); // whose programme it is
    const auto* below = dialog->findChild<QLabel*>(QStringLiteral("restore.below"));
    CHECK(below->text().contains(QStringLiteral("(1)"))); // its measure
    office.desk().privacy.setMasking(true);
    for (int i = 0; i < values->topLevelItemCount(); ++i)
        CHECK_FALSE(values->topLevelItem(i)->text(1).contains(QStringLiteral("Секретовы")));
    office.desk().privacy.setMasking(false);

    dialog->findChild<QPushButton*>(QStringLiteral("restore"))->click();
    hands.settle();
    CHECK(office.get("programme", programme).life == "draft");
    CHECK(said.count() == 1);
    CHECK_FALSE(shown.restore.isEnabled()); // nothing of this line is removed any more

    // The window's undo takes the last action of this person back.
    const auto action = office.desk().store.read([&](const store::ReadTx& tx) {
        return store::lastAction(tx, { 0, office.desk().author });
    });
    REQUIRE(action);
    CHECK(action->record == programme);
    REQUIRE(office.desk().store.undo(action->group, office.desk().author));
    shown.hands.settle();
    CHECK(office.get("programme", programme).life == "removed");
    CHECK(shown.lineOf(QStringLiteral("removed; ")) == 0);
}

TEST_CASE("what belongs to something removed is not brought back before that is")
{
    TestDesk office;
    const Case one(office);
    const auto programme = office.all("programme").front();
    const auto measure = office.all("measure").front();
    office.remove("measure", measure);
    office.remove("programme", programme);
    auto* dialog = new ui::RestoreDialog(office.desk(), "measure", measure, nullptr);
    tests::Hands hands(*dialog, office.desk().jobs);
    dialog->open();
    hands.settle();
    CHECK_FALSE(dialog->findChild<QPushButton*>(QStringLiteral("restore"))->isEnabled());
    CHECK_FALSE(dialog->findChild<QLabel*>(QStringLiteral("restore.below"))->text().isEmpty());
    dialog->close();
}

TEST_CASE("a case and a history that cannot be read say so and are read when it is tried again")
{
    TestDesk office;
    const Case one(office);
    office.renameTable("family", "gone");
    ui::CasePage page(office.desk(), one.family, nullptr);
    tests::Hands hands(page, office.desk().jobs);
    page.setVisible(true);
    auto* history = new ui::HistoryDialog(office.desk(), "family", one.family, {}, &page);
    history->setVisible(true);
    hands.settle();
    const auto failureOf = [](const QWidget& place) {
        return place.findChild<QWidget*>(QStringLiteral("readFailure"), Qt::FindDirectChildrenOnly);
    };
    REQUIRE(failureOf(page)->isVisible());
    REQUIRE(failureOf(*history)->isVisible());
    auto* tree = history->findChild<QTreeWidget*>();
    CHECK(tree->topLevelItemCount() == 0);

    office.renameTable("gone", "family");
    for (const QWidget* place :
        { static_cast<const QWidget*>(&page), static_cast<const QWidget*>(history) })
        failureOf(*place)->findChild<QPushButton*>()->click();
    hands.settle();
    CHECK_FALSE(failureOf(page)->isVisible());
    CHECK_FALSE(failureOf(*history)->isVisible());
    CHECK(tree->topLevelItemCount() == 1);
    CHECK(one.seen(page).contains(QStringLiteral("Секретовы")));
    history->close();
}
