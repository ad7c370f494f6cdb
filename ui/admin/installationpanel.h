// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/verify.h"
#include "ui/admin/installation.h"
#include "ui/common/desk.h"

#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace patronat::ui {

/// What this installation is, where its data lies, whether it is sound: read, and checked against the journal when
/// somebody asks.
class InstallationPanel final : public QWidget
{
    Q_OBJECT
public:
    InstallationPanel(Desk& desk, QWidget* parent);

    void verify();
    bool isVerifying() const { return m_job != nullptr; }

Q_SIGNALS:
    void failed(const base::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Line
    {
        QLabel* label;
        QLabel* value;
    };
    QWidget* buildCheck();
    void words();
    void load();
    void showLines();
    void addLine(const QString& label, const QString& value);
    void finish(base::Result<store::VerifyReport> report);
    void showCheck();
    QString kindWords() const;
    QString trustWords() const;
    QString territoryWords() const;
    QString checkWords() const;
    QString problemWords(const store::VerifyProblem& problem) const;
    QString lastCheckKey() const;

    Desk& m_desk;
    Installation m_shown;
    bool m_isLoaded = false;
    QLabel* m_title;
    QGridLayout* m_grid;
    std::vector<Line> m_lines;
    int m_used = 0;
    QLabel* m_checkTitle;
    QPushButton* m_verify;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    QLabel* m_said;
    std::shared_ptr<base::Job> m_job;
    std::unique_ptr<base::Result<store::VerifyReport>> m_report; ///< null: not checked since the window opened
};

} // namespace patronat::ui
