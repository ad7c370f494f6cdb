// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/candidates.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::Hands;
using tests::TestDesk;
using ui::FormPage;

namespace {

/// A form alone in its window, and hands before it.
struct Open
{
    Open(TestDesk& office, const std::string& type)
        : page(office.desk(), type, FormPage::Frame::Alone, nullptr)
        , hands(page, office.desk().jobs)
    {
        page.resize(1200, 800);
        page.show();
        REQUIRE(QTest::qWaitForWindowActive(&page));
    }
    QWidget* field(const char* name)
    {
        auto* editor = page.findChild<ui::FieldEditor*>(QString::fromLatin1(name));
        REQUIRE(editor != nullptr);
        return editor->inputs().first();
    }
    FormPage page;
    Hands hands;
};

} // namespace

TEST_CASE("what is typed into a new form is saved as one record")
{
    TestDesk office;
    Open form(office, "family");
    form.page.session().openNew({});
    form.hands.settle();

    form.hands.type(form.field("name"), QStringLiteral("Сафины"));
    form.hands.key(Qt::Key_Tab);
    form.hands.typeHere(QStringLiteral("89171234567"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);

    const auto families = office.all("family");
    REQUIRE(families.size() == 1);
    CHECK(office.value("family", families.front(), "name") == Value("Сафины"));
    CHECK(office.value("family", families.front(), "phone") == Value("+7 917 123-45-67"));
    CHECK_FALSE(form.page.form().isDirty());
    CHECK(office.desk().drafts.all()->empty());
}

TEST_CASE("a save is built on the heads that were shown, also when the record changed meanwhile")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    Open form(office, "family");
    form.page.session().open(family);
    form.hands.settle();
    form.hands.type(form.field("phone"), QStringLiteral("111"));

    office.put("family", family, { { "phone", "222" }, { "plot", "огород" } });
    form.hands.settle();
    form.hands.key(Qt::Key_S, Qt::ControlModifier);

    // Two people, two phones: none is lost, and the other field is as its author left it.
    const auto conflicts = office.desk().store.read(
        [](const store::ReadTx& tx) -> base::Result<std::vector<store::OpenConflict>> {
            return tx.conflicts();
        });
    REQUIRE(conflicts);
    REQUIRE(conflicts->size() == 1);
    CHECK(conflicts->front().field == "phone");
    CHECK(conflicts->front().candidates.size() == 2);
    CHECK(office.value("family", family, "plot") == Value("огород"));
}

TEST_CASE(
    "what is typed while an older save is written never goes over what a merge brought meanwhile")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    Open form(office, "family");
    ui::FormSession& session = form.page.session();
    session.open(family);
    form.hands.settle();
    session.edit({ { "name", Value("Сафины-Галиевы") } });
    office.put("family", family, { { "phone", "222" } });
    session.save();
    session.edit({ { "phone", Value("111") } });
    form.hands.settle();
    CHECK(office.value("family", family, "name") == Value("Сафины-Галиевы"));
    CHECK(session.isEdited("phone"));
    CHECK(
        session.loaded().record.values.count("phone") == 0); // nobody has been shown the other one
    session.save();
    form.hands.settle();

    const auto conflicts = office.desk().store.read(
        [](const store::ReadTx& tx) -> base::Result<std::vector<store::OpenConflict>> {
            return tx.conflicts();
        });
    REQUIRE(conflicts);
    REQUIRE(conflicts->size() == 1);
    CHECK(conflicts->front().field == "phone");
    CHECK(conflicts->front().candidates.size() == 2);
    // With nothing left to type the form shows the record as it is.
    CHECK(session.loaded().record.hasConflicts);
}

TEST_CASE("a draft is shown over the values its author had been shown")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" }, { "phone", "100" } });
    const store::Draft draft { office.desk().newDraft(), "family", family,
        store::headsText(office.get("family", family).heads), { { "phone", Value("555") } }, 1 };
    office.put("family", family, { { "phone", "222" }, { "plot", "огород" } });
    Open form(office, "family");
    ui::FormSession& session = form.page.session();
    session.openDraft(draft);
    form.hands.settle();
    CHECK(session.isEdited("phone"));
    CHECK(session.values().count("plot") == 0);
    // Typed back to what it was then is nothing typed, and not something that is thrown away at the
    // save.
    session.edit({ { "phone", Value("100") } });
    CHECK_FALSE(session.isDirty());
    session.edit({ { "phone", Value("222") } });
    CHECK(session.isDirty());
    session.edit({ { "phone", Value("555") } });
    session.save();
    form.hands.settle();
    CHECK(session.loaded().conflicts.size() == 1);
    CHECK(session.values().at("plot") == Value("огород"));
}

