// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchange/shownexchange.h"
#include "ui/exchange/signview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <catch2/catch.hpp>

using namespace patronat;
using tests::ShownExchange;

namespace {

bool isNamed(const QWidget& widget)
{
    if (!widget.accessibleName().isEmpty())
        return true;
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button != nullptr && !button->text().isEmpty();
}

/// Parts that Qt makes for itself inside a widget, which speaks for them.
bool isPart(const QWidget& widget)
{
    return qobject_cast<const QScrollBar*>(&widget) != nullptr
        || widget.objectName().startsWith(QLatin1String("qt_"))
        || qobject_cast<const QTabWidget*>(&widget) != nullptr
        || (widget.parentWidget() != nullptr && widget.parentWidget()->inherits("QTableView"));
}

} // namespace

TEST_CASE("everything that takes the focus has a name for those who cannot see it")
{
    ShownExchange shown;
    base::RecordId family;
    shown.takeIn(shown.quarrel(family));
    shown.page().tabs()->setCurrentIndex(2);
    shown.hands().settle();

    int named = 0;
    const auto widgets = shown.page().findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || isPart(*widget))
            continue;
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK(isNamed(*widget));
        ++named;
    }
    CHECK(named > 8);
}

TEST_CASE("the page speaks the language of the program at once")
{
    ShownExchange shown;
    base::RecordId family;
    shown.takeIn(shown.quarrel(family));

    shown.here().desk().languages.setLanguage(QStringLiteral("ru"));
    shown.hands().settle();

    CHECK(shown.page().tabs()->tabText(0) == QStringLiteral("Принять"));
    CHECK(shown.page().tabs()->tabText(2) == QStringLiteral("Расхождения: 1"));
    CHECK(shown.said("taking.said").startsWith(QStringLiteral("Принято.")));
}

