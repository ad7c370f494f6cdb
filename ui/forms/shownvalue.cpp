// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/shownvalue.h"

#include <QLineEdit>

namespace patronat::ui {

ShownValue::ShownValue(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_line(new QLineEdit)
{
    fillWith(m_line);
    m_line->setReadOnly(true);
    // Tab goes on to what can be typed; the mouse and the reader of the screen still reach it.
    m_line->setFocusPolicy(Qt::ClickFocus);
}

void ShownValue::fill(const base::Fields& values, const Titles& titles)
{
    const auto found = values.find(field().id);
    const QString text = found == values.end() ? QString() : writer().text(field(), found->second, titles);
    m_line->setText(text);
    m_line->setPlaceholderText(field().type != profile::FieldType::Number ? QStringLiteral("—")
            : field().numberAtSigning                                     ? tr("at signing")
                                                                          : tr("at saving"));
    m_line->setCursorPosition(0);
}

void ShownValue::read(base::Fields&) const
{
}

void ShownValue::setReadOnly(bool)
{
}

QList<QWidget*> ShownValue::inputs() const
{
    return { m_line };
}

} // namespace patronat::ui
