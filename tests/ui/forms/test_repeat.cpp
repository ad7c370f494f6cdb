// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"
#include "ui/forms/repeatstrip.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <catch2/catch.hpp>

#include <set>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::Hands;
using tests::TestDesk;
using ui::FormPage;

namespace {

/// A family on the register of those in danger, and who works here.
struct Registered
{
    Registered()
        : organisation(office.seed("organisation", "1"))
        , who(office.create("staff",
              { { "surname", "Ахметова" }, { "firstName", "Лилия" },
                  { "organisation", Value(organisation) }, { "role", "DISTRICT" } }))
        , family(office.create("family", { { "name", "Сафины" } }))
        , episode(office.create("episode",
              { { "family", Value(family) }, { "legalStatus", "SOP" },
                  { "regDate", "2026-06-01" } }))
    {
        office.desk().author = who;
    }
    /// The act of last time, with its commission of two.
    RecordId act()
    {
        const RecordId id = office.create("surveyAct",
            { { "family", Value(family) }, { "organisation", Value(organisation) },
                { "visitDate", "2026-10-01" }, { "actDate", "2026-10-02" }, { "kind", "primary" },
                { "rooms", 3 }, { "area", 415 }, { "motherWork", "доярка" }, { "grade", "good" },
                { "conclusion", "условия хорошие" } });
        office.create("surveyCommission",
            { { "surveyAct", Value(id) }, { "n", 1 }, { "staff", Value(who) } });
        office.create("surveyCommission",
            { { "surveyAct", Value(id) }, { "n", 2 }, { "name", "Каримов А.М." },
                { "post", "фельдшер" } });
        return id;
    }
    TestDesk office;
    RecordId organisation;
    RecordId who;
    RecordId family;
    RecordId episode;
};

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
    void begin(const base::Fields& preset)
    {
        page.session().openNew(preset);
        hands.settle();
        page.form().focusFirst();
        hands.settle();
    }
    ui::FieldEditor& editor(const char* name)
    {
        auto* found = page.findChild<ui::FieldEditor*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    bool isMarked(const char* name)
    {
        return editor(name).inputs().first()->property("taken").toString()
            == QLatin1String("yes");
    }
    bool isOffered() { return page.findChild<ui::RepeatStrip*>()->isVisible(); }
    Value now(const char* name)
    {
        const base::Fields values = page.session().values();
        const auto found = values.find(name);
        return found == values.end() ? Value() : found->second;
    }
    FormPage page;
    Hands hands;
};

} // namespace

TEST_CASE("a new visit card knows its day, who works here, the open card and the next visit of the "
          "profile's interval")
{
    Registered one;
    Open form(one.office, "visit");
    form.begin({ { "family", Value(one.family) } });
    const std::string today = one.office.desk().today();
    REQUIRE(today == "2027-01-15"); // a Friday
    CHECK(form.now("date") == Value(today));
    CHECK(form.now("visitor") == Value(one.who));
    CHECK(form.now("episode") == Value(one.episode));
    CHECK(form.now("nextVisit") == Value("2027-02-15")); // a month, for those in danger

    // A quarter for those in difficulty; what falls on a Saturday is proposed for the day before.
    one.office.put("episode", one.episode, { { "legalStatus", "TZS" } });
    form.page.session().openNew(
        { { "family", Value(one.family) }, { "date", Value("2027-01-17") } });
    form.hands.settle();
    CHECK(form.now("nextVisit") == Value("2027-04-16"));
    // The last of a month that has no such day.
    one.office.put("episode", one.episode, { { "legalStatus", "SOP" } });
    form.page.session().openNew(
        { { "family", Value(one.family) }, { "date", Value("2027-03-31") } });
    form.hands.settle();
    CHECK(form.now("nextVisit") == Value("2027-04-30"));
}

TEST_CASE("nothing is proposed for a family that is on no register, and nothing offered the first time")
{
    Registered one;
    const RecordId other = one.office.create("family", { { "name", "Юсуповы" } });
    Open form(one.office, "visit");
    form.begin({ { "family", Value(other) } });
    CHECK(form.now("nextVisit").isNull());
    CHECK(form.now("episode").isNull());
    CHECK_FALSE(form.isOffered());
    form.hands.key(Qt::Key_R, Qt::ControlModifier);
    CHECK(form.page.form().takenOverCount() == 0);
}

TEST_CASE("as last time: what stays comes into empty fields, marked until somebody has passed it")
{
    Registered one;
    one.office.create("visit",
        { { "family", Value(one.family) }, { "date", "2026-12-01" }, { "purpose", "старая цель" } });
    one.office.create("visit",
        { { "family", Value(one.family) }, { "date", "2027-01-10" }, { "purpose", "контроль учёбы" },
            { "together", "классный руководитель" }, { "observed", "чисто" }, { "result", "nobody" },
            { "nextVisit", "2027-01-14" } });
    Open form(one.office, "visit");
    form.begin({ { "family", Value(one.family) } });
    REQUIRE(form.isOffered());
    CHECK(form.now("purpose").isNull());
    form.hands.key(Qt::Key_R, Qt::ControlModifier);
    CHECK(form.now("purpose") == Value("контроль учёбы"));
    CHECK(form.now("together") == Value("классный руководитель"));
    CHECK(form.now("date") == Value("2027-01-15"));
    CHECK(form.now("nextVisit") == Value("2027-02-15"));
    CHECK(form.now("result") == Value("held")); // never what was found
    CHECK(form.now("observed").isNull());
    CHECK(form.isMarked("purpose"));
    CHECK(form.isMarked("together"));
    CHECK_FALSE(form.isMarked("date"));
    CHECK(form.page.form().takenOverCount() == 2);

    // Passed with Tab: seen. Typed over: hers.
    form.editor("purpose").inputs().first()->setFocus(Qt::TabFocusReason);
    form.hands.key(Qt::Key_Tab);
    CHECK_FALSE(form.isMarked("purpose"));
    CHECK(form.isMarked("together"));
    form.hands.typeHere(QStringLiteral("одна"));
    CHECK_FALSE(form.isMarked("together"));
    CHECK(form.page.form().takenOverCount() == 0);
    CHECK_FALSE(form.isOffered());
}

