// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/lists/listpaper.h"

#include <QDialog>

class QLabel;
class QPrinter;
class QPushButton;
class QScrollArea;

namespace patronat::ui {

/// The pages of a list as they will be on paper; prints them and saves them as PDF. Made beside the window.
class ListPreview final : public QDialog
{
    Q_OBJECT
public:
    ListPreview(Desk& desk, ListPaper paper, QWidget* parent);

    int pageCount() const { return m_pages; }
    void saveTo(const std::filesystem::path& path);
    void printOn(std::shared_ptr<QPrinter> printer);

Q_SIGNALS:
    void ready(); ///< the pages are shown

protected:
    void done(int result) override;

private:
    struct Pages
    {
        std::shared_ptr<const PrintedList> list;
        std::vector<QImage> images;
    };
    void make(ListPaper paper);
    void show(Pages pages);
    void askWhere();
    void askPrinter();
    void say(const base::Error& error);

    Desk& m_desk;
    QString m_name;
    std::shared_ptr<const PrintedList> m_list;
    std::shared_ptr<base::Job> m_job;
    int m_pages = 0;
    QLabel* m_state;
    QPushButton* m_pdf;
    QPushButton* m_print;
    QScrollArea* m_scroll;
};

} // namespace patronat::ui
