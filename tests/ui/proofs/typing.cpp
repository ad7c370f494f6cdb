// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include "app/desktop/session.h"
#include "tests/ui/proofs/typed.h"
#include "tests/ui/support/keyboard.h"
#include "ui/cases/casepage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <cstring>

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

/// The text field of the form that has the focus; nullptr where letters are no text.
const profile::Field* textField(const profile::RecordType& type)
{
    const QWidget* focused = QApplication::focusWidget();
    if (focused == nullptr || focused->parentWidget() == nullptr)
        return nullptr;
    const std::string name = focused->parentWidget()->objectName().toStdString();
    const profile::Field* field = type.field(name);
    const bool isText = field != nullptr
        && (field->type == profile::FieldType::Text || field->type == profile::FieldType::Note)
        && field->checks.empty();
    return isText ? field : nullptr;
}

/// Goes through the longest form of the profile from field to field, a few letters into each text,
/// again and again.
void fillCard(tests::Keyboard& keyboard, const profile::RecordType& type, Log& log)
{
    constexpr int kLettersInAField = 7;
    for (std::size_t i = 0;; keyboard.press(Qt::Key_Tab)) {
        const profile::Field* field = textField(type);
        if (field != nullptr)
            keyboard.press(Qt::Key_End); // Tab selects what a field of one line holds
        for (int letters = 0; field != nullptr && letters < kLettersInAField; ++letters, ++i) {
            letter(keyboard, tests::letterAt(i));
            log.line(field->id.c_str(), i);
        }
    }
}

} // namespace

/// The real window with somebody at its keyboard, for a test to kill: patronat_typing
/// types|changes|card|saves|commits DB PROFILES LOG. `types` a new card without end, `changes` one
/// that is there, `card` through the fields of a new registration card, `saves` cards one after the
/// other, `commits` one card and ends itself as a kill would as soon as its write is committed.
int main(int argc, char* argv[])
{
    if (argc != 5)
        return 2;
    const QApplication application(argc, argv);
    const bool changes = std::strcmp(argv[1], "changes") == 0;
    const bool card = std::strcmp(argv[1], "card") == 0;
    QSettings settings(
        QString::fromLocal8Bit(argv[2]) + QStringLiteral(".ini"), QSettings::IniFormat);
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
    keyboard.press(changes || card ? Qt::Key_Return : Qt::Key_Insert);
    if (card) {
        for (int tab = ui::CasePage::Overview; tab < ui::CasePage::Registration; ++tab)
            keyboard.press(Qt::Key_PageDown, Qt::ControlModifier);
        keyboard.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        keyboard.look();
        fillCard(keyboard, *desk.profile().type("episode"), log);
    }
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
