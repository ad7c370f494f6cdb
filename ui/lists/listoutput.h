// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/lists/listpaper.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace patronat::ui {

/// The line under a list while it is written into a file: how far it is, cancel, what came of it. Hidden else.
class ListOutput final : public QWidget
{
    Q_OBJECT
public:
    ListOutput(Desk& desk, QWidget* parent);

    /// Asks where to, then writes.
    void askWhere(ListPaper paper, ListFormat format);
    void saveTo(const std::filesystem::path& path, ListPaper paper, ListFormat format);
    void cancel();
    bool isWriting() const { return m_job != nullptr; }
    QLabel* state() const { return m_state; }

Q_SIGNALS:
    void finished();
    void failed(const base::Error& error);

private:
    void finish(const base::Status& written, const std::filesystem::path& path);
    Desk& m_desk;
    QLabel* m_state;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    std::shared_ptr<base::Job> m_job;
};

} // namespace patronat::ui
