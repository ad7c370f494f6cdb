// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/common/words.h"

#include <QDialog>

class QLabel;

namespace patronat::desktop {

/// What stands before a database is open: why it could not be opened, in words, and the choice of another file.
class StartWindow final : public QDialog
{
    Q_OBJECT
public:
    explicit StartWindow(QWidget* parent = nullptr);
    void explain(const base::Error& error, ui::Language language);

Q_SIGNALS:
    void chosen(const QString& file);

private:
    void choose();
    QLabel* m_title;
    QLabel* m_text;
};

} // namespace patronat::desktop
