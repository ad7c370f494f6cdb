// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QLineEdit;

namespace patronat::ui {

/// What the program itself fills: numbers it issues, what it computes. Shown, copied, never typed.
class ShownValue final : public FieldEditor
{
    Q_OBJECT
public:
    ShownValue(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

private:
    QLineEdit* m_line;
};

} // namespace patronat::ui
