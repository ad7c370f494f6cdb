// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace patronat::ui {

/// Enter presses the button that has the focus, as Space does: people who work by keyboard expect
/// it, and a dialog's default button must not answer for another one. One of several choices is
/// chosen by the arrows, and Enter goes on with it. Watches the whole application.
class EnterKey final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace patronat::ui
