// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchange/shownexchange.h"
#include "ui/exchange/linetable.h"
#include "ui/exchange/questionview.h"
#include "ui/forms/loadedrecord.h"

#include <QLabel>
#include <QPushButton>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace patronat;
using tests::ShownExchange;

namespace {

QStringList texts(ShownExchange& shown)
{
    QStringList out;
    const auto labels = shown.page().findChild<ui::QuestionView*>()->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        out += label->text();
    return out;
}

/// Takes the other's telephone in and goes to the differences.
base::RecordId quarrel(ShownExchange& shown)
{
    base::RecordId family;
    shown.takeIn(shown.quarrel(family));
    shown.page().tabs()->setCurrentIndex(2);
    shown.hands().settle();
    return family;
}

QString shownOrganisation(tests::TestDesk& office, const char* code)
{
    const auto id = office.seed("organisation", std::string("code = '") + code + "'");
    return QString::fromStdString(
        std::string(office.value("organisation", id, "shortName").textOr({})));
}

} // namespace

TEST_CASE("a difference is shown with what stood before and both values, and one press decides it")
{
    ShownExchange shown;
    const base::RecordId family = quarrel(shown);
    CHECK(shown.page().tabs()->tabText(2) == QStringLiteral("Differences: 1"));
    REQUIRE(shown.rows("conflicts") == 1);
    const QStringList before = texts(shown);
    CHECK(before.contains(QStringLiteral("Before: 111")));
    CHECK(before.contains(QStringLiteral("222")));
    CHECK(before.contains(QStringLiteral("333")));
    const bool isOursFirst
        = before.indexOf(QStringLiteral("222")) < before.indexOf(QStringLiteral("333"));

    shown.press(isOursFirst ? "question.take1" : "question.take2");

    CHECK(shown.here().value("family", family, "phone") == base::Value("222"));
    CHECK_FALSE(shown.here().get("family", family).hasConflicts);
    CHECK(shown.rows("conflicts") == 0);
    CHECK(shown.page().tabs()->tabText(2) == QStringLiteral("Differences"));
    CHECK(shown.said("conflicts.said").startsWith(QStringLiteral("Decided")));
}

TEST_CASE("each value of a difference says who wrote it, of which office, and when")
{
    ShownExchange shown;
    tests::TestDesk& here = shown.here();
    const auto staffOf = [&](const char* surname, const char* office) {
        const base::RecordId organisation
            = here.seed("organisation", std::string("code = '") + office + "'");
        return here.create("staff",
            { { "surname", surname }, { "firstName", "Анна" }, { "patronymic", "Петровна" },
                { "post", "специалист" }, { "organisation", base::Value(organisation) } });
    };
    const base::RecordId ours = staffOf("Иванова", "K01");
    const base::RecordId theirs = staffOf("Петрова", "K02");
    const base::RecordId family
        = here.create("family", { { "name", "Сафины" }, { "phone", "111" } });
    shown.bringThere();
    const auto write = [&](tests::TestDesk& desk, base::RecordId author, const char* phone) {
        const auto heads = desk.get("family", family).heads;
        REQUIRE(desk.desk().store.write({ author, {}, {}, "test" }, [&](store::WriteTx& tx) {
            return tx.put("family", family, heads, { { "phone", phone } });
        }));
    };
    write(here, ours, "222");
    shown.there().clock().advance(60'000);
    write(shown.there(), theirs, "333");
    shown.takeIn(shown.fileFromThere());
    shown.page().tabs()->setCurrentIndex(2);
    shown.hands().settle();

    const auto says = [&](const char* surname, const char* office) {
        const QString name = shownOrganisation(here, office);
        const QStringList all = texts(shown);
        return std::any_of(all.begin(), all.end(), [&](const QString& text) {
            return text.startsWith(QString::fromUtf8(surname) + QStringLiteral(" А.П., ") + name
                       + QStringLiteral(", "))
                && text.contains(QStringLiteral(".202"));
        });
    };
    CHECK(says("Иванова", "K01"));
    CHECK(says("Петрова", "K02"));

    // The strip at the field of the form says the same.
    const auto loaded = here.desk().store.read([&](const store::ReadTx& tx) {
        return ui::loadRecord(tx, here.desk().store.rules(), "family", family, "ru");
    });
    REQUIRE(loaded);
    CHECK(QString::fromStdString(loaded->titles.at(theirs))
        == QStringLiteral("Петрова А.П., ") + shownOrganisation(here, "K02"));
}

TEST_CASE("a difference that came anew after it was shown is not decided by the press")
{
    ShownExchange shown;
    const base::RecordId family = quarrel(shown);
    shown.there().clock().advance(60'000);
    shown.there().put("family", family, { { "phone", "444" } });
    const QString later = shown.fileFromThere("later.patronat-batch");
    auto* take = shown.find<QPushButton>("question.take1");
    REQUIRE(take != nullptr);

    take->click();
    shown.hands().settle();
    shown.takeIn(later);

    const auto& conflicts = shown.here().get("family", family);
    CHECK(conflicts.hasConflicts);
    shown.page().tabs()->setCurrentIndex(2);
    CHECK(shown.rows("conflicts") == 1);
}

TEST_CASE("the record of a difference is opened from the list and from the question")
{
    ShownExchange shown;
    const base::RecordId family = quarrel(shown);
    auto* table = shown.find<ui::LineTable>("conflicts");
    table->setFocus();
    shown.hands().key(Qt::Key_Return);
    shown.press("question.open");

    REQUIRE(shown.opened.size() == 2);
    CHECK(shown.opened[0].second == family);
    CHECK(shown.opened[1].second == family);
}

TEST_CASE("while others are near neither the list nor the question names anybody")
{
    ShownExchange shown;
    quarrel(shown);

    shown.here().desk().privacy.setMasking(true);
    shown.hands().settle();

    CHECK(shown.cell("conflicts", 0, 1) == QStringLiteral("С•••"));
    for (const QString& text : texts(shown)) {
        CHECK_FALSE(text.contains(QStringLiteral("Сафины")));
        CHECK_FALSE(text.contains(QStringLiteral("333")));
    }
}
