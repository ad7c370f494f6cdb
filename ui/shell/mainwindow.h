// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/drafts.h"
#include "ui/common/desk.h"
#include "ui/lists/listdeclaration.h"
#include "ui/shell/worksummary.h"

#include <QMainWindow>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

class QTimer;

namespace patronat::ui {

class AdminPage;
class Foot;
class Navigation;
class PageStack;
class ScreenCover;
class TodayPage;

/// The window: where one is on the left, the page in the middle, how things stand at the foot. Its
/// title never names a person.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Desk& desk, std::vector<ListDeclaration> lists, QWidget* parent = nullptr);

    /// What a row, a link, a draft leads to.
    void openRecord(const std::string& type, base::RecordId id);
    void openDraft(const store::Draft& draft);
    void create(const std::string& type);
    void go(const QString& place);
    void showList(const std::string& id);
    void hideEverything();
    /// Below what the menu "View" holds anyway; the action stays its owner's.
    void addToMenu(QAction* action);
    /// At the foot, until something else is said: of what goes on or has ended without anybody
    /// looking.
    void tell(const QString& words);
    void tellError(const base::Error& error);
    /// Asks who works here where nobody has said it yet: what is written bears a name.
    void welcome();

    QWidget* currentPage() const;
    /// Something of this window or under it is typed and not saved.
    bool hasUnsaved() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildActions();
    void connectParts();
    void words();
    void showExchange();
    void showReports();
    AdminPage* showAdministration();
    void findHere();
    void beginAtOnce();
    std::vector<ListDeclaration> listsAt(const QString& place) const;
    QString workScopeKey() const;
    WorkScope workScope() const;
    void loadWork();
    void showWork();
    void undo();
    /// `then`: when she has said it.
    void askWho(const std::function<void()>& then = {});
    void showWho();
    void say(const QString& words);

    Desk& m_desk;
    std::vector<ListDeclaration> m_lists;
    PageStack* m_pages;
    TodayPage* m_today;
    Navigation* m_navigation;
    Foot* m_foot;
    ScreenCover* m_cover;
    QTimer* m_workTimer;
    std::optional<std::int64_t>
        m_actionsBefore; ///< the newest action when the window was opened; none: not read yet
    WorkSummary m_work;
    std::vector<store::Draft> m_drafts;
    bool m_isWorkLoaded = false;
};

} // namespace patronat::ui
