// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QLineEdit;

namespace patronat::ui {

/// One line of text; a phone and a СНИЛС are written as the paper has them when the line is left.
class TextEditor final : public FieldEditor
{
    Q_OBJECT
public:
    TextEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    void finish() override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

private:
    QLineEdit* m_line;
};

} // namespace patronat::ui
