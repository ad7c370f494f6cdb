// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/exchange/openquestions.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QTabWidget;
class QTimer;

namespace patronat::ui {

class ConflictPanel;
class GivePanel;
class ReadFailure;
class SignPanel;
class TakePanel;

/// Work of several offices brought together: taking files in, giving them out, deciding what
/// differs. Files may be dropped anywhere on it.
class ExchangePage final : public QWidget
{
    Q_OBJECT
public:
    ExchangePage(Desk& desk, QWidget* parent);
    QTabWidget* tabs() const { return m_tabs; }
    TakePanel& taking() { return *m_take; }
    GivePanel& giving() { return *m_give; }

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void failed(const base::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void words();
    void changed();
    void load();
    void showCounts();
    Desk& m_desk;
    QLabel* m_title;
    ReadFailure* m_failure;
    QTabWidget* m_tabs;
    TakePanel* m_take;
    GivePanel* m_give;
    ConflictPanel* m_conflicts;
    SignPanel* m_signs;
    QTimer* m_pause;
    std::int64_t m_conflictCount = 0;
    std::int64_t m_signCount = 0;
    bool m_isStale = true;
};

} // namespace patronat::ui
