// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/common/linkbutton.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/todaypage.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::Hands;
using tests::TestDesk;

namespace {

/// An office with two case managers, a family of each with one late measure, and a supervisor.
struct Office
{
    Office()
        : anna(staff("Ахметова", "DISTRICT"))
        , gulnara(staff("Юсупова", "CURATOR"))
        , supervisor(staff("Гараева", "SUPERVISOR"))
        , stranger(staff("Каримова", "DISTRICT"))
        , hers(measure("Сафины", anna, "Оформить пособие"))
        , others(measure("Агишевы", gulnara, "Осмотр педиатром"))
    {
    }
    RecordId staff(const char* surname, const char* role)
    {
        return desk.create(
            "staff", { { "surname", surname }, { "firstName", "Лилия" }, { "role", role } });
    }
    RecordId measure(
        const char* family, RecordId curator, const char* title, const char* due = "2027-01-02")
    {
        const RecordId id = desk.create("family", { { "name", family } });
        const RecordId episode = desk.create("episode",
            { { "family", Value(id) }, { "regDate", "2026-12-01" },
                { "caseManager", Value(curator) } });
        const RecordId programme = desk.create("programme",
            { { "family", Value(id) }, { "episode", Value(episode) }, { "from", "2026-12-01" },
                { "to", "2027-05-31" }, { "curator", Value(curator) } });
        return measureOf(id, programme, title, due);
    }
    RecordId measureOf(RecordId family, RecordId programme, const char* title, const char* due)
    {
        return desk.create("measure",
            { { "programme", Value(programme) }, { "family", Value(family) }, { "n", Value(1) },
                { "title", title }, { "due", due }, { "state", "notStarted" } });
    }
    TestDesk desk;
    RecordId anna;
    RecordId gulnara;
    RecordId supervisor;
    RecordId stranger;
    RecordId hers;
    RecordId others;
};

struct Shown
{
    explicit Shown(Office& office, RecordId author)
        : window((office.desk.desk().author = author, office.desk.desk()),
            ui::listsOf(office.desk.desk().profile()))
        , hands(window, office.desk.desk().jobs)
    {
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        hands.settle();
    }
    QPushButton* late(RecordId measure) const
    {
        return window.findChild<QPushButton*>(
            QStringLiteral("overdue.") + QString::fromStdString(measure.hex()));
    }
    QRadioButton* scope(const char* which) const
    {
        return window.findChild<QRadioButton*>(QStringLiteral("scope.") + QLatin1String(which));
    }
    ui::MainWindow window;
    Hands hands;
};

QString focusName()
{
    return QApplication::focusWidget() == nullptr ? QString()
                                                  : QApplication::focusWidget()->objectName();
}

} // namespace

TEST_CASE("Today shows a case manager her own families first, and everybody's when she says so")
{
    Office office;
    {
        Shown shown(office, office.anna);
        REQUIRE(shown.scope("own") != nullptr);
        CHECK(shown.scope("own")->isChecked());
        CHECK(shown.late(office.hers) != nullptr);
        CHECK(shown.late(office.others) == nullptr);

        shown.scope("own")->setFocus();
        shown.hands.key(Qt::Key_Right);

        CHECK(shown.scope("all")->isChecked());
        CHECK(focusName() == QStringLiteral("scope.all"));
        CHECK(shown.late(office.hers) != nullptr);
        CHECK(shown.late(office.others) != nullptr);
    }
    SECTION("which is remembered")
    {
        Shown again(office, office.anna);
        CHECK(again.scope("all")->isChecked());
        CHECK(again.late(office.others) != nullptr);
    }
    SECTION("for her, not for whoever works there next")
    {
        Shown next(office, office.gulnara);
        CHECK(next.scope("own")->isChecked());
        CHECK(next.late(office.hers) == nullptr);
        CHECK(next.late(office.others) != nullptr);
    }
}

TEST_CASE("Today shows everybody's families to a supervisor, who may look at her own")
{
    Office office;
    const RecordId own = office.measure("Мусины", office.supervisor, "Беседа");
    Shown shown(office, office.supervisor);
    REQUIRE(shown.scope("all") != nullptr);
    CHECK(shown.scope("all")->isChecked());
    CHECK(shown.late(office.hers) != nullptr);

    shown.scope("own")->setFocus();
    shown.hands.key(Qt::Key_Space);

    CHECK(shown.late(office.hers) == nullptr);
    CHECK(shown.late(own) != nullptr);
}

