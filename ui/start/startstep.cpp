// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startstep.h"

#include "ui/common/labels.h"

#include <QVBoxLayout>

namespace patronat::ui {

StartStep::StartStep(const QString& title, const QString& why, QWidget* parent)
    : QWidget(parent)
    , m_body(new QVBoxLayout(this))
    , m_title(makeLabel(TextRole::Title, title))
    , m_why(makeLabel(TextRole::Muted, why))
{
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(8);
    m_body->addWidget(m_title);
    m_why->setWordWrap(true);
    m_why->setVisible(!why.isEmpty());
    m_body->addWidget(m_why);
    m_body->addSpacing(6);
}

void StartStep::setTitle(const QString& title)
{
    m_title->setText(title);
}

void StartStep::setWhy(const QString& why)
{
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

void StartStep::addField(const QString& question, QWidget* field, const QString& hint)
{
    QLabel* label = makeLabel(TextRole::Label, question);
    label->setBuddy(field);
    field->setAccessibleName(question);
    m_body->addWidget(label);
    m_body->addWidget(field);
    if (hint.isEmpty())
        return;
    QLabel* below = makeLabel(TextRole::Muted, hint);
    below->setWordWrap(true);
    field->setAccessibleDescription(hint);
    m_body->addWidget(below);
}

} // namespace patronat::ui
