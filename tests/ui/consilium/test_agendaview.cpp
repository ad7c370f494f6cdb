// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/consilium/council.h"
#include "ui/common/valuetext.h"
#include "ui/consilium/agendaview.h"
#include "ui/consilium/itempanel.h"
#include "ui/forms/childtable.h"
#include "ui/forms/fieldeditor.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::Council;
using tests::OpenMeeting;

namespace {

QString cell(const OpenMeeting& open, int row, int column)
{
    return open.page.agenda()->table()->model()->index(row, column).data().toString();
}

QString label(Council& council, const char* classifier, const char* code)
{
    const ui::Desk& desk = council.office.desk();
    return ui::ValueWriter(desk.profile(), desk.languages.language().toStdString())
        .label(classifier, code);
}

std::vector<std::string> topics(Council& council)
{
    std::vector<std::string> out;
    for (const store::Record& one : council.children("agendaItem"))
        out.push_back(Council::text(one, "topic"));
    return out;
}

/// A field of a system on which Ctrl+E and Ctrl+D belong to the editing of a line.
class LineKeys final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QObject::eventFilter(watched, event);
        event->accept();
        return true;
    }
};

} // namespace

TEST_CASE("a question is moved by Alt and the arrows, as fast as the keys are pressed")
{
    Council council;
    for (int i = 1; i <= 4; ++i)
        council.item(i, council.family("Семья " + std::to_string(i)));
    OpenMeeting open(council);
    QTableView* table = open.page.agenda()->table();

    // Without waiting in between.
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
    open.hands.settle();

    CHECK(topics(council)
        == std::vector<std::string> {
            "Ход исполнения 2", "Ход исполнения 3", "Ход исполнения 4", "Ход исполнения 1" });
    CHECK(table->currentIndex().row() == 3);
    CHECK(council.conflicts().empty());
    CHECK(open.error.isEmpty());
}

TEST_CASE("a question that is taken off leaves no gap, and can be taken back")
{
    Council council;
    for (int i = 1; i <= 3; ++i)
        council.item(i, council.family("Семья " + std::to_string(i)));
    OpenMeeting open(council);

    open.hands.key(Qt::Key_Down);
    open.hands.key(Qt::Key_Delete);

    const auto left = council.children("agendaItem");
    REQUIRE(left.size() == 2);
    CHECK(left[1].values.at("n") == Value(2));
    CHECK(Council::text(left[1], "topic") == "Ход исполнения 3");
    CHECK(cell(open, 1, ui::AgendaModel::Family) == QStringLiteral("Семья 3"));
}

TEST_CASE("an order that somebody else has changed meanwhile is not silently overwritten")
{
    Council council;
    const RecordId first = council.item(1, council.family("Сафины"));
    council.item(2, council.family("Агишевы"));
    OpenMeeting open(council);
    QTableView* table = open.page.agenda()->table();

    // Between the look at the lines and the key: no event of the window has been handled.
    council.office.put("agendaItem", first, { { "n", Value(7) } });
    QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
    open.hands.settle();

    const auto conflicts = council.conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts.front().record == first);
    CHECK(conflicts.front().field == "n");
}