TEST_CASE("what was typed before stays, and another window over the form confirms nothing")
{
    Registered one;
    one.office.create("visit",
        { { "family", Value(one.family) }, { "date", "2027-01-10" }, { "purpose", "контроль учёбы" },
            { "together", "фельдшер" } });
    Open form(one.office, "visit");
    form.begin({ { "family", Value(one.family) } });
    form.hands.type(form.editor("purpose").inputs().first(), QStringLiteral("беседа"));
    form.hands.key(Qt::Key_R, Qt::ControlModifier);
    CHECK(form.now("purpose") == Value("беседа"));
    CHECK_FALSE(form.isMarked("purpose"));
    REQUIRE(form.isMarked("together"));
    QWidget* input = form.editor("together").inputs().first();
    input->setFocus();
    QFocusEvent away(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
    QApplication::sendEvent(input, &away);
    form.hands.settle();
    CHECK(form.isMarked("together"));
    form.hands.key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(form.isMarked("together"));
    CHECK(form.now("together") == Value("фельдшер"));
}

TEST_CASE("the lines of an act come along under it, and an act is not signed with values nobody has looked at")
{
    Registered one;
    const RecordId before = one.act();
    Open form(one.office, "surveyAct");
    form.begin({ { "family", Value(one.family) } });
    form.hands.key(Qt::Key_R, Qt::ControlModifier);
    form.hands.settle();
    CHECK(form.now("rooms") == Value(3));
    CHECK(form.now("motherWork") == Value("доярка"));
    CHECK(form.now("grade").isNull());
    CHECK(form.now("conclusion").isNull());
    CHECK(form.now("kind") == Value("planned"));
    form.hands.key(Qt::Key_S, Qt::ControlModifier);
    const auto acts = one.office.all("surveyAct");
    REQUIRE(acts.size() == 2);
    const RecordId act = acts[0] == before ? acts[1] : acts[0];
    CHECK(one.office.value("surveyAct", act, "area") == Value(415));
    std::set<std::int64_t> places;
    for (const RecordId line : one.office.all("surveyCommission"))
        if (one.office.value("surveyCommission", line, "surveyAct") == Value(act)) {
            const std::int64_t n = one.office.value("surveyCommission", line, "n").numberOr(0);
            places.insert(n);
            CHECK((n == 1 ? one.office.value("surveyCommission", line, "staff") == Value(one.who)
                          : one.office.value("surveyCommission", line, "post") == Value("фельдшер")));
        }
    CHECK(places == std::set<std::int64_t> { 1, 2 });

    // Saved, and still marked: in this form, and in one that is opened anew.
    const std::size_t marked = form.page.form().takenOverCount();
    CHECK(marked >= 6);
    CHECK(form.isMarked("rooms"));
    form.hands.settle();
    Open again(one.office, "surveyAct");
    again.page.session().open(act);
    again.hands.settle();
    CHECK(again.page.form().takenOverCount() == 0); // the first form holds the marks
    CHECK_FALSE(again.page.form().isDirty());
}

TEST_CASE("marks outlive the form, also of a record that is saved; confirmed they are gone for good")
{
    Registered one;
    one.office.create("visit",
        { { "family", Value(one.family) }, { "date", "2027-01-10" }, { "purpose", "контроль учёбы" },
            { "together", "фельдшер" } });
    RecordId made;
    {
        Open form(one.office, "visit");
        form.begin({ { "family", Value(one.family) } });
        form.hands.key(Qt::Key_R, Qt::ControlModifier);
        form.hands.key(Qt::Key_S, Qt::ControlModifier);
        made = form.page.session().id();
        REQUIRE_FALSE(made.isNull());
        CHECK_FALSE(form.page.form().isDirty());
    }
    one.office.restart(); // drops the drafts of what was saved, not the marks
    one.office.desk().author = one.who;
    {
        Open form(one.office, "visit");
        form.page.session().open(made);
        form.hands.settle();
        CHECK(form.isMarked("purpose"));
        CHECK_FALSE(form.page.form().isDirty());
        REQUIRE(form.isOffered());
        // Signing asks first, and one step answers.
        for (const auto& [field, value] : std::initializer_list<std::pair<std::string, Value>> {
                 { "result", "nobody" }, { "seenNote", "соседка" } })
            form.page.session().edit({ { field, value } });
        form.hands.key(Qt::Key_S, Qt::ControlModifier);
        const auto press = [&](const QString& words) {
            for (auto* button : form.page.findChildren<QPushButton*>())
                if (button->isVisible() && button->text() == words)
                    return button->click();
            FAIL("no button " << words.toStdString());
        };
        press(QStringLiteral("Sign"));
        form.hands.settle();
        CHECK(one.office.get("visit", made).life == "draft");
        press(QStringLiteral("All of it is right"));
        form.hands.settle();
        CHECK(form.page.form().takenOverCount() == 0);
        // Signing goes on to its own question.
        auto* focused = qobject_cast<QPushButton*>(QApplication::focusWidget());
        REQUIRE(focused != nullptr);
        CHECK(focused->text() == QStringLiteral("Sign"));
        focused->click();
        form.hands.settle();
        CHECK(one.office.get("visit", made).life == "signed");
    }
    CHECK(one.office.desk().drafts.all()->empty());
}
