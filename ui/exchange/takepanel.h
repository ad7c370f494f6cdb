// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/exchange/takein.h"

#include <QStringList>
#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace patronat::ui {

class ReportView;

/// Takes files of other offices in: says first what is in them and what would become of it, and does it when told to.
/// Works beside the window and can be stopped.
class TakePanel final : public QWidget
{
    Q_OBJECT
public:
    TakePanel(Desk& desk, QWidget* parent);

    /// Looks at these files; nothing is changed by it.
    void look(const QStringList& files);
    bool isBusy() const { return m_job != nullptr; }
    void words();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void takenIn();

private:
    enum class State
    {
        Empty,
        Looking,
        Looked,
        Taking,
        Taken,
        Stopped,
        Failed
    };
    QWidget* buildHead();
    void choose();
    void run(bool isDryRun);
    void finish(base::Result<TakenIn> result);
    void report(std::uint64_t done, std::uint64_t total);
    void showState();
    QString stateWords() const;
    bool hasRefusedAsUncertified() const;
    bool canTakeIn() const;

    Desk& m_desk;
    std::vector<std::filesystem::path> m_files;
    State m_state = State::Empty;
    bool m_isDryRun = true;
    std::shared_ptr<base::Job> m_job; ///< null: nothing runs
    exchange::MergeReport m_report;
    base::Error m_error;
    QLabel* m_hint;
    QPushButton* m_choose;
    QPushButton* m_take;
    QPushButton* m_stop;
    QCheckBox* m_uncertified;
    QProgressBar* m_progress;
    QLabel* m_said;
    ReportView* m_view;
};

/// The files among what is dragged that may be batches.
QStringList batchesAmong(const QStringList& files);

} // namespace patronat::ui