TEST_CASE("votes and a decision are saved as their fields are left")
{
    Council council;
    const RecordId item = council.item(1, council.family("Сафины"));
    for (std::size_t i = 0; i < 7; ++i)
        council.attend(i, true);
    OpenMeeting open(council);

    open.hands.key(Qt::Key_Return);
    open.hands.typeHere(QStringLiteral("5"));
    open.hands.key(Qt::Key_Tab);
    open.hands.typeHere(QStringLiteral("1"));
    open.hands.key(Qt::Key_Tab);

    CHECK(council.office.value("agendaItem", item, "votesFor") == Value(5));
    CHECK(council.office.value("agendaItem", item, "votesAgainst") == Value(1));
    open.hands.key(Qt::Key_D, Qt::ControlModifier);
    open.hands.typeHere(label(council, "decisionKind", "extendProgramme"));
    open.hands.key(Qt::Key_Tab);
    open.hands.typeHere(QStringLiteral("Продлить программу."));
    open.hands.key(Qt::Key_Tab);
    open.hands.typeHere(QStringLiteral("30.06.2027"));
    open.hands.key(Qt::Key_Tab);

    const auto decisions = council.office.all("decision");
    REQUIRE(decisions.size() == 1);
    CHECK(council.office.value("decision", decisions.front(), "agendaItem") == Value(item));
    CHECK(council.office.value("decision", decisions.front(), "kind") == Value("extendProgramme"));
    CHECK(council.office.value("decision", decisions.front(), "text")
        == Value("Продлить программу."));
    CHECK(council.office.value("decision", decisions.front(), "termTo") == Value("2027-06-30"));
    CHECK(council.office.desk().drafts.all()->empty());
    CHECK(open.error.isEmpty());
}

TEST_CASE("one key votes for all who are there, the next goes to the next family")
{
    Council council;
    std::vector<RecordId> items;
    for (int i = 1; i <= 30; ++i)
        items.push_back(council.item(i, council.family("Семья " + std::to_string(i))));
    for (std::size_t i = 0; i < 7; ++i)
        council.attend(i, true);
    OpenMeeting open(council);

    open.hands.key(Qt::Key_Return);
    for (int i = 0; i < 3; ++i) {
        open.hands.key(Qt::Key_E, Qt::ControlModifier);
        open.hands.key(Qt::Key_Down, Qt::ControlModifier);
    }

    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(council.office.value("agendaItem", items[i], "votesFor") == Value(7));
        CHECK(council.office.value("agendaItem", items[i], "adopted") == Value(1));
    }
    CHECK(council.office.value("agendaItem", items[3], "votesFor").isNull());
    CHECK(open.page.agenda()->table()->currentIndex().row() == 3);
    CHECK(QApplication::focusWidget() != open.page.agenda()->table());
}

