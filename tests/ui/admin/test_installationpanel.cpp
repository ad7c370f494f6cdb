// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/identity.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/admin/installationpanel.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using ui::InstallationPanel;

namespace {

struct Shown
{
    explicit Shown(tests::TestDesk& office)
        : panel(office.desk(), nullptr)
        , hands(panel, office.desk().jobs)
    {
        office.desk().languages.setLanguage(QStringLiteral("ru"));
        panel.resize(1000, 640);
        panel.show();
        hands.settle();
    }
    /// Everything that stands on it.
    QString text() const
    {
        QStringList texts;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            texts += label->text();
        return texts.join(QLatin1Char('\n'));
    }
    QString said() const { return panel.findChild<QLabel*>(QStringLiteral("verify.said"))->text(); }
    InstallationPanel panel;
    tests::Hands hands;
};

} // namespace

TEST_CASE("an uncertified office reads in words what it is and where its data lie")
{
    tests::TestDesk office;
    const Shown shown(office);

    const QString text = shown.text();
    CHECK(text.contains(QStringLiteral("участков")));
    CHECK(text.contains(QStringLiteral("K01")));
    CHECK(text.contains(QStringLiteral("не удостоверена")));
    CHECK(text.contains(QStringLiteral("ru-ta")));
    CHECK(text.contains(QString::fromStdU16String(office.path().filename().u16string())));
}

TEST_CASE("a certified office says by whom and for which territories")
{
    tests::TestDesk office;
    base::SeededRandom random(3);
    const auto key = vault::createInstitution("Республиканский центр", random);
    REQUIRE(exchange::certifySite(office.desk().store, key, { "16-01" }).ok());
    const Shown shown(office);

    CHECK(shown.text().contains(QStringLiteral("Республиканский центр; удостоверена")));
    CHECK(shown.text().contains(QStringLiteral("Агрызский муниципальный район")));
}

TEST_CASE("the database is checked beside the window, and the last check is remembered")
{
    tests::TestDesk office;
    {
        Shown shown(office);
        CHECK(shown.said().contains(QStringLiteral("ещё не проверяли")));
        shown.panel.findChild<QPushButton*>(QStringLiteral("verify"))->setFocus();
        shown.hands.key(Qt::Key_Space);
        CHECK_FALSE(shown.panel.isVerifying());
        CHECK(shown.said().contains(QStringLiteral("Всё в порядке")));
    }
    const Shown again(office);
    CHECK(again.said().contains(QStringLiteral("всё было в порядке")));
}

TEST_CASE("a record that is not as its journal says is told in words")
{
    tests::TestDesk office;
    office.create("family", { { "name", "Сафины" } });
    REQUIRE(office.desk()
                .store
                .bulk([](store::Store::Inner& inner) -> base::Status {
                    inner.connection.execute("UPDATE family SET name = 'Другие'");
                    return {};
                })
                .ok());
    Shown shown(office);

    shown.panel.verify();
    shown.hands.settle();

    CHECK(shown.said().contains(QStringLiteral("Не всё в порядке")));
    CHECK(shown.said().contains(QStringLiteral("Запись расходится с журналом")));
}

TEST_CASE("a check can be stopped")
{
    tests::TestDesk office;
    Shown shown(office);

    shown.panel.verify();
    REQUIRE(shown.panel.isVerifying());
    QTest::mouseClick(shown.panel.findChild<QPushButton*>(QStringLiteral("verify.stop")), Qt::LeftButton);
    shown.hands.settle();

    CHECK_FALSE(shown.panel.isVerifying());
    CHECK(shown.said().contains(QStringLiteral("Остановлено")));
}
