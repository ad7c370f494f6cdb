// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/consilium/meetingpaper.h"
#include "ui/consilium/meetingsummary.h"

#include <QWidget>

#include <filesystem>
#include <memory>

class QComboBox;
class QLabel;
class QPrinter;
class QPushButton;

namespace patronat::ui {

class SheetView;

/// The protocol, or the extract about one question, page by page as it will be on paper; prints it
/// and saves it.
class PaperView final : public QWidget
{
    Q_OBJECT
public:
    enum class Format
    {
        Pdf,
        Odt
    };

    PaperView(Desk& desk, QWidget* parent);
    void show(const MeetingSummary& meeting);
    /// The paper as it is now, when the page is looked at.
    void refresh();

    QComboBox* papers() const { return m_papers; }
    int pageCount() const { return static_cast<int>(m_shown.pages.size()); }
    /// What is shown, not what is written meanwhile. Beside the window.
    void saveTo(const std::filesystem::path& path, Format format);
    void printOn(std::shared_ptr<QPrinter> printer);

Q_SIGNALS:
    void failed(const base::Error& error);
    void stateChanged(const QString& words);

private:
    void words();
    void fillPapers();
    void showPages();
    void ask();
    void askWhere(Format format);
    QString fileName() const;
    void enable();

    Desk& m_desk;
    MeetingSummary m_meeting;
    PaperPages m_shown;
    QComboBox* m_papers;
    QLabel* m_label;
    QLabel* m_state;
    QLabel* m_question; ///< before the protocol leaves the program
    QPushButton* m_print;
    QPushButton* m_pdf;
    QPushButton* m_odt;
    SheetView* m_sheets;
    unsigned m_asked = 0;
};

} // namespace patronat::ui
