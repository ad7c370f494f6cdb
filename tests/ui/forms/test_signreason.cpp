// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keptreasons.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/formpage.h"
#include "ui/forms/signreasondialog.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// A meeting whose protocol is made beforehand: its day is tomorrow, which asks for a reason.
struct EarlyProtocol
{
    explicit EarlyProtocol(TestDesk& desk, const char* form = "working")
        : office(desk)
        , body(desk.create("body",
              { { "name", "Консилиум района" }, { "kind", "CONSILIUM" },
                  { "territory", Value(desk.seed("territory", "code = '16-01'")) } }))
        , meeting(desk.create("meeting",
              { { "body", Value(body) }, { "date", "2027-01-20" }, { "place", "Арск" },
                  { "form", form }, { "timeStart", "2027-01-20T07:00:00Z" },
                  { "chair", member(1, "chair") }, { "secretary", member(2, "secretary") } }))
        , page(desk.desk(), "meeting", ui::FormPage::Frame::Alone, nullptr)
        , hands(page, desk.desk().jobs)
    {
        desk.desk().languages.setLanguage(QStringLiteral("en"));
        page.resize(1200, 800);
        page.show();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        page.session().open(meeting);
        hands.settle();
        hands.settle();
    }
    Value member(int number, const char* role)
    {
        return Value(office.create("bodyMember",
            { { "body", Value(body) }, { "n", Value(number) }, { "surname", "Член" },
                { "firstName", "Анна" }, { "post", "специалист" }, { "subject", "2" },
                { "voting", Value(1) }, { "role", role }, { "from", "2015-01-01" } }));
    }
    void press(const char* words)
    {
        for (auto* button : page.findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == QString::fromUtf8(words)) {
                button->click();
                hands.settle();
                return;
            }
        FAIL("no button: " << words);
    }
    /// The button on the page, and the question after it.
    ui::SignReasonDialog* sign()
    {
        press("Sign");
        for (auto* button : page.findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == QStringLiteral("Sign")
                && button->parentWidget()->property("role") == QStringLiteral("notice"))
                button->click();
        hands.settle();
        hands.settle();
        return dialog();
    }
    ui::SignReasonDialog* dialog() const { return page.findChild<ui::SignReasonDialog*>(); }
    bool says(const char* words) const
    {
        const auto labels = page.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(words));
        });
    }
    std::vector<store::KeptReason> kept() const
    {
        auto read = office.desk().store.read(
            [&](const store::ReadTx& tx) -> base::Result<std::vector<store::KeptReason>> {
                return store::reasonsOf(tx, meeting);
            });
        REQUIRE(read);
        return *read;
    }
    std::string life() const { return office.get("meeting", meeting).life; }

    TestDesk& office;
    RecordId body;
    RecordId meeting;
    ui::FormPage page;
    tests::Hands hands;
};

} // namespace

TEST_CASE("what is unusual is shown before signing, and with an explanation it is signed")
{
    TestDesk office;
    EarlyProtocol form(office);
    ui::SignReasonDialog* dialog = form.sign();
    REQUIRE(dialog != nullptr);
    CHECK(form.life() == "draft");
    auto* rule = dialog->findChild<QLabel*>(QStringLiteral("signReason.rule"));
    REQUIRE(rule != nullptr);
    CHECK(rule->text().contains(QStringLiteral("meeting is in the future")));
    auto* reason = dialog->findChild<QPlainTextEdit*>(QStringLiteral("signReason.reason"));
    auto* button = dialog->findChild<QPushButton*>(QStringLiteral("signReason.sign"));
    REQUIRE(reason->hasFocus());
    CHECK_FALSE(button->isEnabled());

    // Neither the keys nor two letters sign without an explanation.
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClicks(reason, QStringLiteral("no"));
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    form.hands.settle();
    CHECK(form.life() == "draft");
    QTest::keyClicks(reason, QStringLiteral(" time on the day itself"));
    CHECK(button->isEnabled());
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    form.hands.settle();
    form.hands.settle();

    CHECK(form.life() == "signed");
    const auto kept = form.kept();
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().reason == "no time on the day itself");
    CHECK(kept.front().rule == "meeting-future");
}

TEST_CASE("whoever does not explain does not sign, and the form stays as it was")
{
    TestDesk office;
    EarlyProtocol form(office);
    QPointer<ui::SignReasonDialog> dialog = form.sign();
    REQUIRE(dialog != nullptr);
    QTest::keyClick(dialog.data(), Qt::Key_Escape);
    form.hands.settle();
    CHECK(form.life() == "draft");
    CHECK(form.kept().empty());
    CHECK(form.page.session().state() == ui::FormSession::State::Ready);
    REQUIRE(form.sign() != nullptr); // and may be asked again
}

TEST_CASE("what only the signing finds out is said in the profile's words")
{
    TestDesk office;
    EarlyProtocol form(office, "inPerson"); // nobody is present
    CHECK(form.sign() == nullptr);
    CHECK(form.life() == "draft");
    CHECK(form.says("Not yet complete for signing:"));
    CHECK(form.says("No quorum"));
    CHECK_FALSE(form.says("BR-21"));
}
