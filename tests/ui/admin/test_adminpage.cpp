// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/users.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/admin/adminpage.h"
#include "ui/admin/bodiespanel.h"
#include "ui/admin/closedialog.h"
#include "ui/admin/listpanel.h"
#include "ui/admin/territorypanel.h"
#include "ui/admin/userlist.h"
#include "ui/admin/userspanel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using ui::AdminPage;

namespace {

struct Shown
{
    explicit Shown(tests::TestDesk& one)
        : office(one)
        , page(one.desk(), ofAdministration(one), nullptr)
        , hands(page, one.desk().jobs)
    {
        one.desk().languages.setLanguage(QStringLiteral("ru"));
        page.resize(1180, 740);
        page.show();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        hands.settle();
    }
    static std::vector<ui::ListDeclaration> ofAdministration(tests::TestDesk& one)
    {
        std::vector<ui::ListDeclaration> lists = ui::listsOf(one.desk().profile());
        std::erase_if(lists, [](const ui::ListDeclaration& list) { return list.place != "administration"; });
        return lists;
    }
    template <typename Panel>
    Panel& panel(const char* id)
    {
        page.showPanel(QLatin1String(id));
        hands.settle();
        auto* found = qobject_cast<Panel*>(page.panel(QLatin1String(id)));
        REQUIRE(found != nullptr);
        found->setFocus();
        return *found;
    }
    std::vector<RecordId> allowed() const
    {
        const auto read = office.desk().store.read([&](const store::ReadTx& tx) -> base::Result<std::vector<RecordId>> {
            return access::mayWorkHere(tx, office.desk().today());
        });
        REQUIRE(read.ok());
        return *read;
    }
    tests::TestDesk& office;
    AdminPage page;
    tests::Hands hands;
};

RecordId hire(tests::TestDesk& office, const char* surname)
{
    return office.create("staff", { { "surname", surname }, { "firstName", "Лилия" }, { "post", "специалист" }, { "role", "DISTRICT" } });
}

} // namespace

TEST_CASE("administration begins with the staff and ends with the installation")
{
    tests::TestDesk office;
    Shown shown(office);
    QStringList tabs;
    for (int i = 0; i < shown.page.bar()->count(); ++i)
        tabs += shown.page.bar()->tabText(i);

    // The profile may have more lists between; what everybody needs has its place.
    REQUIRE(tabs.size() >= 7);
    CHECK(tabs.mid(0, 5)
        == QStringList { QStringLiteral("Работники"), QStringLiteral("Пользователи"), QStringLiteral("Организации"),
            QStringLiteral("Территории"), QStringLiteral("Консилиумы") });
    CHECK(tabs.mid(tabs.size() - 2) == QStringList { QStringLiteral("Загрузка списка"), QStringLiteral("Эта установка") });
}

TEST_CASE("a member of the staff is dismissed from a day and stays in the list")
{
    tests::TestDesk office;
    const RecordId staff = hire(office, "Ахметова");
    Shown shown(office);
    shown.panel<ui::ListPanel>("staff");

    shown.hands.key(Qt::Key_D, Qt::ControlModifier);
    auto* dialog = shown.page.findChild<ui::CloseDialog*>();
    REQUIRE(dialog != nullptr);
    shown.hands.clear(dialog->day());
    shown.hands.typeHere(QStringLiteral("010127"));
    shown.hands.key(Qt::Key_Return);

    CHECK(office.value("staff", staff, "to") == Value("2027-01-01"));
    CHECK(office.get("staff", staff).life == "draft");
    CHECK(shown.allowed().empty());

    // Taken back: an empty day.
    shown.hands.key(Qt::Key_D, Qt::ControlModifier);
    dialog = shown.page.findChild<ui::CloseDialog*>();
    REQUIRE(dialog != nullptr);
    shown.hands.clear(dialog->day());
    shown.hands.key(Qt::Key_Return);
    CHECK(office.value("staff", staff, "to").isNull());
}

