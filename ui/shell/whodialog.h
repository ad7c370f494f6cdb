// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/forms/candidates.h"

#include <QDialog>

#include <cstddef>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace patronat::ui {

/// Whom one may choose from, and what a person is given who writes herself down.
struct WhoChoice
{
    std::vector<Candidate> found;
    std::size_t allowed = 0; ///< how many may work here, found by these letters or not
    bool isNobodyKnown = false; ///< there is no staff at all
    bool isClosed = false; ///< users are named: one cannot write oneself down
    base::RecordId organisation; ///< of this site; null: none is known
};

/// Within a read.
base::Result<WhoChoice> whoMayWork(const store::ReadTx& tx, const store::Rules& rules, const std::string& officeCode,
    const std::string& text, const std::string& today, const std::string& language);

/// Who works at this computer: everything written bears that name. Found by typing among the users of this site; where
/// nobody is on the staff yet, one writes oneself down first.
class WhoDialog final : public QDialog
{
    Q_OBJECT
public:
    WhoDialog(Desk& desk, QWidget* parent);

Q_SIGNALS:
    void chosen(base::RecordId staff);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    void show(const WhoChoice& choice);
    void take();
    void writeDown();
    Desk& m_desk;
    WhoChoice m_choice;
    QLabel* m_why;
    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_honest;
    QPushButton* m_add;
    QPushButton* m_take;
    unsigned m_asked = 0;
    bool m_isShown = false; ///< one answer has come
};

} // namespace patronat::ui
