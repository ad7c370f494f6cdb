// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/booleaneditor.h"

#include <QCheckBox>
#include <QLineEdit>

namespace patronat::ui {

BooleanEditor::BooleanEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_box(new QCheckBox)
{
    fillWith(m_box);
    // As high as a line to type into, so that both stand on one line.
    m_box->setMinimumHeight(QLineEdit().sizeHint().height());
    // An assistive program toggles without a click.
    connect(m_box, &QCheckBox::toggled, this, [this] {
        m_isSaid = true;
        Q_EMIT edited();
    });
}

void BooleanEditor::fill(const base::Fields& values, const Titles&)
{
    const auto found = values.find(field().id);
    m_isSaid = found != values.end() && !found->second.isNull();
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(m_isSaid && found->second.numberOr(0) != 0);
}

void BooleanEditor::read(base::Fields& into) const
{
    into[field().id] = m_isSaid ? base::Value(m_box->isChecked() ? 1 : 0) : base::Value();
}

void BooleanEditor::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

QList<QWidget*> BooleanEditor::inputs() const
{
    return { m_box };
}

void BooleanEditor::labelChanged(const QString& label)
{
    // An ampersand would be taken for the mark of a shortcut.
    m_box->setText(QString(label).replace(QLatin1Char('&'), QLatin1String("&&")));
}

} // namespace patronat::ui
