// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/reports/reportcounting.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QModelIndex;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace patronat::ui {

class PeriodChooser;
class ReportPaper;
class ReportTable;
class TableView;

/// Reports of the profile: which one, for which time and place; counted beside the window, shown as
/// a table and as the pages it will be printed on, saved and printed. What does not add up is not
/// given out but shown with its reasons.
class ReportPage final : public QWidget
{
    Q_OBJECT
public:
    ReportPage(Desk& desk, QWidget* parent);

    void count();
    bool isCounting() const { return m_job != nullptr; }
    const reports::Table* shownTable() const;
    QTabWidget* tabs() const { return m_tabs; }
    ReportPaper& paper() { return *m_paper; }

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void failed(const base::Error& error);
    void stateChanged(const QString& words);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class State
    {
        Empty,
        Counting,
        Counted,
        Stopped,
        Failed
    };
    QWidget* buildChoice();
    QWidget* buildState();
    QWidget* buildTable();
    QWidget* buildCulprits();
    void words();
    void load();
    void fillReports();
    void fillTerritories();
    void chooseReport();
    void finish(base::Result<CountedReport> counted, const ReportRequest& request);
    void showState();
    bool isOff() const; ///< parts do not add up
    void showNotes();
    void showCulprits();
    /// What it counts, where the report says which records those are.
    void openFigure(const QModelIndex& at);
    QString stateWords() const;
    QString captionOf(const ReportRequest& request) const;

    Desk& m_desk;
    ReportChoices m_choices;
    bool m_isLoaded = false;
    State m_state = State::Empty;
    base::Error m_error;
    CountedReport m_counted;
    ReportRequest m_request; ///< of what is shown
    std::shared_ptr<base::Job> m_job;
    std::shared_ptr<const reports::Table> m_table;

    QLabel* m_title;
    QLabel* m_reportLabel;
    QComboBox* m_report;
    QLabel* m_territoryLabel;
    QComboBox* m_territory;
    QLabel* m_periodLabel;
    PeriodChooser* m_period;
    QPushButton* m_count;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    QLabel* m_said;
    QTabWidget* m_tabs;
    ReportTable* m_model;
    TableView* m_view;
    QLabel* m_notes;
    ReportPaper* m_paper;
    QWidget* m_toLookAt;
    QListWidget* m_culprits;
    QLabel* m_culpritsLabel;
};

} // namespace patronat::ui
