// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QComboBox;

namespace patronat::ui {

/// The field of a classifier's entry that says which classifier it is of: chosen, not typed.
bool namesClassifier(const profile::RecordType& type, const profile::Field& field);

/// One code of a classifier. Long classifiers are found by typing any part of a label; a code that
/// has been closed since still shows where it stands, and is not offered anew.
class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    QString misread() const override;
    void typeBack(const QString& text) override;
    void finish() override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

protected:
    QString rawText() const override;
    void labelChanged(const QString& label) override;

private:
    void addCodes();
    int findText(const QString& text) const;
    QComboBox* m_box;
};

} // namespace patronat::ui
