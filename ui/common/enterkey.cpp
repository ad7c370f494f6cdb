// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/enterkey.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

namespace patronat::ui {

bool EnterKey::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        && !(key->modifiers() & ~Qt::KeypadModifier);
    const auto* button = qobject_cast<QAbstractButton*>(watched);
    const bool isPressed = (qobject_cast<QPushButton*>(watched) != nullptr
                               || qobject_cast<QToolButton*>(watched) != nullptr)
        && !button->autoExclusive();
    if (!isEnter || !isPressed)
        return QObject::eventFilter(watched, event);
    if (key->isAutoRepeat())
        return true; // held down, it is one press
    // As Space, and not by click(): a button with a menu opens it when it is pressed.
    const QPointer<QObject> pressed = watched;
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier);
    QCoreApplication::sendEvent(watched, &press);
    if (pressed != nullptr) {
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier);
        QCoreApplication::sendEvent(pressed, &release);
    }
    return true;
}

} // namespace patronat::ui
