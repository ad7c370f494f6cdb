// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QWindow>

namespace patronat::tests {

namespace {

constexpr int kPatienceMs = 20000;
/// Longer than every pause the window makes before it asks (search, rules, refreshing).
constexpr int kQuietMs = 450;

} // namespace

void Hands::settle()
{
    QElapsedTimer whole;
    QElapsedTimer quiet;
    whole.start();
    quiet.start();
    while (whole.elapsed() < kPatienceMs && quiet.elapsed() < kQuietMs) {
        QTest::qWait(10);
        if (m_jobs.isBusy())
            quiet.restart();
    }
}

QWidget* Hands::target() const
{
    QWidget* focused = QApplication::focusWidget();
    return focused != nullptr ? focused : &m_window;
}

void Hands::keyAtOnce(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // Shortcuts are looked for by the window's own window only.
    QWidget* widget = target();
    QWindow* window = widget->window()->windowHandle();
    if (window != nullptr)
        QTest::keyClick(window, key, modifiers);
    else
        QTest::keyClick(widget, key, modifiers);
}

void Hands::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    keyAtOnce(key, modifiers);
    settle();
}

void Hands::type(QWidget* into, const QString& text)
{
    into->setFocus();
    typeHere(text);
}

void Hands::typeAtOnce(const QString& text)
{
    for (const QChar letter : text) {
        // keyClicks knows Latin letters only.
        QTest::simulateEvent(target(), true, 0, Qt::NoModifier, QString(letter), false);
        QTest::simulateEvent(target(), false, 0, Qt::NoModifier, QString(letter), false);
    }
}

void Hands::typeHere(const QString& text)
{
    typeAtOnce(text);
    settle();
}

void Hands::clear(QWidget* field)
{
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Backspace);
    }
    settle();
}

} // namespace patronat::tests
