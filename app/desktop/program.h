// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/session.h"
#include "app/desktop/singleinstance.h"
#include "app/desktop/startwindow.h"
#include "core/base/clock.h"
#include "ui/shell/mainwindow.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace patronat::desktop {

/// From the command line to the window: which database, who holds it, what to say when it cannot be opened.
class Program final : public QObject
{
    Q_OBJECT
public:
    Program();
    ~Program() override;
    /// False when another window has been raised instead and this program should end.
    bool start(const QString& database);

private:
    bool open(const QString& database);
    void ask(const base::Error* error);
    void raise();

    base::SystemClock m_clock;
    QSettings m_settings;
    ui::LanguageSwitch m_words; ///< until a session has its own
    std::unique_ptr<SingleInstance> m_single;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<StartWindow> m_start;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace patronat::desktop
