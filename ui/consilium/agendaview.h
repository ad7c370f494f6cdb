// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/consilium/agendamodel.h"
#include "ui/consilium/familychoice.h"
#include "ui/consilium/writeturn.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QSplitter;
class QTableView;
class QTimer;
class QToolButton;

namespace patronat::ui {

class ItemPanel;

/// The agenda in order and, beside it, the question one stands on: thirty families from the first
/// to the last without a mouse.
class AgendaView final : public QWidget
{
    Q_OBJECT
public:
    AgendaView(Desk& desk, QWidget* parent);
    ~AgendaView() override;
    void show(const MeetingSummary& meeting);
    QTableView* table() const { return m_table; }
    ItemPanel* panel() const;
    void choose(base::RecordId item);
    void addFamilies();
    /// Of the question one stands on, wherever the focus is.
    void voteUnanimously();
    void addDecision();
    void step(int by);
    /// Saves what is typed in the question one stands on.
    void save();

Q_SIGNALS:
    void written();
    void failed(const base::Error& error);
    void stateChanged(const QString& words);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildButtons(QHBoxLayout* line);
    void buildTable();
    void words();
    void enable();
    void put(const std::vector<FamilyChoice>& families, const std::string& kind);
    void addOther();
    void move(int by);
    void moveWhatWaits();
    void takeOff();
    void showItem();
    void nameItem();
    void openForm(const std::string& type, base::RecordId id);

    Desk& m_desk;
    MeetingSummary m_meeting;
    AgendaModel* m_model;
    WriteTurn* m_turn;
    QSplitter* m_splitter;
    QTableView* m_table;
    QLabel* m_hint;
    QWidget* m_place; ///< of the panel
    QLabel* m_nothing;
    QPushButton* m_add;
    QPushButton* m_other;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_off;
    QTimer* m_showSoon;
    QPointer<ItemPanel> m_panel;
    base::RecordId m_wanted; ///< the question to stand on
    int m_toMove = 0; ///< steps pressed while the one before is still written
    bool m_wantsVotes = false;
};

} // namespace patronat::ui
