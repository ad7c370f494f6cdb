// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/drafts.h"
#include "ui/common/desk.h"
#include "ui/shell/worksummary.h"

#include <QScrollArea>

class QVBoxLayout;

namespace patronat::ui {

/// What to do now: what is late, what is due soon, what was left unfinished, what two people filled
/// differently.
class TodayPage final : public QScrollArea
{
    Q_OBJECT
public:
    TodayPage(Desk& desk, QWidget* parent);
    void show(const WorkSummary& work, const std::vector<store::Draft>& drafts);

Q_SIGNALS:
    /// `family`: whose case it belongs to; null when nobody's.
    void opened(const std::string& type, base::RecordId id, base::RecordId family);
    void draftOpened(const store::Draft& draft);
    void scopeChosen(patronat::ui::WorkScope scope);

private:
    QWidget* head(const WorkSummary& work);
    QWidget* card(const QString& title, const QString& count, QVBoxLayout*& body);
    /// `card`: its name among the cards.
    QWidget* measures(const QString& card, const QString& title, const std::vector<WorkLine>& lines,
        std::int64_t all, bool isLate, const QString& none);
    QWidget* unfinished(const std::vector<store::Draft>& drafts);
    QWidget* meetings(const WorkSummary& work);
    QWidget* toLookAt(const WorkSummary& work);
    QWidget* line(const QString& card, const WorkLine& one, bool isLate);
    QString draftTitle(const store::Draft& draft) const;
    Desk& m_desk;
    bool m_showsAllDrafts = false; ///< somebody has opened the whole list
};

} // namespace patronat::ui
