// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/listpanel.h"
#include "ui/admin/memberlist.h"

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace patronat::ui {

/// Bodies and, under the one that is chosen, who is in it on a day.
class BodiesPanel final : public QWidget
{
    Q_OBJECT
public:
    BodiesPanel(Desk& desk, ListDeclaration list, std::function<Closing()> closing, QWidget* parent);

    ListPanel& bodies() { return *m_bodies; }
    MemberList& members() { return *m_members; }
    QTableView* memberView() const { return m_view; }
    QLineEdit* day() const { return m_day; }

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void created(const std::string& type);
    void failed(const base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildMembers();
    void words();
    void load();
    void openMember();
    void addMember();
    std::optional<std::string> dayOf() const; ///< empty: any day; nothing: no date

    Desk& m_desk;
    ListPanel* m_bodies;
    MemberList* m_members;
    base::RecordId m_body;
    std::int64_t m_next = 1;
    unsigned m_asked = 0;
    QLabel* m_title;
    QLabel* m_dayLabel;
    QLineEdit* m_day;
    QPushButton* m_add;
    QTableView* m_view;
};

} // namespace patronat::ui
