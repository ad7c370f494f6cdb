// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/common/theme.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>

#include <cstdio>

using namespace patronat;

namespace {

constexpr int kFamilies = 76000;
constexpr int kAtOnce = 4000;

/// The longest the GUI thread let a timer of no delay wait: the longest frame.
class Frames
{
public:
    Frames()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_last.restart());
        });
        m_last.start();
        m_timer.start(0);
    }
    qint64 longest() { return std::exchange(m_longest, 0); }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    qint64 m_longest = 0;
};

void say(const char* what, qint64 wall, qint64 frame)
{
    std::printf("%-34s %5lld ms, longest frame %4lld ms\n", what, static_cast<long long>(wall),
        static_cast<long long>(frame));
}

} // namespace

// Hidden: a figure is for eyes, and a busy machine is no fault of the program. Run: test_ui_shell "[.frames]"
TEST_CASE("76,000 families in the list, in figures", "[.frames]")
{
    tests::TestDesk office;
    ui::applyTheme(*qApp, ui::Scheme::Light, 100);
    const base::Value territory(office.seed("territory", "1"));
    for (int first = 0; first < kFamilies; first += kAtOnce) {
        const auto written = office.desk().store.write({ {}, {}, {}, "test" }, [&](store::WriteTx& tx) -> base::Status {
            for (int i = first; i < first + kAtOnce; ++i)
                PATRONAT_TRY(tx.create("family",
                    { { "name", "Семья " + std::to_string(i * 7919 % kFamilies) }, { "territory", territory },
                        { "addrFact.street", "Садовая" }, { "phone", std::to_string(i) } }));
            return {};
        });
        REQUIRE(written);
    }
    ui::MainWindow window(office.desk(), ui::listsOf(office.desk().profile()));
    tests::Hands hands(window, office.desk().jobs);
    window.resize(1366, 768);
    window.show();
    hands.settle();
    Frames frames;
    QElapsedTimer wall;
    const auto until = [&](auto isDone) { REQUIRE(QTest::qWaitFor(isDone, 30000)); };
    wall.start();
    window.go(QStringLiteral("families"));
    auto* list = qobject_cast<ui::ListPage*>(window.currentPage());
    until([&] { return list->model().rowCount() == kFamilies && !list->model().recordAt(0).isNull(); });
    say("the list is there", wall.elapsed(), frames.longest());
    wall.restart();
    for (const Qt::Key key : { Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageUp, Qt::Key_Home, Qt::Key_PageDown }) {
        const bool isFar = key == Qt::Key_End || key == Qt::Key_Home;
        QTest::keyClick(list->view(), key, isFar ? Qt::ControlModifier : Qt::NoModifier);
        until([&] { return !list->model().recordAt(list->view()->currentIndex().row()).isNull(); });
    }
    say("End, up, up, Home, down", wall.elapsed(), frames.longest());
    wall.restart();
    list->model().sort(1, Qt::DescendingOrder);
    until([&] { return !list->model().isLoading(); });
    say("sorted by the number", wall.elapsed(), frames.longest());
    wall.restart();
    list->focusSearch();
    for (const QChar letter : QStringLiteral("семья 123"))
        QTest::simulateEvent(list->search(), true, 0, Qt::NoModifier, QString(letter), false);
    until([&] { return list->model().rowCount() < 1000 && !list->model().isLoading(); });
    say("nine letters typed, answered", wall.elapsed(), frames.longest());
    wall.restart();
    window.openRecord("family", list->model().recordAt(0));
    hands.settle();
    say("a case opened", wall.elapsed(), frames.longest());
    for (const char* type : { "person", "episode", "programme", "meeting", "agendaItem" }) {
        wall.restart();
        window.create(type);
        hands.settle();
        say(type, wall.elapsed(), frames.longest());
    }
}
