// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/linkbutton.h"

#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr QMargins kAir { 2, 1, 2, 1 };
constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
constexpr int kAnyHeight = 10'000;

} // namespace

LinkButton::LinkButton(const QString& text, QWidget* parent)
    : QPushButton(text, parent)
{
    setProperty("link", true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(text);
    setToolTip(text);
    setCursor(Qt::PointingHandCursor);
}

int LinkButton::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(1, width - kAir.left() - kAir.right()), kAnyHeight);
    return fontMetrics().boundingRect(room, kFlags, text()).height() + kAir.top() + kAir.bottom();
}

QSize LinkButton::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(text()) + kAir.left() + kAir.right(),
        fontMetrics().height() + kAir.top() + kAir.bottom() };
}

QSize LinkButton::minimumSizeHint() const
{
    return { 0, sizeHint().height() };
}

void LinkButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QFont own = font();
    own.setUnderline(isEnabled() && (hasFocus() || underMouse()));
    painter.setFont(own);
    painter.setPen(isEnabled() ? currentColours().accent : currentColours().muted);
    painter.drawText(rect().marginsRemoved(kAir), kFlags, text());
}

} // namespace patronat::ui
