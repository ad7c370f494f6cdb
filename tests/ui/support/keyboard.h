// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/jobrunner.h"

#include <QString>

namespace patronat::tests {

/// Key events of the window's system to whatever window is in front, and the patience of somebody who looks at the screen
/// between two strokes. Counts strokes: a held Shift, Ctrl or Alt is one of its own.
class Keyboard
{
public:
    explicit Keyboard(ui::JobRunner& jobs)
        : m_jobs(jobs)
    {
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void ctrl(Qt::Key key) { press(key, Qt::ControlModifier); }
    void letter(QChar letter);
    void type(const QString& text);
    /// Until the window has answered: what a person sees before the next stroke at two strokes a second.
    void look();
    unsigned strokes() const { return m_strokes; }

private:
    void send(Qt::Key key, const QString& text, Qt::KeyboardModifiers modifiers);
    ui::JobRunner& m_jobs;
    unsigned m_strokes = 0;
    bool m_hasLooked = false; ///< nothing was pressed since
};

} // namespace patronat::tests
