// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/dayround.h"
#include "ui/cases/recordpaper.h"
#include "ui/common/desk.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace patronat::ui {

/// The sheet of the visits of a day, by village, with room to write: for whom and when, how many
/// families there are, to the printer or into a file. Deletes itself.
class DaySheetDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `isOwn`: of whoever works here; else of everybody.
    DaySheetDialog(Desk& desk, bool isOwn, QWidget* parent);

Q_SIGNALS:
    void said(const QString& words); ///< it was printed or saved

private:
    void build(bool isOwn);
    void count();
    void tell(const base::Error& error);
    void print();
    void save();
    bool isRead() const { return !m_on.empty(); }
    process::RoundScope scope() const;
    RecordPaper paper() const;

    Desk& m_desk;
    QLineEdit* m_day;
    QCheckBox* m_all;
    QLabel* m_words;
    QPushButton* m_print;
    QPushButton* m_save;
    std::string m_on; ///< ISO date; empty: what was typed is no date
    unsigned m_asked = 0; ///< only the answer to the last question is told
};

} // namespace patronat::ui