TEST_CASE("all vote for, and a decision begins, wherever one stands in the agenda")
{
    Council council;
    const RecordId first = council.item(1, council.family("Сафины"));
    const RecordId second = council.item(2, council.family("Агишевы"));
    for (std::size_t i = 0; i < 7; ++i)
        council.attend(i, true);
    OpenMeeting open(council);
    LineKeys lineKeys;
    const auto lines = [&] {
        return open.page.agenda()->panel()->findChild<ui::ChildTable*>()->sessions().size();
    };

    SECTION("in the list of questions")
    {
        QTest::keyClick(open.page.agenda()->table(), Qt::Key_Down);
        QTest::keyClick(
            open.page.agenda()->table(), Qt::Key_E, Qt::ControlModifier); // before it is shown
        open.hands.settle();
        CHECK(council.office.value("agendaItem", first, "votesFor").isNull());
        CHECK(council.office.value("agendaItem", second, "votesFor") == Value(7));
        CHECK(QApplication::focusWidget() == open.page.agenda()->table());

        open.hands.key(Qt::Key_D, Qt::ControlModifier);
        CHECK(lines() == 1);
        CHECK(open.page.agenda()->panel()->isAncestorOf(QApplication::focusWidget()));
    }
    SECTION("in the field of the votes")
    {
        open.hands.key(Qt::Key_Return);
        REQUIRE(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
        QApplication::focusWidget()->installEventFilter(&lineKeys);
        open.hands.key(Qt::Key_E, Qt::ControlModifier);
        CHECK(council.office.value("agendaItem", first, "votesFor") == Value(7));

        open.hands.key(Qt::Key_D, Qt::ControlModifier);
        CHECK(lines() == 1);
    }
    SECTION("on a tab, and not on another part, where the question is not seen")
    {
        open.page.tabs()->tabBar()->setFocus();
        open.page.tabs()->setCurrentIndex(ui::MeetingPage::Attendance);
        open.hands.key(Qt::Key_E, Qt::ControlModifier);
        CHECK(council.office.value("agendaItem", first, "votesFor").isNull());
        open.page.tabs()->setCurrentIndex(ui::MeetingPage::Agenda);
        open.hands.key(Qt::Key_E, Qt::ControlModifier);
        CHECK(council.office.value("agendaItem", first, "votesFor") == Value(7));
    }
}

TEST_CASE("before anybody is marked present the key of the votes says why nothing happens")
{
    Council council;
    const RecordId item = council.item(1, council.family("Сафины"));
    OpenMeeting open(council);
    QString said;
    QObject::connect(&open.page, &ui::MeetingPage::stateChanged, &open.page,
        [&](const QString& words) { said = words; });

    open.hands.key(Qt::Key_E, Qt::ControlModifier);

    CHECK(council.office.value("agendaItem", item, "votesFor").isNull());
    CHECK(said.contains(QStringLiteral("present")));
}

TEST_CASE("what is typed about one question is saved when one goes to another")
{
    Council council;
    const RecordId first = council.item(1, council.family("Сафины"));
    council.item(2, council.family("Агишевы"));
    OpenMeeting open(council);

    open.hands.key(Qt::Key_Return);
    open.hands.typeHere(QStringLiteral("6"));
    open.hands.key(Qt::Key_Down, Qt::ControlModifier);

    CHECK(council.office.value("agendaItem", first, "votesFor") == Value(6));
    CHECK(open.page.agenda()->table()->currentIndex().row() == 1);
}

TEST_CASE("more votes than people are said at once, in the words of the profile")
{
    Council council;
    council.item(1, council.family("Сафины"));
    council.attend(0, true);
    council.attend(1, true);
    OpenMeeting open(council);

    open.hands.key(Qt::Key_Return);
    open.hands.typeHere(QStringLiteral("9"));
    open.hands.key(Qt::Key_Tab);

    auto* rules = open.page.agenda()->panel()->findChild<QLabel*>(QStringLiteral("voteRules"));
    REQUIRE(rules != nullptr);
    CHECK(rules->isVisible());
    CHECK_FALSE(rules->text().isEmpty());
}

TEST_CASE("while others are near the agenda names nobody")
{
    Council council;
    council.item(1, council.family("Сафины"));
    OpenMeeting open(council);

    council.office.desk().privacy.setMasking(true);
    open.hands.settle();

    CHECK(cell(open, 0, ui::AgendaModel::Family) == QStringLiteral("С•••"));
    CHECK_FALSE(cell(open, 0, ui::AgendaModel::Topic).contains(QStringLiteral("Ход исполнения 1")));
}

TEST_CASE("a line for a decision that was only begun is no decision")
{
    Council council;
    council.item(1, council.family("Сафины"));
    council.item(2, council.family("Агишевы"));
    OpenMeeting open(council);

    open.hands.key(Qt::Key_Return);
    open.hands.key(Qt::Key_D, Qt::ControlModifier);
    open.hands.key(Qt::Key_Tab);
    open.hands.key(Qt::Key_Down, Qt::ControlModifier);

    CHECK(council.office.all("decision").empty());
    CHECK(open.page.agenda()->table()->currentIndex().row() == 1);
}

TEST_CASE("what is typed is saved when the meeting is left at once")
{
    Council council;
    const RecordId item = council.item(1, council.family("Сафины"));
    {
        OpenMeeting open(council);
        open.hands.key(Qt::Key_Return);
        QTest::simulateEvent(
            QApplication::focusWidget(), true, 0, Qt::NoModifier, QStringLiteral("4"), false);
    }
    QTest::qWait(50);
    council.office.restart();

    // Saved, or offered again at the next start: never gone.
    const auto drafts = council.office.desk().drafts.all();
    REQUIRE(drafts);
    const bool isSaved = council.office.value("agendaItem", item, "votesFor") == Value(4);
    const bool isKept = drafts->size() == 1 && drafts->front().fields.at("votesFor") == Value(4);
    CHECK((isSaved || isKept));
}
