// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::Hands;
using tests::TestDesk;

namespace {

struct Typist
{
    explicit Typist(TestDesk& office)
        : window(office.desk(), ui::listsOf(office.desk().profile()))
        , hands(window, office.desk().jobs)
    {
        window.resize(1366, 768);
        window.show();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        hands.settle();
    }
    void tab(int times = 1)
    {
        for (int i = 0; i < times; ++i)
            hands.key(Qt::Key_Tab);
    }
    /// Into a reference or a long classifier: letters, then what stands first.
    void choose(const QString& letters)
    {
        hands.typeHere(letters);
        hands.key(Qt::Key_Return);
    }
    ui::MainWindow window;
    Hands hands;
};

} // namespace

TEST_CASE("a family, its members and its programme are entered and found again by keyboard alone")
{
    TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    const RecordId organisation = office.seed("organisation", "1");
    office.desk().author = office.create("staff",
        { { "surname", "Ахметова" }, { "firstName", "Лилия" },
            { "organisation", Value(organisation) }, { "post", "специалист" },
            { "role", "DISTRICT" } });
    Typist typist(office);
    Hands& hands = typist.hands;

    // The card of the family.
    hands.key(Qt::Key_2, Qt::AltModifier);
    hands.key(Qt::Key_Insert);
    hands.typeHere(QStringLiteral("Сафины"));
    typist.tab();
    hands.typeHere(QStringLiteral("89171234567"));
    typist.tab(2);
    typist.choose(QStringLiteral("Агрыз"));
    typist.tab(2);
    hands.typeHere(QStringLiteral("Агрыз"));
    typist.tab();
    hands.typeHere(QStringLiteral("Садовая"));
    typist.tab();
    hands.typeHere(QStringLiteral("5"));
    typist.tab(7);

    // Two members who are not known yet: each is entered over the card and stands in its line.
    hands.key(Qt::Key_Space);
    typist.choose(QStringLiteral("Сафина Анна Петровна"));
    typist.tab(3);
    hands.typeHere(QStringLiteral("030285"));
    hands.key(Qt::Key_S, Qt::ControlModifier);
    typist.tab();
    hands.typeHere(QStringLiteral("мать"));
    typist.tab();
    hands.key(Qt::Key_N, Qt::ControlModifier);
    typist.choose(QStringLiteral("Сафин Тимур"));
    typist.tab(3);
    hands.typeHere(QStringLiteral("04.05.2014"));
    hands.key(Qt::Key_S, Qt::ControlModifier);
    typist.tab();
    hands.typeHere(QStringLiteral("сын"));
    hands.key(Qt::Key_S, Qt::ControlModifier);

    const auto families = office.all("family");
    REQUIRE(families.size() == 1);
    const RecordId family = families.front();
    CHECK(office.value("family", family, "name") == Value("Сафины"));
    CHECK_FALSE(office.value("family", family, "territory").isNull());
    CHECK(office.value("family", family, "addrFact.street") == Value("Садовая"));
    const auto members = office.all("member");
    REQUIRE(members.size() == 2);
    for (const RecordId member : members)
        CHECK(office.value("member", member, "family") == Value(family));
    CHECK(office.value("member", members[0], "role") == Value("mother"));
    CHECK(office.value("member", members[1], "role") == Value("son"));
    const auto persons = office.all("person");
    REQUIRE(persons.size() == 2);
    CHECK(office.value("person", persons[0], "patronymic") == Value("Петровна"));
    CHECK(office.value("person", persons[1], "birthDate") == Value("2014-05-04"));

    // Found by the boy's name, and opened.
    hands.key(Qt::Key_2, Qt::AltModifier);
    hands.key(Qt::Key_F, Qt::ControlModifier);
    hands.typeHere(QStringLiteral("тимур"));
    hands.key(Qt::Key_Return);
    auto* page = qobject_cast<ui::CasePage*>(typist.window.currentPage());
    REQUIRE(page != nullptr);
    CHECK(page->family() == family);

    // On the register, then a programme with a problem and a measure against it.
    hands.key(Qt::Key_PageDown, Qt::ControlModifier);
    hands.key(Qt::Key_PageDown, Qt::ControlModifier);
    hands.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    hands.typeHere(QStringLiteral("01.03.2027"));
    hands.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(office.all("episode").size() == 1);
    hands.key(Qt::Key_PageDown, Qt::ControlModifier);
    hands.key(Qt::Key_PageDown, Qt::ControlModifier);
    hands.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    typist.tab(2);
    hands.typeHere(QStringLiteral("010327"));
    typist.tab();
    hands.typeHere(QStringLiteral("310827"));
    typist.tab();
    typist.choose(QStringLiteral("ахм"));
    typist.tab();
    hands.typeHere(QStringLiteral("Вернуть детей в школу"));
    typist.tab();
    hands.key(Qt::Key_Space);
    hands.typeHere(QStringLiteral("низкий доход"));
    hands.key(Qt::Key_S, Qt::ControlModifier);

    const auto programmes = office.all("programme");
    REQUIRE(programmes.size() == 1);
    CHECK(office.value("programme", programmes.front(), "family") == Value(family));
    CHECK(office.value("programme", programmes.front(), "to") == Value("2027-08-31"));
    CHECK_FALSE(office.value("programme", programmes.front(), "curator").isNull());
    REQUIRE(office.all("problem").size() == 1);
    CHECK(office.value("problem", office.all("problem").front(), "programme")
        == Value(programmes.front()));
    // Nothing of it is left unsaved.
    CHECK(office.desk().drafts.all()->empty());
}
