// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/consilium/meetingsummary.h"
#include "ui/forms/recordform.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QTimer;

namespace patronat::ui {

/// One question while it is heard: its wording, the votes, what was decided. Saved as soon as a
/// field is left, on the heads it was shown with; nothing is asked.
class ItemPanel final : public QWidget
{
    Q_OBJECT
public:
    ItemPanel(Desk& desk, base::RecordId item, QWidget* parent);

    base::RecordId item() const { return m_item; }
    RecordForm& form() { return *m_form; }
    /// How many are there: what votes are judged by, and who votes when all do.
    void setMeeting(const QString& title, std::optional<std::int64_t> present, bool isOpen);
    void focusVotes();
    /// Everybody who is there votes for; as soon as the question is read.
    void voteUnanimously();
    void addDecision();
    void save();
    /// Saves what is typed and goes when that is done.
    void leave();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void failed(const base::Error& error);
    void stateChanged(const QString& words);
    void stepped(int by);

private:
    enum class Wish
    {
        None,
        Unanimous,
        Decision
    };

    void buildHead();
    void words();
    void doWhatWaits();
    void refresh();
    void judge();
    bool hasSomethingToSave() const;
    void focusMoved(QWidget* from, QWidget* to);

    Desk& m_desk;
    base::RecordId m_item;
    std::optional<std::int64_t> m_present;
    bool m_isOpen = true;
    bool m_isLeaving = false;
    Wish m_waiting = Wish::None; ///< asked for while the question is still read
    RecordForm* m_form;
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_rules;
    QPushButton* m_unanimous;
    QPushButton* m_whole;
    QScrollArea* m_scroll;
    QTimer* m_saveSoon;
    unsigned m_judgement = 0;
};

} // namespace patronat::ui
