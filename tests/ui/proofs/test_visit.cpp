// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/proofs/typist.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/forms/formpage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>

#include <cstdio>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;
using tests::Typist;

namespace {

constexpr unsigned kStrokesAMinute = 120;

/// An office that knows a family of four: on the register of those in danger, visited before,
/// surveyed before.
struct Office
{
    Office()
    {
        desk.desk().languages.setLanguage(QStringLiteral("ru"));
        const RecordId organisation = desk.seed("organisation", "1");
        who = desk.create("staff",
            { { "surname", "Ахметова" }, { "firstName", "Лилия" },
                { "organisation", Value(organisation) }, { "post", "специалист" },
                { "role", "DISTRICT" } });
        desk.desk().author = who;
        family = desk.create("family", { { "name", "Сафины" } });
        const std::pair<const char*, const char*> people[]
            = { { "Анна", "mother" }, { "Тимур", "son" }, { "Лейла", "daughter" } };
        for (const auto& [name, role] : people) {
            const RecordId person = desk.create("person",
                { { "surname", "Сафина" }, { "firstName", name },
                    { "birthDate", std::string(role) == "mother" ? "1985-02-03" : "2015-05-04" } });
            members.push_back(desk.create("member",
                { { "family", Value(family) }, { "person", Value(person) }, { "role", role },
                    { "n", static_cast<std::int64_t>(members.size()) + 1 } }));
        }
        // Since four weeks: the next visit is due in some days, and Today says so.
        episode = desk.create("episode",
            { { "family", Value(family) }, { "legalStatus", "SOP" }, { "regDate", "2026-06-01" },
                { "caseManager", Value(who) } });
        desk.create("visit",
            { { "family", Value(family) }, { "episode", Value(episode) }, { "date", "2026-12-18" },
                { "visitor", Value(who) }, { "purpose", "Контроль условий жизни детей" },
                { "together", "классный руководитель Юсупова Г.Х." }, { "result", "held" },
                { "observed", "в доме холодно" }, { "agreed", "завезти дрова" },
                { "nextVisit", "2027-01-15" } });
    }
    RecordId newVisit()
    {
        RecordId last;
        for (const RecordId visit : desk.all("visit"))
            if (desk.value("visit", visit, "date") == Value("2027-01-15"))
                last = visit;
        return last;
    }
    TestDesk desk;
    RecordId who;
    RecordId family;
    RecordId episode;
    std::vector<RecordId> members;
};

/// The real window, in front.
struct Window
{
    explicit Window(Office& office)
        : window(office.desk.desk(), ui::listsOf(office.desk.desk().profile()))
        , typist(office.desk.desk().jobs)
    {
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        typist.look();
    }
    ui::FormPage* form() const { return qobject_cast<ui::FormPage*>(window.currentPage()); }
    ui::MainWindow window;
    Typist typist;
};

void report(const char* what, unsigned strokes)
{
    std::printf("strokes: %s %u, at %u a minute %.0f seconds\n", what, strokes, kStrokesAMinute,
        60.0 * strokes / kStrokesAMinute);
}

} // namespace

TEST_CASE("a visit of a family that is known is written from its case page by keys alone in under a minute")
{
    Office office;
    Window one(office);
    one.window.openRecord("family", office.family);
    one.typist.look();
    REQUIRE(qobject_cast<ui::CasePage*>(one.window.currentPage()) != nullptr);

    const unsigned before = one.typist.strokes();
    one.typist.press(Qt::Key_F7);
    REQUIRE(one.form() != nullptr);
    REQUIRE(one.form()->session().type().id == "visit");
    one.typist.ctrl(Qt::Key_R);
    one.typist.tabTo(QStringLiteral("Добавить строку: Кого видели"));
    one.typist.press(Qt::Key_Space);
    one.typist.choose(QStringLiteral("member"), QStringLiteral("ан"));
    one.typist.ctrl(Qt::Key_N);
    one.typist.choose(QStringLiteral("member"), QStringLiteral("ти"));
    one.typist.fill(QStringLiteral("observed"), QStringLiteral("тепло, дети сыты"));
    one.typist.fill(QStringLiteral("agreed"), QStringLiteral("к врачу до 20-го"));
    one.typist.ctrl(Qt::Key_S);
    const unsigned strokes = one.typist.strokes() - before;
    report("a visit from the case page, saved", strokes);
    CHECK(strokes <= kStrokesAMinute);

    const RecordId visit = office.newVisit();
    REQUIRE_FALSE(visit.isNull());
    const auto value = [&](const char* field) { return office.desk.value("visit", visit, field); };
    CHECK(value("family") == Value(office.family));
    CHECK(value("episode") == Value(office.episode));
    CHECK(value("visitor") == Value(office.who));
    CHECK(value("kind") == Value("planned"));
    CHECK(value("result") == Value("held"));
    CHECK(value("purpose") == Value("Контроль условий жизни детей"));
    CHECK(value("together") == Value("классный руководитель Юсупова Г.Х."));
    CHECK(value("observed") == Value("тепло, дети сыты"));
    CHECK(value("agreed") == Value("к врачу до 20-го"));
    CHECK(value("nextVisit") == Value("2027-02-15"));
    std::vector<RecordId> seen;
    for (const RecordId line : office.desk.all("visitPerson"))
        seen.push_back(*office.desk.value("visitPerson", line, "member").reference());
    CHECK(seen == std::vector<RecordId> { office.members[0], office.members[1] });
    CHECK_FALSE(one.form()->form().isDirty());
}

