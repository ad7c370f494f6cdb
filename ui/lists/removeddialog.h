// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/common/restoring.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTimer;
class QTreeWidget;

namespace patronat::ui {

class ReadFailure;

/// The records of a list that were removed, the last one first, to look at and to bring back. Gone
/// when closed.
class RemovedDialog final : public QDialog
{
    Q_OBJECT
public:
    RemovedDialog(Desk& desk, std::string type, QWidget* parent);

Q_SIGNALS:
    void restored(const QString& words);

private:
    void load();
    void fill();
    void restore();

    Desk& m_desk;
    const std::string m_type;
    std::vector<RemovedLine> m_removed;
    bool m_isLoading = false;
    QLabel* m_said;
    QTreeWidget* m_tree;
    ReadFailure* m_failure;
    QPushButton* m_restore;
    QTimer* m_reload;
};

} // namespace patronat::ui
