// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/drafts.h"
#include "ui/common/desk.h"
#include "ui/shell/worksummary.h"

#include <QScrollArea>

class QLayout;
class QVBoxLayout;

namespace patronat::ui {

/// Property of a line's button: the family it is about, where it is about one.
inline constexpr const char* kFamilyOfLine = "family";

/// What to do now: what is late, what is due this week and what is coming, by what is to be done,
/// by case manager or by territory; what was left unfinished, what two people filled differently.
/// No more than twenty dates at first.
class TodayPage final : public QScrollArea
{
    Q_OBJECT
public:
    TodayPage(Desk& desk, QWidget* parent);
    void show(WorkSummary work, std::vector<store::Draft> drafts);

Q_SIGNALS:
    /// `family`: whose case it belongs to; null when nobody's.
    void opened(const std::string& type, base::RecordId id, base::RecordId family);
    void draftOpened(const store::Draft& draft);
    void scopeChosen(patronat::ui::WorkScope scope);

private:
    QWidget* head(const WorkSummary& work);
    QWidget* card(const QString& title, const QString& count, QVBoxLayout*& body);
    QWidget* due(DueSection section, std::size_t share);
    QWidget* dueLine(const QString& card, const DueLine& one);
    QString groupTitle(const DueLine& first) const;
    /// Whose it is, how late it is, and what is doubtful about its day.
    QString besides(const DueLine& one) const;
    QWidget* unfinished(const std::vector<store::Draft>& drafts);
    QWidget* meetings(const WorkSummary& work);
    QWidget* toLookAt(const WorkSummary& work);
    QWidget* line(const QString& card, const WorkLine& one, bool isLate);
    QString draftTitle(const store::Draft& draft) const;
    void addGroupings(QLayout* line);
    void build();
    DueBy grouping() const;
    Desk& m_desk;
    WorkSummary m_work;
    std::vector<store::Draft> m_drafts;
    std::array<bool, kDueSections> m_showsAll {}; ///< somebody has opened the whole section
    bool m_showsAllDrafts = false; ///< somebody has opened the whole list
};

} // namespace patronat::ui
