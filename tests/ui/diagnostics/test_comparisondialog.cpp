// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/results.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/diagnostics/comparisondialog.h"
#include "ui/forms/formpage.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QTest>
#include <QTreeWidget>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

struct Family
{
    TestDesk office;
    RecordId family = office.create("family", { { "name", "Ивановы" } });
    RecordId last; ///< diagnostics
    QPointer<ui::ComparisonDialog> dialog;

    /// A SITU, its first `bad` questions rated highest.
    void fill(const std::string& day, int bad)
    {
        last = office.create("diagnostics", { { "family", Value(family) }, { "date", day } });
        const auto instrument = profile::instrument(office.desk().profile(), "SITU");
        REQUIRE(instrument.ok());
        diagnostics::NewResult filled;
        filled.diagnostics = last;
        filled.date = day;
        filled.respondentKind = "specialist";
        for (int n = 1; n <= 12; ++n)
            filled.sheet.answers[std::to_string(n)] = { (n <= bad ? 3 : 1) * profile::kPoint, {} };
        REQUIRE(office.desk()
                    .store
                    .write({ {}, {}, {}, "test" },
                        [&](store::WriteTx& tx) { return diagnostics::record(tx, *instrument, filled); })
                    .ok());
    }
    void open()
    {
        dialog = new ui::ComparisonDialog(office.desk(), family, {}, nullptr);
        dialog->show();
        tests::Hands(*dialog, office.desk().jobs).settle();
    }
    ~Family() { delete dialog; }
    QComboBox* box(const char* name) const { return dialog->findChild<QComboBox*>(QString::fromLatin1(name)); }
    QString headline() const { return dialog->findChild<QLabel*>(QStringLiteral("comparison.headline"))->text(); }
    QTreeWidget* lines() const { return dialog->findChild<QTreeWidget*>(); }
};

} // namespace

TEST_CASE("the first and the last stand beside each other at once, and it is said in words what is better")
{
    Family at;
    at.fill("2026-10-10", 8);
    at.fill("2026-11-20", 6);
    at.fill("2027-01-10", 0);
    at.open();
    REQUIRE(at.box("comparison.before")->count() == 3);
    CHECK(at.box("comparison.before")->currentText().startsWith(QStringLiteral("10.10.2026")));
    CHECK(at.box("comparison.now")->currentText().startsWith(QStringLiteral("10.01.2027")));
    CHECK(at.headline().contains(QStringLiteral("better")));
    CHECK(at.headline().contains(QStringLiteral("→")));
    REQUIRE(at.lines()->topLevelItemCount() > 0);
    CHECK(at.lines()->topLevelItem(0)->text(1) == QStringLiteral("8"));
    // Any two, by keyboard.
    at.box("comparison.before")->setFocus();
    QTest::keyClick(at.box("comparison.before"), Qt::Key_Down);
    CHECK(at.box("comparison.before")->currentText().startsWith(QStringLiteral("20.11.2026")));
    QTest::keyClick(at.box("comparison.before"), Qt::Key_Down);
    CHECK(at.headline().contains(QStringLiteral("one and the same")));
    CHECK_FALSE(at.lines()->isVisible());
    at.box("comparison.now")->setFocus();
    QTest::keyClick(at.box("comparison.now"), Qt::Key_Up);
    CHECK(at.headline().contains(QStringLiteral("worse")));
    const auto* remarks = at.dialog->findChild<QLabel*>(QStringLiteral("comparison.remarks"));
    CHECK(remarks->isVisible());
    QTest::keyClick(at.dialog, Qt::Key_Escape);
    CHECK_FALSE(at.dialog->isVisible());
}

TEST_CASE("where nothing can be compared the window says so")
{
    Family at;
    at.open();
    CHECK(at.headline().contains(QStringLiteral("No instrument")));
    delete at.dialog;
    at.fill("2026-10-10", 3);
    at.open();
    CHECK(at.headline().contains(QStringLiteral("one result only")));
}

TEST_CASE("the form of a diagnostics leads to the comparison")
{
    Family at;
    at.fill("2026-10-10", 8);
    at.fill("2027-01-10", 0);
    ui::FormPage page(at.office.desk(), "diagnostics", ui::FormPage::Frame::Alone, nullptr);
    page.resize(1200, 700);
    page.show();
    page.session().open(at.last);
    tests::Hands hands(page, at.office.desk().jobs);
    hands.settle();
    const auto* compare = page.findChild<QAction*>(QStringLiteral("compareResults"));
    REQUIRE(compare != nullptr);
    CHECK(compare->isEnabled());
    hands.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    hands.settle();
    const auto* dialog = page.findChild<ui::ComparisonDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->findChild<QTreeWidget*>()->topLevelItemCount() > 0);
}
