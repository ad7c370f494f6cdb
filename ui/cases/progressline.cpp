// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/progressline.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace patronat::ui {

namespace {

constexpr int kBar = 6;
constexpr double kRound = 3;

} // namespace

ProgressLine::ProgressLine(int done, int partly, int all, const QString& words, QWidget* parent)
    : QWidget(parent)
    , m_done(done)
    , m_partly(partly)
    , m_all(all)
    , m_words(words)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(words);
}

QSize ProgressLine::sizeHint() const
{
    return { 160, fontMetrics().height() + 4 };
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    const Colours& c = currentColours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int words = fontMetrics().horizontalAdvance(m_words) + 12;
    const QRectF bar(0, (height() - kBar) / 2.0, std::max(width() - words, 20), kBar);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.panel);
    painter.drawRoundedRect(bar, kRound, kRound);
    const auto part = [&](int count) { return m_all > 0 ? bar.width() * count / m_all : 0; };
    painter.setBrush(c.accentSoft.darker(currentScheme() == Scheme::Light ? 115 : 80));
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(part(m_done + m_partly), kBar)), kRound, kRound);
    painter.setBrush(c.good);
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(part(m_done), kBar)), kRound, kRound);
    painter.setPen(c.muted);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_words);
}

} // namespace patronat::ui
