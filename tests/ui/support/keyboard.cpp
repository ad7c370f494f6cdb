// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/keyboard.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>
#include <QWindow>

namespace patronat::tests {

namespace {

constexpr int kPatienceMs = 20000;
/// A little longer than the pauses the window makes before it asks the store.
constexpr int kQuietMs = 180;

unsigned held(Qt::KeyboardModifiers modifiers)
{
    unsigned count = 0;
    for (const Qt::KeyboardModifier one : { Qt::ShiftModifier, Qt::ControlModifier, Qt::AltModifier })
        if (modifiers.testFlag(one))
            ++count;
    return count;
}

} // namespace

void Keyboard::send(Qt::Key key, const QString& text, Qt::KeyboardModifiers modifiers)
{
    m_strokes += 1 + held(modifiers);
    m_hasLooked = false;
    // A stroke while no window is in front goes nowhere, as with a real keyboard.
    if (QWindow* window = QGuiApplication::focusWindow())
        QTest::sendKeyEvent(QTest::Click, window, key, text, modifiers);
}

void Keyboard::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    send(key, key == Qt::Key_Space ? QStringLiteral(" ") : QString(), modifiers);
    QCoreApplication::processEvents();
    if (key != Qt::Key_Tab && key != Qt::Key_Backtab)
        look();
}

void Keyboard::letter(QChar letter)
{
    send(static_cast<Qt::Key>(letter.toUpper().unicode()), QString(letter),
        letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier);
}

void Keyboard::type(const QString& text)
{
    for (const QChar one : text)
        letter(one);
    QCoreApplication::processEvents();
}

void Keyboard::look()
{
    if (m_hasLooked && !m_jobs.isBusy())
        return;
    m_hasLooked = true;
    QElapsedTimer whole;
    QElapsedTimer quiet;
    whole.start();
    quiet.start();
    while (whole.elapsed() < kPatienceMs && quiet.elapsed() < kQuietMs) {
        QTest::qWait(5);
        if (m_jobs.isBusy())
            quiet.restart();
    }
}

} // namespace patronat::tests
