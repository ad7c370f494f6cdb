// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casecourse.h"
#include "ui/cases/casedocuments.h"
#include "ui/cases/stepdialog.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <catch2/catch.hpp>

#include <set>

// Where a case stands, what may happen next, and what a mistaken step leaves behind.

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

struct Case
{
    explicit Case(const char* role)
        : staff(office.create(
            "staff", { { "surname", "Гараева" }, { "firstName", "Лилия" }, { "role", role } }))
        , family(office.create("family", { { "name", "Сафины" } }))
        , episode(office.create("episode",
              { { "family", Value(family) }, { "regDate", "2026-12-01" },
                  { "caseManager", Value(staff) } }))
        , page((office.desk().author = staff, office.desk()), family, nullptr)
        , hands(page, office.desk().jobs)
    {
        page.resize(1000, 700);
        page.QWidget::show();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        look();
    }
    void look()
    {
        page.show(episode);
        hands.settle();
    }
    QPushButton* button(const char* name) const
    {
        return page.findChild<QPushButton*>(QString::fromLatin1(name));
    }
    /// Presses it and gives the dialog that opens.
    QPointer<ui::StepDialog> open(const char* name)
    {
        REQUIRE(button(name) != nullptr);
        button(name)->click();
        hands.settle();
        QPointer<ui::StepDialog> dialog = page.findChild<ui::StepDialog*>();
        REQUIRE(dialog != nullptr);
        return dialog;
    }
    void giveReason(ui::StepDialog& dialog, const QString& words)
    {
        dialog.findChild<QPlainTextEdit*>(QStringLiteral("step.reason"))->setPlainText(words);
        auto* go = dialog.findChild<QPushButton*>(QStringLiteral("step.do"));
        REQUIRE(QTest::qWaitFor([&] { return go->isEnabled(); }, 5000));
    }
    void carryOut(QPointer<ui::StepDialog> dialog)
    {
        dialog->findChild<QPushButton*>(QStringLiteral("step.do"))->click();
        REQUIRE(QTest::qWaitFor([&] { return dialog == nullptr || !dialog->isVisible(); }, 5000));
        look();
    }
    bool says(const QString& words) const
    {
        for (const auto* label : page.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }
    std::string state()
    {
        return std::string(office.value("episode", episode, "workStatus").textOr({}));
    }

    TestDesk office;
    RecordId staff;
    RecordId family;
    RecordId episode;
    ui::CaseCourse page;
    tests::Hands hands;
};

} // namespace

TEST_CASE("a step asks for its reason, is carried out, is told, and is taken back by a reason")
{
    Case one("SUPERVISOR");
    auto dialog = one.open("step.suspend");
    CHECK_FALSE(dialog->findChild<QPushButton*>(QStringLiteral("step.do"))->isEnabled());
    one.giveReason(*dialog, QStringLiteral("Семья выехала, адрес неизвестен"));
    one.carryOut(dialog);
    CHECK(one.state() == "SUSPENDED");
    CHECK(one.says(QStringLiteral("адрес неизвестен")));
    CHECK(one.says(QStringLiteral("Гараева")));

    dialog = one.open("takeBack");
    one.giveReason(*dialog, QStringLiteral("Не та семья"));
    one.carryOut(dialog);
    CHECK(one.state() != "SUSPENDED");
    CHECK(one.says(QStringLiteral("Не та семья")));
    CHECK(one.button("takeBack") == nullptr); // nothing stands that could be taken back
}

TEST_CASE("a step that another role takes says whose it is and cannot be carried out")
{
    Case one("DISTRICT");
    REQUIRE(one.button("step.suspend") != nullptr);
    CHECK(one.says(QStringLiteral("This is done by: head of department, supervisor")));
    auto dialog = one.open("step.suspend");
    dialog->findChild<QPlainTextEdit*>(QStringLiteral("step.reason"))
        ->setPlainText(QStringLiteral("Причина"));
    QTest::qWait(400); // it is judged a moment after the last key
    one.hands.settle();
    CHECK_FALSE(dialog->findChild<QPushButton*>(QStringLiteral("step.do"))->isEnabled());
    CHECK(one.state() != "SUSPENDED");
}

TEST_CASE("the file of a case lists its documents and offers every kind that may be made")
{
    Case one("DISTRICT");
    one.office.create("visit",
        { { "family", Value(one.family) }, { "date", "2027-01-05" },
            { "visitor", Value(one.staff) } });
    ui::CaseDocuments documents(one.office.desk(), one.family, nullptr);
    documents.load();
    tests::Hands hands(documents, one.office.desk().jobs);
    hands.settle();
    auto* tree = documents.findChild<QTreeWidget*>();
    for (const auto* label : documents.findChildren<QLabel*>())
        UNSCOPED_INFO(label->text().toStdString());
    REQUIRE(tree->topLevelItemCount() == 2); // the visit, and the registration card
    CHECK(tree->topLevelItem(0)->text(0) == QStringLiteral("05.01.2027"));
    std::set<std::string> kinds;
    for (const auto* type : ui::documentTypes(one.office.desk().profile()))
        kinds.insert(type->id);
    for (const char* kind :
        { "visit", "surveyAct", "diagnostics", "consent", "contract", "removalCard" })
        CHECK(kinds.contains(kind));
    CHECK_FALSE(kinds.contains("member"));
}
