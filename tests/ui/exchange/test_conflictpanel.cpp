// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchange/shownexchange.h"
#include "ui/exchange/linetable.h"
#include "ui/exchange/questionview.h"

#include <QLabel>
#include <QPushButton>
#include <catch2/catch.hpp>

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
    const bool isOursFirst = before.indexOf(QStringLiteral("222")) < before.indexOf(QStringLiteral("333"));

    shown.press(isOursFirst ? "question.take1" : "question.take2");

    CHECK(shown.here().value("family", family, "phone") == base::Value("222"));
    CHECK_FALSE(shown.here().get("family", family).hasConflicts);
    CHECK(shown.rows("conflicts") == 0);
    CHECK(shown.page().tabs()->tabText(2) == QStringLiteral("Differences"));
    CHECK(shown.said("conflicts.said").startsWith(QStringLiteral("Decided")));
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
