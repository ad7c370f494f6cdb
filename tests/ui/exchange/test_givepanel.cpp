// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/batchfile.h"
#include "core/exchange/identity.h"
#include "core/exchange/sites.h"
#include "tests/ui/exchange/shownexchange.h"
#include "ui/exchange/givepanel.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <catch2/catch.hpp>

#include <future>

using namespace patronat;
using tests::ShownExchange;

namespace {

QString write(ShownExchange& shown)
{
    const QString folder = QString::fromStdU16String(shown.stick().file("out").u16string());
    REQUIRE(QDir().mkpath(folder));
    shown.page().tabs()->setCurrentIndex(1);
    shown.page().giving().writeInto(folder);
    shown.hands().settle();
    const QStringList files = QDir(folder).entryList({ QStringLiteral("*.patronat-batch") });
    REQUIRE(files.size() == 1);
    return folder + QLatin1Char('/') + files.front();
}

exchange::Manifest manifestOf(const QString& file)
{
    const auto batch = exchange::readBatch(std::filesystem::path(file.toStdU16String()));
    REQUIRE(batch);
    return batch->manifest;
}

} // namespace

TEST_CASE("a file for everybody is written into the folder, and it is said what is in it")
{
    ShownExchange shown;
    shown.here().create("family", { { "name", "Сафины" } });

    const QString file = write(shown);

    const exchange::Manifest manifest = manifestOf(file);
    CHECK(manifest.recipient.isNull());
    const QString said = shown.said("giving.said");
    CHECK(said.startsWith(QStringLiteral("Written.")));
    CHECK(said.contains(file.section(QLatin1Char('/'), -1)));
    INFO(said.toStdString());
    CHECK(said.contains(QStringLiteral("changes: %1;").arg(QLocale().toString(static_cast<qulonglong>(manifest.operations)))));
    CHECK_FALSE(said.contains(QStringLiteral("Сафины")));
}

TEST_CASE("a file for one office bears its name and is chosen from those that are certified")
{
    ShownExchange shown;
    const auto theirs = exchange::membership(shown.there().desk().store);
    REQUIRE(theirs);
    REQUIRE(exchange::learnSite(shown.here().desk().store, theirs->certificate).ok());
    shown.here().create("family", { { "name", "Сафины" } });
    shown.page().giving().load();
    shown.hands().settle();
    shown.page().tabs()->setCurrentIndex(1);
    auto* to = shown.find<QComboBox>("giving.to");
    REQUIRE(to->count() == 2);
    to->setFocus();
    shown.hands().key(Qt::Key_Down);

    const QString file = write(shown);

    CHECK(manifestOf(file).recipient == shown.there().desk().store.site().id);
}

TEST_CASE("a folder that cannot be written to is told in words")
{
    ShownExchange shown;
    shown.page().tabs()->setCurrentIndex(1);

    shown.page().giving().writeInto(
        QString::fromStdU16String(shown.stick().file("nowhere/at/all").u16string()));
    shown.hands().settle();

    CHECK_FALSE(shown.find<QLabel>("giving.said")->isVisible());
    CHECK_FALSE(shown.said("giving.state").isEmpty());
    CHECK(shown.find<QLabel>("giving.state")->isVisible());
}

TEST_CASE("what is written says how far it is, and one that is stopped leaves no file")
{
    ShownExchange shown;
    for (int i = 0; i < 600; ++i)
        shown.here().create("family", { { "name", "Семья " + std::to_string(i) } });
    const QString folder = QString::fromStdU16String(shown.stick().file("out").u16string());
    REQUIRE(QDir().mkpath(folder));
    shown.page().tabs()->setCurrentIndex(1);
    auto* progress = shown.find<QProgressBar>("giving.progress");
    CHECK_FALSE(progress->isVisible());
    CHECK_FALSE(progress->accessibleName().isEmpty());

    // Both threads are busy as long as the hand is at the button: nothing is written before it is
    // pressed.
    std::promise<void> pressed;
    const std::shared_future<void> wait = pressed.get_future().share();
    for (int i = 0; i < 2; ++i)
        shown.here().desk().jobs.run(
            &shown.page(),
            [wait](base::Job&) {
                wait.wait();
                return 0;
            },
            [](int) {});
    shown.page().giving().writeInto(folder);
    CHECK(progress->isVisible());
    auto* stop = shown.find<QPushButton>("giving.stop");
    CHECK(stop->hasFocus());
    stop->click();
    CHECK_FALSE(stop->isEnabled()); // heard, and not to be pressed twice
    pressed.set_value();
    shown.hands().settle();
    CHECK_FALSE(progress->isVisible());
    CHECK(QDir(folder).entryList({ QStringLiteral("*") }, QDir::Files).isEmpty());
    CHECK(shown.said("giving.state").startsWith(QStringLiteral("Stopped")));

    shown.page().giving().writeInto(folder);
    shown.hands().settle();
    CHECK(progress->value() > 0);
    CHECK(QDir(folder).entryList({ QStringLiteral("*.patronat-batch") }).size() == 1);
}
