// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/casesummary.h"
#include "ui/common/desk.h"

#include <QScrollArea>

class QVBoxLayout;

namespace patronat::ui {

/// The case at a glance: the family, what is due next, how far the programme is, what the consilium
/// decided last.
class CaseOverview final : public QScrollArea
{
    Q_OBJECT
public:
    CaseOverview(Desk& desk, QWidget* parent);
    void show(const CaseSummary& summary);

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);

private:
    QWidget* card(const QString& title, QVBoxLayout*& body);
    QWidget* members(const CaseSummary& summary);
    QWidget* dates(const CaseSummary& summary);
    QWidget* supplementLine(const CaseSupplement& change);
    QWidget* programmes(const CaseSummary& summary);
    QWidget* hearings(const CaseSummary& summary);
    QWidget* line(const std::string& type, base::RecordId id, const QString& date,
        const QString& title, const QString& detail, bool isLate);
    QString titleOf(const CaseLine& line) const; ///< as others may see it now
    Desk& m_desk;
};

} // namespace patronat::ui
