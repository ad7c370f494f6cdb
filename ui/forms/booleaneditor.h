// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QCheckBox;

namespace patronat::ui {

/// Yes or no. What nobody has touched stays unsaid: it is saved as nothing, not as no.
class BooleanEditor final : public FieldEditor
{
    Q_OBJECT
public:
    BooleanEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;
    bool labelsItself() const override { return true; }

protected:
    void labelChanged(const QString& label) override;

private:
    QCheckBox* m_box;
    bool m_isSaid = false;
};

} // namespace patronat::ui
