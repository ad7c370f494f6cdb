// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"
#include "tests/ui/proofs/typed.h"
#include "tests/ui/support/keyboard.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace patronat;

namespace {

constexpr int kPauseMs = 20; ///< between two letters: a fast typist's tenfold

/// What has reached the file is not lost when this process is killed.
class Log
{
public:
    explicit Log(const char* path)
        : m_file(std::fopen(path, "w"))
    {
    }
    void line(const char* what, std::size_t number)
    {
        std::fprintf(m_file, "%lld %s %zu\n", tests::monotonicMs(), what, number);
        std::fflush(m_file);
    }

private:
    std::FILE* m_file;
};

void letter(tests::Keyboard& keyboard, QChar one)
{
    keyboard.letter(one);
    QTest::qWait(kPauseMs);
}

bool isIn(const char* field)
{
    const QWidget* focused = QApplication::focusWidget();
    return focused != nullptr && focused->parentWidget() != nullptr
        && focused->parentWidget()->objectName() == QLatin1String(field);
}

void typeOn(tests::Keyboard& keyboard, Log& log)
{
    for (std::size_t i = 0;; ++i) {
        letter(keyboard, tests::letterAt(i));
        log.line("typed", i + 1);
    }
}

void saveOn(tests::Keyboard& keyboard, Log& log)
{
    for (std::size_t number = 0;; ++number) {
        const QString name = tests::nameAt(number);
        for (const QChar one : name)
            letter(keyboard, one);
        log.line("typed", number);
        keyboard.press(Qt::Key_S, Qt::ControlModifier);
        log.line("saved", number);
        keyboard.press(Qt::Key_Left, Qt::AltModifier);
        keyboard.press(Qt::Key_Insert);
    }
}

} // namespace

/// The real window with somebody at its keyboard, for a test to kill: patronat_typing types|changes|saves|commits DB
/// PROFILES LOG. `types` a new card without end, `changes` one that is there, `saves` cards one after the other,
/// `commits` one card and ends itself as a kill would as soon as its write is committed.
int main(int argc, char* argv[])
{
    if (argc != 5)
        return 2;
    const QApplication application(argc, argv);
    const bool changes = std::strcmp(argv[1], "changes") == 0;
    QSettings settings(QString::fromLocal8Bit(argv[2]) + QStringLiteral(".ini"), QSettings::IniFormat);
    const base::SystemClock clock;
    auto session = desktop::Session::open(argv[2], argv[3], clock, settings);
    if (!session) {
        std::fputs(describe(session.error()).c_str(), stderr);
        return 1;
    }
    ui::Desk& desk = (*session)->desk();
    desk.author = { 0x5174, 1 }; // who works here has been said
    ui::MainWindow window(desk, ui::listsOf(desk.profile()));
    window.resize(1366, 768);
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        return 1;
    Log log(argv[4]);
    tests::Keyboard keyboard(desk.jobs);
    keyboard.look();
    keyboard.press(Qt::Key_2, Qt::AltModifier);
    keyboard.press(changes ? Qt::Key_Return : Qt::Key_Insert);
    if (changes) {
        keyboard.press(Qt::Key_PageDown, Qt::ControlModifier); // the family's card, its first field
        for (int i = 0; i < 20 && !isIn("name"); ++i) {
            keyboard.press(Qt::Key_Tab);
            keyboard.look();
        }
        keyboard.press(Qt::Key_End);
    }
    if (std::strcmp(argv[1], "saves") == 0)
        saveOn(keyboard, log);
    if (std::strcmp(argv[1], "commits") != 0)
        typeOn(keyboard, log);
    for (const QChar one : tests::nameAt(0))
        letter(keyboard, one);
    QTest::qWait(1500); // the draft is kept by then
    log.line("typed", 0);
    // Called by the writer after the commit, before the save goes on to remove its draft.
    desk.store.onChanged([](const store::Changes&) { ::kill(::getpid(), SIGKILL); });
    keyboard.press(Qt::Key_S, Qt::ControlModifier);
    return 1; // nothing was saved
}
