// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/casesummary.h"
#include "ui/common/desk.h"

#include <QWidget>

class QPushButton;
class QTimer;
class QTreeWidget;

namespace patronat::ui {

class ReadFailure;

/// Every change of a case with its author, newest first; a line opens its record, what was removed
/// is brought back from here. Once read it follows what is saved and merged while it is shown, and
/// its reader stays on the line.
class CaseTimeline final : public QWidget
{
    Q_OBJECT
public:
    CaseTimeline(Desk& desk, base::RecordId family, QWidget* parent);
    void load();
    bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void restored(const QString& words);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void words();
    void refresh();
    void fill();
    void addLine(const CaseChange& change);
    void fitColumns();
    void chosen();
    void restore();
    const CaseChange* current() const;
    QString what(const CaseChange& change) const;
    Desk& m_desk;
    base::RecordId m_family;
    QTreeWidget* m_tree;
    ReadFailure* m_failure;
    QPushButton* m_restore;
    QTimer* m_reload;
    std::vector<CaseChange> m_changes;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isStale = false; ///< something was written since it was asked for
};

} // namespace patronat::ui
