// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/table.h"
#include "ui/common/desk.h"

#include <QWidget>

#include <filesystem>
#include <memory>

class QPrinter;
class QPushButton;

namespace patronat::ui {

class SheetView;

/// A counted report as the pages it is printed on, and the ways it leaves the window: files and the printer. Pages are
/// painted when they are looked at.
class ReportPaper final : public QWidget
{
    Q_OBJECT
public:
    ReportPaper(Desk& desk, QWidget* parent);

    /// Null: there is none. `today`: ISO, when it was counted.
    void show(std::shared_ptr<const reports::Table> table, const std::string& today);
    /// The buttons; whoever takes them places them.
    QWidget* buttons() const { return m_buttons; }
    int pageCount() const { return m_pageCount; }
    /// By the ending of the name. Beside the window.
    void saveTo(const std::filesystem::path& path);
    void printOn(std::shared_ptr<QPrinter> printer);

Q_SIGNALS:
    /// What goes on paper is to be seen before.
    void aboutToPrint();
    void failed(const base::Error& error);
    void stateChanged(const QString& words);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void words();
    void paint();
    QString fileName() const;

    Desk& m_desk;
    std::shared_ptr<const reports::Table> m_table;
    std::string m_today;
    int m_pageCount = 0;
    unsigned m_asked = 0;
    bool m_isStale = false;
    SheetView* m_sheets;
    QWidget* m_buttons;
    QPushButton* m_save;
    QPushButton* m_print;
};

} // namespace patronat::ui
