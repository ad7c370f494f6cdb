// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/choicebutton.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kPicture = 26;

} // namespace

ChoiceButton::ChoiceButton(const QString& iconName, const QString& title, const QString& text, QWidget* parent)
    : QPushButton(parent)
    , m_text(makeLabel(TextRole::Muted, text))
{
    setAutoDefault(true);
    setAccessibleName(title);
    setAccessibleDescription(text);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(16, 11, 16, 11);
    across->setSpacing(16);
    auto* picture = new QLabel;
    picture->setPixmap(ui::icon(iconName, currentColours().accent).pixmap(kPicture, kPicture));
    across->addWidget(picture, 0, Qt::AlignTop);
    auto* down = new QVBoxLayout;
    down->setSpacing(2);
    QLabel* head = makeLabel(TextRole::Group, title);
    head->setWordWrap(true);
    m_text->setWordWrap(true);
    down->addWidget(head);
    down->addWidget(m_text);
    across->addLayout(down, 1);
    for (QLabel* label : findChildren<QLabel*>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize ChoiceButton::sizeHint() const
{
    return layout()->sizeHint();
}

QSize ChoiceButton::minimumSizeHint() const
{
    // Its height follows from its width; that of the narrowest one would make every page scroll.
    return { layout()->minimumSize().width(), 2 * fontMetrics().lineSpacing() };
}

int ChoiceButton::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

void ChoiceButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace patronat::ui
