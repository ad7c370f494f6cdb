// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/recordform.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace patronat::ui {

/// Over the form of a new record whose kind repeats itself: offers what stays from last time
/// (Ctrl+R), and afterwards says how much of it nobody has looked at, and takes it for right in one
/// step (Ctrl+Shift+R). Gone where there is nothing of either.
class RepeatStrip final : public QFrame
{
    Q_OBJECT
public:
    /// The keys are heard in `parent`.
    RepeatStrip(RecordForm& form, QWidget* parent);

private:
    void refresh();
    RecordForm& m_form;
    QLabel* m_words;
    QPushButton* m_act;
};

} // namespace patronat::ui
