// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/choicepage.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/start/choicebutton.h"

#include <QFrame>
#include <QVBoxLayout>

namespace patronat::ui {

ChoicePage::ChoicePage(const QString& question, const QString& why, std::vector<Choice> choices, QWidget* parent)
    : QWidget(parent)
    , m_reason(new QFrame)
    , m_reasonTitle(makeLabel(TextRole::Group))
    , m_reasonAdvice(makeLabel(TextRole::Plain))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_reason->setProperty("role", QStringLiteral("notice"));
    auto* words = new QVBoxLayout(m_reason);
    words->addWidget(m_reasonTitle);
    words->addWidget(m_reasonAdvice);
    m_reasonTitle->setWordWrap(true);
    m_reasonTitle->setObjectName(QStringLiteral("start.reason"));
    m_reasonAdvice->setWordWrap(true);
    m_reason->hide();
    column->addWidget(m_reason);
    column->addWidget(makeLabel(TextRole::Title, question));
    if (!why.isEmpty()) {
        QLabel* below = makeLabel(TextRole::Muted, why);
        below->setWordWrap(true);
        column->addWidget(below);
    }
    for (Choice& choice : choices) {
        auto* button = new ChoiceButton(choice.picture, choice.title, choice.text);
        button->setObjectName(choice.name);
        connect(button, &QPushButton::clicked, this, std::move(choice.run));
        column->addWidget(button);
        m_buttons.push_back(button);
    }
    column->addStretch(1);
}

void ChoicePage::setReason(const std::optional<ErrorText>& reason)
{
    m_reason->setVisible(reason.has_value());
    m_reasonTitle->setText(reason ? shown(reason->title) : QString());
    m_reasonAdvice->setText(reason ? shown(reason->advice) : QString());
}

void ChoicePage::focusOn(std::size_t choice)
{
    m_buttons[choice]->setFocus();
}

} // namespace patronat::ui
