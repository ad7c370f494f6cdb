// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace patronat::ui {

class ListColumns;

/// The columns of a list, one below the other: Space shows or hides one, the buttons do what the
/// mouse does at the heads. Everything takes effect at once in the list behind. Gone when closed,
/// or with the list.
class ColumnsDialog final : public QDialog
{
    Q_OBJECT
public:
    ColumnsDialog(Desk& desk, ListColumns& columns, int current, QWidget* parent);

private:
    QPushButton* addButton(QVBoxLayout* side, const QString& words, const QString& name);
    void addButtons(QVBoxLayout* side);
    void fill();
    void tell();
    int current() const;

    ListColumns& m_columns;
    QListWidget* m_list;
    QLabel* m_state;
    QPushButton* m_wider = nullptr;
    QPushButton* m_narrower = nullptr;
    QPushButton* m_left = nullptr;
    QPushButton* m_right = nullptr;
};

} // namespace patronat::ui
