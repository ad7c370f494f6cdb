// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// The card of a family with one member, while others are near.
struct Veiled
{
    explicit Veiled(TestDesk& desk)
        : office(desk)
        , family(desk.create(
              "family", { { "name", "Секретовы" }, { "phone", "222" }, { "plot", "огород" } }))
        , page(desk.desk(), "family", ui::FormPage::Frame::Alone, nullptr)
        , hands(page, desk.desk().jobs)
    {
        const RecordId person
            = desk.create("person", { { "surname", "Секретова" }, { "firstName", "Анна" } });
        desk.create("member",
            { { "family", Value(family) }, { "person", Value(person) }, { "role", "mother" } });
        page.resize(1200, 800);
        page.show();
        desk.desk().privacy.setMasking(true);
        page.session().open(family);
        hands.settle();
    }
    /// Everything that can be read on the page now.
    QString seen() const
    {
        QString out;
        for (const QWidget* widget : page.findChildren<QWidget*>()) {
            if (!widget->isVisible())
                continue;
            out += widget->property("text").toString() + QLatin1Char('\n');
        }
        return out;
    }
    TestDesk& office;
    RecordId family;
    ui::FormPage page;
    tests::Hands hands;
};

} // namespace

TEST_CASE("while others are near a form shows nothing personal: heading, fields, lines of tables")
{
    TestDesk office;
    Veiled form(office);
    CHECK_FALSE(form.seen().contains(QStringLiteral("Секрет")));
    CHECK_FALSE(form.seen().contains(QStringLiteral("222")));
    CHECK(form.seen().contains(QStringLiteral("•••")));
}

TEST_CASE("F9 shows the record that is worked on, F9 again hides it, and the switch hides it anew")
{
    TestDesk office;
    Veiled form(office);
    form.hands.key(Qt::Key_F9);
    CHECK(form.seen().contains(QStringLiteral("Секретовы")));
    CHECK(form.seen().contains(QStringLiteral("222")));
    form.hands.key(Qt::Key_F9);
    CHECK_FALSE(form.seen().contains(QStringLiteral("Секретовы")));

    form.hands.key(Qt::Key_F9);
    office.desk().privacy.setMasking(false);
    office.desk().privacy.setMasking(true);
    CHECK_FALSE(form.seen().contains(QStringLiteral("Секретовы")));
}

TEST_CASE("what was typed stays while it is hidden, and is saved")
{
    TestDesk office;
    Veiled form(office);
    form.hands.key(Qt::Key_F9);
    auto* phone = form.page.findChild<ui::FieldEditor*>(QStringLiteral("phone"));
    form.hands.clear(phone->inputs().first());
    form.hands.type(phone->inputs().first(), QStringLiteral("89171234567"));
    form.hands.key(Qt::Key_F9);
    form.page.save();
    form.hands.settle();
    CHECK(office.value("family", form.family, "phone") == Value("+7 917 123-45-67"));
}

TEST_CASE("a record that is being made is shown: its author must see what is typed")
{
    TestDesk office;
    office.desk().privacy.setMasking(true);
    ui::FormPage page(office.desk(), "family", ui::FormPage::Frame::Alone, nullptr);
    tests::Hands hands(page, office.desk().jobs);
    page.resize(1200, 800);
    page.show();
    page.session().openNew({});
    hands.settle();
    CHECK(page.findChild<ui::FieldEditor*>(QStringLiteral("name"))->isVisible());
}

TEST_CASE("who looks over the shoulder may know staff and places, not families")
{
    TestDesk office;
    const profile::Profile& profile = office.desk().profile();
    const auto personal = [&](const char* type, const char* field) {
        return ui::isPersonal(profile, *profile.type(type), *profile.type(type)->field(field));
    };
    CHECK(personal("family", "name"));
    CHECK(personal("family", "addrFact.street"));
    CHECK(personal("member", "person"));
    CHECK(personal("programme", "family"));
    CHECK_FALSE(personal("programme", "curator"));
    CHECK_FALSE(personal("family", "territory"));
    CHECK_FALSE(personal("programme", "from"));
}

TEST_CASE("while others are near a reference offers people by first letters, and shows in full who "
          "was chosen")
{
    TestDesk office;
    const RecordId person
        = office.create("person", { { "surname", "Секретова" }, { "firstName", "Анна" } });
    const RecordId family = office.create("family", { { "name", "Секретовы" } });
    office.desk().privacy.setMasking(true);
    ui::FormPage page(office.desk(), "member", ui::FormPage::Frame::Alone, nullptr);
    tests::Hands hands(page, office.desk().jobs);
    page.resize(1200, 800);
    page.show();
    REQUIRE(QTest::qWaitForWindowActive(&page));
    page.session().openNew({ { "family", Value(family) } });
    hands.settle();
    auto* editor = page.findChild<ui::FieldEditor*>(QStringLiteral("person"));
    auto* line = static_cast<QLineEdit*>(editor->inputs().first());
    hands.type(line, QStringLiteral("секр"));
    auto* offered = editor->findChild<QStandardItemModel*>();
    REQUIRE(offered != nullptr);
    REQUIRE(offered->rowCount() >= 1);
    CHECK_FALSE(offered->item(0)->text().contains(QStringLiteral("екретова")));
    CHECK(offered->item(0)->text().startsWith(QStringLiteral("С•••")));
    REQUIRE(QApplication::activePopupWidget() != nullptr);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    hands.settle();
    CHECK(page.session().values().at("person") == Value(person));
    CHECK(line->text().startsWith(QStringLiteral("Секретова")));
}
