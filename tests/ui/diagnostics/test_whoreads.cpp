// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/results.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/formpage.h"

#include <QLabel>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// A kept sheet, and two people: one who may read answers, and one who may not.
struct Kept
{
    TestDesk office;
    RecordId psychologist = office.create(
        "staff", { { "surname", "Сафина" }, { "firstName", "Гузель" }, { "role", "PSYCH" } });
    RecordId specialist = office.create(
        "staff", { { "surname", "Галиева" }, { "firstName", "Алия" }, { "role", "DISTRICT" } });
    RecordId result;
    RecordId sheet;

    Kept()
    {
        const RecordId family = office.create("family", { { "name", "Ивановы" } });
        const RecordId session
            = office.create("diagnostics", { { "family", Value(family) }, { "date", "2027-01-10" } });
        const auto instrument = profile::instrument(office.desk().profile(), "SITU");
        REQUIRE(instrument.ok());
        diagnostics::NewResult filled;
        filled.diagnostics = session;
        filled.date = "2027-01-10";
        filled.respondentKind = "specialist";
        for (int n = 1; n <= 12; ++n)
            filled.sheet.answers[std::to_string(n)] = { (n == 4 ? 2 : 1) * profile::kPoint, {} };
        const auto done = office.desk().store.write({ psychologist, {}, {}, "test" },
            [&](store::WriteTx& tx) { return diagnostics::record(tx, *instrument, filled); });
        REQUIRE(done.ok());
        result = done->record;
        sheet = office.all("answerSheet").front();
    }
};

bool shows(const QWidget& page, const QString& text)
{
    for (const QWidget* widget : page.findChildren<QWidget*>())
        if (widget->isVisible()
            && (widget->property("text").toString().contains(text)
                || widget->property("plainText").toString().contains(text)))
            return true;
    return false;
}

} // namespace

TEST_CASE("whoever may not read answers sees the scales and the level, and who sees the rest")
{
    Kept at;
    at.office.desk().setAuthor(at.specialist);
    ui::FormPage page(at.office.desk(), "instrumentResult", ui::FormPage::Frame::Alone, nullptr);
    page.resize(1200, 900);
    page.show();
    page.session().open(at.result);
    tests::Hands(page, at.office.desk().jobs).settle();
    const auto* hidden = page.findChild<QLabel*>(QStringLiteral("hidden.answerSheet"));
    REQUIRE(hidden != nullptr);
    CHECK(hidden->isVisible());
    CHECK_FALSE(shows(page, QStringLiteral("\"4\": 2")));
    CHECK(shows(page, QStringLiteral("средний")));
    // Somebody else sits down.
    at.office.desk().setAuthor(at.psychologist);
    tests::Hands(page, at.office.desk().jobs).settle();
    CHECK(page.findChild<QLabel*>(QStringLiteral("hidden.answerSheet")) == nullptr);
    CHECK(shows(page, QStringLiteral("\"4\": 2")));
}

TEST_CASE("a sheet that is not for one is not opened by any way")
{
    Kept at;
    at.office.desk().setAuthor(at.specialist);
    ui::FormPage page(at.office.desk(), "answerSheet", ui::FormPage::Frame::Alone, nullptr);
    page.show();
    page.session().open(at.sheet);
    tests::Hands(page, at.office.desk().jobs).settle();
    CHECK(page.session().state() == ui::FormSession::State::Failed);
    CHECK_FALSE(shows(page, QStringLiteral("\"4\": 2")));
    at.office.desk().setAuthor(at.psychologist);
    ui::FormPage own(at.office.desk(), "answerSheet", ui::FormPage::Frame::Alone, nullptr);
    own.show();
    own.session().open(at.sheet);
    tests::Hands(own, at.office.desk().jobs).settle();
    CHECK(own.session().state() == ui::FormSession::State::Ready);
}
