// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/draftoffer.h"

#include "ui/common/labels.h"
#include "ui/common/valuetext.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace patronat::ui {

DraftOffer::DraftOffer(FormSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_words(makeLabel(TextRole::Plain))
    , m_take(new QPushButton)
{
    setProperty("role", QStringLiteral("notice"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(10, 4, 6, 4);
    m_words->setWordWrap(true);
    line->addWidget(m_words, 1);
    m_take->setAutoDefault(false);
    m_take->setObjectName(QStringLiteral("takeDraft"));
    line->addWidget(m_take);
    connect(m_take, &QPushButton::clicked, this, &DraftOffer::take);
    connect(&session, &FormSession::draftFound, this, &DraftOffer::offer);
    connect(&session, &FormSession::edited, this, &QWidget::hide);
    connect(&session.desk().languages, &LanguageSwitch::switched, this, &DraftOffer::words);
    hide();
}

void DraftOffer::offer(const store::Draft& draft)
{
    m_draft = draft;
    words();
    show();
}

void DraftOffer::words()
{
    m_words->setText(
        tr("Something was typed here on %1 and not saved.").arg(momentText(m_draft.stamp)));
    m_take->setText(tr("Show what was typed"));
}

void DraftOffer::take()
{
    hide();
    // It may have been saved or thrown away since, or be some keys newer.
    const auto now = m_session.desk().drafts.find(m_draft.id);
    if (now && *now)
        m_session.openDraft(**now);
}

} // namespace patronat::ui
