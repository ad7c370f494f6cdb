// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/consilium/attendancemodel.h"
#include "ui/consilium/writeturn.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QTableView;

namespace patronat::ui {

/// Who is there: Space marks the line one stands on, the quorum says itself in words.
class AttendanceView final : public QWidget
{
    Q_OBJECT
public:
    AttendanceView(Desk& desk, QWidget* parent);
    void show(const MeetingSummary& meeting);
    void notRead(); ///< what was to be shown could not be read
    QTableView* table() const { return m_table; }

Q_SIGNALS:
    void written();
    void failed(const base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void words();
    void toggle();
    void toggleNext();
    void markRest();
    void mark(std::vector<AttendanceLine> lines, Presence presence);
    void openCurrent();
    void invite();

    Desk& m_desk;
    MeetingSummary m_meeting;
    AttendanceModel* m_model;
    QLabel* m_quorum;
    QLabel* m_hint;
    QTableView* m_table;
    QPushButton* m_rest;
    QPushButton* m_invite;
    QPushButton* m_open;
    WriteTurn* m_turn;
    std::vector<int> m_toToggle; ///< lines pressed while the one before is still written
};

} // namespace patronat::ui
