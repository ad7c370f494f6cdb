// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QPlainTextEdit;

namespace patronat::ui {

/// Several lines of text; grows with them up to a bound, so that an empty note takes little room. Tab leaves it.
class NoteEditor final : public FieldEditor
{
    Q_OBJECT
public:
    NoteEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void grow();
    QPlainTextEdit* m_text;
    bool m_isFilling = false;
};

} // namespace patronat::ui
