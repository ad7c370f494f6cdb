// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/forms/rulewords.h"

#include <QDialog>

#include <vector>

class QPlainTextEdit;
class QPushButton;

namespace patronat::ui {

/// What is unusual about a record that is to be signed, all of it in one list, and why it is signed
/// all the same: nothing is signed without an answer. Deletes itself; GUI thread.
class SignReasonDialog final : public QDialog
{
    Q_OBJECT
public:
    SignReasonDialog(const Desk& desk, const std::vector<AskedLine>& asked, QWidget* parent);

Q_SIGNALS:
    void explained(const QString& reason);

private:
    QString reason() const;
    void answer();

    QPlainTextEdit* m_reason;
    QPushButton* m_sign = nullptr;
};

} // namespace patronat::ui
