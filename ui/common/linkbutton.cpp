// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/linkbutton.h"

#include <QResizeEvent>

namespace patronat::ui {

namespace {

constexpr int kSides = 6; ///< what the style sheet leaves at both ends

} // namespace

LinkButton::LinkButton(const QString& text, QWidget* parent)
    : QPushButton(text, parent)
    , m_text(text)
{
    setProperty("link", true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(text);
    setToolTip(text);
    setCursor(Qt::PointingHandCursor);
}

void LinkButton::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    setText(fontMetrics().elidedText(m_text, Qt::ElideRight, event->size().width() - kSides));
}

} // namespace patronat::ui
