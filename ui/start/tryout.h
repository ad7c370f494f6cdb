// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDockWidget>
#include <QString>
#include <QStringList>

namespace patronat::ui {

/// Whom one is in the demonstration.
enum class DemoUser
{
    Specialist,
    Secretary,
    Supervisor
};

/// What a visitor of the demonstration is told, in the language of the program.
class DemoWords
{
    Q_DECLARE_TR_FUNCTIONS(patronat::ui::DemoWords)
public:
    static QString name(DemoUser user);
    static QString about(DemoUser user);
    /// Five, each done in the window in a minute.
    static QStringList thingsToTry(DemoUser user);
};

/// Five things to try, beside the window; what was tried is ticked.
class TryPanel final : public QDockWidget
{
    Q_OBJECT
public:
    explicit TryPanel(DemoUser user, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void words();
    DemoUser m_user;
    QWidget* m_page = nullptr;
};

} // namespace patronat::ui
