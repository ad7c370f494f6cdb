// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/cases/movedialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

TEST_CASE("a document of the wrong case is moved by the keyboard, and who is not of the right "
          "family is asked about")
{
    TestDesk office;
    const RecordId territory = office.seed("territory", "kind = 'district'");
    const RecordId wrong
        = office.create("family", { { "name", "Секретовы" }, { "territory", Value(territory) } });
    const RecordId right
        = office.create("family", { { "name", "Открытовы" }, { "territory", Value(territory) } });
    const RecordId child
        = office.create("person", { { "surname", "Секретов" }, { "firstName", "Тимур" } });
    const RecordId member = office.create(
        "member", { { "family", Value(wrong) }, { "person", Value(child) }, { "role", "son" } });
    const RecordId worker
        = office.create("staff", { { "surname", "Старова" }, { "firstName", "Анна" } });
    office.desk().setAuthor(worker);
    const RecordId visit = office.create("visit",
        { { "family", Value(wrong) }, { "date", "2026-03-01" }, { "purpose", "Проверка" } });
    office.create("visitPerson", { { "visit", Value(visit) }, { "member", Value(member) } });

    ui::CasePage page(office.desk(), wrong, nullptr);
    tests::Hands eyes(page, office.desk().jobs);
    page.resize(1200, 800);
    page.setVisible(true);
    eyes.settle();
    page.tabs()->setCurrentIndex(ui::CasePage::Documents);
    eyes.settle();
    auto* button = page.findChild<QPushButton*>(QStringLiteral("moveDocument"));
    REQUIRE(button != nullptr);
    REQUIRE(button->isEnabled());
    button->click();
    eyes.settle();
    QPointer<ui::MoveDialog> dialog = page.window()->findChild<ui::MoveDialog*>();
    REQUIRE(dialog != nullptr);
    tests::Hands hands(*dialog, office.desk().jobs);
    hands.type(
        dialog->findChild<QLineEdit*>(QStringLiteral("move.search")), QStringLiteral("открыт"));
    hands.settle();
    auto* families = dialog->findChild<QListWidget*>(QStringLiteral("move.families"));
    REQUIRE(families->count() == 1);
    hands.key(Qt::Key_Down);
    CHECK(families->hasFocus());
    hands.type(dialog->findChild<QPlainTextEdit*>(QStringLiteral("move.reason")),
        QStringLiteral("открыта не та карта"));
    hands.settle();
    auto* move = dialog->findChild<QPushButton*>(QStringLiteral("move.do"));
    CHECK_FALSE(move->isEnabled()); // the child is not of the right family
    auto* answer = dialog->findChild<QComboBox*>(QStringLiteral("move.answer"));
    REQUIRE(answer != nullptr);
    answer->setFocus();
    hands.key(Qt::Key_Down);
    hands.settle();
    REQUIRE(move->isEnabled());
    move->setFocus();
    hands.key(Qt::Key_Return);
    hands.settle();
    CHECK(dialog == nullptr);
    CHECK(office.get("visit", visit).life == "removed");
    CHECK(office.all("documentMove").size() == 2);
    eyes.settle();
    CHECK_FALSE(button->isEnabled()); // nothing is left in this case
    bool isThere = false;
    for (const RecordId id : office.all("visit"))
        isThere = isThere || (id != visit && office.value("visit", id, "family") == Value(right));
    CHECK(isThere);
}