TEST_CASE("typing a value back is no change")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    Open form(office, "family");
    form.page.session().open(family);
    form.hands.settle();

    form.hands.type(form.field("phone"), QStringLiteral("1"));
    CHECK(form.page.form().isDirty());
    form.hands.key(Qt::Key_Backspace);
    CHECK_FALSE(form.page.form().isDirty());
}

TEST_CASE(
    "typed text is kept as a draft within two seconds and offered with the base it was made on")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    const auto shownHeads = office.get("family", family).heads;
    {
        Open form(office, "family");
        form.page.session().open(family);
        form.hands.settle();
        form.hands.type(form.field("phone"), QStringLiteral("555"));
        REQUIRE(QTest::qWaitFor([&] { return !office.desk().drafts.all()->empty(); }, 2000));
    }
    office.put("family", family, { { "phone", "222" } });
    office.restart();

    const auto drafts = office.desk().drafts.all();
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    Open form(office, "family");
    form.page.session().openDraft(drafts->front());
    form.hands.settle();
    CHECK(static_cast<QLineEdit*>(form.field("phone"))->text() == QStringLiteral("555"));
    CHECK(form.page.session().loaded().record.heads == shownHeads);
}

TEST_CASE("a date that cannot be read is said at the field and stays as typed")
{
    TestDesk office;
    Open form(office, "person");
    form.page.session().openNew({});
    form.hands.settle();

    auto* date = static_cast<QLineEdit*>(form.field("birthDate"));
    form.hands.type(date, QStringLiteral("32.13.2020"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);

    CHECK(date->text() == QStringLiteral("32.13.2020"));
    CHECK(date->hasFocus());
    CHECK(office.all("person").empty());
}

TEST_CASE("a date that cannot be read is a mistake when its field is left, and is still there "
          "after a restart")
{
    TestDesk office;
    const RecordId person = office.create("person", { { "surname", "Сафина" } });
    {
        Open form(office, "person");
        form.page.session().open(person);
        form.hands.settle();
        auto* date = static_cast<QLineEdit*>(form.field("birthDate"));
        form.hands.type(date, QStringLiteral("32.13"));
        CHECK(date->property("problem").toString().isEmpty()); // the typing goes on
        form.hands.key(Qt::Key_Tab);
        form.hands.settle();
        CHECK(date->property("problem").toString() == QStringLiteral("error"));
        CHECK_FALSE(date->accessibleDescription().isEmpty());
        CHECK(form.page.form().isDirty());
        form.hands.key(Qt::Key_S, Qt::ControlModifier);
        CHECK(date->hasFocus());
        CHECK(office.get("person", person).values.count("birthDate") == 0);
    }
    office.restart();
    const auto drafts = office.desk().drafts.all();
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    Open form(office, "person");
    form.page.session().openDraft(drafts->front());
    form.hands.settle();
    auto* date = static_cast<QLineEdit*>(form.field("birthDate"));
    CHECK(date->text() == QStringLiteral("32.13"));
    CHECK(form.page.form().isDirty());

    date->setFocus();
    form.hands.key(Qt::Key_A, Qt::ControlModifier);
    form.hands.typeHere(QStringLiteral("31.12.2019"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(office.value("person", person, "birthDate") == Value("2019-12-31"));
    CHECK(office.desk().drafts.all()->empty());
}

TEST_CASE("a reference offers those who work and keeps the one who has left where he stands")
{
    TestDesk office;
    const RecordId gone
        = office.create("staff", { { "surname", "Ушедшая" }, { "to", "2016-03-01" } });
    office.create("staff", { { "surname", "Ушакова" } });
    const auto found = office.desk().store.read([&](const store::ReadTx& tx) {
        return ui::candidates(
            tx, office.desk().store.rules(), "staff", "уш", {}, office.desk().today(), "ru");
    });
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().title.find("Ушакова") == 0);
    const auto before = office.desk().store.read([&](const store::ReadTx& tx) {
        return ui::candidates(
            tx, office.desk().store.rules(), "staff", "уш", {}, "2016-03-01", "ru");
    });
    REQUIRE(before);
    CHECK(before->size() == 2);

    const RecordId family = office.create("family", { { "name", "Сафины" } });
    const RecordId episode
        = office.create("episode", { { "family", Value(family) }, { "caseManager", Value(gone) } });
    Open form(office, "episode");
    form.page.session().open(episode);
    form.hands.settle();
    CHECK(static_cast<QLineEdit*>(form.field("caseManager"))
              ->text()
              .startsWith(QStringLiteral("Ушедшая")));
}

TEST_CASE("nothing is saved before somebody has said who works here, and then what was typed is")
{
    TestDesk office;
    std::function<void()> saysWho;
    office.desk().author = {};
    office.desk().askWho = [&](std::function<void()> then) { saysWho = std::move(then); };
    Open form(office, "family");
    form.page.session().openNew({});
    form.hands.settle();
    form.hands.type(form.field("name"), QStringLiteral("Сафины"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(saysWho);
    CHECK(office.all("family").empty());
    CHECK(form.page.form().isDirty());

    office.desk().author = RecordId { 1, 2 };
    saysWho();
    form.hands.settle();
    CHECK(office.all("family").size() == 1);
}

TEST_CASE("who adds a part of a signed record is told that its paper will not have it")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    const RecordId programme = office.create("programme", { { "family", Value(family) } });
    const auto told = [&] {
        Open form(office, "measure");
        form.page.session().openNew(
            { { "programme", Value(programme) }, { "family", Value(family) } });
        form.hands.settle();
        for (const QLabel* label : form.page.findChildren<QLabel*>())
            if (label->isVisible()
                && label->text().startsWith(QStringLiteral("What this belongs to is signed")))
                return true;
        return false;
    };
    CHECK_FALSE(told());
    // The row alone: what a signature asks of a programme is not this form's question.
    REQUIRE(office.desk().store.bulk([](store::Store::Inner& inner) -> base::Status {
        inner.connection.execute("UPDATE programme SET life = 'signed'");
        return {};
    }));
    CHECK(told());
}

TEST_CASE("a rule of the profile that a value breaks is said in the profile's words at that field")
{
    TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    Open form(office, "person");
    form.page.session().openNew({});
    form.hands.settle();

    form.hands.type(form.field("oms"), QStringLiteral("12"));

    const auto labels = form.page.findChildren<QLabel*>();
    const bool said = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("Полис ОМС — 16 цифр");
    });
    CHECK(said);
}

TEST_CASE("every form of the shipped profile is built, and every input in it has a name")
{
    TestDesk office;
    for (const profile::RecordType& type : office.desk().profile().types) {
        INFO(type.id);
        Open form(office, type.id);
        form.page.session().openNew({});
        form.hands.settle();
        for (int i = 0; i < form.page.form().headings().size(); ++i)
            form.page.form().heading(i);
        const auto editors = form.page.findChildren<ui::FieldEditor*>();
        CHECK_FALSE(editors.isEmpty());
        for (const ui::FieldEditor* editor : editors)
            for (const QWidget* input : editor->inputs()) {
                INFO(editor->field().id);
                CHECK_FALSE(input->accessibleName().isEmpty());
            }
    }
}

TEST_CASE("what is typed on after a save goes on where the cursor was")
{
    TestDesk office;
    Open form(office, "family");
    form.page.session().openNew({});
    form.hands.settle();
    auto* name = static_cast<QLineEdit*>(form.field("name"));
    form.hands.type(name, QStringLiteral("Сафин"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    form.hands.typeHere(QStringLiteral("ы"));
    CHECK(name->text() == QStringLiteral("Сафины"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(office.value("family", office.all("family").front(), "name") == Value("Сафины"));
}

TEST_CASE("an opened draft has the focus in a field, never on what throws it away")
{
    TestDesk office;
    {
        Open form(office, "family");
        form.page.session().openNew({});
        form.hands.settle();
        form.hands.type(form.field("name"), QStringLiteral("Сафины"));
        REQUIRE(QTest::qWaitFor([&] { return !office.desk().drafts.all()->empty(); }, 2000));
    }
    const auto drafts = office.desk().drafts.all();
    REQUIRE(drafts->size() == 1);
    Open form(office, "family");
    form.page.session().openDraft(drafts->front());
    form.hands.settle();
    form.hands.settle();
    CHECK(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
    form.hands.key(Qt::Key_Space);
    CHECK(office.desk().drafts.all()->size() == 1);
}

TEST_CASE("two forms of one draft lose nothing: what the second has goes over what the first saved")
{
    TestDesk office;
    const store::Draft draft { office.desk().newDraft(), "family", {}, {},
        { { "name", Value("Сафины") } }, 1 };
    REQUIRE(office.desk().drafts.save(draft));
    Open first(office, "family");
    Open second(office, "family");
    for (Open* form : { &first, &second }) {
        form->page.session().openDraft(draft);
        form->hands.settle();
    }
    first.page.session().edit({ { "phone", Value("111") } });
    first.page.session().save();
    first.hands.settle();
    second.page.session().edit({ { "plot", Value("огород") } });
    second.page.session().save();
    second.hands.settle();

    const auto families = office.all("family");
    REQUIRE(families.size() == 1);
    CHECK(office.value("family", families.front(), "name") == Value("Сафины"));
    CHECK(office.value("family", families.front(), "phone") == Value("111"));
    CHECK(office.value("family", families.front(), "plot") == Value("огород"));
    CHECK_FALSE(office.get("family", families.front()).hasConflicts);
    CHECK(office.desk().drafts.all()->empty());
}

TEST_CASE(
    "what a form is closed with while its save is written becomes a draft over the saved record")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    {
        Open form(office, "family");
        form.page.session().open(family);
        form.hands.settle();
        form.page.session().edit({ { "phone", Value("111") } });
        form.page.session().save();
        form.page.session().edit({ { "plot", Value("огород") } });
    }
    REQUIRE(QTest::qWaitFor(
        [&] { return office.value("family", family, "phone") == Value("111"); }, 5000));
    office.restart();
    const auto drafts = office.desk().drafts.all();
    REQUIRE(drafts->size() == 1);
    CHECK(drafts->front().record == family);
    CHECK(drafts->front().fields.at("plot") == Value("огород"));
}

TEST_CASE("typing that begins before a merged change is shown stands beside it, never over it")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    Open form(office, "family");
    ui::FormSession& session = form.page.session();
    session.open(family);
    form.hands.settle();
    // The notice has come and the record is being read when the first key is pressed.
    bool isTyped = false;
    QObject::connect(&office.desk().notifier, &ui::StoreNotifier::changed, &form.page, [&] {
        if (!std::exchange(isTyped, true))
            session.edit({ { "phone", Value("111") } });
    });
    office.put("family", family, { { "phone", "222" } });
    REQUIRE(QTest::qWaitFor([&] { return isTyped; }, 5000));
    form.hands.settle();
    session.save();
    form.hands.settle();
    CHECK(office.get("family", family).hasConflicts);
}

TEST_CASE("Enter in a reference never takes what was found for other letters")
{
    TestDesk office;
    office.create("staff", { { "surname", "Иванова" } });
    const RecordId wanted = office.create("staff", { { "surname", "Петрова" } });
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    const RecordId episode = office.create("episode", { { "family", Value(family) } });
    Open form(office, "episode");
    form.page.session().open(episode);
    form.hands.settle();
    auto* line = static_cast<QLineEdit*>(form.field("caseManager"));
    form.hands.type(line, QStringLiteral("Ив")); // settles: the list of these letters stands open
    line->setText(QStringLiteral("Петр"));
    QTest::keyClick(line, Qt::Key_Return); // before anything could be found
    form.hands.settle();
    const auto values = form.page.session().values();
    const auto chosen = values.find("caseManager");
    CHECK((chosen == values.end() || chosen->second == Value(wanted)));
}
