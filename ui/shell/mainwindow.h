// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/drafts.h"
#include "ui/common/desk.h"
#include "ui/common/theme.h"
#include "ui/lists/listdeclaration.h"
#include "ui/shell/worksummary.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QLabel;
class QStackedWidget;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace patronat::ui {

class AdminPage;
class CasePage;
class FormPage;
class HideScreen;
class ListPage;
class TodayPage;

/// The window: where one is on the left, the page in the middle, how things stand at the foot. Its title never names a
/// person.
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
    void setScheme(Scheme scheme);
    void hideEverything();
    /// Below what the menu "View" holds anyway; the action stays its owner's.
    void addToMenu(QAction* action);
    /// Where nobody is on the staff yet, asks who works here: without a name nothing can be begun.
    void welcome();

    QWidget* currentPage() const;
    /// Something of this window or under it is typed and not saved.
    bool hasUnsaved() const;

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    struct Place
    {
        QString id;
        QString icon;
        const char* words;
        QToolButton* button = nullptr;
    };
    void buildNavigation();
    void buildFoot();
    void buildActions();
    void words();
    void addPage(QWidget* page);
    void back();
    void showExchange();
    void showReports();
    AdminPage* showAdministration();
    void findHere();
    void openCase(base::RecordId family, const std::string& type, base::RecordId id);
    void openMeeting(base::RecordId id); ///< null: a new one
    void openForm(const std::string& type, const std::function<void(FormPage&)>& fill);
    void openInCase(const std::string& type, base::RecordId id);
    std::vector<const ListDeclaration*> listsAt(const QString& place) const;
    void mark(const QString& place);
    void loadWork();
    void showWork(const WorkSummary& work);
    void undo();
    void askWho();
    void showWho();
    void say(const QString& words);
    void showError(const base::Error& error);
    QString exchangeWords(const WorkSummary& work) const;

    Desk& m_desk;
    std::vector<ListDeclaration> m_lists;
    std::vector<Place> m_places;
    std::vector<QAction*> m_added; ///< to the menu, by whoever made the window
    QStackedWidget* m_stack;
    QVBoxLayout* m_navigation;
    TodayPage* m_today;
    HideScreen* m_hide;
    QToolButton* m_who;
    QToolButton* m_mask;
    QToolButton* m_hideButton;
    QToolButton* m_settings;
    QLabel* m_saved;
    QLabel* m_exchange;
    QLabel* m_waits;
    QLabel* m_demo;
    QTimer* m_workTimer;
    QTimer* m_sayTimer;
    WorkSummary m_work;
    std::vector<store::Draft> m_drafts;
    bool m_isWorkLoaded = false;
    std::vector<QWidget*> m_trail; ///< pages one came by, for Alt+Left
};

} // namespace patronat::ui
