// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/elsewherestrip.h"

#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

namespace patronat::ui {

QString elsewhereWords(const FormSession& session)
{
    const bool isTyped = session.isDirty();
    if (session.isGone())
        return isTyped ? ElsewhereStrip::tr(
                   "This was removed meanwhile. What you typed still stands here, can "
                   "be copied and is kept as a draft; it can be saved when the record "
                   "is restored.")
                       : ElsewhereStrip::tr("This was removed meanwhile.");
    if (session.elsewhere() == FormSession::Elsewhere::Signed)
        return isTyped
            ? ElsewhereStrip::tr(
                "This was signed meanwhile. What you typed still stands here and can be copied. "
                "Saved, it does not change the signed paper: it stands beside it until somebody "
                "decides about it. Thrown away, the form shows what was signed.")
            : ElsewhereStrip::tr("This was signed meanwhile; it is shown so when the rest of the "
                                 "form is saved or thrown away.");
    return ElsewhereStrip::tr(
        "Somebody else has changed this record meanwhile. Save: both versions are kept, and where "
        "they differ you will be asked.");
}

ElsewhereStrip::ElsewhereStrip(FormSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
{
    setProperty("role", QStringLiteral("notice"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(8, 5, 8, 6);
    auto* words = makeLabel(TextRole::Warning, elsewhereWords(session));
    words->setWordWrap(true);
    line->addWidget(words, 1);
    if (!session.isGone())
        return;
    addButton(tr("Restore the line"),
        [&session] { session.desk().asSomebody(&session, [&session] { session.restore(); }); });
    addButton(session.isDirty() ? tr("Throw it away") : tr("Take it off the list"), [this] {
        if (m_session.isDirty())
            m_session.discard();
        Q_EMIT letGo();
    });
}

void ElsewhereStrip::addButton(const QString& words, std::function<void()> run)
{
    auto* button = new QPushButton(words);
    button->setAutoDefault(false);
    // After the press: the strip may go by it.
    connect(button, &QPushButton::clicked, this,
        [this, run = std::move(run)] { QTimer::singleShot(0, this, run); });
    layout()->addWidget(button);
}

} // namespace patronat::ui
