// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/heldwriter.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/childtable.h"
#include "ui/forms/elsewherestrip.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"
#include "ui/forms/historydialog.h"
#include "ui/forms/readvalue.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <catch2/catch.hpp>

// Somebody types while the record is signed, removed, or shown in another language.

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// A meeting that can be signed, with two questions; its card open.
struct Meeting
{
    explicit Meeting(TestDesk& desk)
        : office(desk)
        , body(desk.create("body",
              { { "name", "Консилиум района" }, { "kind", "CONSILIUM" },
                  { "territory", Value(desk.seed("territory", "code = '16-01'")) } }))
        , meeting(desk.create("meeting",
              { { "body", Value(body) }, { "date", desk.desk().today() }, { "place", "Арск" },
                  { "form", "working" }, { "timeStart", desk.desk().today() + "T07:00:00Z" },
                  { "chair", member(1, "chair") }, { "secretary", member(2, "secretary") } }))
        , first(question(1, "Первый"))
        , second(question(2, "Второй"))
        , page(desk.desk(), "meeting", ui::FormPage::Frame::Alone, nullptr)
        , hands(page, desk.desk().jobs)
    {
        page.resize(1200, 800);
        page.show();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        page.session().open(meeting);
        hands.settle();
        hands.settle();
    }
    Value member(int number, const char* role)
    {
        return Value(office.create("bodyMember",
            { { "body", Value(body) }, { "n", Value(number) }, { "surname", "Член" },
                { "firstName", "Анна" }, { "post", "специалист" }, { "subject", "2" },
                { "voting", Value(1) }, { "role", role }, { "from", "2015-01-01" } }));
    }
    RecordId question(int number, const char* topic)
    {
        return office.create("agendaItem",
            { { "meeting", Value(meeting) }, { "n", Value(number) }, { "kind", "10" },
                { "topic", topic } });
    }
    /// As a merge brings it: the whole meeting with its questions.
    void signElsewhere()
    {
        store::Store& store = office.desk().store;
        const auto plan
            = store.read([&](const store::ReadTx& tx) { return tx.signPlan("meeting", meeting); });
        REQUIRE(plan);
        const auto done = store.write(
            { {}, {}, {}, "test" }, [&](store::WriteTx& tx) { return tx.sign(*plan); });
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
        hands.settle();
    }
    ui::ChildTable* table() const
    {
        for (auto* one : page.findChildren<ui::ChildTable*>())
            if (one->block().childType == "agendaItem")
                return one;
        return nullptr;
    }
    QWidget* cell(RecordId line, const char* field) const
    {
        for (auto* editor : table()->findChildren<ui::FieldEditor*>(QString::fromLatin1(field)))
            if (table()->sessionOf(editor) != nullptr && table()->sessionOf(editor)->id() == line)
                return editor->inputs().first();
        return nullptr;
    }
    QLineEdit* place() const
    {
        auto* editor = page.findChild<ui::FieldEditor*>(QStringLiteral("place"));
        return editor ? qobject_cast<QLineEdit*>(editor->inputs().first()) : nullptr;
    }
    bool says(const char* words) const
    {
        const auto labels = page.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(words));
        });
    }
    void press(const char* words)
    {
        for (auto* button : page.findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == QString::fromUtf8(words)) {
                button->click();
                hands.settle();
                return;
            }
        FAIL("no button: " << words);
    }
    QString topic(RecordId line) const
    {
        QWidget* input = cell(line, "topic");
        return input ? input->property("text").toString() + input->property("plainText").toString()
                     : QString();
    }

    TestDesk& office;
    RecordId body;
    RecordId meeting;
    RecordId first;
    RecordId second;
    ui::FormPage page;
    tests::Hands hands;
};

} // namespace

