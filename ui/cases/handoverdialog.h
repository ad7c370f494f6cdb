// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/handover.h"
#include "ui/common/desk.h"

#include <QDialog>

#include <vector>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace patronat::ui {

class ChoiceBox;

/// Hands cases over to another of the staff, for good or until a day: says what will follow while
/// it is filled in, writes nothing before the button is pressed, then offers the act.
class HandOverDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `families`: the cases that are chosen, in their order; the manager of the first hands over.
    HandOverDialog(Desk& desk, std::vector<base::RecordId> families, QWidget* parent);

Q_SIGNALS:
    void handedOver(const QString& words);

private:
    struct Staff
    {
        base::RecordId id;
        std::string title;
        bool hasLeft = false;
    };
    struct Office
    {
        std::vector<Staff> staff;
        base::RecordId manager; ///< of the first case
    };
    struct Outlook
    {
        process::HandOverPlan plan;
        int drafts = 0; ///< of these cases, on this computer
    };
    void build();
    void buildButtons(QVBoxLayout* column);
    void loadStaff();
    void fill(const Office& office);
    process::HandOverAsked asked() const;
    void judge();
    void show(const Outlook& outlook);
    void carryOut();
    void finish(const process::HandedOver& done);
    void say(const base::Error& error);
    QString wordsOf(const process::CaseToHand& one) const;
    void printAct();
    void saveAct();

    Desk& m_desk;
    std::vector<base::RecordId> m_families;
    base::RecordId m_act; ///< once it is done
    ChoiceBox* m_from;
    ChoiceBox* m_to;
    QCheckBox* m_all;
    QCheckBox* m_temporary;
    QLineEdit* m_until;
    QPlainTextEdit* m_reason;
    QLineEdit* m_order;
    QLabel* m_said;
    QPushButton* m_do = nullptr;
    QPushButton* m_print = nullptr;
    QPushButton* m_pdf = nullptr;
    QPushButton* m_close = nullptr;
    QTimer* m_later;
    unsigned m_asked = 0; ///< how often it was judged: an older answer is not shown
};

} // namespace patronat::ui
