// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formsession.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace patronat::ui {

/// What an end of a record is called: a dismissal, a closing. Nothing is ever deleted, it ends on a day.
struct Closing
{
    QString action; ///< "Dismiss from a day…"
    QString question; ///< "The last day of work:"
    std::string field; ///< that holds the day
};

/// Asks for the day on which a record ends and writes it; an empty day takes the end back.
class CloseDialog final : public QDialog
{
    Q_OBJECT
public:
    CloseDialog(Desk& desk, const std::string& type, base::RecordId id, Closing closing, QWidget* parent);
    QLineEdit* day() const { return m_day; }

private:
    void fill();
    void save();
    void say(const QString& words);

    Desk& m_desk;
    Closing m_closing;
    FormSession m_session;
    QLabel* m_name;
    QLineEdit* m_day;
    QLabel* m_said;
    QPushButton* m_save;
};

} // namespace patronat::ui
