// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/forms/candidates.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace patronat::ui {

/// Who works at this computer: everything written bears that name. Found by typing.
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
    void show(const std::vector<Candidate>& found);
    void take();
    Desk& m_desk;
    QLineEdit* m_search;
    QListWidget* m_list;
    unsigned m_asked = 0;
};

} // namespace patronat::ui
