// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/common/jobrunner.h"
#include "ui/common/languageswitch.h"
#include "ui/start/startplan.h"
#include "ui/start/tryout.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace patronat::ui {

class BackupStep;
class BatchStep;
class ChoicePage;
class OfficeStep;
class StartStep;
class WorkStep;

/// The demonstration as the guide sees it: whether it is there, and how it is made.
struct DemoSource
{
    std::function<bool()> isThere;
    std::function<base::Status(base::Job&)>
        make; ///< on a thread beside the window; what was there goes
};

/// What stands before a database is open: why the last one could not be opened, and four ways to
/// one. Makes what is asked for beside the window; opens nothing itself.
class StartGuide final : public QDialog
{
    Q_OBJECT
public:
    StartGuide(StartPlaces places, DemoSource demo, const base::Clock& clock,
        LanguageSwitch& languages, QWidget* parent = nullptr);
    ~StartGuide() override;

    /// From the beginning; `why`: what hinders the database that was asked for.
    void begin(const std::optional<base::Error>& why = {});
    /// The demonstration anew, then the choice of its users.
    void makeDemoAnew();
    JobRunner& jobs() { return *m_jobs; }
    StartStep* currentStep() const;

Q_SIGNALS:
    /// Open this one.
    void chosen(const QString& database);
    void demoChosen(patronat::ui::DemoUser user);
    void languageChosen(const QString& language);
    void closed();

protected:
    void reject() override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    QWidget* buildHead();
    QWidget* buildFoot();
    ChoicePage* buildChoice();
    ChoicePage* buildDemo();
    void set(StartWay way);
    void goTo(int position);
    void next();
    void back();
    /// Where nothing more must be answered Enter goes on; the buttons of the step are a Shift+Tab
    /// away.
    void focusOnNext();
    void refresh();
    void openProfile();
    void work();
    void chooseDatabase();
    void enterDemo(DemoUser user);
    void showDemo();

    StartPlaces m_places;
    DemoSource m_demoSource;
    const base::Clock& m_clock;
    LanguageSwitch& m_languages;
    StartDraft m_draft;
    std::optional<base::Error> m_why;
    std::shared_ptr<const profile::Profile> m_profile;
    QStackedWidget* m_pages = nullptr;
    ChoicePage* m_choice = nullptr;
    ChoicePage* m_demo = nullptr;
    QLabel* m_position = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_again = nullptr;
    StartStep* m_region = nullptr;
    OfficeStep* m_office = nullptr;
    StartStep* m_trust = nullptr;
    BatchStep* m_batches = nullptr;
    BackupStep* m_backup = nullptr;
    StartStep* m_place = nullptr;
    WorkStep* m_work = nullptr;
    std::vector<StartStep*> m_path; ///< of the way chosen, in order
    int m_at = -1; ///< in m_path; -1: the choice
    std::optional<DemoUser> m_user; ///< who waits for the demonstration
    std::unique_ptr<JobRunner> m_jobs; ///< last: it waits for what still runs
};

} // namespace patronat::ui
