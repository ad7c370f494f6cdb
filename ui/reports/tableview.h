// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace patronat::ui {

class ReportTable;

/// Shows a report as it is printed: a grid, headings and names of rows over several lines, figures close together.
class TableView final : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(ReportTable& table, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    ReportTable& m_table;
    bool m_isFitting = false;
};

} // namespace patronat::ui
