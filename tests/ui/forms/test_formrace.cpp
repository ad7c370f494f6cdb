// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/heldwriter.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/childtable.h"
#include "ui/forms/conflictstrip.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"
#include "ui/forms/recorddialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>

// What is typed and pressed while something else is under way.

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::HeldWriter;
using tests::TestDesk;

namespace {

struct Open
{
    Open(TestDesk& office, const std::string& type)
        : page(office.desk(), type, ui::FormPage::Frame::Alone, nullptr)
        , hands(page, office.desk().jobs)
    {
        page.resize(1200, 800);
        page.show();
        REQUIRE(QTest::qWaitForWindowActive(&page));
    }
    QLineEdit* line(const char* name) const
    {
        auto* editor = page.findChild<ui::FieldEditor*>(QString::fromLatin1(name));
        REQUIRE(editor != nullptr);
        auto* input = qobject_cast<QLineEdit*>(editor->inputs().first());
        REQUIRE(input != nullptr);
        return input;
    }
    ui::FormPage page;
    tests::Hands hands;
};

} // namespace

TEST_CASE("a value typed back to its old one while its first save is written is typed, not saved")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    Open form(office, "family");
    form.page.session().open(family);
    form.hands.settle();
    form.hands.type(form.line("name"), QStringLiteral("х"));
    HeldWriter other(office.desk().store);
    form.hands.keyAtOnce(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(form.page.session().state() == ui::FormSession::State::Saving);
    form.hands.keyAtOnce(Qt::Key_Backspace);
    CHECK(form.line("name")->text() == QStringLiteral("Сафины"));
    other.letGo();
    form.hands.settle();
    // A save goes on until nothing is left that was typed meanwhile.
    CHECK(form.line("name")->text() == QStringLiteral("Сафины"));
    CHECK(office.value("family", family, "name") == Value("Сафины"));
    CHECK_FALSE(form.page.form().isDirty());
    CHECK(office.desk().drafts.all()->empty());
}

TEST_CASE("keys pressed at once after a save that waits are saved into the same record")
{
    TestDesk office;
    Open form(office, "family");
    form.page.session().openNew({});
    form.hands.settle();
    form.hands.type(form.line("name"), QStringLiteral("Сафин"));
    HeldWriter other(office.desk().store);
    form.hands.keyAtOnce(Qt::Key_S, Qt::ControlModifier);
    form.hands.typeAtOnce(QStringLiteral("ы"));
    form.hands.keyAtOnce(Qt::Key_S, Qt::ControlModifier); // not twice
    other.letGo();
    form.hands.settle();
    REQUIRE(office.all("family").size() == 1);
    CHECK(office.value("family", office.all("family").front(), "name") == Value("Сафины"));
}

TEST_CASE(
    "a difference that was decided and not saved is decided still after the program was killed")
{
    TestDesk office;
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    const auto heads = office.get("family", family).heads;
    for (const char* phone : { "111", "222" })
        REQUIRE(office.desk().store.write({ {}, {}, {}, "test" }, [&](store::WriteTx& tx) {
            return tx.put("family", family, heads, { { "phone", Value(phone) } });
        }));
    const Value shownNow = office.value("family", family, "phone");
    // The one that is shown, and the other: the first is no typed value at all.
    const bool takesShown = GENERATE(true, false);
    Value taken;
    {
        Open form(office, "family");
        form.page.session().open(family);
        form.hands.settle();
        for (const auto& candidate : form.page.session().loaded().conflicts.front().candidates)
            if ((candidate.value == shownNow) == takesShown)
                taken = candidate.value;
        form.page.session().settle("phone", taken);
        REQUIRE(QTest::qWaitFor([&] { return !office.desk().drafts.all()->empty(); }, 2000));
    }
    office.restart();
    const auto drafts = office.desk().drafts.all();
    REQUIRE(drafts->size() == 1);
    Open form(office, "family");
    form.page.session().openDraft(drafts->front());
    form.hands.settle();
    CHECK(form.page.session().isSettled("phone"));
    CHECK(form.page.findChildren<ui::ConflictStrip*>()
              .front()
              ->findChildren<QPushButton*>()
              .isEmpty());
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(office.value("family", family, "phone") == taken);
    CHECK_FALSE(office.get("family", family).hasConflicts);
    CHECK(office.desk().drafts.all()->empty());
}

