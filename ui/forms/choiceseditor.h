// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QStringList>

namespace patronat::ui {

class ChosenButton;

/// Several codes of a classifier: what is chosen stands in the field, a list to tick opens below it and is searched by
/// typing. In the order of the classifier.
class ChoicesEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoicesEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void labelChanged(const QString& label) override;

private:
    void showChosen();
    void openList();
    ChosenButton* m_button;
    QStringList m_codes;
    QString m_label;
};

} // namespace patronat::ui