TEST_CASE("nobody was at home: such a visit is twenty strokes from the line of Today")
{
    Office office;
    Window one(office);
    // The line of the visit that was arranged: Tab until it has the focus.
    const auto isOnLine = [] {
        const QWidget* focused = QApplication::focusWidget();
        return focused != nullptr && !focused->property("family").toString().isEmpty();
    };
    for (int tabs = 0; tabs < 80 && !isOnLine(); ++tabs)
        one.typist.press(Qt::Key_Tab);
    REQUIRE(isOnLine());

    const unsigned before = one.typist.strokes();
    one.typist.press(Qt::Key_F7);
    REQUIRE(one.form() != nullptr);
    REQUIRE(one.form()->session().type().id == "visit");
    one.typist.ctrl(Qt::Key_R);
    one.typist.fill(QStringLiteral("result"), QStringLiteral("ник"));
    one.typist.ctrl(Qt::Key_S);
    const unsigned strokes = one.typist.strokes() - before;
    report("nobody at home, from Today, saved", strokes);
    CHECK(strokes <= 20);

    const RecordId visit = office.newVisit();
    REQUIRE_FALSE(visit.isNull());
    CHECK(office.desk.value("visit", visit, "family") == Value(office.family));
    CHECK(office.desk.value("visit", visit, "result") == Value("nobody"));
    CHECK(office.desk.value("visit", visit, "nextVisit") == Value("2027-02-15"));
    CHECK(office.desk.value("visit", visit, "purpose") == Value("Контроль условий жизни детей"));
    // Nothing keeps it from being signed but the values that nobody has looked at.
    CHECK(one.form()->form().obstacles().isEmpty());
    CHECK(one.form()->form().takenOverCount() > 0);
}

TEST_CASE("one key begins the visit from the list of families and from a document, and asks where no family is looked at")
{
    Office office;
    Window one(office);
    one.typist.press(Qt::Key_F7); // Today, and no line has the focus
    CHECK(one.form() == nullptr);
    const auto* list = qobject_cast<ui::ListPage*>(one.window.currentPage());
    REQUIRE(list != nullptr);
    one.typist.type(QStringLiteral("саф"));
    one.typist.look();
    one.typist.press(Qt::Key_Down);
    one.typist.press(Qt::Key_F7);
    REQUIRE(one.form() != nullptr);
    CHECK(one.form()->session().type().id == "visit");
    CHECK(one.form()->session().values().at("family") == Value(office.family));
    // Over a card that is being written the key does nothing: it goes on.
    const ui::FormPage* written = one.form();
    one.typist.press(Qt::Key_F7);
    CHECK(one.form() == written);
    one.typist.ctrl(Qt::Key_S);
    // Saved, it is a document of the family like any other.
    one.typist.press(Qt::Key_F7);
    REQUIRE(one.form() != nullptr);
    CHECK(one.form() != written);
    CHECK(one.form()->session().isNew());
    CHECK(one.form()->session().values().at("family") == Value(office.family));
}

