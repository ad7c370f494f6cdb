// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/testdesk.h"
#include "ui/common/privacy.h"
#include "ui/common/valuetext.h"

#include <QLocale>
#include <catch2/catch.hpp>

using namespace patronat;

TEST_CASE("values read as a person writes them")
{
    tests::TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    const profile::RecordType& episode = *office.desk().profile().type("episode");
    const ui::ValueWriter writer(office.desk().profile(), "ru");

    CHECK(writer.text(*episode.field("regDate"), base::Value("2027-03-12"))
        == QStringLiteral("12.03.2027"));
    CHECK(writer.text(*episode.field("housingAreaTotal"), base::Value(545))
        == QStringLiteral("54,5"));
    CHECK(writer.text(*episode.field("consentRefused"), base::Value(1)) == QStringLiteral("да"));
    CHECK(writer.text(*episode.field("legalStatus"), base::Value("SOP"))
              .startsWith(QStringLiteral("социально опасное положение")));
}

TEST_CASE("a moment is told in the time the region lives by, however the computer is set")
{
    tests::TestDesk office;
    const QTimeZone region = ui::zoneOf(office.desk().profile());

    CHECK(region.id() == "Europe/Moscow");
    CHECK(ui::momentText("2027-03-12T07:00:00Z", region) == QStringLiteral("12.03.2027 10:00"));
    CHECK(ui::momentText("2027-03-12T22:30:00Z", region) == QStringLiteral("13.03.2027 01:30"));
    CHECK(ui::momentText("no moment", region) == QStringLiteral("no moment"));
    CHECK(ui::zoneOf(profile::Profile {}) == QTimeZone::systemTimeZone());
}

TEST_CASE("a member of a family is named by the person and what he is to it")
{
    tests::TestDesk office;
    const base::RecordId family = office.create("family", { { "name", "Сафины" } });
    const base::RecordId person = office.create("person",
        { { "surname", "Сафина" }, { "firstName", "Анна" }, { "birthDate", "1985-02-03" } });
    const base::RecordId member = office.create("member",
        { { "family", base::Value(family) }, { "person", base::Value(person) },
            { "role", "mother" } });

    const auto title
        = office.desk().store.read([&](const store::ReadTx& tx) -> base::Result<std::string> {
              return ui::recordTitle(tx, office.desk().store.rules(), "member", member, "ru");
          });

    REQUIRE(title);
    CHECK(*title == "Сафина Анна, 1985 (мать)");
}

TEST_CASE("while others are near a name keeps its first letters only")
{
    ui::Privacy privacy;
    CHECK(privacy.veiled(QStringLiteral("Сафина Анна")) == QStringLiteral("Сафина Анна"));
    privacy.setMasking(true);
    CHECK(privacy.veiled(QStringLiteral("Сафина Анна")) == QStringLiteral("С••• А•••"));
}

TEST_CASE("a title names codes by their labels, in the language of the window")
{
    tests::TestDesk office;
    const auto& profile = office.desk().profile();
    const auto title = [&](const char* language) {
        return ui::valuesTitle(profile, office.desk().store.rules(), *profile.type("consent"),
            { { "purpose", base::Value("support") }, { "signedAt", base::Value("2027-01-12") } },
            language);
    };
    CHECK(title("en")
        == std::string(
               profile::labelIn(profile.classifier("consentPurpose")->code("support")->label, "en"))
            + ", 12.01.2027");
    CHECK(title("ru").starts_with(
        profile::labelIn(profile.classifier("consentPurpose")->code("support")->label, "ru")));
}
