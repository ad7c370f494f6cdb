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
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::Hands;
using tests::TestDesk;

namespace {

/// An office with two case managers, a family of each whose registration card is late, and a
/// supervisor.
struct Office
{
    Office()
        : anna(staff("Ахметова", "DISTRICT"))
        , gulnara(staff("Юсупова", "CURATOR"))
        , supervisor(staff("Гараева", "SUPERVISOR"))
        , stranger(staff("Каримова", "DISTRICT"))
        , hers(lateCard("Сафины", anna))
        , others(lateCard("Агишевы", gulnara))
    {
    }
    RecordId staff(const char* surname, const char* role)
    {
        return desk.create(
            "staff", { { "surname", surname }, { "firstName", "Лилия" }, { "role", role } });
    }
    RecordId lateCard(const char* family, RecordId curator, const char* since = "2026-12-01")
    {
        const RecordId id = desk.create("family", { { "name", family } });
        return desk.create("episode",
            { { "family", Value(id) }, { "regDate", since }, { "caseManager", Value(curator) } });
    }
    RecordId measureOf(RecordId episode, const char* title)
    {
        const RecordId family = familyOf(episode);
        const RecordId programme = desk.create("programme",
            { { "family", Value(family) }, { "episode", Value(episode) }, { "from", "2026-12-01" },
                { "to", "2027-05-31" }, { "curator", Value(anna) } });
        return desk.create("measure",
            { { "programme", Value(programme) }, { "family", Value(family) }, { "n", Value(1) },
                { "title", title }, { "due", "2027-01-02" }, { "state", "notStarted" } });
    }
    RecordId familyOf(RecordId episode)
    {
        return *desk.get("episode", episode).values.find("family")->second.reference();
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
    QPushButton* late(RecordId episode) const
    {
        return window.findChild<QPushButton*>(
            QStringLiteral("overdue.reg.card.") + QString::fromStdString(episode.hex()));
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
    const RecordId own = office.lateCard("Мусины", office.supervisor);
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
    const RecordId third = office.lateCard("Мусины", office.anna, "2026-12-08");
    const RecordId fourth = office.lateCard("Зиннатовы", office.anna, "2026-12-10");
    Shown shown(office, office.anna);
    shown.late(third)->setFocus();
    const QPointer<QWidget> before = QApplication::focusWidget();

    office.desk.put("family", office.familyOf(office.hers), { { "name", "Сафиуллины" } });
    office.desk.put("episode", office.hers, { { "regDate", "2026-12-02" } });
    shown.hands.settle();

    CHECK(before == nullptr);
    CHECK(QApplication::focusWidget() == shown.late(third));

    // What has gone leaves its place to the line that stands there now.
    office.desk.put("episode", third, { { "caseManager", Value(office.gulnara) } });
    shown.hands.settle();
    REQUIRE(shown.late(third) == nullptr);
    CHECK(QApplication::focusWidget() == shown.late(fourth));
}

TEST_CASE("the focus stays on its line of the case's overview while the cards are made anew")
{
    Office office;
    Shown shown(office, office.anna);
    const RecordId family = office.familyOf(office.hers);
    const RecordId measure = office.measureOf(office.hers, "Оформить пособие");
    shown.window.openRecord("family", family);
    shown.hands.settle();
    auto* page = qobject_cast<ui::CasePage*>(shown.window.currentPage());
    REQUIRE(page != nullptr);
    const QString name = QStringLiteral("measure.") + QString::fromStdString(measure.hex());
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

TEST_CASE("Today shows no more than twenty dates at first, and all of them when asked")
{
    Office office;
    for (int i = 0; i < 30; ++i)
        office.lateCard(("Семья " + std::to_string(i)).c_str(), office.anna);
    Shown shown(office, office.anna);
    const auto dates = [&] {
        int count = 0;
        for (const auto* link : shown.window.findChildren<ui::LinkButton*>())
            for (const char* card : { "overdue.", "week.", "later." })
                count += link->objectName().startsWith(QLatin1String(card))
                    && !link->objectName().endsWith(QStringLiteral("all"));
        return count;
    };
    CHECK(dates() == 20);
    auto* more = shown.window.findChild<QPushButton*>(QStringLiteral("overdue.all"));
    REQUIRE(more != nullptr);
    more->setFocus();
    shown.hands.key(Qt::Key_Space);
    CHECK(dates() > 30);
}

TEST_CASE(
    "what is due stands by what is to be done, by case manager or by territory, as was chosen")
{
    Office office;
    const auto isHeading = [](const Shown& shown, const char* name) {
        const auto labels = shown.window.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().startsWith(QString::fromUtf8(name));
        });
    };
    {
        Shown shown(office, office.supervisor);
        auto* choice = shown.window.findChild<QComboBox*>(QStringLiteral("grouping"));
        REQUIRE(choice != nullptr);
        CHECK_FALSE(isHeading(shown, "Ахметова"));
        choice->setFocus();
        shown.hands.key(Qt::Key_Down);
        CHECK(isHeading(shown, "Ахметова"));
        CHECK(isHeading(shown, "Юсупова"));
    }
    Shown again(office, office.supervisor);
    CHECK(isHeading(again, "Ахметова"));
}
