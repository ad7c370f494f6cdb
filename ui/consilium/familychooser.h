// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/consilium/familychoice.h"

#include <QDialog>

#include <map>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTimer;

namespace patronat::ui {

/// Chooses families for an agenda: those whose review is due stand there at once, others are found
/// by typing. Space takes a line, Ctrl+Enter puts all that were taken on the agenda; what was taken
/// stays so while one goes on searching.
class FamilyChooser final : public QDialog
{
    Q_OBJECT
public:
    FamilyChooser(Desk& desk, base::RecordId meeting, QWidget* parent);

    QLineEdit* search() const { return m_search; }
    QTableWidget* table() const { return m_table; }

Q_SIGNALS:
    void chosen(const std::vector<FamilyChoice>& families, const std::string& kind);
    void failed(const base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void buildFoot();
    void fillKinds();
    void ask();
    void show(std::vector<FamilyChoice> found);
    void standOnFirst();
    void fillRow(int row);
    void toggle(int row);
    void toggleAll();
    void count();
    void finish();

    Desk& m_desk;
    base::RecordId m_meeting;
    std::vector<FamilyChoice> m_found;
    std::map<base::RecordId, FamilyChoice> m_taken;
    QLineEdit* m_search;
    QComboBox* m_kind;
    QLabel* m_what;
    QTableWidget* m_table;
    QLabel* m_count;
    QPushButton* m_add;
    QTimer* m_pause;
    unsigned m_asked = 0;
};

} // namespace patronat::ui
