// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/childtable.h"
#include "ui/forms/conflictstrip.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"
#include "ui/forms/historydialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// A family with two members, its card open.
struct Card
{
    explicit Card(TestDesk& desk)
        : office(desk)
        , family(desk.create("family", { { "name", "Сафины" } }))
        , first(desk.create(
              "member", { { "family", Value(family) }, { "n", 1 }, { "role", "mother" } }))
        , second(desk.create(
              "member", { { "family", Value(family) }, { "n", 2 }, { "role", "father" } }))
        , page(desk.desk(), "family", ui::FormPage::Frame::Alone, nullptr)
        , hands(page, desk.desk().jobs)
    {
    }
    void open()
    {
        page.resize(1200, 800);
        page.show();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        page.session().open(family);
        hands.settle();
        hands.settle();
    }
    ui::ChildTable* table() const { return page.findChild<ui::ChildTable*>(); }
    ui::FieldEditor* cell(RecordId line, const char* field) const
    {
        for (auto* editor : table()->findChildren<ui::FieldEditor*>(QString::fromLatin1(field)))
            if (table()->sessionOf(editor) != nullptr && table()->sessionOf(editor)->id() == line)
                return editor;
        return nullptr;
    }
    /// Two people fill one cell differently, both from what they were shown.
    void disagree(RecordId line, const char* field, const char* one, const char* other)
    {
        const auto heads = office.get("member", line).heads;
        for (const char* value : { one, other }) {
            const auto written
                = office.desk().store.write({ {}, {}, {}, "test" }, [&](store::WriteTx& tx) {
                      return tx.put("member", line, heads, { { field, Value(value) } });
                  });
            REQUIRE(written);
        }
    }
    TestDesk& office;
    RecordId family;
    RecordId first;
    RecordId second;
    ui::FormPage page;
    tests::Hands hands;
};

} // namespace

TEST_CASE(
    "a line that two people filled differently asks below it which is right, and one press decides")
{
    TestDesk office;
    Card card(office);
    card.disagree(card.second, "role", "stepfather", "guardian");
    card.open();
    auto strips = card.table()->findChildren<ui::ConflictStrip*>();
    REQUIRE(strips.size() == 1);
    CHECK(strips.front()->isVisible());

    const Value before = office.value("member", card.second, "role");
    auto choices = strips.front()->findChildren<QPushButton*>();
    REQUIRE(choices.size() == 2);
    CHECK_FALSE(choices[1]->accessibleName().isEmpty());
    choices[1]->click(); // the other one than is shown
    card.hands.settle();
    CHECK(card.page.form().isDirty());
    card.page.save();
    card.hands.settle();

    CHECK(office.value("member", card.second, "role") != before);
    CHECK_FALSE(office.get("member", card.second).hasConflicts);
    CHECK(card.table()->findChildren<ui::ConflictStrip*>().isEmpty());
}

TEST_CASE("the lines above and below a question stay as they were")
{
    TestDesk office;
    Card card(office);
    card.disagree(card.first, "role", "stepmother", "guardian");
    card.open();
    CHECK(card.cell(card.first, "role") != nullptr);
    CHECK(card.cell(card.second, "role") != nullptr);
    CHECK(card.cell(card.second, "role")->y() > card.cell(card.first, "role")->y());
    CHECK(card.table()->sessions().size() == 2);
}

TEST_CASE(
    "what cannot be read in a line is said below it, and nothing of the form is saved over it")
{
    TestDesk office;
    Card card(office);
    card.open();
    auto* person = static_cast<QLineEdit*>(card.cell(card.first, "person")->inputs().first());
    card.hands.type(person, QStringLiteral("Никто"));
    CHECK(person->property("problem").toString().isEmpty());
    card.hands.key(Qt::Key_S, Qt::ControlModifier);
    card.hands.settle();
    CHECK(person->property("problem").toString() == QStringLiteral("error"));
    CHECK(person->text() == QStringLiteral("Никто"));
    CHECK(card.page.form().isDirty());
    const auto labels = card.table()->findChildren<QLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible()
            && label->text().contains(QStringLiteral("Choose one from the list"));
    }));
}

TEST_CASE("Tab goes once through everything of a saved card before it comes back")
{
    TestDesk office;
    Card card(office);
    card.open();
    card.page.form().focusFirst();
    card.hands.settle();
    QWidget* first = QApplication::focusWidget();
    REQUIRE(first != nullptr);
    std::vector<QWidget*> round { first };
    for (int i = 0; i < 400; ++i) {
        card.hands.key(Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now == first)
            break;
        INFO("again after " << round.size() << ": " << now->metaObject()->className() << ' '
                            << now->accessibleName().toStdString());
        REQUIRE(std::find(round.begin(), round.end(), now) == round.end());
        round.push_back(now);
    }
    CHECK(round.size() < 400);
    for (const ui::FieldEditor* editor : card.page.findChildren<ui::FieldEditor*>())
        for (QWidget* input : editor->inputs())
            if (input->isVisible() && (input->focusPolicy() & Qt::TabFocus)) {
                INFO(editor->objectName().toStdString());
                CHECK(std::find(round.begin(), round.end(), input) != round.end());
            }
}

TEST_CASE("the key of a field's history shows that of the cell one is in")
{
    TestDesk office;
    Card card(office);
    office.put("member", card.second, { { "role", "stepfather" } });
    card.open();
    card.cell(card.second, "role")->inputs().first()->setFocus();
    card.hands.key(Qt::Key_H, Qt::ControlModifier);
    card.hands.settle();

    auto* history = card.page.findChild<ui::HistoryDialog*>();
    REQUIRE(history != nullptr);
    CHECK(history->findChild<QTreeWidget*>()->topLevelItemCount()
        == 2); // entered as father, then stepfather
    history->close();
}

TEST_CASE(
    "the day by which lines are ordered is typed in its cell; a number that counts them is not")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    const RecordId child = office.create("childCard", { { "family", Value(family) } });
    office.create("childRegister",
        { { "childCard", Value(child) }, { "kind", "pdn" }, { "from", "2026-11-02" } });
    ui::FormPage page(office.desk(), "childCard", ui::FormPage::Frame::Alone, nullptr);
    tests::Hands hands(page, office.desk().jobs);
    page.resize(1200, 800);
    page.show();
    page.session().open(child);
    hands.settle();
    hands.settle();
    ui::ChildTable* registers = nullptr;
    for (auto* table : page.findChildren<ui::ChildTable*>())
        if (table->block().childType == "childRegister")
            registers = table;
    REQUIRE(registers != nullptr);
    auto* from = registers->findChild<ui::FieldEditor*>(QStringLiteral("from"));
    REQUIRE(from != nullptr);
    REQUIRE_FALSE(from->inputs().isEmpty());
    CHECK(qobject_cast<QLineEdit*>(from->inputs().first())->text() == QStringLiteral("02.11.2026"));
    CHECK(registers->findChild<ui::FieldEditor*>(QStringLiteral("n")) == nullptr);
}
