// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/chosenbutton.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace patronat::ui {

namespace {

constexpr int kSide = 8;
constexpr int kArrow = 20;
constexpr int kAbove = 5;
constexpr double kRound = 4;

} // namespace

ChosenButton::ChosenButton(QWidget* parent)
    : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAutoDefault(false);
    fit();
}

void ChosenButton::setChosen(const QStringList& labels)
{
    m_text = labels.join(QStringLiteral("; "));
    fit();
    update();
}

QRect ChosenButton::textArea() const
{
    return rect().adjusted(kSide, kAbove, -kArrow, -kAbove);
}

void ChosenButton::fit()
{
    const QRect bounds = fontMetrics().boundingRect(
        QRect(0, 0, std::max(width() - kSide - kArrow, 40), 10000), Qt::TextWordWrap, m_text);
    setFixedHeight(std::max(bounds.height(), fontMetrics().lineSpacing()) + 2 * kAbove);
}

void ChosenButton::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void ChosenButton::paintEvent(QPaintEvent*)
{
    const Colours& c = currentColours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString problem = property("problem").toString();
    const QColor border = hasFocus() ? c.accent
        : problem == QLatin1String("error")   ? c.danger
        : problem == QLatin1String("warning") ? c.warning
        : underMouse()                        ? c.muted
                                              : c.border;
    if (isEnabled()) {
        painter.setPen(border);
        painter.setBrush(c.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRound, kRound);
        ui::icon(QStringLiteral("down"), c.muted).paint(&painter, QRect(width() - kArrow + 2, height() / 2 - 6, 12, 12));
    } else {
        painter.setPen(QPen(c.border, 1, Qt::DotLine));
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }
    painter.setPen(c.text);
    painter.drawText(textArea(), Qt::TextWordWrap | Qt::AlignVCenter, m_text);
}

void ChosenButton::keyPressEvent(QKeyEvent* event)
{
    const bool opens = event->key() == Qt::Key_F4 || event->key() == Qt::Key_Down || event->key() == Qt::Key_Return
        || event->key() == Qt::Key_Enter;
    if (opens && event->modifiers() == Qt::NoModifier)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace patronat::ui