TEST_CASE("a switch of the language leaves what is typed in its lines, unread texts and the cursor")
{
    TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("en"));
    Meeting form(office);
    form.hands.type(form.cell(form.first, "topic"), QStringLiteral("Новый "));
    auto* date = form.page.findChild<ui::FieldEditor*>(QStringLiteral("date"));
    form.hands.clear(date->inputs().first());
    form.hands.type(date->inputs().first(), QStringLiteral("32.13"));
    const QString typedTopic = form.topic(form.first);
    REQUIRE(typedTopic.contains(QStringLiteral("Новый")));
    form.place()->setFocus();
    form.place()->setCursorPosition(2);
    const QPointer<QLineEdit> before = form.place();

    office.desk().languages.setLanguage(QStringLiteral("ru"));
    form.hands.settle();

    REQUIRE(before.isNull()); // made anew
    CHECK(form.topic(form.first) == typedTopic);
    CHECK(form.topic(form.second).contains(QStringLiteral("Второй")));
    CHECK(form.table()->sessions().size() == 2);
    auto* anew = form.page.findChild<ui::FieldEditor*>(QStringLiteral("date"));
    CHECK(static_cast<QLineEdit*>(anew->inputs().first())->text() == QStringLiteral("32.13"));
    CHECK(QApplication::focusWidget() == form.place());
    CHECK(form.place()->cursorPosition() == 2);
    CHECK(form.page.form().isDirty());

    form.hands.clear(anew->inputs().first());
    form.hands.type(anew->inputs().first(), QStringLiteral("12.03.2027"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(office.value("agendaItem", form.first, "topic").textOr({}).find("Новый")
        != std::string_view::npos);
    CHECK(office.value("meeting", form.meeting, "date") == Value("2027-03-12"));
    CHECK_FALSE(form.page.form().isDirty());
    office.desk().languages.setLanguage(QStringLiteral("en"));
}

TEST_CASE("a line whose save waits while the language is switched is saved, and saving goes on")
{
    TestDesk office;
    Meeting form(office);
    form.hands.type(form.cell(form.first, "topic"), QStringLiteral("Новый "));
    tests::HeldWriter other(office.desk().store);
    form.hands.keyAtOnce(Qt::Key_S, Qt::ControlModifier);
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    other.letGo();
    form.hands.settle();
    CHECK_FALSE(form.page.form().isDirty());
    form.hands.type(form.cell(form.second, "topic"), QStringLiteral("Иной "));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(form.page.form().isDirty());
    CHECK(office.value("agendaItem", form.second, "topic").textOr({}).find("Иной")
        != std::string_view::npos);
    office.desk().languages.setLanguage(QStringLiteral("en"));
}

TEST_CASE("what is typed while the record is signed elsewhere stays, is told, and is saved beside")
{
    TestDesk office;
    Meeting form(office);
    form.hands.clear(form.place());
    form.hands.type(form.place(), QStringLiteral("Казань"));
    form.signElsewhere();
    REQUIRE(form.place() != nullptr);
    CHECK(form.place()->text() == QStringLiteral("Казань"));
    CHECK(form.says("This was signed meanwhile"));

    SECTION("saved it stands beside the signature, and that is said")
    {
        form.hands.key(Qt::Key_S, Qt::ControlModifier);
        form.hands.settle();
        CHECK(office.value("meeting", form.meeting, "place") == Value("Арск"));
        CHECK(office.get("meeting", form.meeting).hasBeside);
        CHECK(form.place() == nullptr); // a document now
        CHECK(form.says("stands beside the signed"));
    }
    SECTION("thrown away the form shows what was signed")
    {
        form.page.form().discard();
        form.hands.settle();
        CHECK(form.place() == nullptr);
        CHECK(form.says("Арск"));
        CHECK_FALSE(form.page.form().isDirty());
    }
    SECTION("typed back the form shows what was signed")
    {
        form.hands.clear(form.place());
        form.hands.type(form.place(), QStringLiteral("Арск"));
        form.hands.settle();
        CHECK(form.place() == nullptr);
    }
}

TEST_CASE("a line that is typed keeps its form open when the record is signed elsewhere")
{
    TestDesk office;
    Meeting form(office);
    form.hands.type(form.cell(form.first, "topic"), QStringLiteral("Новый "));
    form.signElsewhere();
    REQUIRE(form.cell(form.first, "topic") != nullptr);
    CHECK(form.topic(form.first).contains(QStringLiteral("Новый")));
    CHECK(form.says("This was signed meanwhile"));
    CHECK_FALSE(form.page.session().isSigned());
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    form.hands.settle();
    CHECK(office.get("agendaItem", form.first).hasBeside);
    CHECK_FALSE(form.page.form().isDirty());
    CHECK(form.page.session().isSigned());
    CHECK(form.cell(form.first, "topic") == nullptr); // shown as signed now
}

TEST_CASE("a line that was removed elsewhere says so, cannot be typed in, and can be restored")
{
    TestDesk office;
    Meeting form(office);
    const bool isTyped = GENERATE(false, true);
    if (isTyped)
        form.hands.type(form.cell(form.first, "topic"), QStringLiteral("Новый "));
    office.remove("agendaItem", form.first);
    form.hands.settle();
    REQUIRE(form.cell(form.first, "topic") != nullptr);
    CHECK(form.says("This was removed meanwhile"));
    const QString before = form.topic(form.first);
    form.hands.type(form.cell(form.first, "topic"), QStringLiteral("я"));
    CHECK(form.topic(form.first) == before);
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(form.page.form().isDirty() == isTyped);
    CHECK(office.get("agendaItem", form.first).life == "removed");
    CHECK(office.desk().drafts.all()->size() == (isTyped ? 1 : 0));

    SECTION("restored, and what was typed can be saved")
    {
        form.press("Restore the line");
        CHECK(office.get("agendaItem", form.first).life != "removed");
        CHECK(form.topic(form.first) == before);
        CHECK_FALSE(form.says("This was removed meanwhile"));
        form.hands.key(Qt::Key_S, Qt::ControlModifier);
        CHECK_FALSE(form.page.form().isDirty());
        CHECK_FALSE(office.get("agendaItem", form.first).hasConflicts);
        const bool isSaved
            = office.value("agendaItem", form.first, "topic").textOr({}).find("Новый")
            != std::string_view::npos;
        CHECK(isSaved == isTyped);
    }
    SECTION("or taken off the list, with its draft")
    {
        form.press(isTyped ? "Throw it away" : "Take it off the list");
        CHECK(form.table()->sessions().size() == 1);
        CHECK_FALSE(form.page.form().isDirty());
        CHECK(office.desk().drafts.all()->empty());
    }
}

TEST_CASE("a record that was removed elsewhere while somebody types keeps the typing and offers to "
          "restore it")
{
    TestDesk office;
    Meeting form(office);
    form.hands.clear(form.place());
    form.hands.type(form.place(), QStringLiteral("Казань"));
    office.remove("meeting", form.meeting);
    form.hands.settle();
    REQUIRE(form.place() != nullptr);
    CHECK(form.place()->text() == QStringLiteral("Казань"));
    CHECK(form.place()->hasFocus()); // nothing to press has taken it
    CHECK(form.says("This was removed meanwhile"));
    form.press("Restore");
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(office.get("meeting", form.meeting).life != "removed");
    CHECK(office.value("meeting", form.meeting, "place") == Value("Казань"));
}

TEST_CASE("Tab walks through every value of a signed record, each with its label, and Ctrl+H shows "
          "its history")
{
    TestDesk office;
    Meeting form(office);
    form.signElsewhere();
    REQUIRE(form.place() == nullptr);
    form.page.form().focusFirst();
    form.hands.settle();
    QWidget* first = QApplication::focusWidget();
    REQUIRE(qobject_cast<ui::ReadValue*>(first) != nullptr);
    std::vector<QWidget*> round { first };
    for (int i = 0; i < 200; ++i) {
        form.hands.keyAtOnce(Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now == first)
            break;
        INFO(now->objectName().toStdString());
        REQUIRE(std::find(round.begin(), round.end(), now) == round.end());
        round.push_back(now);
    }
    std::size_t values = 0;
    ui::ReadValue* place = nullptr;
    for (auto* value : form.page.findChildren<ui::ReadValue*>()) {
        if (!value->isVisible() || value->text().isEmpty())
            continue;
        INFO(value->objectName().toStdString());
        CHECK(std::find(round.begin(), round.end(), value) != round.end());
        CHECK(value->accessibleName().contains(QStringLiteral(": ")));
        ++values;
        if (value->objectName() == QStringLiteral("place"))
            place = value;
    }
    CHECK(values > 8); // its lines' too
    REQUIRE(place != nullptr);
    CHECK(place->accessibleName().endsWith(QStringLiteral("Арск")));
    // As on the paper: the place comes after the body, the questions after both.
    const auto at = [&](const QWidget* widget) {
        return std::find(round.begin(), round.end(), widget) - round.begin();
    };
    CHECK(at(form.page.findChild<ui::ReadValue*>(QStringLiteral("body"))) < at(place));
    CHECK(at(place) < at(form.table()->findChild<ui::ReadValue*>(QStringLiteral("topic"))));

    for (const bool ofLine : { false, true }) {
        form.page.activateWindow(); // the dialog before was
        REQUIRE(QTest::qWaitForWindowActive(&form.page));
        (ofLine ? form.table()->findChild<ui::ReadValue*>(QStringLiteral("topic")) : place)
            ->setFocus();
        form.hands.key(Qt::Key_H, Qt::ControlModifier);
        form.hands.settle();
        auto* history = form.page.findChild<ui::HistoryDialog*>();
        REQUIRE(history != nullptr);
        CHECK(history->findChild<QTreeWidget*>()->topLevelItemCount() > 0);
        history->close();
        form.hands.settle();
    }
}
