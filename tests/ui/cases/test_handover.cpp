// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casecourse.h"
#include "ui/cases/handoverdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// A case that Старова leads, and the dialog that hands it over.
struct Handing
{
    explicit Handing(TestDesk& office)
        : desk(office)
        , old(staff("Старова"))
        , next(staff("Новикова"))
        , family(office.create("family",
              { { "name", "Секретовы" },
                  { "territory", Value(office.seed("territory", "kind = 'district'")) } }))
        , episode(office.create("episode",
              { { "family", Value(family) }, { "kind", "SUPPORT" }, { "legalStatus", "SOP" },
                  { "caseManager", Value(old) } }))
        , dialog(new ui::HandOverDialog(office.desk(), { family }, nullptr))
        , hands(*dialog, office.desk().jobs)
    {
        office.desk().setAuthor(old);
        dialog->setVisible(true);
        hands.settle();
    }
    ~Handing() { delete dialog; }

    RecordId staff(const char* surname)
    {
        return desk.create("staff",
            { { "surname", Value(surname) }, { "firstName", "Анна" }, { "post", "специалист" } });
    }
    template <typename T>
    T* part(const char* name)
    {
        auto* found = dialog->findChild<T*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return found;
    }
    void choose(RecordId who)
    {
        auto* box = part<QComboBox>("handOver.to");
        box->setCurrentIndex(box->findData(QString::fromStdString(who.hex())));
    }
    bool mayDo() { return part<QPushButton>("handOver.do")->isEnabled(); }
    QString said() { return part<QLabel>("handOver.said")->text(); }
    TestDesk& desk;
    RecordId old;
    RecordId next;
    RecordId family;
    RecordId episode;
    QPointer<ui::HandOverDialog> dialog;
    tests::Hands hands;
};

} // namespace

TEST_CASE("a case is handed over by the keyboard, and the dialog then offers the act")
{
    TestDesk office;
    Handing one(office);
    CHECK(one.part<QComboBox>("handOver.from")->currentText().startsWith(QStringLiteral("Старова")));
    CHECK_FALSE(one.mayDo());
    one.choose(one.next);
    one.hands.type(one.part<QPlainTextEdit>("handOver.reason"), QStringLiteral("увольнение"));
    one.hands.settle();
    INFO(one.said().toStdString());
    CHECK(one.said().contains(QStringLiteral("Секретовы")));
    REQUIRE(one.mayDo());
    CHECK_FALSE(one.part<QPushButton>("handOver.print")->isVisible());
    QSignalSpy done(one.dialog, &ui::HandOverDialog::handedOver);
    one.part<QPushButton>("handOver.do")->setFocus();
    one.hands.key(Qt::Key_Return);
    one.hands.settle();
    REQUIRE(done.count() == 1);
    CHECK(office.value("episode", one.episode, "caseManager") == Value(one.next));
    CHECK(office.all("handedCase").size() == 1);
    CHECK(one.part<QPushButton>("handOver.print")->isVisible());
    CHECK(one.part<QPushButton>("handOver.print")->hasFocus());
    CHECK_FALSE(one.part<QPushButton>("handOver.do")->isVisible());
}

TEST_CASE("a substitution without a day is not taken for a hand-over for good")
{
    TestDesk office;
    Handing one(office);
    one.choose(one.next);
    one.hands.type(one.part<QPlainTextEdit>("handOver.reason"), QStringLiteral("отпуск"));
    one.part<QCheckBox>("handOver.temporary")->setChecked(true);
    one.hands.settle();
    CHECK_FALSE(one.mayDo());
    one.hands.type(one.part<QLineEdit>("handOver.until"), QStringLiteral("31.12.2099"));
    one.hands.settle();
    INFO(one.said().toStdString());
    REQUIRE(one.mayDo());
    one.part<QPushButton>("handOver.do")->click();
    one.hands.settle();
    CHECK(office.value("episode", one.episode, "caseManager") == Value(one.old));

    ui::CaseCourse course(office.desk(), one.family, nullptr);
    tests::Hands eyes(course, office.desk().jobs);
    course.setVisible(true);
    course.show(one.episode);
    eyes.settle();
    const auto* line = course.findChild<QLabel*>(QStringLiteral("caseManager"));
    REQUIRE(line != nullptr);
    CHECK(line->text().contains(QStringLiteral("Старова")));
    CHECK(line->text().contains(QStringLiteral("31.12.2099")));
    CHECK(line->text().contains(QStringLiteral("Новикова")));
}