TEST_CASE("what is no date does not dismiss anybody")
{
    tests::TestDesk office;
    const RecordId staff = hire(office, "Ахметова");
    Shown shown(office);
    shown.panel<ui::ListPanel>("staff");
    shown.hands.key(Qt::Key_D, Qt::ControlModifier);
    auto* dialog = shown.page.findChild<ui::CloseDialog*>();
    REQUIRE(dialog != nullptr);

    shown.hands.clear(dialog->day());
    shown.hands.typeHere(QStringLiteral("320127"));
    shown.hands.key(Qt::Key_Return);

    CHECK(dialog->isVisible());
    CHECK(office.value("staff", staff, "to").isNull());
}

TEST_CASE("users are ticked among the staff, and their names are hidden while others are near")
{
    tests::TestDesk office;
    hire(office, "Ахметова");
    const RecordId second = hire(office, "Сафина");
    Shown shown(office);
    auto& panel = shown.panel<ui::UsersPanel>("users");
    const QAbstractItemModelTester tester(&panel.list(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(panel.list().rowCount() == 2);
    CHECK(shown.allowed().size() == 2);

    shown.hands.key(Qt::Key_Down);
    shown.hands.key(Qt::Key_Space);

    CHECK(shown.allowed() == std::vector { second });
    office.desk().privacy.setMasking(true);
    CHECK(panel.list().index(1, 0).data().toString() == QStringLiteral("С••• Л•••"));

    shown.hands.key(Qt::Key_Space);
    CHECK(shown.allowed().size() == 2);
}

TEST_CASE("the users' page says honestly that no password protects a name")
{
    tests::TestDesk office;
    Shown shown(office);
    auto& panel = shown.panel<ui::UsersPanel>("users");
    QString text;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        text += label->text();
    CHECK(text.contains(QStringLiteral("не защищены паролем")));
}

TEST_CASE("a territory is found by typing and closed from a day")
{
    tests::TestDesk office;
    const RecordId district = office.seed("territory", "code = '16-02'");
    Shown shown(office);
    auto& panel = shown.panel<ui::TerritoryPanel>("territories");
    REQUIRE(panel.view()->model()->rowCount() == 1);

    shown.page.focusSearch();
    shown.hands.typeHere(QStringLiteral("азнакаевский"));
    shown.hands.key(Qt::Key_Return);
    shown.hands.key(Qt::Key_Down);
    shown.hands.key(Qt::Key_D, Qt::ControlModifier);
    auto* dialog = shown.page.findChild<ui::CloseDialog*>();
    REQUIRE(dialog != nullptr);
    shown.hands.clear(dialog->day());
    shown.hands.typeHere(QStringLiteral("311226"));
    shown.hands.key(Qt::Key_Return);

    CHECK(office.value("territory", district, "validTo") == Value("2026-12-31"));
}

TEST_CASE("a body shows who was in it on a day")
{
    tests::TestDesk office;
    const RecordId body = office.create("body", { { "name", "Консилиум района" }, { "kind", "CONSILIUM" } });
    const auto member = [&](int number, const char* surname, const char* from, const char* to) {
        base::Fields fields { { "body", Value(body) }, { "n", Value(number) }, { "surname", surname }, { "role", "member" } };
        if (from != nullptr)
            fields["from"] = from;
        if (to != nullptr)
            fields["to"] = to;
        return office.create("bodyMember", fields);
    };
    member(1, "Агишева", nullptr, nullptr);
    member(2, "Бикчурина", nullptr, "2026-06-30");
    member(3, "Валеева", "2026-07-01", nullptr);
    Shown shown(office);
    auto& panel = shown.panel<ui::BodiesPanel>("bodies");
    const QAbstractItemModelTester tester(&panel.members(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto names = [&] {
        QStringList out;
        for (int row = 0; row < panel.members().rowCount(); ++row)
            out += panel.members().index(row, ui::MemberList::Name).data().toString();
        return out;
    };
    CHECK(names() == QStringList { QStringLiteral("Агишева"), QStringLiteral("Валеева") });

    shown.hands.clear(panel.day());
    shown.hands.typeHere(QStringLiteral("01.06.2026"));
    CHECK(names() == QStringList { QStringLiteral("Агишева"), QStringLiteral("Бикчурина") });

    shown.hands.clear(panel.day());
    panel.day()->clear();
    shown.hands.typeHere(QStringLiteral(" "));
    CHECK(names().size() == 3);
    office.desk().privacy.setMasking(true);
    CHECK(names().front() == QStringLiteral("А•••"));
}
