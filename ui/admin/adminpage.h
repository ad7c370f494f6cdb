// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/closedialog.h"
#include "ui/common/desk.h"
#include "ui/lists/listdeclaration.h"

#include <QWidget>

#include <functional>
#include <vector>

class QStackedWidget;
class QTabBar;

namespace patronat::ui {

class BodiesPanel;
class InstallationPanel;
class ListPanel;
class TerritoryPanel;
class UsersPanel;

/// Administration: the staff, who of it may work here, organisations, territories, bodies, and the installation itself.
class AdminPage final : public QWidget
{
    Q_OBJECT
public:
    /// `lists`: those that the profile has for this place.
    AdminPage(Desk& desk, const std::vector<ListDeclaration>& lists, QWidget* parent);

    QTabBar* bar() const { return m_bar; }
    /// The panel of a list by its id, of "users" or "installation"; null when there is none.
    QWidget* panel(const QString& id) const;
    void showPanel(const QString& id);
    /// The search of what is shown; where nothing can be searched the focus stays.
    void focusSearch();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void created(const std::string& type);
    void failed(const base::Error& error);
    void stateChanged(const QString& words);

private:
    struct Tab
    {
        QString id;
        std::function<QString()> words;
    };
    void addList(const ListDeclaration& list);
    void addPanel(const QString& id, QWidget* panel, std::function<QString()> words);
    std::function<Closing()> closingOf(const std::string& type) const;
    void words();
    template <typename Panel>
    void connectPanel(Panel* panel);

    Desk& m_desk;
    QTabBar* m_bar;
    QStackedWidget* m_pages;
    std::vector<Tab> m_tabs;
};

} // namespace patronat::ui