TEST_CASE("Today shows everybody's families, without a choice, to whoever has none of her own")
{
    Office office;
    for (const RecordId author : { office.stranger, RecordId {} }) {
        Shown shown(office, author);
        CHECK(shown.scope("own") == nullptr);
        CHECK(shown.late(office.hers) != nullptr);
        CHECK(shown.late(office.others) != nullptr);
    }
}

TEST_CASE("the focus stays on its line of Today while the cards are made anew")
{
    Office office;
    const RecordId third = office.measure("Мусины", office.anna, "Беседа", "2027-01-05");
    const RecordId fourth = office.measure("Зиннатовы", office.anna, "Выдать одежду", "2027-01-07");
    Shown shown(office, office.anna);
    shown.late(third)->setFocus();
    const QPointer<QWidget> before = QApplication::focusWidget();

    office.desk.put("measure", office.hers, { { "title", "Оформить единое пособие" } });
    shown.hands.settle();

    CHECK(before == nullptr);
    CHECK(QApplication::focusWidget() == shown.late(third));

    // What has gone leaves its place to the line that stands there now.
    office.desk.put("measure", third, { { "state", "done" } });
    shown.hands.settle();
    REQUIRE(shown.late(third) == nullptr);
    CHECK(QApplication::focusWidget() == shown.late(fourth));
}

TEST_CASE("the focus stays on its line of the case's overview while the cards are made anew")
{
    Office office;
    Shown shown(office, office.anna);
    const RecordId family
        = *office.desk.get("measure", office.hers).values.find("family")->second.reference();
    shown.window.openRecord("family", family);
    shown.hands.settle();
    auto* page = qobject_cast<ui::CasePage*>(shown.window.currentPage());
    REQUIRE(page != nullptr);
    const QString name = QStringLiteral("measure.") + QString::fromStdString(office.hers.hex());
    REQUIRE(page->findChild<QPushButton*>(name) != nullptr);
    page->findChild<QPushButton*>(name)->setFocus();
    const QPointer<QWidget> before = QApplication::focusWidget();

    office.desk.put("family", family, { { "phone", "555" } });
    shown.hands.settle();

    CHECK(before == nullptr);
    CHECK(focusName() == name);
}

TEST_CASE(
    "every draft can be reached from Today: the first nine at once, the others behind one line")
{
    TestDesk office;
    std::vector<store::Draft> drafts;
    for (int i = 0; i < 14; ++i)
        drafts.push_back({ office.desk().newDraft(), "family", {}, {},
            { { "name", Value("Семья " + std::to_string(i)) } }, i + 1 });
    ui::TodayPage page(office.desk(), nullptr);
    page.resize(1200, 900);
    page.setVisible(true);
    REQUIRE(QTest::qWaitForWindowActive(&page));
    page.show({}, drafts);
    tests::Hands hands(page, office.desk().jobs);
    hands.settle();
    const auto visible = [&] {
        std::vector<ui::LinkButton*> out;
        for (auto* link : page.findChildren<ui::LinkButton*>())
            if (link->isVisible() && link->text().contains(QStringLiteral("Семья")))
                out.push_back(link);
        return out;
    };
    CHECK(visible().size() == 9);
    auto* more = page.findChild<ui::LinkButton*>(QStringLiteral("allDrafts"));
    REQUIRE(more != nullptr);
    CHECK(more->text().contains(QLatin1Char('5')));
    more->setFocus();
    hands.key(Qt::Key_Space);
    REQUIRE(visible().size() == 14);
    CHECK(QApplication::focusWidget() == visible()[9]); // the keyboard goes on at the tenth
    bool isOpened = false;
    QObject::connect(&page, &ui::TodayPage::draftOpened, &page,
        [&](const store::Draft& one) { isOpened = one == drafts.back(); });
    visible().back()->click();
    CHECK(isOpened);
    // Shown anew, the list stays as it was opened.
    page.show({}, drafts);
    hands.settle();
    CHECK(visible().size() == 14);
}
