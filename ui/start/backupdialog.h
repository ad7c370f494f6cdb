// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/start/startplan.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace patronat::ui {

class BackupRun;

/// Makes a backup while the work goes on, and says when the last one was made. Closed, it lets the
/// backup go on.
class BackupDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `run`: outlives the dialog.
    BackupDialog(Desk& desk, BackupRun& run, QWidget* parent = nullptr);
    /// Where the backup goes; offered is a name with the date beside the last one.
    void setFile(const QString& file);

private:
    void choose();
    void make();
    void showRun();
    void refuse(const PlaceState& place);
    void finish(const base::Status& made);
    void loadLast();
    QString suggestion() const;
    Desk& m_desk;
    BackupRun& m_run;
    QLabel* m_last;
    QLineEdit* m_file;
    QPushButton* m_choose;
    QPushButton* m_make;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    QLabel* m_said;
};

} // namespace patronat::ui
