// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/exchange/takein.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace patronat::ui {

class LineTable;

/// What a merge did, or would do: file by file, by office and kind of record, and what a person should look at.
class ReportView final : public QWidget
{
    Q_OBJECT
public:
    ReportView(const Desk& desk, QWidget* parent);
    void show(TakenIn taken);
    void words();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);

private:
    void fillBatches();
    void fillLines();
    void fillEntries();
    const Desk& m_desk;
    TakenIn m_taken;
    QTabWidget* m_tabs;
    LineTable* m_batches;
    LineTable* m_lines;
    LineTable* m_entries;
    QLabel* m_filesTitle;
    QLabel* m_more;
};

} // namespace patronat::ui
