// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/caseway.h"
#include "ui/common/desk.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace patronat::ui {

class ChoiceBox;

/// One step of a case's way: when it happened, by what document, why; what is still missing in
/// words. Nothing is written before the button is pressed. A step that was a mistake is taken back
/// in the same dialog, by a reason.
class StepDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `family`: whose documents are offered.
    StepDialog(Desk& desk, CaseWay way, WayStep step, base::RecordId family, QWidget* parent);
    /// Takes `event` back.
    StepDialog(Desk& desk, CaseWay way, const WayEvent& event, QWidget* parent);

private:
    void build(const QString& title, const QString& consequence);
    void loadDocuments(base::RecordId family);
    process::Step step() const;
    void judge();
    void show(const WayStep& judged);
    void carryOut();
    void finish(const base::Status& done);

    Desk& m_desk;
    CaseWay m_way;
    WayStep m_step;
    base::RecordId m_event; ///< to be taken back; null: a step forward
    QLineEdit* m_day = nullptr;
    ChoiceBox* m_document = nullptr;
    QPlainTextEdit* m_reason = nullptr;
    QLabel* m_said;
    QPushButton* m_do = nullptr;
    QTimer* m_later;
    unsigned m_asked = 0; ///< how often it was judged: an older answer is not shown
};

} // namespace patronat::ui
