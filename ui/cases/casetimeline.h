// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/casesummary.h"
#include "ui/common/desk.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace patronat::ui {

/// Every change of a case with its author, newest first; a line opens its record.
class CaseTimeline final : public QWidget
{
    Q_OBJECT
public:
    CaseTimeline(Desk& desk, base::RecordId family, QWidget* parent);
    void load();
    bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void failed(const base::Error& error);

private:
    void fill();
    QString what(const CaseChange& change) const;
    Desk& m_desk;
    base::RecordId m_family;
    QTreeWidget* m_tree;
    std::vector<CaseChange> m_changes;
    bool m_isLoaded = false;
};

} // namespace patronat::ui
