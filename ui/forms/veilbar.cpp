// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/veilbar.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>

namespace patronat::ui {

VeilBar::VeilBar(FormSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_words(makeLabel(TextRole::Plain))
    , m_show(new QPushButton)
{
    setProperty("role", QStringLiteral("notice"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(10, 4, 6, 4);
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("mask"), currentColours().warning).pixmap(16, 16));
    line->addWidget(picture);
    m_words->setWordWrap(true);
    line->addWidget(m_words, 1);
    m_show->setAutoDefault(false);
    m_show->setObjectName(QStringLiteral("unveil"));
    line->addWidget(m_show);
    connect(m_show, &QPushButton::clicked, this, [this] { m_session.unveil(m_session.isVeiled()); });
    // On the form's window: while everything is hidden there may be nothing in the form to have the focus.
    auto* key = new QShortcut(QKeySequence(Qt::Key_F9), parent);
    connect(key, &QShortcut::activated, m_show, &QPushButton::click);
    connect(&session, &FormSession::veilChanged, this, &VeilBar::refresh);
    connect(&session.desk().languages, &LanguageSwitch::switched, this, &VeilBar::refresh);
    refresh();
}

void VeilBar::refresh()
{
    const bool isVeiled = m_session.isVeiled();
    m_words->setText(isVeiled ? tr("Others are near: what is personal is hidden.")
                              : tr("Others are near, and this record is shown."));
    m_show->setText(isVeiled ? tr("Show (F9)") : tr("Hide (F9)"));
    setVisible(m_session.desk().privacy.isMasking());
}

QString titleOf(const FormSession& session)
{
    const QString title = shown(session.loaded().title);
    return session.isVeiled() ? Privacy::veil(title) : title;
}

} // namespace patronat::ui
