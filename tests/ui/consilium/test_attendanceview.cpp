// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/consilium/council.h"
#include "ui/consilium/agendaview.h"
#include "ui/consilium/attendanceview.h"
#include "ui/consilium/paperview.h"
#include "ui/forms/formpage.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>
#include <vector>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::Council;
using tests::OpenMeeting;
using ui::MeetingPage;

namespace {

QString quorum(const OpenMeeting& open)
{
    return open.page.attendance()->findChild<QLabel*>(QStringLiteral("quorum"))->text();
}

std::size_t present(Council& council)
{
    std::size_t count = 0;
    for (const store::Record& one : council.children("attendance"))
        count += one.values.at("present") == Value(1) ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("members are marked by Space and the quorum is said in words")
{
    Council council(9);
    council.office.desk().languages.setLanguage(QStringLiteral("ru"));
    OpenMeeting open(council, MeetingPage::Attendance);
    CHECK(open.page.attendance()->table()->model()->rowCount() == 9);

    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(open.page.attendance()->table(), Qt::Key_Space);
        QTest::keyClick(open.page.attendance()->table(), Qt::Key_Down);
    }
    open.hands.settle();

    CHECK(present(council) == 4);
    CHECK(quorum(open) == QStringLiteral("Присутствуют 4 из 9, кворума нет"));
    open.hands.key(Qt::Key_Space);
    CHECK(quorum(open) == QStringLiteral("Присутствуют 5 из 9, кворум есть"));
    CHECK(council.children("attendance").size() == 5);
    CHECK(open.error.isEmpty());
}

TEST_CASE("a second press says absent, on the record of the first")
{
    Council council(3);
    OpenMeeting open(council, MeetingPage::Attendance);

    QTest::keyClick(open.page.attendance()->table(), Qt::Key_Space);
    QTest::keyClick(open.page.attendance()->table(), Qt::Key_Space);
    open.hands.settle();

    REQUIRE(council.children("attendance").size() == 1);
    CHECK(council.children("attendance").front().values.at("present") == Value(0));
    CHECK(council.conflicts().empty());
}

TEST_CASE("who is not marked is marked present together, who was marked absent stays so")
{
    Council council(5);
    council.attend(2, false);
    OpenMeeting open(council, MeetingPage::Attendance);

    open.page.attendance()->findChild<QPushButton*>(QStringLiteral("markRest"))->click();
    open.hands.settle();

    CHECK(council.children("attendance").size() == 5);
    CHECK(present(council) == 4);
    CHECK(Council::text(council.children("attendance").front(), "surname")
              .empty()); // as the test wrote it
}

TEST_CASE("a member whom another window has marked meanwhile is not written down twice")
{
    Council council(3);
    OpenMeeting open(council, MeetingPage::Attendance);

    council.attend(0, false);
    QTest::keyClick(open.page.attendance()->table(), Qt::Key_Space);
    open.hands.settle();

    REQUIRE(council.children("attendance").size() == 1);
    CHECK(present(council) == 0);
}

TEST_CASE("the quorum in words is the one that signing writes")
{
    for (const std::size_t there : { 4U, 5U }) {
        Council council(9);
        for (std::size_t i = 0; i < there; ++i)
            council.attend(i, true);
        council.office.desk().languages.setLanguage(QStringLiteral("en"));
        // A body without a quorum may only hold a working meeting; either is signed.
        council.office.put("meeting", council.meeting, { { "form", "working" } });
        OpenMeeting open(council, MeetingPage::Attendance);
        const bool isSaid = quorum(open).contains(QStringLiteral("there is a quorum"));

        auto& store = council.office.desk().store;
        const auto plan = store.read(
            [&](const store::ReadTx& tx) { return tx.signPlan("meeting", council.meeting); });
        REQUIRE(plan);
        const auto done = store.write(
            { {}, {}, {}, "test" }, [&](store::WriteTx& tx) { return tx.sign(*plan); });
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
        CHECK(isSaid == (council.office.value("meeting", council.meeting, "quorum") == Value(1)));
        CHECK(isSaid == (there == 5));
        open.hands.settle();
        CHECK(quorum(open).contains(QStringLiteral("there is a quorum")) == isSaid);
    }
}

TEST_CASE("whoever comes to the attendance stands on the first member, and Space marks nobody else")
{
    Council council(3);
    council.item(1, council.family("Сафины"));
    OpenMeeting open(council);
    const auto press = [&](int tab) {
        QTabBar* bar = open.page.tabs()->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
        open.hands.settle();
    };
    QTableView* members = open.page.attendance()->table();

    SECTION("by the mouse")
    {
        press(MeetingPage::Attendance);
    }
    SECTION("by the mouse, after a button of it was pressed")
    {
        press(MeetingPage::Attendance);
        open.page.attendance()->findChild<QPushButton*>(QStringLiteral("markRest"))->setFocus();
        press(MeetingPage::Papers);
        press(MeetingPage::Attendance);
    }
    SECTION("by Ctrl+PgDown")
    {
        open.hands.key(Qt::Key_PageDown, Qt::ControlModifier);
    }
    SECTION("by Tab from the tabs")
    {
        open.page.tabs()->tabBar()->setFocus();
        open.hands.key(Qt::Key_Right);
        open.hands.key(Qt::Key_Tab);
    }

    CHECK(QApplication::focusWidget() == members);
    CHECK(members->currentIndex().row() == 0);
    open.hands.key(Qt::Key_Space);
    CHECK(council.children("attendance").size() == 1);
    CHECK(present(council) == 1);
}

TEST_CASE("each part of a meeting gives the focus to what it lists")
{
    Council council(3);
    council.item(1, council.family("Сафины"));
    OpenMeeting open(council);
    const auto press = [&](int tab) {
        QTabBar* bar = open.page.tabs()->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
        open.hands.settle();
    };

    press(MeetingPage::Papers);
    CHECK(QApplication::focusWidget() == open.page.papers()->papers());
    press(MeetingPage::Agenda);
    CHECK(QApplication::focusWidget() == open.page.agenda()->table());
    press(MeetingPage::Card);
    CHECK(qobject_cast<QPushButton*>(QApplication::focusWidget()) == nullptr);
}

TEST_CASE("the page does not jump when the first member is marked, at any width")
{
    Council council(9);
    council.office.desk().languages.setLanguage(QStringLiteral("ru"));
    OpenMeeting open(council, MeetingPage::Attendance);
    std::vector<std::pair<int, int>> before;
    for (int width = 420; width <= 1366; width += 43) {
        open.page.resize(width, 768);
        open.hands.settle();
        before.emplace_back(open.page.width(), open.page.tabs()->y());
    }

    open.page.attendance()->table()->setFocus();
    open.hands.key(Qt::Key_Space);
    REQUIRE(present(council) == 1);

    for (const auto& [width, y] : before) {
        open.page.resize(width, 768);
        open.hands.settle();
        INFO(width);
        CHECK(open.page.tabs()->y() == y);
    }
}

TEST_CASE(
    "before the protocol is made it is asked whether chair and secretary were really not there")
{
    Council council(4);
    council.office.desk().languages.setLanguage(QStringLiteral("en"));
    OpenMeeting open(council, MeetingPage::Papers);
    auto* question = open.page.papers()->findChild<QLabel*>(QStringLiteral("absentLeaders"));
    REQUIRE(question != nullptr);
    CHECK(question->isVisible());
    CHECK(question->text().contains(
        QStringLiteral("The chair is not marked as present: Член1 Анна.")));
    CHECK(question->text().contains(
        QStringLiteral("The secretary is not marked as present: Член2 Анна.")));

    council.attend(0, true);
    council.attend(1, false);
    open.hands.settle();
    CHECK_FALSE(question->text().contains(QStringLiteral("chair is")));
    CHECK(question->text().contains(QStringLiteral("The secretary is marked absent: Член2 Анна.")));

    // Signing asks the same.
    open.page.tabs()->setCurrentIndex(MeetingPage::Card);
    open.hands.settle();
    // The first of them asks; the one of the question would sign.
    for (QPushButton* button : open.page.card()->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Sign") && button->isVisible()) {
            button->click();
            break;
        }
    const auto labels = open.page.card()->findChildren<QLabel*>();
    QStringList said;
    for (const QLabel* label : labels)
        if (label->isVisible())
            said += label->text();
    INFO(said.join(QLatin1Char('\n')).toStdString());
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible()
            && label->text().startsWith(QStringLiteral("The secretary is marked absent"));
    }));
}
