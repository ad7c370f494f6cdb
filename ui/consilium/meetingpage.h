// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/consilium/meetingsummary.h"

#include <QWidget>

class QLabel;
class QTabWidget;
class QTimer;

namespace patronat::ui {

class AgendaView;
class AttendanceView;
class FormPage;
class PaperView;

/// One meeting of a consilium from its agenda to its protocol. A new one begins with its card.
class MeetingPage final : public QWidget
{
    Q_OBJECT
public:
    enum Tab
    {
        Agenda,
        Attendance,
        Papers,
        Card
    };

    MeetingPage(Desk& desk, QWidget* parent);
    void open(base::RecordId meeting);
    void openNew();

    base::RecordId meeting() const { return m_id; }
    QTabWidget* tabs() const { return m_tabs; }
    AgendaView* agenda() const { return m_agenda; }
    AttendanceView* attendance() const { return m_attendance; }
    PaperView* papers() const { return m_papers; }
    FormPage* card() const { return m_card; }

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void removed();
    void failed(const base::Error& error);
    void stateChanged(const QString& words);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead();
    void buildTabs();
    void words();
    void load();
    void showMeeting();
    void enter(int tab);
    bool focusPart();
    void makeCard();
    void reserveFacts();
    void refresh(const store::Changes& changes);

    Desk& m_desk;
    base::RecordId m_id; ///< null as long as a new one is not saved
    MeetingSummary m_meeting;
    bool m_isLoaded = false;
    QLabel* m_title;
    QLabel* m_badge;
    QLabel* m_facts;
    QStringList m_otherFacts; ///< beside the quorum
    QTabWidget* m_tabs;
    AgendaView* m_agenda;
    AttendanceView* m_attendance;
    PaperView* m_papers;
    QWidget* m_cardPlace;
    FormPage* m_card = nullptr;
    QTimer* m_reload;
    unsigned m_asked = 0;
};

} // namespace patronat::ui
