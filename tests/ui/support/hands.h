// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/jobrunner.h"

#include <QString>
#include <QWidget>

namespace patronat::tests {

/// Hands at the keyboard of a window: real key events, and patience until the window has answered.
class Hands
{
public:
    Hands(QWidget& window, ui::JobRunner& jobs)
        : m_window(window)
        , m_jobs(jobs)
    {
    }

    /// Until nothing runs beside the window and nothing waits to be painted.
    void settle();
    /// To whatever has the focus, and on before the window has answered: for what two strokes do
    /// that come at once.
    void keyAtOnce(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void typeAtOnce(const QString& text);
    /// To whatever has the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Letter by letter, of any alphabet.
    void type(QWidget* into, const QString& text);
    void typeHere(const QString& text);
    void clear(QWidget* field);

private:
    QWidget* target() const;
    QWidget& m_window;
    ui::JobRunner& m_jobs;
};

} // namespace patronat::tests
