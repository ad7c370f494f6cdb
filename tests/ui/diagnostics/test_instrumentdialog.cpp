// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/results.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/diagnostics/instrumentdialog.h"
#include "ui/diagnostics/itemline.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// A family with a child of eleven, its diagnostics, and the dialog over them.
struct Filled
{
    TestDesk office;
    RecordId child;
    RecordId session;
    QPointer<ui::InstrumentDialog> dialog;

    Filled()
    {
        office.desk().setAuthor(office.create(
            "staff", { { "surname", "Сафина" }, { "firstName", "Гузель" }, { "role", "PSYCH" } }));
        const RecordId family = office.create("family", { { "name", "Ивановы" } });
        child = member(family, "2015-08-20");
        member(family, "1990-02-01");
        session = office.create(
            "diagnostics", { { "family", Value(family) }, { "date", "2027-01-10" } });
        open();
    }
    ~Filled() { delete dialog.data(); } // before the desk it works on
    RecordId member(RecordId family, const char* birth)
    {
        const RecordId person = office.create(
            "person", { { "surname", "Иванов" }, { "firstName", "Илья" }, { "birthDate", birth } });
        return office.create(
            "member", { { "family", Value(family) }, { "person", Value(person) } });
    }
    void open()
    {
        dialog = new ui::InstrumentDialog(office.desk(), session, nullptr);
        dialog->show();
        settle();
    }
    void settle() { tests::Hands(*dialog, office.desk().jobs).settle(); }
    void digits(const char* keys)
    {
        tests::Hands hands(*dialog, office.desk().jobs);
        for (const char* key = keys; *key != 0; ++key)
            hands.key(static_cast<Qt::Key>(Qt::Key_0 + (*key - '0')));
    }
    void choose(const char* instrument)
    {
        auto* box = dialog->findChild<QComboBox*>(QStringLiteral("sheet.instrument"));
        const int at = box->findData(QString::fromLatin1(instrument));
        REQUIRE(at >= 0);
        box->setCurrentIndex(at);
        box->setFocus();
        settle();
        tests::Hands(*dialog, office.desk().jobs).key(Qt::Key_Return); // to the first open question
    }
    QString text(const char* label) const
    {
        return dialog->findChild<QLabel*>(QString::fromLatin1(label))->text();
    }
    bool isShown(const char* item) const
    {
        return dialog->findChild<QWidget*>(QString::fromLatin1(item))->isVisible();
    }
};

} // namespace

TEST_CASE("an instrument is filled by digits: each answers and goes on, and the count is told")
{
    Filled at;
    REQUIRE(qobject_cast<ui::ItemLine*>(QApplication::focusWidget())
        != nullptr); // the first item of SAFE
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("item.1"));
    at.digits("000");
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("item.4"));
    CHECK(at.dialog->score().answered == 3);
    CHECK(at.text("sheet.progress").contains(QStringLiteral("3")));
    CHECK(at.text("sheet.result").isEmpty());
    CHECK_FALSE(at.isShown("item.19"));
}

TEST_CASE(
    "one yes of the safety sheet says at once that the child is not safe, and asks for the plan")
{
    Filled at;
    at.digits("01");
    CHECK(at.dialog->score().band == "unsafe");
    CHECK(at.text("sheet.result")
              .contains(at.office.desk().languages.text(at.dialog->score().bandLabel)));
    CHECK(at.isShown("item.19"));
    tests::Hands hands(*at.dialog, at.office.desk().jobs);
    hands.key(Qt::Key_Up);
    hands.key(Qt::Key_Backspace);
    CHECK(at.dialog->score().band.empty());
    CHECK_FALSE(at.isShown("item.19"));
}

TEST_CASE("who may not read answers is told so before saving, who may is not")
{
    Filled at;
    CHECK_FALSE(at.text("sheet.note").contains(QStringLiteral("before saving")));
    at.office.desk().setAuthor(
        at.office.create("staff", { { "surname", "Галиева" }, { "role", "DISTRICT" } }));
    delete at.dialog.data();
    at.open();
    CHECK(at.text("sheet.note").contains(QStringLiteral("before saving")));
}

TEST_CASE("what was filled is saved with its answers and levels, and the dialog is done")
{
    Filled at;
    at.digits("000000000000000000");
    CHECK(at.dialog->score().band == "safe");
    tests::Hands hands(*at.dialog, at.office.desk().jobs);
    hands.key(Qt::Key_S, Qt::ControlModifier);
    if (at.dialog != nullptr)
        at.settle();
    REQUIRE(at.office.all("instrumentResult").size() == 1);
    const auto record
        = at.office.get("instrumentResult", at.office.all("instrumentResult").front());
    CHECK(record.values.at("band").textOr({}) == "safe");
    CHECK(*record.values.at("child").reference() == at.child);
    CHECK(at.office.all("answerSheet").size() == 1);
    CHECK(at.office.desk().drafts.all()->empty());
}

TEST_CASE("a sheet that was being filled when the program was killed goes on where it was")
{
    Filled at;
    at.choose("FACES3");
    at.digits("5432");
    delete at.dialog.data(); // the draft is written when the dialog goes, as a second after a key
    at.office.restart();
    REQUIRE(at.office.desk().drafts.all()->size() == 1);
    CHECK(ui::InstrumentDialog::isSheet(at.office.desk().drafts.all()->front()));
    at.open();
    CHECK(at.dialog->score().instrument == "FACES3");
    CHECK(at.dialog->score().answered == 4);
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("item.5"));
}

TEST_CASE("an instrument counted by hand takes a number for each scale, with a comma too")
{
    Filled at;
    at.choose("KRS");
    auto* field = at.dialog->findChild<QLineEdit*>(QStringLiteral("scale.anxiety"));
    REQUIRE(field != nullptr);
    tests::Hands hands(*at.dialog, at.office.desk().jobs);
    hands.type(field, QStringLiteral("0,3"));
    CHECK(at.dialog->score().scales[1].value == 300);
    CHECK(at.text("sheet.result").contains(QStringLiteral("0,3")));
    hands.type(field, QStringLiteral("x"));
    CHECK(at.dialog->score().answered == 0);
}
