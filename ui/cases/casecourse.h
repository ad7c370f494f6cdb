// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/caseway.h"
#include "ui/common/desk.h"

#include <QScrollArea>

class QVBoxLayout;

namespace patronat::ui {

/// Where a case stands, what may happen next with what is missing for it, and what has happened. A
/// step is carried out in a dialog; the page follows what is written.
class CaseCourse final : public QScrollArea
{
    Q_OBJECT
public:
    CaseCourse(Desk& desk, base::RecordId family, QWidget* parent);
    /// The record that goes its way: the family's case; null: there is none yet.
    void show(base::RecordId episode);

Q_SIGNALS:
    void failed(const base::Error& error);
    void said(const QString& words);

private:
    void load();
    void build();
    QWidget* managerLine();
    void addSteps(QVBoxLayout* column);
    void addEvents(QVBoxLayout* column);
    QWidget* stepLine(const WayStep& step);
    QWidget* eventLine(const WayEvent& event, bool isLast);

    Desk& m_desk;
    base::RecordId m_family;
    base::RecordId m_episode;
    CaseWay m_way;
    bool m_isLoaded = false;
};

} // namespace patronat::ui
