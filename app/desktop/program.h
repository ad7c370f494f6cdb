// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/demoplace.h"
#include "app/desktop/session.h"
#include "app/desktop/singleinstance.h"
#include "core/base/clock.h"
#include "ui/shell/mainwindow.h"
#include "ui/start/startguide.h"

#include <QObject>
#include <QSettings>

#include <memory>
#include <optional>

class QAction;

namespace patronat::desktop {

/// Where this person's things lie.
struct ProgramPlaces
{
    std::unique_ptr<QSettings> settings;
    ui::StartPlaces start;
    std::filesystem::path demo;
    static ProgramPlaces ofThisPerson();
};

/// From the command line to the window: which database, who holds it, the guide when none can be
/// opened.
class Program final : public QObject
{
    Q_OBJECT
public:
    explicit Program(ProgramPlaces places = ProgramPlaces::ofThisPerson());
    ~Program() override;
    /// False when another window has been raised instead and this program should end.
    bool start(const QString& database);

    /// Null while there is none.
    ui::StartGuide* guide() const { return m_guide.get(); }
    ui::MainWindow* window() const { return m_window.get(); }
    Session* session() const { return m_session.get(); }

private:
    bool open(const QString& database);
    void openDemo(ui::DemoUser user);
    void ask(const std::optional<base::Error>& why = {});
    /// Closes the database; the guide is there instead.
    void leave();
    void buildWindow(bool isDemo);
    void tellDraftsAside();
    /// When it stands before what was saved here last: nobody is to sign papers of a wrong day
    /// unasked.
    void askAboutClock();
    void addActions(bool isDemo);
    void words();
    void raise();
    QSettings& settings() { return *m_places.settings; }
    ui::DemoUser demoUser() const;

    ProgramPlaces m_places;
    base::SystemClock m_clock;
    DemoPlace m_demo;
    ui::LanguageSwitch m_words; ///< until a session has its own
    std::unique_ptr<SingleInstance> m_single;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ui::StartGuide> m_guide;
    std::unique_ptr<ui::MainWindow> m_window;
    QAction* m_backup = nullptr; ///< of the window, as those that follow
    QAction* m_numbers = nullptr;
    QAction* m_try = nullptr;
    QAction* m_anew = nullptr;
    QAction* m_other = nullptr;
};

} // namespace patronat::desktop
