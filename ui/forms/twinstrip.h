// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/twinwatch.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace patronat::ui {

/// Under the fields of a form: who is perhaps there already, with the reasons in words. Calm: it
/// takes no focus by itself; F8 goes into it. Only a save that leaves a likely one unanswered asks
/// why, once.
class TwinStrip final : public QFrame
{
    Q_OBJECT
public:
    enum class Offer
    {
        Open, ///< the record can be looked at
        Take ///< and taken instead of the new one: the form was opened to name somebody
    };
    TwinStrip(TwinWatch& watch, Offer offer, QWidget* parent);

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void taken(base::RecordId id, const QString& title);
    void explained(); ///< the save may go on

private:
    void fillLines(const std::vector<TwinWatch::Found>& found);
    QWidget* line(const TwinWatch::Found& found);
    QPushButton* button(const QString& words, const QString& title, std::function<void()> run);
    void words();
    void ask();
    void answer();
    void goInto();
    QString titleOf(const TwinWatch::Found& found) const;

    TwinWatch& m_watch;
    Offer m_offer;
    QLabel* m_head;
    QVBoxLayout* m_lines;
    QWidget* m_question;
    QLabel* m_questionText;
    QLineEdit* m_reason;
    QPushButton* m_save;
};

} // namespace patronat::ui