TEST_CASE("a save whose draft cannot be removed is saved, is told, and the next save is none of it")
{
    TestDesk office;
    Open form(office, "family");
    form.page.session().openNew({});
    form.hands.settle();
    form.hands.type(form.line("name"), QStringLiteral("Сафины"));
    REQUIRE(QTest::qWaitFor([&] { return !office.desk().drafts.all()->empty(); }, 2000));
    {
        db::Connection drafts(store::Drafts::pathOf(office.path()), db::Access::Writer);
        drafts.execute(
            "CREATE TRIGGER kept BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, 'kept'); END");
    }
    QSignalSpy failed(&form.page.form(), &ui::RecordForm::failed);
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(office.all("family").size() == 1);
    CHECK(failed.count() == 1);
    CHECK_FALSE(form.page.form().isDirty());

    form.hands.type(form.line("phone"), QStringLiteral("111"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(office.all("family").size() == 1);
    CHECK(office.value("family", office.all("family").front(), "phone") == Value("111"));
    CHECK_FALSE(form.page.form().isDirty());
}

TEST_CASE(
    "who does not say who works leaves the form as it was typed, and is asked at the next save")
{
    TestDesk office;
    int asked = 0;
    std::function<void()> saysWho;
    office.desk().author = {};
    office.desk().askWho = [&](std::function<void()> then) {
        ++asked;
        saysWho = std::move(then);
    };
    const RecordId family = office.create("family", { { "name", "Сафины" } });
    Open form(office, "family");
    form.page.session().open(family);
    form.hands.settle();
    form.hands.type(form.line("phone"), QStringLiteral("111"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(asked == 1);
    saysWho = {}; // the question is closed
    form.hands.settle();
    CHECK(form.line("phone")->text() == QStringLiteral("111"));
    CHECK(form.page.form().isDirty());
    CHECK(office.value("family", family, "phone").isNull());
    CHECK(form.line("phone")->isEnabled());
    CHECK_FALSE(office.desk().drafts.all()->empty());

    // A line that could not be begun is not begun later by itself.
    auto* table = form.page.findChild<ui::ChildTable*>();
    table->add();
    form.hands.settle();
    REQUIRE(asked == 2);
    saysWho = {};
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(asked == 3);
    office.desk().author = RecordId { 1, 2 };
    saysWho();
    form.hands.settle();
    CHECK(office.value("family", family, "phone") == Value("111"));
    CHECK(table->sessions().empty());
}

TEST_CASE("a line that is begun in a dialog saves what stands there and leaves the dialog open")
{
    TestDesk office;
    QWidget window;
    window.show();
    auto* dialog = new ui::RecordDialog(office.desk(), "family", &window);
    const QPointer<ui::RecordDialog> open = dialog;
    tests::Hands hands(*dialog, office.desk().jobs);
    dialog->openNew({ { "name", Value("Сафины") } });
    dialog->open();
    REQUIRE(QTest::qWaitForWindowActive(dialog));
    hands.settle();
    auto* table = dialog->findChild<ui::ChildTable*>();
    REQUIRE(table != nullptr);
    auto buttons = table->findChildren<QPushButton*>();
    REQUIRE_FALSE(buttons.isEmpty());
    buttons.first()->setFocus();
    hands.key(Qt::Key_Space);
    REQUIRE(open != nullptr);
    CHECK(dialog->isVisible());
    CHECK(office.all("family").size() == 1);
    REQUIRE(table->sessions().size() == 1);
    // Enter goes on in the line; it closes nothing.
    hands.key(Qt::Key_Return);
    REQUIRE(open != nullptr);
    CHECK(dialog->isVisible());
    hands.key(Qt::Key_S, Qt::ControlModifier);
    CHECK((open == nullptr || !open->isVisible()));
}
