// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/common/desk.h"
#include "ui/shell/worksummary.h"

#include <QFrame>

#include <optional>

class QLabel;
class QTimer;

namespace patronat::ui {

/// How things stand, in words, at the foot of the window: saved or not, the last exchange, what
/// waits for a person. Names nobody: it is seen by everybody who is near.
class Foot final : public QFrame
{
    Q_OBJECT
public:
    explicit Foot(Desk& desk, QWidget* parent = nullptr);

    /// `drafts`: how many are listed on Today; `isTyping`: something of the window is not saved,
    /// which is said already.
    void showWork(const WorkSummary& work, std::size_t drafts, bool isTyping);
    /// `stays`: something is typed and not saved; else after a while everything is saved again.
    void say(const QString& words, bool stays);
    void showError(const base::Error& error);

private:
    void words();
    QString waitWords() const;
    QString savedWords() const;

    Desk& m_desk;
    QLabel* m_saved;
    QLabel* m_exchange;
    QLabel* m_waits;
    QLabel* m_demo;
    QTimer* m_timer;
    std::optional<WorkSummary> m_work;
    std::size_t m_drafts = 0;
    bool m_isError = false; ///< stands until something else is said
};

} // namespace patronat::ui
