// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchange/shownexchange.h"
#include "ui/exchange/linetable.h"
#include "ui/exchange/takepanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QPushButton>
#include <QSemaphore>
#include <QTest>
#include <QUrl>
#include <catch2/catch.hpp>

using namespace patronat;
using tests::ShownExchange;

namespace {

/// Keeps every thread of the runner until it goes: what is started meanwhile waits.
class Standstill
{
public:
    explicit Standstill(ui::JobRunner& jobs)
    {
        for (int i = 0; i < kThreads; ++i)
            jobs.runLong(
                &m_context,
                [gate = m_gate, begun = m_begun](base::Job&) {
                    begun->release();
                    gate->acquire();
                    return 0;
                },
                [](int) {});
        m_begun->acquire(kThreads);
    }
    ~Standstill() { m_gate->release(kThreads); }

private:
    static constexpr int kThreads = 3; ///< of long jobs, as many as the runner has
    QObject m_context;
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
    std::shared_ptr<QSemaphore> m_begun = std::make_shared<QSemaphore>();
};

} // namespace

TEST_CASE("a file of another office is first looked at, which changes nothing, and taken in when told to")
{
    ShownExchange shown;
    const base::RecordId family = shown.there().create("family", { { "name", "Сафины" } });
    const QString file = shown.fileFromThere();

    shown.page().taking().look({ file });
    shown.hands().settle();

    CHECK(shown.said("taking.said").startsWith(QStringLiteral("Nothing is changed yet.")));
    CHECK(shown.here().all("family").empty());
    CHECK(shown.rows("files") == 1);
    CHECK(shown.cell("files", 0, 0) == QStringLiteral("there.patronat-batch"));
    CHECK(shown.cell("files", 0, 4).startsWith(QStringLiteral("Can be taken in")));

    shown.press("taking.take");

    CHECK(shown.said("taking.said").startsWith(QStringLiteral("Taken in.")));
    CHECK(shown.here().value("family", family, "name") == base::Value("Сафины"));
    CHECK_FALSE(shown.find<QPushButton>("taking.take")->isEnabled());
}

TEST_CASE("what was taken in is said by office and kind of record")
{
    ShownExchange shown;
    shown.there().create("family", { { "name", "Сафины" } });
    shown.there().create("family", { { "name", "Агишевы" } });

    shown.takeIn(shown.fileFromThere());

    bool isFound = false;
    for (int row = 0; row < shown.rows("lines"); ++row)
        isFound = isFound
            || (shown.cell("lines", row, 0) == QStringLiteral("K01") && shown.cell("lines", row, 1) == QStringLiteral("Family")
                && shown.cell("lines", row, 2) == QStringLiteral("2"));
    CHECK(isFound);
}

TEST_CASE("a file of an office that nobody certifies is taken in only when a person vouches for it")
{
    ShownExchange shown(false);
    const base::RecordId family = shown.there().create("family", { { "name", "Сафины" } });
    shown.page().taking().look({ shown.fileFromThere() });
    shown.hands().settle();
    CHECK(shown.cell("files", 0, 4).startsWith(QStringLiteral("Refused.")));
    CHECK_FALSE(shown.find<QPushButton>("taking.take")->isEnabled());
    auto* vouch = shown.find<QCheckBox>("taking.uncertified");
    REQUIRE(vouch->isVisible());
    CHECK_FALSE(vouch->isChecked());

    vouch->setFocus();
    shown.hands().key(Qt::Key_Space);
    CHECK(shown.cell("files", 0, 4).startsWith(QStringLiteral("Can be taken in; the office is not certified")));
    shown.press("taking.take");

    CHECK(shown.here().value("family", family, "name") == base::Value("Сафины"));
}

