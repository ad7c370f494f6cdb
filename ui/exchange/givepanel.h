// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export.h"
#include "core/exchange/sites.h"
#include "ui/common/desk.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;

namespace patronat::ui {

class ReadFailure;

/// Writes a file for other offices, on a stick or into a folder: for everybody or for one office.
/// Beside the window, with progress; it can be stopped, and no file is there then.
class GivePanel final : public QWidget
{
    Q_OBJECT
public:
    GivePanel(Desk& desk, QWidget* parent);

    /// Reads anew which offices are known.
    void load();
    void words();
    /// Writes into this folder what is chosen.
    void writeInto(const QString& folder);

private:
    QWidget* buildChoice();
    QWidget* buildResult();
    void choose();
    void fillRecipients();
    QString recipientName(const exchange::KnownSite& site) const;
    void finish(base::Result<exchange::ExportReport> result);
    void showState();

    Desk& m_desk;
    std::vector<exchange::KnownSite> m_sites;
    std::shared_ptr<base::Job> m_job; ///< null: nothing runs
    std::optional<base::Result<exchange::ExportReport>> m_result;
    QLabel* m_hint;
    QLabel* m_toLabel;
    QComboBox* m_to;
    ReadFailure* m_failure; ///< where it is not known who there is
    QLabel* m_left;
    QCheckBox* m_all;
    QPushButton* m_write;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QLabel* m_state;
    QFrame* m_frame;
    QLabel* m_said;
    QLabel* m_advice;
};

} // namespace patronat::ui
