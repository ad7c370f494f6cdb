// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/readvalue.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QPainter>

namespace patronat::ui {

ReadValue::ReadValue(const profile::Field& field, const QString& label, QWidget* parent)
    : QLabel(parent)
    , m_field(field)
    , m_label(label)
{
    setObjectName(shown(field.id));
    setTextFormat(Qt::PlainText);
    setRole(this, TextRole::Plain);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setValue({});
}

void ReadValue::setValue(const QString& text, const QString& printed)
{
    setText(printed);
    setAccessibleName(text.isEmpty() ? m_label : tr("%1: %2").arg(m_label, text));
    setFocusPolicy(text.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
}

void ReadValue::paintEvent(QPaintEvent* event)
{
    QLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace patronat::ui
