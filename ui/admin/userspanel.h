// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"

#include <QWidget>

class QLabel;
class QTableView;
class QTimer;

namespace patronat::ui {

class UserList;

/// Who may work at this computer: a choice among the staff that is kept here and never exchanged.
class UsersPanel final : public QWidget
{
    Q_OBJECT
public:
    UsersPanel(Desk& desk, QWidget* parent);
    UserList& list() { return *m_list; }
    QTableView* view() const { return m_view; }

Q_SIGNALS:
    void failed(const base::Error& error);
    void stateChanged(const QString& words);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void words();
    void load();
    void keep();
    void say();

    Desk& m_desk;
    UserList* m_list;
    QLabel* m_title;
    QLabel* m_why;
    QLabel* m_honest;
    QLabel* m_said;
    QTableView* m_view;
    bool m_isStale = true;
    bool m_isKeeping = false;
    bool m_hasMoreToKeep = false;
};

} // namespace patronat::ui
