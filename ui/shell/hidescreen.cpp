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
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(1);
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("hide"), currentColours().muted).pixmap(48, 48));
    layout->addWidget(picture, 0, Qt::AlignCenter);
    layout->addWidget(m_text, 0, Qt::AlignCenter);
    layout->addWidget(m_back, 0, Qt::AlignCenter);
    layout->addStretch(1);
    m_back->setObjectName(QStringLiteral("wayBack"));
    m_back->setAutoDefault(false); // in a dialog too it is pressed like in the window
    window->installEventFilter(this);
    connect(m_back, &QPushButton::clicked, this, &HideScreen::backAsked);
    words();
    hide();
}

void HideScreen::words()
{
    m_text->setText(tr("The screen is hidden"));
    m_back->setText(tr("Go on working"));
    setAccessibleName(m_text->text());
}

void HideScreen::cover()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
}

void HideScreen::setWayBack(bool isShown)
{
    m_back->setVisible(isShown);
}

void HideScreen::takeFocus()
{
    (m_back->isHidden() ? static_cast<QWidget*>(this) : m_back)->setFocus(Qt::OtherFocusReason);
}

bool HideScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && !isHidden())
        setGeometry(parentWidget()->rect());
    if (event->type() == QEvent::ChildPolished && !isHidden())
        raise(); // what is added while everything is hidden is below too
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