TEST_CASE("a survey act is repeated by typing only what changed")
{
    Office office;
    const RecordId organisation = office.desk.seed("organisation", "1");
    const RecordId before = office.desk.create("surveyAct",
        { { "family", Value(office.family) }, { "organisation", Value(organisation) },
            { "visitDate", "2026-07-10" }, { "actDate", "2026-07-11" }, { "kind", "primary" },
            { "basis", "plan" }, { "consent", "agreed" }, { "motherWork", "доярка, ООО «Рассвет»" },
            { "motherRole", "воспитывает детей одна" },
            { "environment", "Мать и двое детей, помогает бабушка" }, { "area", 415 },
            { "rooms", 3 }, { "floor", 1 }, { "floors", 1 }, { "residents", 3 },
            { "houseMaterial",
                Value(office.desk.desk().profile().classifier("houseMaterial")->codes[0].code) },
            { "ownership", "private" }, { "heating", Value(office.desk.desk().profile().classifier("heating")->codes[0].code) },
            { "conclusion", "Условия удовлетворительные" } });
    const auto line = [&](const char* type, base::Fields fields) {
        fields["surveyAct"] = Value(before);
        office.desk.create(type, std::move(fields));
    };
    line("surveyCommission", { { "n", 1 }, { "staff", Value(office.who) } });
    line("surveyCommission",
        { { "n", 2 }, { "name", "Юсупова Г.Х." }, { "post", "социальный педагог" } });
    line("surveyMember", { { "member", Value(office.members[0]) }, { "caregiver", 1 } });
    for (const std::size_t child : { std::size_t(1), std::size_t(2) })
        line("surveyChild", { { "member", Value(office.members[child]) } });
    line("surveyIncome",
        { { "n", 1 }, { "source", Value(office.desk.desk().profile().classifier("incomeSource")->codes[0].code) },
            { "member", Value(office.members[0]) } });
    Window one(office);
    one.window.openRecord("family", office.family);
    one.typist.look();

    const unsigned start = one.typist.strokes();
    for (int tab = ui::CasePage::Overview; tab < ui::CasePage::Documents; ++tab)
        one.typist.ctrl(Qt::Key_PageDown);
    // The menu may keep the key until it is closed: what is pressed in it is pressed from a timer.
    QTimer::singleShot(50, [&one] {
        const auto* made = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        const auto isOnAct = [made] {
            return made != nullptr && made->activeAction() != nullptr
                && made->activeAction()->text().startsWith(QStringLiteral("Акт обследования"));
        };
        for (int lines = 0; made != nullptr && lines < 60 && !isOnAct(); ++lines)
            one.typist.press(Qt::Key_Down);
        one.typist.press(Qt::Key_Return);
    });
    one.typist.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    const unsigned menu = one.typist.strokes();
    REQUIRE(one.form() != nullptr);
    REQUIRE(one.form()->session().type().id == "surveyAct");
    one.typist.ctrl(Qt::Key_R);
    one.typist.look();
    one.typist.fill(QStringLiteral("basis"), QStringLiteral("план"));
    one.typist.tabTo(QStringLiteral("environment"));
    one.typist.fill(QStringLiteral("conclusion"), QStringLiteral("Без изменений"));
    one.typist.ctrl(Qt::Key_S);
    const unsigned strokes = one.typist.strokes() - start;
    std::printf("of them from the case page to the new act: %u\n", menu - start);
    report("an act repeated, with what changed, saved", strokes);
    CHECK(strokes <= 2 * kStrokesAMinute);

    const auto acts = office.desk.all("surveyAct");
    REQUIRE(acts.size() == 2);
    const RecordId act = acts[0] == before ? acts[1] : acts[0];
    for (const char* field : { "organisation", "motherWork", "motherRole", "environment", "area",
             "rooms", "floor", "floors", "residents", "houseMaterial", "ownership", "heating" }) {
        INFO(field);
        CHECK(office.desk.value("surveyAct", act, field)
            == office.desk.value("surveyAct", before, field));
    }
    CHECK(office.desk.value("surveyAct", act, "visitDate") == Value("2027-01-15"));
    CHECK(office.desk.value("surveyAct", act, "conclusion") == Value("Без изменений"));
    CHECK(office.desk.value("surveyAct", act, "consent") == Value("agreed"));
    const auto linesOf = [&](const char* type) {
        std::size_t count = 0;
        for (const RecordId record : office.desk.all(type))
            count += office.desk.value(type, record, "surveyAct") == Value(act) ? 1 : 0;
        return count;
    };
    CHECK(linesOf("surveyCommission") == 2);
    CHECK(linesOf("surveyMember") == 1);
    CHECK(linesOf("surveyChild") == 2);
    CHECK(linesOf("surveyIncome") == 1);
    CHECK(linesOf("surveyRecommendation") == 0);
}