TEST_CASE("a broken file is refused in words without its folder, and the others are taken in")
{
    ShownExchange shown;
    const base::RecordId family = shown.there().create("family", { { "name", "Сафины" } });
    const QString whole = shown.fileFromThere();
    const QString cut = QString::fromStdU16String(shown.stick().file("cut.patronat-batch").u16string());
    REQUIRE(QFile::copy(whole, cut));
    QFile file(cut);
    REQUIRE(file.resize(file.size() / 2));

    shown.page().taking().look({ cut, whole });
    shown.hands().settle();
    const QString why = shown.cell("files", 0, 4);
    CHECK(why.startsWith(QStringLiteral("Refused.")));
    CHECK(why.contains(QStringLiteral("cut.patronat-batch")));
    CHECK_FALSE(why.contains(QLatin1Char('/')));
    CHECK_FALSE(why.contains(QStringLiteral("cutOff")));
    shown.press("taking.take");

    CHECK(shown.here().value("family", family, "name") == base::Value("Сафины"));
    CHECK(shown.said("taking.said").contains(QStringLiteral("of them refused: 1")));
}

TEST_CASE("looking at files can be stopped, and the window goes on meanwhile")
{
    ShownExchange shown;
    shown.there().create("family", { { "name", "Сафины" } });
    const QString file = shown.fileFromThere();
    {
        const Standstill standstill(shown.here().desk().jobs);
        shown.page().taking().look({ file });
        auto* stop = shown.find<QPushButton>("taking.stop");
        REQUIRE(stop->isVisible());
        CHECK(shown.page().taking().isBusy());
        CHECK_FALSE(shown.find<QPushButton>("taking.choose")->isEnabled());
        QTest::mouseClick(stop, Qt::LeftButton);
    }
    shown.hands().settle();

    CHECK(shown.said("taking.said") == QStringLiteral("Stopped. Nothing was changed."));
    CHECK_FALSE(shown.page().taking().isBusy());
    CHECK(shown.here().all("family").empty());
}

TEST_CASE("what was stopped while it was taken in goes on by the same press")
{
    ShownExchange shown;
    const base::RecordId family = shown.there().create("family", { { "name", "Сафины" } });
    shown.page().taking().look({ shown.fileFromThere() });
    shown.hands().settle();
    {
        const Standstill standstill(shown.here().desk().jobs);
        QTest::mouseClick(shown.find<QPushButton>("taking.take"), Qt::LeftButton);
        QTest::mouseClick(shown.find<QPushButton>("taking.stop"), Qt::LeftButton);
    }
    shown.hands().settle();
    CHECK(shown.said("taking.said").startsWith(QStringLiteral("Stopped. What was taken in so far stays")));

    shown.press("taking.take");

    CHECK(shown.said("taking.said").startsWith(QStringLiteral("Taken in.")));
    CHECK(shown.here().value("family", family, "name") == base::Value("Сафины"));
}

TEST_CASE("an entry of the report opens its record by Enter")
{
    ShownExchange shown;
    base::RecordId family;
    shown.takeIn(shown.quarrel(family));

    REQUIRE(shown.rows("entries") == 1);
    CHECK(shown.cell("entries", 0, 0) == QStringLiteral("Filled differently"));
    CHECK(shown.cell("entries", 0, 2) == QStringLiteral("Сафины"));
    auto* entries = shown.find<ui::LineTable>("entries");
    entries->setFocus();
    entries->setCurrentIndex(entries->lines().index(0, 0));
    shown.hands().key(Qt::Key_Return);

    REQUIRE(shown.opened.size() == 1);
    CHECK(shown.opened.front() == std::pair<std::string, base::RecordId>("family", family));
}

TEST_CASE("files are dropped anywhere on the page, and what is no batch is left alone")
{
    ShownExchange shown;
    shown.there().create("family", { { "name", "Сафины" } });
    const QString file = shown.fileFromThere();
    shown.page().tabs()->setCurrentIndex(2);
    const auto drop = [&](const QString& path) {
        QMimeData mime;
        mime.setUrls({ QUrl::fromLocalFile(path) });
        QDragEnterEvent enter({ 20, 20 }, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&shown.page(), &enter);
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&shown.page(), &event);
        shown.hands().settle();
    };

    drop(QString::fromStdU16String(shown.here().path().u16string()));
    CHECK(shown.page().tabs()->currentIndex() == 2);

    drop(file);
    CHECK(shown.page().tabs()->currentIndex() == 0);
    CHECK(shown.rows("files") == 1);
}
