// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/readfailure.h"

#include "ui/common/errortext.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

ReadFailure::ReadFailure(LanguageSwitch& languages, QWidget* parent)
    : QWidget(parent)
    , m_languages(languages)
    , m_title(makeLabel(TextRole::Error))
    , m_advice(makeLabel(TextRole::Muted))
    , m_again(new QPushButton)
{
    setObjectName(QStringLiteral("readFailure"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(4);
    m_title->setWordWrap(true);
    m_advice->setWordWrap(true);
    layout->addWidget(m_title);
    layout->addWidget(m_advice);
    auto* line = new QHBoxLayout;
    m_again->setObjectName(QStringLiteral("readAgain"));
    m_again->setAutoDefault(false);
    line->addWidget(m_again);
    line->addStretch(1);
    layout->addLayout(line);
    // Said as long as the answer is on its way: what fails again does not blink.
    connect(m_again, &QPushButton::clicked, this, &ReadFailure::again);
    connect(&languages, &LanguageSwitch::switched, this, &ReadFailure::words);
    words();
    hide();
}

void ReadFailure::show(const base::Error& error, const QString& lead)
{
    m_error = error;
    m_lead = lead;
    words();
    setVisible(true);
}

void ReadFailure::clear()
{
    m_error.reset();
    hide();
}

void ReadFailure::words()
{
    m_again->setText(tr("Try &again"));
    if (!m_error)
        return;
    const ErrorText text = errorText(*m_error, m_languages.sentences(), Audience::Window);
    m_title->setText(QStringLiteral("%1 %2").arg(
        m_lead.isEmpty() ? tr("This could not be read.") : m_lead, shown(text.title)));
    m_advice->setText(shown(text.advice));
    m_advice->setVisible(!text.advice.empty());
    m_again->setAccessibleDescription(m_title->text());
}

} // namespace patronat::ui
