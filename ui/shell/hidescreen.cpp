// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/hidescreen.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

HideScreen::HideScreen(QWidget* window)
    : QWidget(window)
    , m_text(makeLabel(TextRole::Title))
    , m_back(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(1);
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("hide"), currentColours().muted).pixmap(48, 48));
    layout->addWidget(picture, 0, Qt::AlignCenter);
    layout->addWidget(m_text, 0, Qt::AlignCenter);
    layout->addWidget(m_back, 0, Qt::AlignCenter);
    layout->addStretch(1);
    window->installEventFilter(this);
    connect(m_back, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT uncovered();
    });
    words();
    hide();
}

void HideScreen::words()
{
    m_text->setText(tr("The screen is hidden"));
    m_back->setText(tr("Go on working"));
}

void HideScreen::cover()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_back->setFocus();
}

bool HideScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void HideScreen::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), currentColours().window);
}

void HideScreen::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        words();
    QWidget::changeEvent(event);
}

} // namespace patronat::ui