TEST_CASE("Ctrl+PgDown and Ctrl+PgUp go through the parts of exchange")
{
    ShownExchange shown;
    QTabWidget* tabs = shown.page().tabs();
    tabs->currentWidget()->setFocus();

    shown.hands().key(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(tabs->currentIndex() == 1);
    CHECK(tabs->currentWidget()->isAncestorOf(QApplication::focusWidget()));
    shown.hands().key(Qt::Key_PageUp, Qt::ControlModifier);
    shown.hands().key(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(tabs->currentIndex() == 3);
    tabs->tabBar()->setFocus();
    shown.hands().key(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(tabs->currentIndex() == 0);
}

TEST_CASE("findings stand in words and open their record")
{
    ShownExchange shown;
    const base::RecordId family = shown.there().create("family", { { "name", "Сафины" } });
    const base::RecordId absent { 5, 5 };
    const base::RecordId member = shown.there().create("member",
        { { "family", base::Value(family) }, { "person", base::Value(absent) },
            { "role", "mother" } });
    shown.takeIn(shown.fileFromThere());
    shown.page().tabs()->setCurrentIndex(3);
    shown.hands().settle();

    REQUIRE(shown.rows("signs") == 1);
    CHECK(shown.page().tabs()->tabText(3) == QStringLiteral("Findings: 1"));
    CHECK(shown.cell("signs", 0, 0) == QStringLiteral("Family member"));
    CHECK(shown.cell("signs", 0, 2)
              .contains(QStringLiteral("refers to a record that is not here. It comes by itself")));
    shown.find<QWidget>("signs")->setFocus();
    shown.hands().key(Qt::Key_Return);
    REQUIRE(shown.opened.size() == 1);
    CHECK(shown.opened.front().second == member);
}

namespace {

struct SignedMeeting
{
    explicit SignedMeeting(ShownExchange& exchange)
        : shown(exchange)
    {
        tests::TestDesk& here = shown.here();
        const auto body = here.create("body",
            { { "name", "Консилиум района" }, { "kind", "CONSILIUM" },
                { "territory", base::Value(here.seed("territory", "code = '16-01'")) } });
        const auto member = [&](int number, const char* role) {
            return base::Value(here.create("bodyMember",
                { { "body", base::Value(body) }, { "n", base::Value(number) },
                    { "surname", "Член" }, { "firstName", "Анна" }, { "post", "специалист" },
                    { "subject", "2" }, { "voting", base::Value(1) }, { "role", role },
                    { "from", "2015-01-01" } }));
        };
        meeting = here.create("meeting",
            { { "body", base::Value(body) }, { "date", here.desk().today() }, { "place", "Арск" },
                { "form", "working" }, { "timeStart", here.desk().today() + "T07:00:00Z" },
                { "chair", member(1, "chair") }, { "secretary", member(2, "secretary") } });
        shown.bringThere();
        sign();
    }
    void sign()
    {
        store::Store& store = shown.here().desk().store;
        const auto plan
            = store.read([&](const store::ReadTx& tx) { return tx.signPlan("meeting", meeting); });
        REQUIRE(plan);
        const auto done = store.write(
            { {}, {}, {}, "test" }, [&](store::WriteTx& tx) { return tx.sign(*plan); });
        INFO((done ? std::string() : describe(done.error())));
        REQUIRE(done);
    }
    /// What the other office wrote meanwhile comes beside the signature; the list of findings is
    /// before one.
    void comeBeside()
    {
        shown.there().clock().advance(60'000);
        shown.there().put("meeting", meeting, { { "place", "Кама-Тамак" } });
        shown.takeIn(shown.fileFromThere());
        shown.page().tabs()->setCurrentIndex(3);
        shown.hands().settle();
    }
    ShownExchange& shown;
    base::RecordId meeting;
};

} // namespace

TEST_CASE("what came beside a signature is told with both values and decided where it stands")
{
    ShownExchange shown;
    SignedMeeting of(shown);
    of.comeBeside();
    REQUIRE(shown.rows("signs") == 1);
    CHECK(shown.cell("signs", 0, 2)
              .startsWith(QStringLiteral("It was changed elsewhere after it was signed: ")));
    CHECK(shown.cell("signs", 0, 2).contains(QStringLiteral("say which one holds")));
    QStringList texts;
    for (const QLabel* label : shown.page().findChild<ui::SignView*>()->findChildren<QLabel*>())
        texts += label->text();
    CHECK(texts.join(QLatin1Char('\n')).contains(QStringLiteral("signed Арск, came Кама-Тамак")));

    shown.find<QWidget>("signs")->setFocus();
    shown.hands().key(Qt::Key_Return);
    CHECK(shown.opened.empty());
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("sign.keep"));

    SECTION("what is signed holds")
    {
        shown.press("sign.keep");
        CHECK(shown.rows("signs") == 0);
        CHECK(shown.here().get("meeting", of.meeting).life == "signed");
        CHECK(shown.here().value("meeting", of.meeting, "place") == base::Value("Арск"));
        CHECK_FALSE(shown.here().get("meeting", of.meeting).hasBeside);
        CHECK(shown.said("signs.said").startsWith(QStringLiteral("Decided")));
    }
    SECTION("the signature is cancelled, and the two are a difference like any other")
    {
        shown.press("sign.cancel");
        CHECK(shown.here().get("meeting", of.meeting).life != "signed");
        CHECK(shown.rows("signs") == 0);
        CHECK(shown.page().tabs()->tabText(2) == QStringLiteral("Differences: 1"));
    }
}

TEST_CASE("a finding between two records names the other one and leads to it")
{
    ShownExchange shown;
    const base::RecordId family = shown.here().create("family", { { "name", "Сафины" } });
    shown.bringThere();
    const base::RecordId person
        = shown.there().create("person", { { "surname", "Сафина" }, { "firstName", "Анна" } });
    shown.there().create("member",
        { { "family", base::Value(family) }, { "person", base::Value(person) },
            { "role", "mother" } });
    const auto heads = shown.here().get("family", family).heads;
    REQUIRE(shown.here().desk().store.write({ {}, {}, {}, "test" },
        [&](store::WriteTx& tx) { return tx.remove("family", family, heads); }));
    shown.takeIn(shown.fileFromThere());
    shown.page().tabs()->setCurrentIndex(3);
    shown.hands().settle();

    REQUIRE(shown.rows("signs") >= 1);
    CHECK(shown.cell("signs", 0, 2)
              .contains(
                  QStringLiteral("\"Сафины\" has been removed while this was entered. Restore")));
    shown.press("sign.openOther");
    REQUIRE(shown.opened.size() == 1);
    CHECK(shown.opened.front().second == family);

    shown.here().desk().privacy.setMasking(true);
    shown.hands().settle();
    CHECK_FALSE(shown.cell("signs", 0, 2).contains(QStringLiteral("Сафины")));
}

TEST_CASE("a family that two districts registered is told of, with what to do and the other card")
{
    ShownExchange shown;
    const base::RecordId family = shown.there().create("family",
        { { "name", "Сафины" },
            { "territory", base::Value(shown.there().seed("territory", "code = '16-01'")) } });
    const auto card = [&](tests::TestDesk& office, const char* code) {
        const base::RecordId centre = office.create("organisation",
            { { "code", code }, { "name", "КЦСОН" }, { "kind", "KCSON" },
                { "territory",
                    base::Value(office.seed("territory", std::string("code = '") + code + "'")) } });
        return office.create("episode",
            { { "family", base::Value(family) }, { "kind", "SUPPORT" },
                { "organisation", base::Value(centre) }, { "regDate", "2026-12-01" } });
    };
    shown.takeIn(shown.fileFromThere());
    const base::RecordId ours = card(shown.here(), "16-02");
    card(shown.there(), "16-01");
    shown.takeIn(shown.fileFromThere("later.patronat-batch"));
    shown.page().tabs()->setCurrentIndex(3);
    shown.hands().settle();

    QStringList told;
    for (int row = 0; row < shown.rows("signs"); ++row)
        told += shown.cell("signs", row, 2);
    const QString all = told.join(QLatin1Char('\n'));
    INFO(all.toStdString());
    CHECK(all.contains(QStringLiteral("The family is registered in two districts at once")));
    CHECK(all.contains(QStringLiteral("The former district hands the case over")));
    CHECK(all.contains(QStringLiteral("The family is registered twice")));
    CHECK(all.contains(QStringLiteral("The other one: Registration card")));
    CHECK_FALSE(all.contains(QStringLiteral("BR-")));

    shown.here().put("episode", ours, { { "endDate", "2026-12-20" } });
    shown.hands().settle();
    CHECK_FALSE(shown.cell("signs", 0, 2).contains(QStringLiteral("two districts")));
}
