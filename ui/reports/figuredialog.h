// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/reports/reportcounting.h"

#include <QDialog>

#include <vector>

class QListWidget;

namespace patronat::ui {

/// The records that a figure of a report counts; Enter opens one.
class FigureDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `figure`: of which row and column, in words.
    FigureDialog(Desk& desk, const QString& figure, std::vector<Culprit> records, QWidget* parent);
    QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);

private:
    void fill();
    void openRow(int row);
    Desk& m_desk;
    std::vector<Culprit> m_records;
    QListWidget* m_list;
};

} // namespace patronat::ui
